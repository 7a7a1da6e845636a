import type { Network } from '../src/index.ts';
import { solveTogether, type TogetherAnswer } from '../src/together/together.ts';
import type { Belonging } from '../src/together/relations.ts';
import { makeRandom } from './people.ts';

/*
 * How far the search for people who belong together gets: n newcomers, 0.4 n mentors of one to three places, so that
 * places are short; some twelve possible mentors each; a fifth of the newcomers in twos who share most of theirs. For each kind and size five networks: how many were
 * proved best, the most networks solved, the widest gap left, and the processor time in milliseconds.
 * Run: node packages/matching/bench/together.ts
 */

const KINDS: readonly Belonging[] = ['as-one', 'same-column', 'both-or-neither', 'apart'];
const SIZES = [50, 100, 200, 300] as const;

for (const how of KINDS) {
  for (const size of SIZES) {
    const answers = [1, 2, 3, 4, 5].map((seed) => {
      const network = makeNetwork(size, makeRandom(1000 * size + seed));
      const rows = Array.from({ length: Math.floor(size / 10) }, (_, at) => [2 * at, 2 * at + 1]);
      const before = process.cpuUsage().user;
      const answer = solveTogether(
        network,
        rows.map((two) => ({ how, rows: two })),
      );
      return { answer, spent: (process.cpuUsage().user - before) / 1000 };
    });
    const most = (of: (answer: TogetherAnswer) => number): number =>
      Math.max(...answers.map(({ answer }) => of(answer)));
    console.log(
      `${how} ${String(size)}: best in ${String(answers.filter(({ answer }) => answer.isBest).length)} of 5,` +
        ` networks solved up to ${String(most(({ solved }) => solved))},` +
        ` gap up to ${(100 * most(({ value, bound }) => (bound - value) / bound)).toFixed(3)} %,` +
        ` ${Math.max(...answers.map(({ spent }) => spent)).toFixed(0)} ms`,
    );
  }
}

function makeNetwork(size: number, random: () => number): Network {
  const mentors = Math.round(0.4 * size);
  const rowStart = [0];
  const column: number[] = [];
  const score: number[] = [];
  for (let i = 0; i < size; i++) {
    /* Every other newcomer of a two is asked what the one before was, four times out of five. */
    const before = new Set(i % 2 === 1 ? column.slice(rowStart[i - 1]) : []);
    for (let j = 0; j < mentors; j++) {
      const chance = i % 2 === 0 ? 12 / mentors : before.has(j) ? 0.8 : 2.4 / mentors;
      if (random() >= chance) continue;
      column.push(j);
      score.push(200 + Math.floor(800 * random()));
    }
    rowStart.push(column.length);
  }
  return {
    rowStart: Int32Array.from(rowStart),
    column: Int32Array.from(column),
    score,
    rowCapacity: new Int32Array(size).fill(1),
    columnCapacity: Int32Array.from({ length: mentors }, () => 1 + Math.floor(3 * random())),
    rowBonus: new Float64Array(size).fill(1_000_000),
    columnBonus: new Float64Array(mentors).fill(1_000_000),
  };
}
