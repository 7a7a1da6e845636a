import { readFile } from 'node:fs/promises';
import {
  programDefinition,
  templateKey,
  TEMPLATE_KEYS,
  TEMPLATES,
  type ProgramDefinition,
} from '@parvis/contracts';
import { Unusable } from './unusable.ts';

export interface GivenProgram {
  /** The template's key, or the name in the file. */
  readonly called: string;
  readonly definition: ProgramDefinition;
}

/** The program that is meant: the key of a template, or a JSON file by the program contract. Throws `Unusable`. */
export async function loadProgram(given: string): Promise<GivenProgram> {
  const key = templateKey.safeParse(given);
  if (key.success) return { called: key.data, definition: TEMPLATES[key.data] };
  const read = programDefinition.safeParse(parseJson(await readText(given), given));
  if (read.success) return { called: read.data.name, definition: read.data };
  const problems = read.error.issues.map(
    ({ path, message }) => `  ${path.map(String).join('.') || '(whole file)'}: ${message}`,
  );
  throw new Unusable([`${given} is not a program by the contract:`, ...problems.slice(0, 20)].join('\n'));
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new Unusable(
      `There is no program ${file}: give ${TEMPLATE_KEYS.join(', ')}, or a JSON file that exists`,
    );
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new Unusable(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
