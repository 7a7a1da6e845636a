import type { Round } from '@parvis/contracts';
import { ofHundred, scoreOfHundred, type LeftOut, type MatchedPair } from '@parvis/matching';
import { leftOutSentences, obstacleSentence, shareSentence, sideWord, type Speaker } from '@parvis/messages';
import type { Program } from '../programs/program.store.ts';
import type { Sheet } from '../sheets/workbook.ts';

/** A round as a spreadsheet: the pairs with their reasons, the people left out with theirs, the proof. */
export function layRound(
  speaker: Speaker,
  round: Pick<Round, 'people' | 'pairs' | 'leftOut' | 'certificate' | 'fullScore'>,
  definition: Program['definition'],
): readonly Sheet[] {
  const { t } = speaker;
  const rightToLeft = speaker.locale === 'ar';
  const names = new Map(round.people.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? '';
  const newcomer = { heading: capital(sideWord(t, definition, 'newcomer', 1)), width: 26 };
  const mentor = { heading: capital(sideWord(t, definition, 'mentor', 1)), width: 26 };
  return [
    {
      name: t('sheets.sheet.pairs'),
      rightToLeft,
      columns: [
        newcomer,
        mentor,
        { heading: t('sheets.match.heading.score'), width: 8 },
        { heading: t('sheets.match.heading.reasons'), width: 100 },
      ],
      rows: round.pairs.map((pair) => [
        nameOf(pair.newcomer),
        nameOf(pair.mentor),
        scoreOfHundred(pair.reasons),
        reasonsOf(speaker, pair),
      ]),
    },
    {
      name: t('sheets.sheet.left-out'),
      rightToLeft,
      columns: [
        { heading: t('sheets.column.name'), width: 26 },
        { heading: t('sheets.column.side'), width: 14 },
        { heading: t('sheets.match.heading.weeks'), width: 12 },
        { heading: t('sheets.match.heading.reasons'), width: 100 },
      ],
      rows: round.leftOut.map((left: LeftOut) => [
        nameOf(left.id),
        sideWord(t, definition, left.side, 1),
        left.weeksWaiting,
        leftOutSentences(speaker, left).join(' '),
      ]),
    },
    {
      name: t('sheets.sheet.proof'),
      rightToLeft,
      columns: (['matched', 'total', 'optimal'] as const).map((what) => ({
        heading: t(`sheets.match.heading.${what}`),
      })),
      rows: round.certificate === null ? [] : [proofOf(speaker, round.certificate, round.fullScore)],
    },
  ];
}

/** What counts for the pair, the most first; then what the coordinator overrode and why. */
function reasonsOf(speaker: Speaker, { reasons, overrides, pinReason }: MatchedPair): string {
  const said = reasons
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points)
    .map((share) => shareSentence(speaker, share));
  const overridden = overrides.map((obstacle) => obstacleSentence(speaker, obstacle));
  return [...said, ...overridden, ...(pinReason === null ? [] : [pinReason])].join('; ');
}

function proofOf({ t }: Speaker, certificate: NonNullable<Round['certificate']>, fullScore: number) {
  const { matched, total, optimal } = certificate;
  return [matched, ofHundred(total, fullScore), t(`vocabulary.yes-no.${optimal ? 'yes' : 'no'}`)];
}

function capital(word: string): string {
  return `${word.charAt(0).toLocaleUpperCase('sv')}${word.slice(1)}`;
}
