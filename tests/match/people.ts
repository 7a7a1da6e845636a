/** People as a coordinator's spreadsheet has them: Swedish headings in an order of its own, words as people write them. Always the same. */

export const HEADINGS = [
  'Namn',
  'Mobilnummer',
  'Väntat sedan',
  'Roll',
  'Nr',
  'Kön',
  'Född',
  'Kommun',
  'Ort / postnummer',
  'Språk',
  'Utbildning',
  'Utbildningsnivå',
  'Yrke',
  'När kan du träffas?',
  'Hur vill du träffas',
  'Max km',
  'Antal adepter',
  'Önskemål',
  'Aldrig med',
  'Intressen',
  'Mejl',
] as const;
export type SheetRow = (string | number | null)[];

const WOMEN = [
  'Amina',
  'Fatima',
  'Maryam',
  'Olena',
  'Hodan',
  'Selam',
  'Karin',
  'Eva',
  'Åsa',
  'Lena',
  'Ingrid',
  'Birgitta',
  'أمينة',
];
const MEN = ['Ahmed', 'Yusuf', 'Omar', 'Serhij', 'Abdi', 'Lars', 'Örjan', 'Per', 'Anders', 'Bengt'];
const FAMILIES = [
  'Khalil',
  'Hassan',
  'Ahmadi',
  'Kovalenko',
  'Warsame',
  'Berg',
  'Öberg',
  'Lindström',
  'Nilsson',
  'Åkesson',
  'Johansson',
];
const LANGUAGES = [
  'arabiska (modersmål), svenska A2',
  'ar:C2; sv:B1',
  'dari; svenska sfi C',
  'ukrainska, engelska B2, svenska A2',
  'so:C2; sv:A2; en:B1',
  'tigrinska (modersmål); svenska B1',
  'persiska C2, svenska B2',
];
const SWEDISH = [
  'svenska (modersmål), engelska C1',
  'sv:C2; en:C1; ar:B1',
  'svenska, engelska, persiska B1',
  'sv:C2; en:B2; uk:B1',
  'svenska (modersmål); somaliska C1',
];
const WORK = [
  'sjuksköterska',
  'lärare',
  'läkare',
  'civilingenjör',
  'snickare',
  'kock',
  'ekonom',
  'jurist',
  'undersköterska',
  'frisör',
  'apotekare',
  'programmerare',
  'städare',
  'elektriker',
  'lokalvårdare; kock (5 år)',
  'butikssäljare',
];
const STUDIES = [
  'sjuksköterskeutbildning',
  'lärarutbildning',
  'juridik',
  'företagsekonomi',
  'data',
  'elteknik',
  null,
];
const LEVELS = ['gymnasium', 'kandidatexamen', 'högskola 3 år', 'grundskola', null];
const TIMES = [
  'mån 17-20; lör 10-14',
  'vardagar efter 17',
  'helger',
  'mån-tors 9-12',
  'kvällar',
  'tis, tors 17.30-20; sön 13-16',
  'weekdays after 17',
  'ons 12-15, fre 9-12',
];
const WAYS = [
  'på plats, promenad',
  'alla',
  'video; telefon',
  'promenad',
  'video, på plats',
  'fysiskt och via zoom',
];
const PLACES = ['Djursholm', '182 36', 'Stocksund', 'Danderyd', '18233', 'Enebyberg', '182 45'];
const WISHES = [
  null,
  null,
  'krav:kvinna',
  'helst:samma ålder',
  'rather:near',
  'helst:samma yrke!',
  'helst:promenad',
];
const INTERESTS = [
  'matlagning, promenader',
  'fotboll',
  'läsning; natur',
  'musik, film',
  'barn',
  'odling och hantverk',
  null,
];

/** `newcomers` and then `mentors` rows, mixed, in the order of `HEADINGS`. */
export function makeRows({
  newcomers,
  mentors,
}: {
  readonly newcomers: number;
  readonly mentors: number;
}): SheetRow[] {
  const pick = createPick(20_261_126);
  const rows: SheetRow[] = [];
  for (let number = 1; number <= newcomers + mentors; number++) {
    const mentor = (number * mentors) % (newcomers + mentors) < mentors;
    const woman = pick([true, true, true, false]);
    const name = `${pick(woman ? WOMEN : MEN)} ${pick(FAMILIES)}`;
    rows.push([
      name,
      701_000_000 + number * 7,
      pick(['2026-03-01', '1/4 2026', '12 maj 2026', 46_150]),
      mentor ? pick(['mentor', 'Språkvän']) : pick(['nyanländ', 'Adept']),
      mentor ? `M${number}` : `N${number}`,
      woman ? pick(['kvinna', 'K']) : pick(['man', 'M']),
      pick([1958, 1965, 1972, 1980, 1985, 1990, 1995, 2001]),
      'Danderyd',
      pick(PLACES),
      pick(mentor ? SWEDISH : LANGUAGES),
      pick(STUDIES),
      pick(LEVELS),
      pick(WORK),
      pick(TIMES),
      pick(WAYS),
      pick([null, 10, '5 km', '1 mil']),
      mentor ? pick([1, 1, 1, 2]) : 1,
      pick(WISHES),
      null,
      pick(INTERESTS),
      `person${number}@example.se`,
    ]);
  }
  return rows;
}

/** The same choices on every machine: a linear congruential generator (Numerical Recipes, ranqd1). */
function createPick(seed: number): <T>(from: readonly T[]) => T {
  let state = seed >>> 0;
  return (from) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const chosen = from[Math.floor((state / 4_294_967_296) * from.length)];
    if (chosen === undefined) throw new RangeError('nothing to pick from');
    return chosen;
  };
}
