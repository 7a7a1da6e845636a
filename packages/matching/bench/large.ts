import { fillPool } from '../src/columns/pool.ts';
import { matchRound, type Person, type RoundInput } from '../src/index.ts';
import { EVERYDAY_RULES, makeRandom, makeRound } from './people.ts';

/*
 * A country's round: 20,000 newcomers and as many mentors in 150 municipalities, each round within its own municipality
 * except by video or telephone with the next. From people to explained pairs with proof: processor time and peak memory.
 * Run: node packages/matching/bench/large.ts [people per side]
 */

const MUNICIPALITIES = 150;

const size = Number(process.argv[2] ?? '20000');
const input = settle(
  makeRound(20, size, size, {
    requirements: [
      ...EVERYDAY_RULES,
      { kind: 'age-span', years: 20 },
      { kind: 'municipality', among: [], across: 'never' },
    ],
  }),
);
const columns = time(() => fillPool(input));
let stage = '';
let began = process.cpuUsage().user;
const solved = time(() =>
  matchRound(input, (progress) => {
    if (progress.stage === stage) return;
    if (stage !== '') console.log(`  ${stage} ${((process.cpuUsage().user - began) / 1e6).toFixed(2)} s`);
    stage = progress.stage;
    began = process.cpuUsage().user;
  }),
);
console.log(`  ${stage} and proving ${((process.cpuUsage().user - began) / 1e6).toFixed(2)} s`);
const { certificate, leftOut } = solved.value;
console.log(
  `${String(size)} × ${String(size)}: columns ${columns.spent.toFixed(2)} s, the whole round ${solved.spent.toFixed(2)} s, ` +
    `peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB; ${String(certificate.matched)} pairs, ` +
    `${String(leftOut.length)} left out, ${certificate.optimal ? 'proved best' : 'NOT PROVED'}`,
);

/* People keep what they are and move to one of many municipalities, some larger than others. */
function settle(round: RoundInput): RoundInput {
  const random = makeRandom(150);
  const towns = Array.from({ length: MUNICIPALITIES }, (_, n) => ({
    code: String(1000 + n),
    place: { latitude: 55.5 + 12 * random(), longitude: 12 + 8 * random() },
  }));
  const move = (person: Person): Person => {
    const town = towns[Math.floor(MUNICIPALITIES * random() ** 2)] ?? { code: '1000', place: null };
    return { ...person, municipality: town.code, place: town.place };
  };
  return { ...round, newcomers: round.newcomers.map(move), mentors: round.mentors.map(move) };
}

function time<T>(run: () => T): { readonly value: T; readonly spent: number } {
  const before = process.cpuUsage();
  const value = run();
  const { user, system } = process.cpuUsage(before);
  return { value, spent: (user + system) / 1e6 };
}
