// `npm run prove`: the proofs of the engine at their full length, where the suite runs a short part of each. Hours, not
// minutes. Words after it choose files: `npm run prove -- repair`.
import { run } from './stages.mjs';

const HOURS = 12;

const chosen = process.argv.slice(2);
const status = await run(
  'vitest',
  [
    'run',
    '--project',
    'rooms',
    '--reporter=verbose',
    `--testTimeout=${HOURS * 3_600_000}`,
    ...(chosen.length === 0 ? ['packages/matching/'] : chosen),
  ],
  { env: { PROVE: 'whole' } },
);
process.exit(status);
