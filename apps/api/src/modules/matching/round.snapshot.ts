import { Refused, type RoundPerson } from '@parvis/contracts';
import type { RoundInput } from '@parvis/matching';
import type { Deps } from '../../deps.ts';
import { listEarlierPairs } from '../pairs/pair.store.ts';
import { swedishDay } from '../pairs/period.decisions.ts';
import type { Program } from '../programs/program.store.ts';
import { listEligible } from '../recruitment/enrollment.store.ts';
import { loadPool } from '../recruitment/pool.ts';
import type { ByHand } from './pins.decisions.ts';
import { readStamps, stampPeople, stampsOf } from './round.people.ts';
import { findRound, type RoundRow } from './round.store.ts';
import { isOutdated } from './standing.decisions.ts';

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

/** Has someone in the draft changed, left or been paired since, or were the rules changed? */
export async function checkOutdated({ store }: Pick<Deps, 'store'>, row: RoundRow, program: Program) {
  const pairs = row.result?.pairs ?? [];
  const paired = [...new Set(pairs.flatMap(({ newcomer, mentor }) => [newcomer, mentor]))];
  const earlier = await listEarlierPairs(store, paired);
  return isOutdated(
    {
      programVersion: row.programVersion,
      stamps: readStamps(row.people),
      pairs,
      history: row.snapshot.history ?? [],
    },
    {
      version: program.version,
      stamps: stampsOf(await listEligible(store, program.id)),
      earlierPairs: earlier.map(({ newcomerId, mentorId }) => ({ newcomer: newcomerId, mentor: mentorId })),
    },
  );
}
