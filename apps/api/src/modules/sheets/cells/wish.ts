import { LIMITS } from '@parvis/contracts';
import type { Wish, WishAbout } from '@parvis/matching';
import { translateTo } from '@parvis/messages/all';
import { resolveLanguage, searchKey } from '@parvis/reference';
import { readWay } from './choices.ts';
import type { CellReading, ReadingContext } from './reading.ts';
import { guessed, isWrong, readEach, splitParts, sure, wrong } from './reading.ts';
import { readGender } from './side.ts';

const MUST = /^(?:must|krav|måste|maste|kräver|required?|require|ska|skall)\s*(?:be|vara|ha)?\s*[:=]?\s*/i;
const RATHER =
  /^(?:rather|helst|gärna|garna|önskar|önskemål|onskar|prefer(?:s|red|ably)?|wish(?:es)?|vill(?: gärna)?)\s*[:=]?\s*/i;
const MOST = /\s*(?:!+|\(?(?:viktigast|most important|most)\)?)\s*$/i;
/** What `same age` and `near` mean when no number is given. */
const SAME_AGE_YEARS = 5;
const NEAR_KILOMETRES = 10;

/** Wishes of the other: `must:woman; rather:same age`, `krav:kvinna, helst:samma ålder!`; `!` marks the one that matters most. */
export function readWishes(text: string, context: ReadingContext): CellReading<readonly Wish[]> {
  const read = readEach(splitParts(text, /[;\n]|,(?!\d)/), (part) => readWish(part, context));
  if (isWrong(read)) return read;
  if (read.value.length > LIMITS.wishes) return wrong('too-many', { maximum: LIMITS.wishes });
  return read.value.filter(({ most }) => most).length > 1 ? wrong('most-twice') : read;
}

function readWish(part: string, context: ReadingContext): CellReading<Wish> {
  const most = MOST.test(part);
  const bare = part.replace(MOST, '');
  const strength = MUST.test(bare) ? 'must' : 'rather';
  const words = bare.replace(strength === 'must' ? MUST : RATHER, '').trim();
  const about = readAbout(words, context);
  if (about === null) return wrong('unclear-wish', { word: part.slice(0, 80) });
  return { value: { ...about.value, strength, most }, guess: about.guess };
}

function readAbout(
  words: string,
  { locale }: ReadingContext,
): { readonly value: WishAbout; readonly guess: string | null } | null {
  const key = searchKey(words);
  const number = Number(/\d+(?:[.,]\d+)?/.exec(words)?.[0]?.replace(',', '.') ?? Number.NaN);
  if (/\b(?:km|kilomet\w*|mil)\b/.test(key) && number >= 1) {
    const kilometres = /\bmil\b/.test(key) ? number * 10 : number;
    return kilometres <= LIMITS.kilometres ? sure({ about: 'nearness', kilometres }) : null;
  }
  // `ar` alone is Arabic; with a number it is years.
  if (/\b(?:alder|age|jamnarig\w*|jamngammal|years?)\b/.test(key) || /\d ?ar\b/.test(key))
    return readAge(number, locale);
  if (/\b(?:yrke|yrkes\w*|profession|occupation|bransch|arbete|work|job)\b/.test(key))
    return sure({ about: 'occupation' });
  if (/\b(?:kommun|municipality|town|stad)\b/.test(key)) return sure({ about: 'municipality' });
  if (/^(?:nara|near|nearby|close|i narheten|bo nara|lives? near)$/.test(key))
    return guessed({ about: 'nearness', kilometres: NEAR_KILOMETRES }, `${NEAR_KILOMETRES} km`);
  const gender = readGender(key.replace(/^(?:traffa |meet |en |ett |a |only |bara |endast )+/, ''));
  if (!isWrong(gender) && gender.value !== null) return sure({ about: 'gender', gender: gender.value });
  const way = readWay(words);
  if (!isWrong(way)) return sure({ about: 'way', way: way.value });
  const language = resolveLanguage(key.replace(/^(?:talar|talar?|speaks?|sprak|language|pratar) /, ''));
  if (language === null) return null;
  const value = { about: 'language', language: language.tag } as const;
  return language.confidence === 'exact' ? sure(value) : guessed(value, language.tag);
}

function readAge(number: number, locale: ReadingContext['locale']) {
  if (Number.isInteger(number))
    return number >= 1 && number <= 80 ? sure({ about: 'age', years: number } as const) : null;
  const value = { about: 'age', years: SAME_AGE_YEARS } as const;
  return guessed(value, translateTo(locale)('sheets.guess.age-years', { years: SAME_AGE_YEARS }));
}
