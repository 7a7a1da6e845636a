import { COLUMNS, LOCALES, type Column } from '@parvis/contracts';
import { translateTo } from '@parvis/messages/all';
import { searchKey } from '@parvis/reference';
import type { Cell } from './cells/reading.ts';
import { isWrong } from './cells/reading.ts';
import { readSide } from './cells/side.ts';

/** What a heading was taken for; `certain` is false for a guess. */
export interface HeadingGuess {
  readonly column: Column | null;
  readonly certain: boolean;
}

/** Other names of the columns, in Swedish and English; those of packages/messages and the columns' own names count too. */
const NAMES: Readonly<Record<Column, string>> = {
  id: 'id|nr|nummer|löpnummer|person id|personid|deltagar id|number|no|ref|referens|reference|kod|code',
  side: 'sida|side|roll|role|typ|type|grupp|group|kategori|category|nyanländ eller mentor|part|deltar som',
  name: 'namn|name|förnamn och efternamn|för och efternamn|fullständigt namn|full name|person|deltagare|participant',
  email:
    'e post|epost|epostadress|e postadress|mail|mejl|mejladress|mailadress|e mail|email|email address|e mail address',
  phone:
    'telefon|telefonnummer|tel|tfn|mobil|mobilnummer|mobiltelefon|phone|phone number|telephone|mobile|cell|cell phone',
  birthYear:
    'födelseår|född|född år|födelsedatum|födelsedag|birth year|birthyear|year of birth|born|date of birth|dob|fodd',
  gender: 'kön|gender|sex|kvinna man|man kvinna|juridiskt kön',
  municipality: 'kommun|municipality|hemkommun|bostadskommun|boendekommun|home municipality|stad',
  place:
    'ort|postnummer|postnr|bostadsort|postort|ort eller postnummer|locality|postal code|post code|postcode|zip|zip code|place|town|område|bostadsområde|locality or postal code|area|bor i|boendeort|tätort',
  languages:
    'språk|språkkunskaper|talar|languages|language|spoken languages|speaks|språk och nivå|modersmål|vilka språk',
  educationLevel:
    'utbildningsnivå|utbildning nivå|education level|level of education|högsta utbildning|utbildningslängd|highest education|nivå på utbildning',
  educationField:
    'utbildningsinriktning|utbildning|inriktning|ämne|education field|field of education|education|studier|utbildningsområde|field of study|field|examen|inriktning på utbildning',
  occupation:
    'yrke|yrken|occupation|occupations|profession|arbete|jobb|job|work|yrkesbakgrund|yrkesområde|sysselsättning|yrkeserfarenhet|bransch|job title',
  availability:
    'tider|tillgänglighet|tid|availability|available|times|när|när kan du|kan träffas|passar tider|dagar och tider|when|tillgängliga tider|time|möjliga tider',
  ways: 'sätt att träffas|mötessätt|hur|sätt|ways to meet|ways|meeting ways|mötesform|träffas hur|how to meet|way|mötesformer|träffas',
  maxKilometres:
    'högst antal km|max km|maxkm|avstånd|max avstånd|km|max kilometres|max distance|distance|hur långt|resavstånd|längsta avstånd|max resa|maximum km',
  capacity:
    'antal par|kapacitet|capacity|antal platser|platser|antal personer|max antal|antal adepter|hur många|number of pairs|places',
  waitingSince:
    'väntar sedan|väntat sedan|anmäld|anmälningsdatum|anmäldes|anmälan|datum|registrerad|waiting since|signed up|sign up date|applied|date|queue since|kö sedan|i kö sedan|köat sedan|waiting from|startdatum',
  wishes:
    'önskemål|önskningar|önskar|krav|krav och önskemål|wishes|wish|preferences|requirements|önskemål och krav|önskan',
  neverWith: 'aldrig med|inte med|ej med|never with|not with|never|inte tillsammans med|undvik|avoid',
  household: 'hushåll|household|familj|family|bor med',
  interests: 'intressen|intresse|interests|interest|hobby|hobbies|fritidsintressen|fritid',
};

/** Words that give a column away inside a longer heading; always a guess. */
const STEMS: Readonly<Partial<Record<Column, RegExp>>> = {
  side: /\b(?:nyanland|newcomer)\b.*\b(?:mentor|etablerad|established)|\w+typ$|^typ av/,
  id: /^(?:deltagar|person|anmalnings|lop)(?: ?id| ?nummer| ?nr)$/,
  birthYear: /\bfodelse|\bbirth/,
  gender: /^(?:kon|gender|sex)\b/,
  phone: /^(?:mobil|telefon)(?:nr|nummer)?\b|\bphone\b/,
  email: /\be ?(?:mail|post)\b/,
  educationLevel: /^utb\w* (?:niva|langd)|^(?:hur )?lang\w* utbildning|\butbildningsgrad\b/,
  availability: /\bnar (?:kan|passar|har|ar)\b|^dagar\b|\btider\b|\bwhen (?:can|are)\b|\bavailab/,
  ways: /\b(?:hur|vill)\b.*\b(?:ses|traffas|motas)\b|\bhow\b.*\bmeet\b/,
  maxKilometres: /\bkm\b|\bavstand\b|\bdistance\b|\bhur langt\b/,
  capacity: /^antal$|\bhur manga (?:par|adepter|personer)\b/,
  waitingSince: /\b(?:vantetid|vantat|vantar|ko|kotid)\b.*\b(?:sedan|fran)\b|\banmal\w* ?datum|\bwaiting\b/,
  wishes: /\bonskemal\b|\bwish(?:es)?\b/,
  neverWith:
    /\baldrig\b|\bnever\b|\b(?:inte|ej)\b.*\b(?:match\w*|traffa|ihop|par\w*|tillsammans)\b|\bnot\b.*\b(?:match|pair|with)/,
};

