import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { certify, explainNoPair, matchRound, scoreOfHundred } from '@parvis/matching';
import { TEMPLATES } from '@parvis/contracts';
import { read, utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { HEADINGS, makeRows, type SheetRow } from '../../../../tests/match/people.ts';
import { readSheetFile } from '../modules/sheets/file.ts';
import { maskCells, readPeople } from '../modules/sheets/people.ts';
import { poolOf } from './match/pool.ts';
import { runMatch } from './match/run.ts';

const MATCH = fileURLToPath(new URL('match.ts', import.meta.url));
const reason = z.looseObject({ text: z.string().min(1) });
const share = reason.extend({ points: z.int(), of: z.int() });
const RESULT = z.strictObject({
  program: z.string(),
  pairs: z.array(
    z.strictObject({ newcomer: z.string(), mentor: z.string(), score: z.int(), reasons: z.array(share) }),
  ),
  leftOut: z.array(
    z.strictObject({ id: z.string(), side: z.enum(['newcomer', 'mentor']), reasons: z.array(reason) }),
  ),
  certificate: z.strictObject({ matched: z.int(), total: z.int(), optimal: z.boolean() }),
  rows: z.strictObject({
    read: z.int(),
    rejected: z.array(
      z.strictObject({ row: z.int(), column: z.string(), value: z.string(), problem: z.string() }),
    ),
  }),
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parvis-match-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function match(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MATCH, ...args], {
    encoding: 'utf8',
    cwd: folder,
  });
  return { status, stdout, stderr };
}
/** The same without a process of its own, which takes most of a second to begin. */
async function matchHere(...args: readonly string[]) {
  let stdout = '';
  let stderr = '';
  const status = await runMatch(args, {
    today: new Date('2026-11-26T09:00:00Z'),
    databaseFile: () => at('none.sqlite'),
    print: (text) => void (stdout += text),
    tell: (line) => void (stderr += `${line}\n`),
  });
  return { status, stdout, stderr };
}
function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
const at = (name: string) => join(folder, name);
const resultIn = (name: string) => RESULT.parse(JSON.parse(readFileSync(at(name), 'utf8')));

/** Sixty people, five of them with a cell that cannot be read: rows 5, 12, 23, 40 and 58 of the sheet. */
function sixty(): SheetRow[] {
  const rows = makeRows({ newcomers: 34, mentors: 26 });
  const spoil = (row: number, heading: (typeof HEADINGS)[number], value: string): void => {
    const cells = rows[row - 2];
    if (cells !== undefined) cells[HEADINGS.indexOf(heading)] = value;
  };
  spoil(5, 'Mobilnummer', '4,67E+10');
  spoil(12, 'När kan du träffas?', 'mån 20-17');
  spoil(23, 'Yrke', 'blorpologist');
  spoil(40, 'Född', '19850312-1234');
  spoil(58, 'Språk', 'klingonskan B2');
  return rows;
}

describe('a spreadsheet of sixty people, made by another program, with five broken rows', () => {
  let run: ReturnType<typeof match>;
  let path: string;
  beforeAll(() => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([[...HEADINGS], ...sixty()]), 'Anmälda');
    path = file('folk.xlsx', new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' })));
    run = match('--people', path, '--program', 'kvinna', '--now', '2026-11-26', '--out', 'ut.json');
  });

  it('gives pairs with reasons, people left out with theirs, and ends with the certificate', () => {
    expect(run.status).toBe(0);
    const result = resultIn('ut.json');
    expect(result.program).toBe('kvinna');
    expect(result.pairs.length).toBeGreaterThan(5);
    expect(result.certificate).toEqual({
      matched: result.pairs.length,
      total: result.pairs.reduce((total, { score }) => total + score, 0),
      optimal: true,
    });
    expect(run.stdout.trimEnd().split('\n').at(-1)).toMatch(/^Bevisat bäst/);
    expect(run.stdout).toContain(`${result.pairs.length} par`);
    for (const { newcomer, mentor } of result.pairs)
      expect(run.stdout).toMatch(new RegExp(`\\(${newcomer}\\) – .*\\(${mentor}\\): \\d{1,3} av 100\n`));
  });

  it('names the five rows, what is wrong in each, and no personal identity number', () => {
    const { rows } = resultIn('ut.json');
    expect(rows.read).toBe(60);
    expect(rows.rejected.map(({ row, column, problem }) => [row, column, problem])).toEqual([
      [5, 'Mobilnummer', 'phone-lost-digits'],
      [12, 'När kan du träffas?', 'ends-before-begins'],
      [23, 'Yrke', 'unknown-occupation'],
      [40, 'Född', 'personal-number'],
      [58, 'Språk', 'unknown-language'],
    ]);
    expect(run.stdout).toContain('rad 12, När kan du träffas?: mån 20-17');
    expect(JSON.stringify(rows) + run.stdout + run.stderr).not.toContain('0312-1234');
  });

  it('keeps to its rules, and its certificate holds for an independent check', async () => {
    const cells = maskCells(await readSheetFile(readFileSync(path)));
    const now = '2026-11-26';
    const given = {
      cells,
      columns: null,
      locale: 'sv',
      today: now,
      home: null,
      besideRejected: 'keep',
    } as const;
    const reading = await readPeople({ ...given, knownOthers: () => false });
    if (reading === null) throw new Error('not read');
    const { input } = poolOf(reading, { definition: TEMPLATES.kvinna, now, locale: 'sv' });
    const result = resultIn('ut.json');
    for (const { newcomer, mentor } of result.pairs)
      expect(explainNoPair(input, `newcomer ${newcomer}`, `mentor ${mentor}`)).toEqual([]);
    const women = new Set(
      [...input.newcomers, ...input.mentors].filter(({ gender }) => gender === 'woman').map(({ id }) => id),
    );
    expect(
      result.pairs.every(
        ({ newcomer, mentor }) => women.has(`newcomer ${newcomer}`) && women.has(`mentor ${mentor}`),
      ),
    ).toBe(true);
    const again = matchRound(input);
    expect(again.certificate).toMatchObject(result.certificate);
    expect(certify(input, again)).toEqual({ feasible: true, optimal: true, problems: [] });
  });

  it('prints the result and nothing else, and tells how it goes on standard error', () => {
    expect(run.stdout.startsWith('Program: Kv(in)na\n')).toBe(true);
    expect(run.stderr).toContain('60 rader lästa');
    const json = match('--people', path, '--program', 'kvinna', '--now', '2026-11-26', '--out', '-');
    expect(RESULT.parse(JSON.parse(json.stdout))).toEqual(resultIn('ut.json'));
  });

  it('writes the same as a workbook', () => {
    expect(
      match('--people', path, '--program', 'kvinna', '--now', '2026-11-26', '--out', 'ut.xlsx').status,
    ).toBe(0);
    const book = read(readFileSync(join(folder, 'ut.xlsx')));
    expect(book.SheetNames).toEqual(['Par', 'Utan par', 'Bevis', 'Att rätta']);
    const pairs = utils.sheet_to_json<unknown[]>(book.Sheets['Par'] ?? {}, { header: 1 }).slice(1);
    expect(pairs.map(([newcomer, , mentor, , score]) => [newcomer, mentor, score])).toEqual(
      resultIn('ut.json').pairs.map(({ newcomer, mentor, reasons }) => [
        newcomer,
        mentor,
        scoreOfHundred(reasons),
      ]),
    );
  });

  it('gives the same pairs when the rows stand in another order', () => {
    const book = utils.book_new();
    const rows = sixty().toReversed();
    utils.book_append_sheet(book, utils.aoa_to_sheet([[...HEADINGS], ...rows]), 'x');
    const reversed = file('bak.xlsx', new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' })));
    match('--people', reversed, '--program', 'kvinna', '--now', '2026-11-26', '--out', 'bak.json');
    expect(resultIn('bak.json').pairs).toEqual(resultIn('ut.json').pairs);
  });
});

describe('other files', () => {
  const CSV =
    'Id;Sida;Namn;Kön;Född;Språk;Tider\n1;ny;Amina;kvinna;1990;sv:B1;mån 17-20\n1;mentor;Åsa;kvinna;1980;sv:C2;mån 17-20\n';

  it('in Windows-1252, with the same ids on both sides and no places, are paired as one municipality', async () => {
    const people = file(
      'a.csv',
      Uint8Array.from(CSV, (sign) => sign.charCodeAt(0)),
    );
    const { status, stdout, stderr } = await matchHere(
      '--people',
      people,
      '--program',
      'kvinna',
      '--out',
      at('a.json'),
    );
    expect(status).toBe(0);
    expect(stdout).toContain('Amina (1) – Åsa (1)');
    expect(stderr).toContain('samma kommun');
    expect(resultIn('a.json')).toMatchObject({ pairs: [{ newcomer: '1', mentor: '1' }], leftOut: [] });
  });

  it('without ids are told by their row numbers', async () => {
    const people = file('b.csv', CSV.replace('Id;', '').replaceAll('\n1;', '\n'));
    await matchHere('--people', people, '--program', 'kvinna', '--out', at('b.json'));
    expect(resultIn('b.json').pairs).toMatchObject([{ newcomer: '2', mentor: '3' }]);
  });

  it('in which nobody can be paired are an answer', async () => {
    const people = file('c.csv', CSV.replace('mån 17-20\n1;mentor', 'tis 9-12\n1;mentor'));
    const { status, stdout } = await matchHere(
      '--people',
      people,
      '--program',
      'kvinna',
      '--lang',
      'en',
      '--out',
      at('c.json'),
    );
    expect(status).toBe(0);
    expect(stdout).toContain('No pairs');
    expect(resultIn('c.json')).toMatchObject({
      pairs: [],
      certificate: { matched: 0, total: 0, optimal: true },
      leftOut: [
        { id: '1', side: 'newcomer', reasons: [{ code: 'no-allowed-partner' }] },
        { id: '1', side: 'mentor', reasons: [{ code: 'no-allowed-partner' }] },
      ],
    });
  });

  it('are paired by a program of one’s own', async () => {
    const definition = {
      ...TEMPLATES.kvinna,
      name: 'Egen',
      rules: { requirements: [], preferences: [{ kind: 'age', weight: 3 }] },
    };
    const program = file('egen.json', JSON.stringify(definition));
    await matchHere('--people', file('d.csv', CSV), '--program', program, '--out', at('d.json'));
    expect(resultIn('d.json')).toMatchObject({ program: 'Egen', pairs: [{ newcomer: '1' }] });
  });

  it.each(['sv', 'en', 'ar'])('are told in %s', async (language) => {
    const { stdout } = await matchHere(
      '--people',
      file('e.csv', CSV),
      '--program',
      'kvinna',
      '--lang',
      language,
    );
    expect(stdout).toMatch(
      { sv: /Bevisat bäst/, en: /Proven optimal/, ar: /ثبت أنه الأفضل/ }[language] ?? /nothing/,
    );
    expect(stdout).not.toMatch(/\{\w+\}/);
  });
});

describe('input that cannot be used ends with 2, and says why on standard error alone', () => {
  it.each<[string, () => readonly string[], RegExp]>([
    ['no people', () => ['--program', 'kvinna'], /--people is missing/],
    ['no program', () => ['--people', 'x.csv'], /--program is missing/],
    ['a word that is no option', () => ['--pepole', 'x.csv'], /--pepole/],
    ['a missing file', () => ['--people', 'nowhere.xlsx', '--program', 'kvinna'], /nowhere\.xlsx/],
    ['an unknown program', () => ['--people', file('x.csv', 'a'), '--program', 'kvina'], /kvina.*sprakvan/],
    [
      'a program that is not JSON',
      () => ['--people', file('x.csv', 'a'), '--program', file('p.json', '{')],
      /not JSON/,
    ],
    [
      'a program against the contract',
      () => ['--people', file('x.csv', 'a'), '--program', file('p.json', '{"name":""}')],
      /name: required[\s\S]*rules/,
    ],
    [
      'a file without sides',
      () => ['--people', file('x.csv', 'Namn;Född\nEva;1985'), '--program', 'kvinna'],
      /Sida/,
    ],
    [
      'a picture',
      () => [
        '--people',
        file('x.csv', Uint8Array.from([0x89, 0x50, 0, 0, 0, 1, 2, 3])),
        '--program',
        'kvinna',
      ],
      /går inte att läsa/,
    ],
    [
      'a day that is none',
      () => ['--people', file('x.csv', 'a'), '--program', 'kvinna', '--now', '2026-02-31'],
      /2026-02-31/,
    ],
    ['a language that is none', () => ['--people', 'x', '--program', 'kvinna', '--lang', 'tlh'], /--lang/],
    ['another kind of result', () => ['--people', 'x', '--program', 'kvinna', '--out', 'ut.pdf'], /ut\.pdf/],
  ])('%s', async (_name, args, told) => {
    const { status, stdout, stderr } = await matchHere(...args());
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(told);
  });

  it('as a process too', () => {
    const { status, stdout, stderr } = match('--people', 'nowhere.xlsx', '--program', 'kvinna');
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('nowhere.xlsx');
  });

  it('but help is given', async () => {
    const { status, stdout } = await matchHere('--help');
    expect(status).toBe(0);
    expect(stdout).toContain('npm run match');
  });
});
