import type { RoundPerson } from '@parvis/contracts';
import type { Person, PersonPair, Substitute } from '@parvis/matching';
import { substitutesAmong } from '@parvis/reference';
import type { Deps } from '../../deps.ts';
import { listEarlierPairs } from '../pairs/pair.store.ts';
import { swedishDay } from '../pairs/period.decisions.ts';
import { listEligible, type About, type Eligible } from './enrollment.store.ts';
import { detailsOf } from './person.record.ts';
import { asPerson, asRoundPerson } from './pool.person.ts';

/** Those whom a round of a program takes, as the engine and as the workspace see them. */
export interface Pool {
  readonly newcomers: readonly Person[];
  readonly mentors: readonly Person[];
  readonly people: readonly RoundPerson[];
  /** Pairs these people are or were in, in any program. */
  readonly history: readonly PersonPair[];
  /** Pairs of occupations among theirs that can stand in for each other. */
  readonly substitutes: readonly Substitute[];
}

/**
 * Everyone who waits and has room. A person waits in one program with what is left of her capacity there. With `about`, she
 * and the other side alone: whom she could meet, and her earlier pairs.
 */
export async function loadPool(
  { store, now }: Pick<Deps, 'store' | 'now'>,
  { programId, about }: { readonly programId: string; readonly about?: About },
): Promise<Pool> {
  const waiting = (await listEligible(store, programId, about)).map(asPoolMember);
  const ids = about === undefined ? waiting.map(({ person }) => person.id) : [about.personId];
  const earlier = await listEarlierPairs(store, ids);
  const today = swedishDay(now());
  const persons = waiting.map(({ person }) => person);
  return {
    newcomers: waiting.filter(({ enrollment }) => enrollment.side === 'newcomer').map(({ person }) => person),
    mentors: waiting.filter(({ enrollment }) => enrollment.side === 'mentor').map(({ person }) => person),
    people: waiting.map((member) => asRoundPerson({ ...member, now: today })),
    history: earlier.map(({ newcomerId, mentorId }) => ({ newcomer: newcomerId, mentor: mentorId })),
    substitutes: substitutesOf(persons),
  };
}

/** Published pairs of occupations that can stand in for each other, among those of these people. */
export function substitutesOf(people: readonly Person[]): readonly Substitute[] {
  const occupations = people.flatMap(({ occupations: all }) => all.map(({ occupation }) => occupation));
  return substitutesAmong(occupations.filter((occupation) => occupation !== null));
}

function asPoolMember({ person: row, enrollment: enrolled, remaining }: Eligible) {
  const details = detailsOf(row);
  const { side, waitingSince, wishes, neverWith } = enrolled;
  const enrollment = { side, capacity: remaining, waitingSince, wishes, neverWith };
  const { latitude, longitude } = row;
  const place = latitude === null || longitude === null ? null : { latitude, longitude };
  return { person: asPerson({ id: row.id, details, place, enrollment }), details, enrollment };
}
