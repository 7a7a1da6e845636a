// `npm test`: everything that must hold, in one command: format, lint, types, unused code, the build, and every suite.
// Ends with one line: N passed, N failed.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { build, install, ROOT, run, say } from './stages.mjs';

const CHECKS = [
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['lint', 'eslint', ['--max-warnings', '0', '.']],
  ['types', 'tsc', ['-p', 'tsconfig.json', '--noEmit']],
  [
    'types of the pages',
    'svelte-check',
    ['--tsconfig', './apps/web/tsconfig.json', '--fail-on-warnings', '--output', 'human'],
  ],
  ['unused code', 'knip', ['--no-progress']],
];

const only = process.argv.slice(2);
let passed = 0;
let failed = 0;

const stage = async (name, work) => {
  const started = Date.now();
  const good = await work().catch((error) => (say(error.message), false));
  say(`${name}: ${good ? 'good' : 'FAILED'} (${Math.round((Date.now() - started) / 1000)} s)`);
  return good;
};
const count = (good) => (good ? passed++ : failed++);

await install();
const built = await stage('build', async () => (await build(), true));
count(built);
if (only.length === 0) {
  for (const [name, command, args] of CHECKS)
    count(await stage(name, async () => (await run(command, args)) === 0));
}
await stage('suites', runSuites);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);

async function runSuites() {
  const chromium = await findChromium();
  if (chromium === null) {
    say('NO CHROMIUM: the browser tests did not run. Install one, or set CHROME_PATH to its program.');
    if (process.env.CI !== undefined) failed++;
  }
  const folder = join(ROOT, 'data/tests');
  mkdirSync(folder, { recursive: true });
  const report = join(folder, 'suites.json');
  rmSync(report, { force: true });
  const projects = ['rooms', 'house', ...(chromium === null ? [] : ['journeys'])].flatMap((name) => [
    '--project',
    name,
  ]);
  const status = await run(
    'vitest',
    ['run', ...projects, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...only],
    {
      env: chromium === null ? {} : { CHROME_PATH: chromium },
    },
  );
  const told = JSON.parse(readFileSync(report, 'utf8'));
  passed += told.numPassedTests;
  failed += told.numFailedTests;
  // A file that does not load, or an error outside a test, fails no test but must fail the run.
  if (status !== 0 && told.numFailedTests === 0) failed++;
  return status === 0;
}
