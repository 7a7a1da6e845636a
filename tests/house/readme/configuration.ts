import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configurationTable } from '../../../apps/api/src/config.ts';
import { ROOT } from '../sources.ts';

const README = join(ROOT, 'README.md');
const BEGIN = '<!-- configuration: made by `npm run readme` from apps/api/src/config.ts -->';
const END = '<!-- configuration ends -->';

/** The table of every variable as the README has it, and as it should be. */
export function readConfiguration(): { readonly written: string; readonly current: string } {
  const text = readFileSync(README, 'utf8');
  return { written: between(text), current: configurationTable() };
}

/** Puts the current table into the README. */
export function writeConfiguration(): void {
  const text = readFileSync(README, 'utf8');
  const { from, to } = placeOf(text);
  writeFileSync(README, `${text.slice(0, from)}\n\n${configurationTable()}\n\n${text.slice(to)}`);
}

function between(text: string): string {
  const { from, to } = placeOf(text);
  return text.slice(from, to).trim();
}

function placeOf(text: string): { readonly from: number; readonly to: number } {
  const begin = text.indexOf(BEGIN);
  const to = text.indexOf(END);
  if (begin === -1 || to === -1)
    throw new Error('README.md has lost the marks around its configuration table');
  return { from: begin + BEGIN.length, to };
}
