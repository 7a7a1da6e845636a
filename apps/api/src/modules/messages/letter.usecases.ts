import type { listDemoLetters as contract } from '@parvis/contracts';
import type { UseCase } from '../../http/route.ts';
import type { Asker } from '../../http/session.ts';
import { renderLetter } from './letter.render.ts';
import { listNewestLetters } from './letter.store.ts';

const MOST_SHOWN = 100;

/** The demo's mail catcher. A sent letter no longer knows what filled it, so only those that wait are shown. */
export const listDemoLetters: UseCase<typeof contract, Asker | null> = async ({ store }, { query }) => {
  const letters = await listNewestLetters(store, { to: query.to ?? null, most: MOST_SHOWN });
  return {
    letters: letters
      .filter(({ status }) => status !== 'sent')
      .map((letter) => {
        const { subject, text, links } = renderLetter(letter);
        const { id, toAddress, toName, createdAt, locale } = letter;
        return { id, to: toAddress, name: toName ?? '', subject, text, links, at: createdAt, locale };
      }),
  };
};
