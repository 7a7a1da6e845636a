import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { count, file, list, nothing } from './shapes.ts';
import { id, requiredText } from './vocabulary.ts';

export const COLUMNS = [
  'id',
  'side',
  'name',
  'email',
  'phone',
  'birthYear',
  'gender',
  'municipality',
  'place',
  'languages',
  'educationLevel',
  'educationField',
  'occupation',
  'availability',
  'ways',
  'maxKilometres',
  'capacity',
  'waitingSince',
  'wishes',
  'neverWith',
  'household',
  'interests',
] as const;
export const column = z.enum(COLUMNS);
export type Column = z.infer<typeof column>;

/** One cell that could not be understood: row as the spreadsheet numbers it (headings are row 1), heading, value, what is wrong. */
export const cellProblem = z.strictObject({
  row: count,
  column: z.string(),
  value: z.string(),
  problem: z
    .string()
    .meta({ description: 'A code with a sentence and a remedy in packages/messages, `sheets`' }),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type CellProblem = z.infer<typeof cellProblem>;

/** One cell that was understood by a guess. */
export const cellGuess = z.strictObject({
  row: count,
  column: z.string(),
  value: z.string(),
  understood: z.string(),
});
export type CellGuess = z.infer<typeof cellGuess>;

export const importReport = z.strictObject({
  importId: id,
  programId: id,
  filename: z.string(),
  status: z.enum(['checked', 'applied']),
  headings: list(
    z.strictObject({
      heading: z.string(),
      column: column.nullable(),
      certain: z.boolean().meta({ description: 'false: guessed, worth a look' }),
      sample: z.string(),
    }),
  ).meta({ description: 'While none of them is the side, nobody is read and nothing can be applied' }),
  read: count,
  added: count.meta({ description: 'Good rows of people new to the program' }),
  changed: count.meta({ description: 'Good rows of people known here, with something new in them' }),
  unchanged: count,
  rejected: list(cellProblem),
  rejectedRows: count,
  guesses: list(cellGuess),
});
export type ImportReport = z.infer<typeof importReport>;

const importParams = z.strictObject({ importId: id });

export const checkImport = endpoint({
  name: 'checkImport',
  method: 'POST',
  path: '/api/programs/:programId/imports',
  summary:
    'Read a spreadsheet (XLSX or CSV, as the raw body) without writing anybody: what was understood, guessed, and what fails',
  access: 'coordinator-of-program',
  params: z.strictObject({ programId: id }),
  query: z.strictObject({ filename: requiredText(200) }),
  body: z.instanceof(Uint8Array),
  reply: importReport,
  status: 201,
  carries: 'octets',
  refusals: ['file-unreadable', 'file-too-large', 'file-too-many-rows', 'file-no-side'],
});

export const showImport = endpoint({
  name: 'showImport',
  method: 'GET',
  path: '/api/imports/:importId',
  summary: 'A spreadsheet that was read',
  access: 'coordinator-of-program',
  params: importParams,
  query: nothing,
  body: nothing,
  reply: importReport,
});

export const changeColumns = endpoint({
  name: 'changeColumns',
  method: 'PUT',
  path: '/api/imports/:importId/columns',
  summary: 'Correct which heading is which column, and read the file again',
  access: 'coordinator-of-program',
  params: importParams,
  query: nothing,
  body: z.strictObject({
    columns: list(column.nullable(), 200).meta({ description: 'One for each heading, in order' }),
  }),
  reply: importReport,
  refusals: ['import-already-applied'],
});

export const applyImport = endpoint({
  name: 'applyImport',
  method: 'POST',
  path: '/api/imports/:importId/apply',
  summary: 'Put the good rows into the program; the same file twice makes nobody twice',
  access: 'coordinator-of-program',
  params: importParams,
  query: nothing,
  body: nothing,
  reply: importReport,
  refusals: ['import-already-applied', 'import-outdated', 'file-no-side'],
  idempotent: true,
});

export const exportRejected = endpoint({
  name: 'exportRejected',
  method: 'GET',
  path: '/api/imports/:importId/rejected.xlsx',
  summary: 'The rows that failed, as a file to mend and import again',
  access: 'coordinator-of-program',
  params: importParams,
  query: nothing,
  body: nothing,
  reply: file,
  carries: 'file',
});
