import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Refused } from '@parvis/contracts';
import { MatchingError, matchRound } from '@parvis/matching';
import { refusalSentence } from '@parvis/messages';
import { translateTo } from '@parvis/messages/all';
import { readSheetFile } from '../../modules/sheets/file.ts';
import { maskCells, readPeople, saysSides, type SheetReading } from '../../modules/sheets/people.ts';
import { writeWorkbook } from '../../modules/sheets/workbook.ts';
import { namePool } from './labels.ts';
import { readOptions, USAGE, type Options, type VerifyOptions } from './options.ts';
import { homeOf, poolOf } from './pool.ts';
import { loadProgram } from './program.ts';
import { tellReading } from './progress.ts';
import { resultOf } from './result.ts';
import { laySheets } from './sheets.ts';
import { tellResult, type Told } from './text.ts';
import { Unusable } from './unusable.ts';
import { findRecorded } from './verify/source.ts';
import { tellVerification } from './verify/told.ts';
import { verifyRound } from './verify/verify.ts';

interface Terminal {
  readonly today: Date;
  /** Where rounds are kept; asked only when one is to be verified. */
  readonly databaseFile: () => string;
  /** To standard output: the result alone. */
  readonly print: (text: string) => void;
  /** To standard error: how it goes, and why not. */
  readonly tell: (line: string) => void;
}

/** From a spreadsheet to explained pairs. Gives the exit status: 0, 1 when a round does not hold, or 2 when the input could not be used. */
export async function runMatch(argv: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  try {
    const options = readOptions(argv, terminal.today);
    if (options === null) terminal.print(USAGE);
    else if ('verify' in options) return await verify(options, terminal);
    else await match(options, terminal);
    return 0;
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    terminal.tell(error.message);
    return 2;
  }
}

async function match(options: Options, { print, tell }: Terminal): Promise<void> {
  const { locale, now } = options;
  const t = translateTo(locale);
  const { called, definition } = await loadProgram(options.program);
  tell(t('sheets.match.reading', { file: basename(options.people) }));
  const reading = await readFilePeople(options, homeOf(definition));
  tellReading(reading, locale, tell);
  const { input, people, without } = poolOf(reading, { definition, now, locale });
  if (without !== null) tell(t(`sheets.match.${without}`));
  const round = matchRound(input);
  const speaker = { locale, t, labels: namePool(input, locale) };
  const result = resultOf({ program: called, result: round, people, reading, speaker });
  const told = { definition, round, result, people, reading, speaker };
  if (options.out === '-') print(`${JSON.stringify(result, null, 2)}\n`);
  else {
    if (options.out !== null) await writeOut(options.out, told);
    print(tellResult(told));
  }
}

async function verify({ verify: round, locale }: VerifyOptions, terminal: Terminal): Promise<0 | 1> {
  const t = translateTo(locale);
  const recorded = await findRecorded({ round, databaseFile: terminal.databaseFile(), t });
  try {
    const found = verifyRound(recorded);
    terminal.print(tellVerification(t, recorded, found));
    return found.holds ? 0 : 1;
  } catch (error) {
    if (!(error instanceof MatchingError)) throw error;
    throw new Unusable(t('record.verify.not-a-record', { file: round, why: error.message }));
  }
}

async function readFilePeople(
  { people: file, locale, now }: Options,
  home: string | null,
): Promise<SheetReading> {
  const t = translateTo(locale);
  try {
    const cells = maskCells(await readSheetFile(await readBytes(file)));
    const reading = await readPeople({
      cells,
      columns: null,
      locale,
      today: now,
      home,
      besideRejected: 'keep',
      knownOthers: () => false,
    });
    if (reading === null || !saysSides(reading)) throw new Refused('file-no-side');
    return reading;
  } catch (error) {
    if (error instanceof Refused)
      throw new Unusable(`${file}: ${refusalSentence(t, error.code, error.facts)}`);
    throw error;
  }
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new Unusable(`${file} cannot be opened: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function writeOut(file: string, told: Told): Promise<void> {
  const content = /\.json$/i.test(file)
    ? `${JSON.stringify(told.result, null, 2)}\n`
    : await writeWorkbook(laySheets(told));
  try {
    await writeFile(file, content);
  } catch (error) {
    throw new Unusable(
      `${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