/** A name in two columns is put together in their order. */
const NAME_PARTS =
  /^(?:fornamn|efternamn|tilltalsnamn|first name|last name|given name|family name|surname|firstname|lastname)$/;

/**
 * Which heading is which column. Each column is given once, to the heading that says it best: its own name, another name of
 * it, a heading that begins or ends with one, a misspelling. When none says the side, the column that holds sides does.
 */
export function guessColumns(
  headings: readonly Cell[],
  rows: readonly (readonly Cell[])[],
): readonly HeadingGuess[] {
  const ranked = headings
    .flatMap((heading, index) => rank(String(heading ?? '')).map((found) => ({ ...found, index })))
    .sort((a, b) => b.score - a.score || a.index - b.index);
  const columns = new Map<number, HeadingGuess>();
  const taken = new Set<Column>();
  for (const { index, column, score } of ranked) {
    if (columns.has(index) || taken.has(column)) continue;
    columns.set(index, { column, certain: score >= 0.95 });
    taken.add(column);
  }
  if (!taken.has('name')) {
    for (const [index, heading] of headings.entries())
      if (NAME_PARTS.test(searchKey(String(heading ?? ''))))
        columns.set(index, { column: 'name', certain: true });
  }
  if (!taken.has('side')) {
    const index = headings.findIndex(
      (_, at) => !columns.get(at)?.certain && holdsSides(rows.map((row) => row[at] ?? null)),
    );
    if (index >= 0) columns.set(index, { column: 'side', certain: false });
  }
  return headings.map((_, index) => columns.get(index) ?? { column: null, certain: true });
}

/**
 * The row of the headings: of the first ten, the one in which most columns are known; titles and empty rows may stand
 * above it. Null when the sheet holds nothing.
 */
export function findHeadingRow(cells: readonly (readonly Cell[])[]): number | null {
  const first = cells.findIndex((row) => row.some((cell) => cell !== null && cell !== ''));
  if (first < 0) return null;
  const known = cells
    .slice(0, 10)
    .map(
      (row) => row.filter((cell) => typeof cell === 'string' && (rank(cell)[0]?.score ?? 0) >= 0.95).length,
    );
  const most = Math.max(...known);
  return most >= 2 ? known.indexOf(most) : first;
}

interface Ranked {
  readonly column: Column;
  readonly score: number;
}

function rank(heading: string): readonly Ranked[] {
  const key = searchKey(heading.slice(0, 200));
  if (key === '') return [];
  if (/personnum|personnr|social security|identity number/.test(key)) return [];
  return COLUMNS.map((column) => ({
    column,
    score: Math.max(
      // Of two headings that both are names of a column, the one that comes first among them is it.
      ...namesOf(column).map((name, place) => score(key, name) - Math.min(place, 40) / 1000),
      STEMS[column]?.test(key) === true ? 0.6 : 0,
    ),
  })).filter((found) => found.score > 0);
}

function score(key: string, name: string): number {
  if (key === name) return 1;
  if (name.length >= 4 && key.startsWith(`${name} `)) return 0.9;
  if (name.length >= 4 && ` ${key} `.includes(` ${name} `)) return 0.8;
  if (name.length >= 5 && Math.abs(key.length - name.length) <= 1 && isOneSlip(key, name)) return 0.7;
  return 0;
}

/** One letter more, less or other, or two that have changed places. */
function isOneSlip(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0];
}

function holdsSides(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => typeof cell === 'string' && cell.trim() !== '').slice(0, 200);
  if (filled.length < 2) return false;
  const sides = filled.map((cell) => readSide(String(cell))).filter((side) => !isWrong(side));
  return (
    sides.length >= filled.length * 0.8 &&
    new Set(sides.map((side) => ('value' in side ? side.value : ''))).size === 2
  );
}

let folded: ReadonlyMap<Column, readonly string[]> | null = null;

function namesOf(column: Column): readonly string[] {
  folded ??= new Map(
    COLUMNS.map((one) => {
      const own = LOCALES.map((locale) => translateTo(locale)(`sheets.column.${one}`));
      const spelt = one.replace(/[A-Z]/g, (letter) => ` ${letter}`);
      return [one, [...new Set([...NAMES[one].split('|'), ...own, spelt].map(searchKey))]];
    }),
  );
  return folded.get(column) ?? [];
}
