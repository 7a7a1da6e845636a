import { parseArgs } from 'node:util';
import { locale as localeSchema, REFERENCE_LOCALE, type Locale } from '@parvis/contracts';
import { dayNumber } from '@parvis/matching';
import { swedishDay } from '../../modules/pairs/period.decisions.ts';
import { Unusable } from './unusable.ts';

export const USAGE = `npm run match -- --people FILE.xlsx|csv --program PROGRAM [--out FILE.xlsx|json] [--now DATE] [--lang sv|en|ar]
npm run match -- --verify ROUND [--lang sv|en|ar]

Pairs the people of a spreadsheet, and says why. Needs no server.

  --people   the spreadsheet: XLSX, or CSV with ; or , between its cells
  --program  sprakvan, jarfallakompis, praktikmentor, kvinna, nema-problema, or a JSON file of a program
  --out      writes the result as XLSX or JSON beside what is printed; - prints the JSON and nothing else
  --now      the day to count ages and weeks from, such as 2026-03-01; today if not given
  --lang     language of what is printed: sv (if not given), en or ar
  --verify   a round that was downloaded as round.json, or the id of one in DATABASE_FILE: solves it once more and checks
             its proof by other code than the solver's

Exit status: 0 when there is a result, also when nobody could be paired, and when a verified round holds; 1 when it does
not hold; 2 when the input could not be used.
`;

export interface Options {
  readonly people: string;
  readonly program: string;
  /** Null: only printed. `-`: JSON to standard output. */
  readonly out: string | null;
  /** ISO date. */
  readonly now: string;
  readonly locale: Locale;
}

export interface VerifyOptions {
  /** A file, or a round's id. */
  readonly verify: string;
  readonly locale: Locale;
}

/** Throws `Unusable`. Null when only the usage was asked for. */
export function readOptions(argv: readonly string[], today: Date): Options | VerifyOptions | null {
  const given = parse(argv);
  if (given.help === true) return null;
  if (given.verify !== undefined) return { verify: given.verify, locale: readLocale(given.lang) };
  if (given.people === undefined) throw new Unusable('--people is missing: which spreadsheet?');
  if (given.program === undefined) throw new Unusable('--program is missing: which program?');
  const out = given.out ?? null;
  if (out !== null && out !== '-' && !/\.(?:xlsx|json)$/i.test(out))
    throw new Unusable(`--out takes a file that ends in .xlsx or .json, not ${out}`);
  return {
    people: given.people,
    program: given.program,
    out,
    locale: readLocale(given.lang),
    now: readNow(given.now, today),
  };
}

function parse(argv: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({
      args: [...argv],
      options: {
        people: text,
        program: text,
        out: text,
        now: text,
        lang: text,
        verify: text,
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new Unusable(error instanceof Error ? error.message : String(error));
  }
}

function readLocale(given: string | undefined): Locale {
  const locale = localeSchema.safeParse(given ?? REFERENCE_LOCALE);
  if (!locale.success) throw new Unusable('--lang takes sv, en or ar');
  return locale.data;
}

function readNow(given: string | undefined, today: Date): string {
  if (given === undefined) return swedishDay(today.toISOString());
  try {
    dayNumber(given);
    return given.slice(0, 10);
  } catch {
    throw new Unusable(`--now takes a date such as 2026-03-01, not ${given}`);
  }
}
