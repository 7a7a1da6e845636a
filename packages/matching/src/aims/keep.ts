import { findCandidates } from '../columns/candidates.ts';
import { compileProgram } from '../columns/compiled.ts';
import { fillPool, personAt } from '../columns/pool.ts';
import { fullScoreOf } from '../judge/score.ts';
import { levelIn, SWEDISH } from '../judge/skills.ts';
import { SPEAKS } from '../judge/wishes.ts';
import type { KeptMentor, Person, RoundInput } from '../model.ts';

/**
 * The mentors whom the round keeps for those who will come, by id; none when the rules do not ask for it, or nobody came.
 * Only what holds for everybody like the expected newcomers is looked at: the program's requirements and what either side
 * must have.
 */
export function findKept(input: RoundInput): readonly KeptMentor[] {
  const expected = input.expected ?? [];
  if (input.program.keepScarce !== true || expected.length === 0) return [];
  const like = expected.map(asSomebodyLikeHer);
  const future: RoundInput = {
    program: input.program,
    newcomers: like,
    mentors: input.mentors,
    ...(input.substitutes === undefined ? {} : { substitutes: input.substitutes }),
    now: input.now,
  };
  const pool = fillPool(future);
  const { rowStart, column } = findCandidates(compileProgram(pool, future));
  const only = new Map<number, Person[]>();
  for (const [i, person] of pool.newcomers.people.entries()) {
    const first = rowStart[i] ?? 0;
    if ((rowStart[i + 1] ?? 0) - first !== 1) continue;
    const mentor = column[first] ?? 0;
    only.set(mentor, [...(only.get(mentor) ?? []), person]);
  }
  const fullScore = fullScoreOf(input.program.preferences);
  return [...only]
    .sort(([a], [b]) => a - b)
    .map(([at, people]) => describe(personAt(pool.mentors, at), people, { of: expected.length, fullScore }));
}

/** The program's own rules never hold against these: they belong to one person, not to those like her. */
export function asSomebodyLikeHer(person: Person, at: number): Person {
  return { ...person, id: `expected ${String(at)}`, household: null, neverWith: [] };
}

function describe(
  mentor: Person,
  people: readonly Person[],
  { of, fullScore }: { readonly of: number; readonly fullScore: number },
): KeptMentor {
  return {
    mentor: mentor.id,
    only: people.length,
    of,
    points: Math.round((fullScore * people.length) / of),
    languages: inAll([mentor, ...people], spokenBy),
    occupations: inAll([mentor, ...people], ({ occupations }) =>
      occupations.map(({ ssyk }) => ssyk).flatMap((ssyk) => (ssyk.length < 2 ? [] : [ssyk.slice(0, 2)])),
    ),
  };
}

function spokenBy({ languages }: Person): readonly string[] {
  return languages
    .map(({ language }) => language)
    .filter((language) => language !== SWEDISH && levelIn(languages, language) >= SPEAKS);
}

function inAll(people: readonly Person[], wordsOf: (person: Person) => readonly string[]): readonly string[] {
  const [first, ...others] = people.map((person) => new Set(wordsOf(person)));
  return [...(first ?? [])].filter((word) => others.every((words) => words.has(word))).sort();
}
