import { searchKey } from '@parvis/reference';
import { wrong, type Misunderstood } from './reading.ts';

interface Span {
  readonly from: number;
  readonly to: number;
}
/** One thing that a line about time says: on which days, between which hours, or in which part of the day. */
export type Clockwork =
  | { readonly kind: 'days'; readonly days: readonly number[] }
  | { readonly kind: 'span'; readonly span: Span; readonly certain: boolean }
  | { readonly kind: 'part'; readonly span: Span };

const CLOCK = String.raw`(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?`;
const BETWEEN = new RegExp(
  String.raw`^(?:kl(?:ockan)?\.?\s*)?${CLOCK}\s*(?:-|–|—|till|til|to|until|och|and)\s*(?:kl\.?\s*)?${CLOCK}(?!\d)`,
  'i',
);
const AFTER = new RegExp(
  String.raw`^(?:after|efter|från|fran|from|fr\.?o\.?m\.?|tidigast|>)\s*(?:kl(?:ockan)?\.?\s*)?${CLOCK}(?!\d)`,
  'i',
);
const BEFORE = new RegExp(
  String.raw`^(?:before|före|fore|innan|until|till|fram till|senast|<)\s*(?:kl(?:ockan)?\.?\s*)?${CLOCK}(?!\d)`,
  'i',
);
const WORD = /^[\p{L}\p{M}]+/u;
const SKIPPED = /^[\s,.:/&+()]+/;
const DASH = /^[-–—]/;
/** How late `after 17` goes on, and how early `before 12` begins. */
const LATEST = 22 * 60;
const EARLIEST = 8 * 60;

/** The line taken apart; `unclear-time` or `ends-before-begins` names the words that could not be. */
export function readClockwork(line: string): readonly Clockwork[] | Misunderstood {
  const tokens: Clockwork[] = [];
  let rest = line.trim();
  let ranging = false;
  while (rest !== '') {
    const step = takeStep(rest);
    if ('problem' in step) return step;
    rest = rest.slice(step.length);
    if (step.token === 'dash') {
      ranging = tokens.at(-1)?.kind === 'days';
      continue;
    }
    if (step.token === null) continue;
    const last = tokens.at(-1);
    if (ranging && step.token.kind === 'days' && last?.kind === 'days') {
      tokens[tokens.length - 1] = {
        kind: 'days',
        days: [...last.days.slice(0, -1), ...spread(last.days.at(-1) ?? 0, step.token.days[0] ?? 0)],
      };
    } else tokens.push(step.token);
    ranging = false;
  }
  return tokens;
}

interface Step {
  readonly length: number;
  readonly token: Clockwork | 'dash' | null;
}

function takeStep(rest: string): Step | Misunderstood {
  const between = BETWEEN.exec(rest);
  if (between) return takeBetween(between);
  const after = AFTER.exec(rest);
  if (after) return takeOpen(after, { from: minutesOf(after, 1), to: LATEST });
  const before = BEFORE.exec(rest);
  if (before) return takeOpen(before, { from: EARLIEST, to: minutesOf(before, 1) });
  const skipped = SKIPPED.exec(rest);
  if (skipped) return { length: skipped[0].length, token: null };
  if (DASH.test(rest)) return { length: 1, token: 'dash' };
  const word = WORD.exec(rest);
  return word === null ? unclear(rest) : takeWord(word[0], rest);
}

function takeBetween(found: RegExpExecArray): Step | Misunderstood {
  const [first, second] = [minutesOf(found, 1), minutesOf(found, 4)];
  // `5-8 pm`: what is said of the end holds for the beginning.
  const from =
    found[3] === undefined && found[6]?.toLowerCase() === 'pm' && first + 720 < second ? first + 720 : first;
  if (!(from <= 1440 && second <= 1440)) return unclear(found[0]);
  if (second <= from) return wrong('ends-before-begins', { word: found[0].trim() });
  if (Math.floor(second / 30) <= Math.ceil(from / 30)) return unclear(found[0]);
  return { length: found[0].length, token: { kind: 'span', span: { from, to: second }, certain: true } };
}

function takeOpen(found: RegExpExecArray, span: Span): Step | Misunderstood {
  const { from, to } = span.from >= LATEST && span.to === LATEST ? { from: span.from, to: 1440 } : span;
  if (!(from < to && to <= 1440)) return unclear(found[0]);
  return { length: found[0].length, token: { kind: 'span', span: { from, to }, certain: false } };
}

