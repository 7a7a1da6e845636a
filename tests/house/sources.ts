import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The sources of the house, as the inspector reads them. */

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

export interface Source {
  /** From the root, with forward slashes. */
  readonly file: string;
  readonly text: string;
  /** What it imports: a package's name, or a file from the root for a relative import. */
  readonly imports: readonly string[];
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

/** Every TypeScript and Svelte source below a folder, tests left out unless asked for. */
export function readSources(
  folder: string,
  { tests }: { readonly tests: 'with' | 'without' } = { tests: 'without' },
): readonly Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((file) => /\.(ts|svelte)$/.test(file) && !/(node_modules|\.svelte-kit|\/build)\//.test(file))
    .filter((file) => tests === 'with' || !/\.test\.ts$|\/testing\//.test(file))
    .map((file) => {
      const text = readFileSync(join(ROOT, file), 'utf8');
      return { file, text, imports: importsOf(file, text) };
    });
}

function importsOf(file: string, text: string): readonly string[] {
  return [...text.matchAll(IMPORT)]
    .map(([, plain, dynamic]) => plain ?? dynamic ?? '')
    .map((name) =>
      name.startsWith('.') ? relative(ROOT, join(ROOT, dirname(file), name)).replaceAll('\\', '/') : name,
    );
}
