import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeWorkbook } from '../../apps/api/src/modules/sheets/workbook.ts';
import { HEADINGS, makeRows } from './people.ts';

/** From a file of 1,000 × 1,000 people to explained pairs, as a person runs it: time and memory. */
const [size = '1000', program = 'kvinna'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'parvis-match-'));
const people = join(folder, 'people.xlsx');
const rows = makeRows({ newcomers: Number(size), mentors: Number(size) });
const columns = HEADINGS.map((heading) => ({ heading }));
writeFileSync(people, await writeWorkbook([{ name: 'Anmälda', columns, rows }]));

const cli = fileURLToPath(new URL('../../apps/api/src/cli/match.ts', import.meta.url));
const out = join(folder, 'result.json');
const began = performance.now();
const { status, stdout, stderr, resource } = run();
const seconds = (performance.now() - began) / 1000;
console.log(stderr.split('\n').slice(-2).join('\n').trim());
console.log(stdout.trimEnd().split('\n').slice(-2).join('\n'));
console.log(`exit ${status}, ${seconds.toFixed(1)} s, ${resource}`);
rmSync(folder, { recursive: true });

function run() {
  const args = ['--people', people, '--program', program, '--now', '2026-11-26', '--out', out];
  const code = `process.on('exit', () => process.stderr.write('\\npeak ' + Math.round(process.resourceUsage().maxRSS / 1024) + ' MB'))`;
  const measured = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(code)}`, cli, ...args],
    { encoding: 'utf8', maxBuffer: 1e9 },
  );
  const lines = measured.stderr.split('\n');
  return {
    status: measured.status,
    stdout: measured.stdout,
    stderr: lines.slice(0, -1).join('\n'),
    resource: lines.at(-1) ?? '',
  };
}
