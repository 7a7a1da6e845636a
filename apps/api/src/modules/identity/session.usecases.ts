import {
  Refused,
  type becomeDemoPerson as becomeContract,
  type listDemoPersons as listContract,
  type signIn as signInContract,
  type signOut as signOutContract,
  type whoAmI as whoAmIContract,
} from '@parvis/contracts';
import { auditEntry } from '../../database/audit.ts';
import type { Write } from '../../database/store.ts';
import type { Deps } from '../../deps.ts';
import type { UseCase } from '../../http/route.ts';
import type { Asker, Browser } from '../../http/session.ts';
import { listMunicipalityNames } from '../programs/municipality.store.ts';
import { listProgramNames } from '../programs/program.store.ts';
import { listPeopleOfAccount } from '../recruitment/person.store.ts';
import { findAccountByEmail, listGrants, loadAccount, updateSignedIn } from './account.store.ts';
import { decideSignIn, decideTry, MOST_TRIES } from './code.decisions.ts';
import { findCodeOfBrowser, updateTries, updateUsed } from './code.store.ts';
import { decideHome, decideSessionSeconds, type Home } from './session.decisions.ts';
import { deleteSession, insertSession } from './session.store.ts';

type Open = Asker | null;

export const signIn: UseCase<typeof signInContract, Open> = async (deps, { body, browser }) => {
  const { store, hash, now } = deps;
  const code = browser.token === null ? null : await findCodeOfBrowser(store, hash('browser', browser.token));
  decideTry(code, now());
  if (code === null) throw new Refused('code-expired');
  await store.writeTogether([updateTries(code.id, MOST_TRIES)]);
  const { accountId } = decideSignIn(code, hash(`code:${code.id}`, body.code) === code.codeHash);
  const home = await beginSession(deps, { accountId, browser, with: [updateUsed(code.id, now())] });
  browser.forget();
  return { home };
};

export const signOut: UseCase<typeof signOutContract> = async (deps, { asker, browser }) => {
  const { accountId, sessionId } = asker;
  const audit = auditEntry(deps, { by: accountId, action: 'sign-out', noun: 'account', nounId: accountId });
  await deps.store.writeTogether([deleteSession(sessionId), audit]);
  browser.endSession();
  return {};
};

export const whoAmI: UseCase<typeof whoAmIContract, Open> = async ({ store, config }, { asker }) => {
  if (asker === null) return { account: null, demo: config.demo };
  const account = await loadAccount(store, asker.accountId);
  const grants = await listGrants(store, account.id);
  const people = await listPeopleOfAccount(store, account.id);
  return {
    account: {
      name: account.name ?? people[0]?.name ?? '',
      locale: account.locale,
      people,
      coordinates: await listProgramNames(store, present(grants.map(({ programId }) => programId))),
      administers: await listMunicipalityNames(
        store,
        present(grants.map(({ municipalityCode }) => municipalityCode)),
      ),
      operates: grants.some(({ role }) => role === 'operator'),
      home: decideHome(grants),
    },
    demo: config.demo,
  };
};

export const listDemoPersons: UseCase<typeof listContract, Open> = async ({ demoPersons }) => ({
  persons: demoPersons().map(({ key, role, name, town, municipality, programs }) => ({
    key,
    role,
    name,
    town,
    municipality,
    programs,
  })),
});

export const becomeDemoPerson: UseCase<typeof becomeContract, Open> = async (deps, { body, browser }) => {
  const person = deps.demoPersons().find(({ key }) => key === body.key);
  const account = person && (await findAccountByEmail(deps.store, person.email));
  if (!account) throw new Refused('not-there');
  return { home: await beginSession(deps, { accountId: account.id, browser, with: [] }) };
};

interface Beginning {
  readonly accountId: string;
  readonly browser: Browser;
  readonly with: readonly Write[];
}

async function beginSession(deps: Deps, { accountId, browser, with: others }: Beginning): Promise<Home> {
  const grants = await listGrants(deps.store, accountId);
  const seconds = decideSessionSeconds(grants);
  const at = deps.clock();
  const id = deps.newId();
  const expiresAt = new Date(at.getTime() + seconds * 1000).toISOString();
  await deps.store.writeTogether([
    ...others,
    insertSession({ id, accountId, createdAt: at.toISOString(), expiresAt }),
    updateSignedIn(accountId, at.toISOString()),
    auditEntry(deps, { by: accountId, action: 'sign-in', noun: 'account', nounId: accountId }),
  ]);
  browser.beginSession({ id, seconds });
  return decideHome(grants);
}

function present(values: readonly (string | null)[]): readonly string[] {
  return values.filter((value) => value !== null);
}
