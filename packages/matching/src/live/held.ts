import { personAt } from '../columns/pool.ts';
import { sharesOf, totalOf, weigh } from '../judge/score.ts';
import type { Rules } from '../model.ts';
import { figuresOf } from './figures.ts';
import type { Hand, Held } from './hand.ts';
import type { LiveSide } from './people.ts';
import type { LiveAnswer, LivePair } from './words.ts';

/** Reads the answer a hand holds under the program's rules. */
export function readAnswer(
  { pool, newcomers, mentors }: Hand,
  { kept, conflicts, gone, fullScore, usedBy }: Held,
  program: Rules,
): LiveAnswer {
  const pinned = new Map<number, readonly LiveMatch[]>();
  for (const { newcomer, mentor } of kept) {
    const [a, b] = [personAt(pool.newcomers, newcomer), personAt(pool.mentors, mentor)];
    const score = totalOf(sharesOf(weigh(program.preferences), a, b, pool.context));
    pinned.set(newcomer, [...(pinned.get(newcomer) ?? []), { mentor, score, pinned: true }]);
  }
  const pairs: LivePair[] = [];
  const inPair = new Uint8Array(mentors.ids.length);
  const alone: number[] = [];
  for (const [i, id] of newcomers.ids.entries()) {
    const matches = [
      ...(pinned.get(i) ?? []),
      ...usedBy(i).map(({ mentor, score }): LiveMatch => ({ mentor, score, pinned: false })),
    ].sort((a, b) => a.mentor - b.mentor);
    if (matches.length === 0 && !gone.has(id)) alone.push(i);
    for (const { mentor, score, pinned: isPinned } of matches) {
      inPair[mentor] = 1;
      pairs.push({ newcomer: id, mentor: mentors.ids[mentor] ?? '', score, pinned: isPinned });
    }
  }
  const unused = [...mentors.ids.keys()].filter((j) => inPair[j] === 0 && !gone.has(mentors.ids[j] ?? ''));
  return {
    pairs,
    fullScore,
    conflicts,
    figures: figuresOf(pairs, longestOf([weeksOf(newcomers, alone), weeksOf(mentors, unused)].flat())),
    leftOut: { newcomers: idsOf(newcomers, alone), mentors: idsOf(mentors, unused) },
  };
}

interface LiveMatch {
  readonly mentor: number;
  readonly score: number;
  readonly pinned: boolean;
}

function idsOf({ ids }: LiveSide, at: readonly number[]): readonly string[] {
  return at.map((n) => ids[n] ?? '');
}

function weeksOf({ weeks }: LiveSide, at: readonly number[]): readonly number[] {
  return at.map((n) => weeks[n] ?? 0);
}

function longestOf(weeks: readonly number[]): number | null {
  return weeks.length === 0 ? null : weeks.reduce((most, own) => Math.max(most, own), 0);
}
