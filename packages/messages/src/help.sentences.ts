import type { Change, Help, OwnChange, Requirement, RuleChange, SmallestChange } from '@parvis/matching';
import { formatList, weekdayName } from './dates.ts';
import { wishWords } from './obstacle.sentences.ts';
import { ruleWords } from './rule.sentences.ts';
import type { Speaker } from './speaker.ts';

/** Speaks to a coordinator, who may know the others' names. */
interface HelpSpeaker extends Speaker {
  readonly nameOf: (id: string) => string;
}

type Remedy = NonNullable<Help<Change>['remedy']>;
type Staff = SmallestChange['forStaff'];

/** The change, and with whom it makes a pair: "Om måndag kväll också går blir det ett par med Åsa Bergvall." */
export function remedySentence(speaker: HelpSpeaker, { changes, partners }: Remedy): string {
  return speaker.t('help.pair', {
    changes: changeWords(speaker, changes),
    partners: namesOf(speaker, partners),
  });
}

/** Who would lose a place by it and who would win one; that nobody loses is said too. */
export function consequenceSentences(speaker: HelpSpeaker, { lost, gained }: Remedy): readonly string[] {
  const { t } = speaker;
  return [
    lost.length === 0
      ? t('help.nobody-loses')
      : t('help.loses', { count: lost.length, names: namesOf(speaker, lost) }),
    ...(gained.length === 0
      ? []
      : [t('help.gains', { count: gained.length, names: namesOf(speaker, gained) })]),
  ];
}

/** That nothing helps, in one sentence: what stands in the way of her own answers and of the rules alike. */
export function noHelpSentence({ t }: Speaker, { own, rules }: Pick<Staff, 'own' | 'rules'>): string {
  const reasons = [own.none, rules.none];
  const said = (['nobody-there', 'places-go-to-others', 'too-many-to-try'] as const).find((code) =>
    reasons.includes(code),
  );
  return t(`help.none.${said ?? 'opens-nobody'}`);
}

/** The changes as one clause after "if": "måndag kväll också går och det går att ses i telefon". */
function changeWords(speaker: Speaker, changes: readonly Change[]): string {
  const ways = changes.flatMap((change) => (change.change === 'way' ? [change.way] : []));
  const clauses = changes.flatMap((change) => clauseOf(speaker, change) ?? []);
  const { t, locale } = speaker;
  if (ways.length === 0) return formatList(locale, clauses);
  const words = formatList(
    locale,
    ways.map((way) => t(`reasons.way.${way}`)),
  );
  return formatList(locale, [...clauses, t('help.if.ways', { ways: words })]);
}

/* Ways are said together, apart from the others. */
function clauseOf(speaker: Speaker, change: Change): string | null {
  const { t } = speaker;
  switch (change.change) {
    case 'time':
      return t('help.if.time', { time: timeWords(speaker, change) });
    case 'way':
      return null;
    case 'kilometres':
      return change.to === null
        ? t('help.if.any-distance')
        : t('help.if.kilometres', { kilometres: change.to });
    case 'wish':
      return t('help.if.wish', { wish: wishWords(speaker, change.wish) });
    case 'requirement':
      return change.to === null
        ? t('help.if.without', { rule: ruleWords(t, change.from.kind) })
        : stepWords(speaker, change.from, change.to);
  }
}

/** A part of a day of the week: "måndag kväll". */
export function timeWords({ t, locale }: Speaker, change: Extract<OwnChange, { change: 'time' }>): string {
  return t(`help.time.${change.part}`, { weekday: weekdayName(locale, change.weekday) });
}

const MINUTES_OF_HALF_HOUR = 30;

function stepWords({ t }: Speaker, from: RuleChange['from'], to: Requirement): string {
  switch (to.kind) {
    case 'minimum-age':
      return t('help.if.minimum-age', { years: to.years });
    case 'age-span':
      return t('help.if.age-span', { years: to.years });
    case 'common-time':
      return t('help.if.common-time', { minutes: to.halfHours * MINUTES_OF_HALF_HOUR });
    case 'nearness':
      return from.kind === 'nearness' && from.kilometres === to.kilometres
        ? t('help.if.nearness-remote')
        : t('help.if.nearness', { kilometres: to.kilometres });
    case 'language':
      return t('help.if.language', { level: to.common ?? to.swedish ?? 'A1' });
    case 'field':
      return t('help.if.field');
    case 'municipality':
      return t(to.across === 'always' ? 'help.if.municipality' : 'help.if.municipality-remote');
    case 'gender':
      return t('help.if.without', { rule: ruleWords(t, to.kind) });
  }
}

function namesOf({ locale, nameOf }: HelpSpeaker, ids: readonly string[]): string {
  return formatList(locale, ids.map(nameOf));
}
