import { INTERESTS, LOCALES, MEETING_WAYS, type PersonDetails } from '@parvis/contracts';
import type { MeetingWay } from '@parvis/matching';
import { translateTo } from '@parvis/messages/all';
import { searchKey } from '@parvis/reference';
import type { CellReading, ReadingContext } from './reading.ts';
import { guessed, isWrong, readEach, splitParts, sure, wrong } from './reading.ts';

const WAY_WORDS: Readonly<Record<MeetingWay, RegExp>> = {
  walk: /\b(?:promen|walk|gang)|مشي|نزهه/,
  video: /\b(?:video|zoom|teams|skype|digital|online|distans|remote|pa natet)|فيديو/,
  telephone: /\b(?:tel|phone|samtal|ringa|call|mobil)|هاتف/,
  'in-person': /\b(?:pa plats|plats|fysisk|in ?person|face|irl|fika|traff|ses|cafe|live|hemma)|شخصي/,
};
const BETWEEN = /[;,/\n+]|\s+och\s+|\s+and\s+|\s+eller\s+|\s+or\s+|\s*&\s*/;

/** Ways to meet, in Swedish, English or Arabic words; `alla` and its like mean every one. */
export function readWays(text: string): CellReading<readonly MeetingWay[]> {
  if (/^(?:alla?|allt|any|all|alla satt|alla sätt|spelar ingen roll|vad som helst)$/i.test(text))
    return sure(MEETING_WAYS);
  const read = readEach(splitParts(text, BETWEEN), readWay);
  return isWrong(read)
    ? read
    : { value: MEETING_WAYS.filter((way) => read.value.includes(way)), guess: read.guess };
}

/** One way by its name. */
export function readWay(text: string): CellReading<MeetingWay> {
  const key = searchKey(text);
  const exact = MEETING_WAYS.find((way) => searchKey(way) === key);
  const way = exact ?? MEETING_WAYS.find((one) => WAY_WORDS[one].test(key));
  return way === undefined ? wrong('unknown-way', { word: text.slice(0, 80) }) : sure(way);
}

type Interest = PersonDetails['interests'][number];
const INTEREST_STEMS: Readonly<Record<Interest, RegExp>> = {
  walking: /\b(?:prom|walk|vandr|hik)/,
  cooking: /\b(?:mat|laga|cook|bak|food)/,
  reading: /\b(?:las|bok|bock|read|book|litter)/,
  music: /\b(?:mus|sang|sjung|sing|spela (?:gitarr|piano))/,
  sport: /\b(?:idrott|sport|tran|gym|lop|run|simm|swim)/,
  football: /\b(?:fotboll|football|soccer)/,
  gardening: /\b(?:odl|tradgard|garden|blomm)/,
  crafts: /\b(?:hantverk|craft|slojd|sy\b|sticka|virk|sew|knit)/,
  film: /\b(?:film|bio\b|movie|cinema|serier)/,
  nature: /\b(?:natur|skog|nature|forest|fisk)/,
  children: /\b(?:barn|child|famil)/,
  technology: /\b(?:tekn|dator|tech|computer|program)/,
  art: /\b(?:konst|art\b|mala|paint|teckn)/,
  travel: /\b(?:res[ao]|travel)/,
  games: /\b(?:spel|game|schack|chess)/,
};

/** Interests of the closed list; a word that is not on it is told and left out. */
export function readInterests(text: string, { locale }: ReadingContext): CellReading<readonly Interest[]> {
  const parts = splitParts(text, BETWEEN);
  const found = parts.map((part) => findInterest(searchKey(part)));
  const interests = INTERESTS.filter((interest) => found.includes(interest));
  const unused = parts.filter((_, index) => found[index] === undefined);
  if (unused.length === 0) return sure(interests);
  return guessed(
    interests,
    `${unused.join(', ').slice(0, 120)}: ${translateTo(locale)('sheets.guess.unused')}`,
  );
}

function findInterest(key: string): Interest | undefined {
  const named = INTERESTS.find(
    (interest) =>
      interest === key ||
      LOCALES.some((locale) => searchKey(translateTo(locale)(`vocabulary.interest.${interest}`)) === key),
  );
  return named ?? INTERESTS.find((interest) => INTEREST_STEMS[interest].test(key));
}
