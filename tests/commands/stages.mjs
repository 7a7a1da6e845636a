// The stages that `npm start` and `npm test` share. No dependencies: on a fresh clone there are none yet.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Says what happens now, on stderr, one line for each stage. */
export function say(line) {
  process.stderr.write(`parvis: ${line}\n`);
}

/** Runs a command with the project's own tools first on the path; resolves with its exit status. */
export function run(command, args, { env = {}, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: quiet ? ['ignore', 'ignore', 'inherit'] : ['ignore', 'inherit', 'inherit'],
      env: environment(env),
    });
    child.on('error', reject);
    child.on('exit', (status) => resolve(status ?? 1));
  });
}

export function environment(more = {}) {
  return { ...process.env, PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH ?? ''}`, ...more };
}

/** The pinned Node that the lockfile installs; every part of the house runs on it. */
export function pinnedNode() {
  return join(ROOT, 'node_modules/.bin/node');
}

/** Installs what the lockfile names, if it is not installed already. */
export async function install() {
  const wanted = hashOf([join(ROOT, 'package-lock.json')]);
  const mark = join(ROOT, 'node_modules/.parvis-installed');
  if (readIfThere(mark) === wanted) return;
  say('installing (about half a minute, once)');
  const status = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    quiet: true,
  });
  if (status !== 0) throw new Error('npm ci failed; its own words stand above');
  writeFileSync(mark, wanted);
}

/** Builds the pages, if a source has changed since they were last built. */
export async function build() {
  const wanted = hashOf(
    [
      'apps/web/src',
      'apps/web/static',
      'packages/contracts/src',
      'packages/messages/src',
      'packages/matching/src',
    ]
      .flatMap((folder) => filesIn(join(ROOT, folder)))
      .concat(
        ['apps/web/vite.config.ts', 'apps/web/package.json', 'package-lock.json'].map((file) =>
          join(ROOT, file),
        ),
      ),
  );
  const mark = join(ROOT, 'apps/web/build/.parvis-built');
  if (readIfThere(mark) === wanted) return;
  say('building the pages');
  const status = await run(
    'npm',
    ['run', 'build', '--silent', '--workspace', '@parvis/web', '--', '--logLevel', 'warn'],
    { quiet: true },
  );
  if (status !== 0) throw new Error('the pages could not be built; the reason stands above');
  writeFileSync(mark, wanted);
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .sort();
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash.update(file.slice(ROOT.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