function minutesOf(found: RegExpExecArray, at: number): number {
  const [hour, minute, half] = [Number(found[at]), Number(found[at + 1] ?? 0), found[at + 2]?.toLowerCase()];
  if (minute > 59 || (half !== undefined && (hour < 1 || hour > 12))) return Number.NaN;
  if (half === undefined) return hour * 60 + minute;
  return ((hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + minute;
}

function unclear(text: string): Misunderstood {
  return wrong('unclear-time', { word: text.trim().slice(0, 80) });
}

function spread(first: number, last: number): readonly number[] {
  // Over the end of the week: fre-mån.
  const count = ((last - first + 7) % 7) + 1;
  return Array.from({ length: count }, (_, index) => (first + index) % 7);
}

/* Words, as `searchKey` folds them: å and ä are a, ö is o */

const DAYS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^(?:man|mand|mandag(?:ar|arna|en|s)?|mandays?|mon|mondays?)$/, [0]],
  [/^(?:tis|tisd|tisdag(?:ar|arna|en|s)?|tue|tues|tuesdays?)$/, [1]],
  [/^(?:ons|onsd|onsdag(?:ar|arna|en|s)?|wed|weds|wednesdays?)$/, [2]],
  [/^(?:tor|tors|torsd|torsdag(?:ar|arna|en|s)?|thu|thur|thurs|thursdays?)$/, [3]],
  [/^(?:fre|fred|fredag(?:ar|arna|en|s)?|fri|fridays?)$/, [4]],
  [/^(?:lor|lord|lordag(?:ar|arna|en|s)?|sat|saturdays?)$/, [5]],
  [/^(?:son|sond|sondag(?:ar|arna|en|s)?|sun|sundays?)$/, [6]],
  [/^(?:vardag(?:ar|arna|en|s)?|weekdays?|workdays?|arbetsdag(?:ar|arna)?)$/, [0, 1, 2, 3, 4]],
  [/^(?:helg|helger|helgerna|helgen|weekends?)$/, [5, 6]],
  [/^(?:alla|varje|every|all|daily|dagligen|alltid|always|anytime)$/, [0, 1, 2, 3, 4, 5, 6]],
];
const PARTS: readonly (readonly [RegExp, Span])[] = [
  [/^(?:morgon|morgnar|morgonen|mornings?)$/, span(8, 11)],
  [/^(?:formiddag(?:ar|arna|en|s)?|fm)$/, span(9, 12)],
  [/^(?:lunch\w*)$/, span(11, 13)],
  [/^(?:eftermiddag(?:ar|arna|en|s)?|em|afternoons?)$/, span(13, 17)],
  [/^(?:kvall|kvallar|kvallen|kvallstid|evenings?)$/, span(17, 21)],
  [/^(?:dagtid|daytime)$/, span(9, 16)],
  [/^(?:hela|heldag(?:ar|arna|en|s)?|whole)$/, span(9, 20)],
];
const IGNORED = new Set(
  'kl klockan pa on at i in the mellan between och and eller or samt dag dagar dagen day days tid tider time times h helst garna kan can fran from nar som anytime hours timmar only bara endast ledig free'.split(
    ' ',
  ),
);
const COMPOUND =
  /^(vardags|helg|weekend|weekday|mandags|tisdags|onsdags|torsdags|fredags|lordags|sondags)(.+)$/;

function takeWord(written: string, rest: string): Step | Misunderstood {
  const word = searchKey(written);
  const length = written.length;
  const days = DAYS.find(([name]) => name.test(word))?.[1];
  if (days !== undefined) return { length, token: { kind: 'days', days } };
  const part = PARTS.find(([name]) => name.test(word))?.[1];
  if (part !== undefined) return { length, token: { kind: 'part', span: part } };
  if (IGNORED.has(word)) return { length, token: null };
  const compound = COMPOUND.exec(word);
  const head = DAYS.find(([name]) => name.test((compound?.[1] ?? '').replace(/s$/, '')))?.[1];
  const tail = PARTS.find(([name]) => name.test(compound?.[2] ?? ''));
  if (head === undefined || tail === undefined) return unclear(written);
  // The day now, the part of the day in the next step.
  const kept = [...rest.slice(0, length)].length - (compound?.[2] ?? '').length;
  return { length: kept, token: { kind: 'days', days: head } };
}

function span(from: number, to: number): Span {
  return { from: from * 60, to: to * 60 };
}
