import { CEFR_LEVELS, LIMITS } from '@parvis/contracts';
import type { Cefr, LanguageSkill } from '@parvis/matching';
import { translateTo } from '@parvis/messages/all';
import { languageName, resolveLanguage, resolveSfiCourse, searchKey } from '@parvis/reference';
import type { CellReading, ReadingContext, SheetFields } from './reading.ts';
import { guessed, isWrong, readEach, splitParts, sure, wrong } from './reading.ts';

type Skills = SheetFields['skills'];
type Sfi = Skills['sfi'];
interface Part {
  readonly skill: LanguageSkill | null;
  readonly sfi: Sfi;
}

/** Languages with their levels: `ar:C2; sv:A2`, `arabiska (modersmål), svenska B1`, `svenska sfi C`. */
export function readLanguages(text: string, context: ReadingContext): CellReading<Skills> {
  const read = readEach(splitParts(text, /[;,\n]|\s\/\s|\s+och\s+|\s+and\s+/), (part) =>
    readPart(part, context),
  );
  if (isWrong(read)) return read;
  const skills = new Map<string, LanguageSkill>();
  for (const { skill } of read.value)
    if (skill !== null) skills.set(skill.language, better(skill, skills.get(skill.language)));
  if (skills.size > LIMITS.languages) return wrong('too-many', { maximum: LIMITS.languages });
  const sfi = read.value.map((part) => part.sfi).findLast((course) => course !== null) ?? null;
  return { value: { languages: [...skills.values()], sfi }, guess: read.guess };
}

function better(one: LanguageSkill, other: LanguageSkill | undefined): LanguageSkill {
  return other !== undefined && CEFR_LEVELS.indexOf(other.level) > CEFR_LEVELS.indexOf(one.level)
    ? other
    : one;
}

function readPart(part: string, context: ReadingContext): CellReading<Part> {
  const { name, level } = takeApart(part);
  const course = readSfi(name) ?? readSfi(level);
  if (course !== null) return sure({ skill: null, sfi: course });
  const language = resolveLanguage(name);
  if (language === null) return wrong('unknown-language', { word: name.slice(0, 80) });
  const found = level === '' ? assumeLevel(language.tag, context) : readLevel(level);
  if (found === null) return wrong('unknown-level', { word: level.slice(0, 80) });
  const value = { skill: { language: language.tag, level: found.level }, sfi: null };
  if (found.certain && language.confidence === 'exact') return sure(value);
  const said = languageName(language.tag, context.locale) ?? language.tag;
  return guessed(
    value,
    translateTo(context.locale)('sheets.guess.level', { language: said, level: found.level }),
  );
}

/** `svenska (sfi C)`, `sfi C`, `sfi kurs 2C`. */
function readSfi(text: string): Sfi {
  const course = /\bsfi\b.*$/i.exec(text)?.[0];
  return course === undefined ? null : resolveSfiCourse(course.replace(/kurs\s*/i, '').trim());
}

/** A language and what is said of its level: after a colon, in parentheses, or as the last word or words. */
function takeApart(part: string): { readonly name: string; readonly level: string } {
  const colon = /^([^:=]+)[:=]\s*(.*)$/.exec(part);
  if (colon) return { name: (colon[1] ?? '').trim(), level: (colon[2] ?? '').trim() };
  const bracket = /^(.*?)\s*\(([^)]*)\)\s*$/.exec(part);
  if (bracket && readLevel(bracket[2] ?? '') !== null)
    return { name: bracket[1] ?? '', level: bracket[2] ?? '' };
  const words = part.split(/\s+/);
  for (const count of [3, 2, 1]) {
    const level = words.slice(-count).join(' ');
    if (words.length > count && readLevel(level.replace(/^[-–]\s*/, '')) !== null)
      return {
        name: words
          .slice(0, -count)
          .join(' ')
          .replace(/\s*[-–]$/, ''),
        level: level.replace(/^[-–]\s*/, ''),
      };
  }
  // A level that does not exist is told as such, not as an unknown language.
  const almost = /^(.+?)\s+([a-z]\d)$/i.exec(part);
  return almost ? { name: almost[1] ?? '', level: almost[2] ?? '' } : { name: part, level: '' };
}

interface FoundLevel {
  readonly level: Cefr;
  readonly certain: boolean;
}

const LEVEL_WORDS: readonly (readonly [Cefr, readonly string[]])[] = [
  [
    'C2',
    [
      'modersmal',
      'forsta sprak',
      'forstasprak',
      'native',
      'mother tongue',
      'first language',
      'hemsprak',
      'l1',
      'اللغه الام',
    ],
  ],
  ['C1', ['flytande', 'fluent', 'mycket bra', 'very good', 'avancerad', 'advanced']],
  ['B2', ['bra', 'god', 'goda', 'good', 'obehindrat']],
  ['B1', ['medel', 'ganska bra', 'hyfsad', 'hyfsat', 'intermediate', 'medium', 'fairly good']],
  ['A2', ['grundlaggande', 'basic', 'lite', 'little', 'a little', 'some', 'grund', 'enkel']],
  ['A1', ['nyborjare', 'beginner', 'mycket lite', 'very little', 'nagra ord', 'a few words']],
];

function readLevel(text: string): FoundLevel | null {
  const upper = text
    .trim()
    .toUpperCase()
    .replace(/[+\-.]+$/, '');
  const exact = CEFR_LEVELS.find((level) => level === upper || level === upper.replace(/\s/g, ''));
  if (exact !== undefined) return { level: exact, certain: true };
  const key = searchKey(text);
  const word = LEVEL_WORDS.find(([, words]) => words.includes(key));
  return word === undefined ? null : { level: word[0], certain: word[0] === 'C2' };
}

/** A language alone is mostly one's first; but a newcomer who names Swedish is learning it, and English is most often a second. */
function assumeLevel(tag: string, { side }: ReadingContext): FoundLevel {
  if (tag === 'sv') return { level: side === 'newcomer' ? 'A2' : 'C2', certain: false };
  return { level: tag === 'en' ? 'B1' : 'C2', certain: false };
}
