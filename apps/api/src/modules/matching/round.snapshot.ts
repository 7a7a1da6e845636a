import { Refused, type RoundDifference, type RoundPerson } from '@parvis/contracts';
import type { RoundInput } from '@parvis/matching';
import type { Deps } from '../../deps.ts';
import { listEarlierPairs } from '../pairs/pair.store.ts';
import { swedishDay } from '../pairs/period.decisions.ts';
import type { Program } from '../programs/program.store.ts';
import { listEligible, listStatuses } from '../recruitment/enrollment.store.ts';
import { loadExpected } from '../recruitment/expected.ts';
import { loadPool } from '../recruitment/pool.ts';
import type { ByHand } from './pins.decisions.ts';
import { readStamps, stampPeople, stampsOf } from './round.people.ts';
import { findRound, type RoundRow } from './round.store.ts';
import { findDifference } from './standing.decisions.ts';

/** All that a round is solved from, and its people as the workspace shows them. */
export interface Snapshot {
  readonly programVersion: number;
  readonly snapshot: RoundInput;
  readonly people: readonly RoundPerson[];
}

/** Those who wait, and the rules, as they are now. */
export async function takeSnapshot(deps: Deps, program: Program, { pins, bans }: ByHand): Promise<Snapshot> {
  // Read before the pool: who changes in between is found to have changed, never the other way round.
  const stamps = stampsOf(await listEligible(deps.store, program.id));
  const { people, newcomers, mentors, history, substitutes } = await loadPool(deps, {
    programId: program.id,
  });
  // Taken whether or not the program keeps the scarce: the draft may be solved by other rules.
  const expected = await loadExpected(deps, { programId: program.id });
  const now = swedishDay(deps.now());
  return {
    programVersion: program.version,
    snapshot: {
      program: program.definition.rules,
      newcomers,
      mentors,
      pins,
      bans,
      history,
      substitutes,
      expected,
      now,
    },
    people: stampPeople(people, stamps),
  };
}

/** Throws `not-there`. */
export async function loadRound({ store }: Pick<Deps, 'store'>, roundId: string): Promise<RoundRow> {
  const row = await findRound(store, roundId);
  if (row === null) throw new Refused('not-there');
  return row;
}

/** How the world stands against a draft: null when nothing in it has changed. Those taken out of the round are not in it. */
export async function compareToWorld(
  { store }: Pick<Deps, 'store'>,
  row: RoundRow,
  program: Program,
): Promise<RoundDifference | null> {
  const pairs = row.result?.pairs ?? [];
  const paired = [...new Set(pairs.flatMap(({ newcomer, mentor }) => [newcomer, mentor]))];
  const earlier = await listEarlierPairs(store, paired);
  const away = new Set(row.away);
  const difference = findDifference(
    {
      programVersion: row.programVersion,
      stamps: new Map([...readStamps(row.people)].filter(([id]) => !away.has(id))),
      pairs,
      history: row.snapshot.history ?? [],
    },
    {
      version: program.version,
      stamps: stampsOf(await listEligible(store, program.id)),
      statuses: await listStatuses(store, program.id),
      earlierPairs: earlier.map(({ newcomerId, mentorId }) => ({ newcomer: newcomerId, mentor: mentorId })),
    },
  );
  if (difference === null) return null;
  const names = new Map(row.people.map(({ id, name }) => [id, name]));
  const people = difference.people.map(({ id, what }) => ({ id, name: names.get(id) ?? '', what }));
  return { ...difference, people };
}
