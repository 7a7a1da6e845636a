import type { requestCode as contract } from '@parvis/contracts';
import type { Asker } from '../../http/session.ts';
import type { UseCase } from '../../http/route.ts';
import { linkTo } from '../messages/letter.kinds.ts';
import { insertLetter } from '../messages/letter.store.ts';
import { findAccountByEmail } from './account.store.ts';
import { CODE_MINUTES, decideCodeRequest } from './code.decisions.ts';
import { countCodes, insertCode } from './code.store.ts';

/** Known and unknown addresses take the same way: the only difference is a letter in the outbox. */
export const requestCode: UseCase<typeof contract, Asker | null> = async (
  deps,
  { body: { email }, browser, remoteAddress },
) => {
  const { store, hash, newId, newCode, newToken, config } = deps;
  const now = deps.clock();
  const addressHash = hash('address', email);
  const remoteHash = hash('remote', remoteAddress);
  const since = new Date(now.getTime() - 3_600_000).toISOString();
  decideCodeRequest(await countCodes(store, { addressHash, remoteHash, since }));

  const account = await findAccountByEmail(store, email);
  const [id, code, token] = [newId(), newCode(), newToken()];
  const row = {
    id,
    accountId: account?.id ?? null,
    addressHash,
    remoteHash,
    browserHash: hash('browser', token),
    codeHash: hash(`code:${id}`, code),
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + CODE_MINUTES * 60_000).toISOString(),
  };
  const letter = account && {
    kind: 'sign-in-code' as const,
    accountId: account.id,
    toName: account.name,
    toAddress: account.email,
    locale: account.locale,
    data: {
      code,
      minutes: CODE_MINUTES,
      link: linkTo(config.origin, account.locale, `/sign-in?code=${code}`),
    },
  };
  await store.writeTogether([insertCode(row), ...(letter === null ? [] : [insertLetter(deps, letter)])]);
  browser.remember(token, CODE_MINUTES * 60);
  return { minutes: CODE_MINUTES };
};
