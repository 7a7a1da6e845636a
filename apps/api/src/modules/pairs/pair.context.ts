import { Refused, type Locale } from '@parvis/contracts';
import type { Side } from '@parvis/matching';
import type { Write } from '../../database/store.ts';
import type { Deps } from '../../deps.ts';
import { linkTo, type LetterKind } from '../messages/letter.kinds.ts';
import { insertLetter } from '../messages/letter.store.ts';
import { findProgram, type Program } from '../programs/program.store.ts';
import { findPerson, type PersonRow } from '../recruitment/person.store.ts';
import { listMeetings, type MeetingRow } from './meeting.store.ts';
import { findPair, type PairRow } from './pair.store.ts';

/** A pair with what its decisions read. */
export interface PairContext {
  readonly pair: PairRow;
  readonly program: Program;
  readonly newcomer: PersonRow;
  readonly mentor: PersonRow;
  /** Earliest first; those taken away are among them. */
  readonly meetings: readonly MeetingRow[];
}
/** The same for one of the two. */
export interface OwnContext extends PairContext {
  readonly side: Side;
}

export async function loadPair({ store }: Deps, pairId: string): Promise<PairContext> {
  const pair = await findPair(store, pairId);
  if (pair === null) throw new Refused('not-there');
  const program = await findProgram(store, pair.programId);
  const newcomer = await findPerson(store, pair.newcomerId);
  const mentor = await findPerson(store, pair.mentorId);
  if (program === null || newcomer === null || mentor === null) throw new Refused('not-there');
  return { pair, program, newcomer, mentor, meetings: await listMeetings(store, pairId) };
}

/** A pair of one of the account's persons. */
export async function loadOwnPair(
  deps: Deps,
  { pairId, accountId }: { readonly pairId: string; readonly accountId: string },
): Promise<OwnContext> {
  const context = await loadPair(deps, pairId);
  // Should both share one address, it speaks for the newcomer alone: one press never answers for two. Staff note the other's answer.
  if (context.newcomer.accountId === accountId) return { ...context, side: 'newcomer' };
  if (context.mentor.accountId === accountId) return { ...context, side: 'mentor' };
  throw new Refused('not-there');
}

type PairLetter = Extract<LetterKind, 'pair-accepted' | 'proposal-declined' | 'pair-ended'>;

/** A letter to one of the two, that leads to the pair's page; none to her who has no address. */
export function writeLetter(
  deps: Deps,
  { kind, to, context }: { readonly kind: PairLetter; readonly to: PersonRow; readonly context: PairContext },
): readonly Write[] {
  if (to.email === null) return [];
  const locale: Locale = to.interfaceLanguage;
  const link = linkTo(deps.config.origin, locale, `/pairs/${context.pair.id}`);
  return [
    insertLetter(deps, {
      kind,
      accountId: to.accountId,
      personId: to.id,
      toName: to.addressedAs ?? to.name,
      toAddress: to.email,
      locale,
      data: { program: context.program.definition.name, link },
    }),
  ];
}
