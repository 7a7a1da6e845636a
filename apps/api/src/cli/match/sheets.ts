import { ofHundred, scoreOfHundred } from '@parvis/matching';
import { cellProblemSentence } from '../../modules/sheets/problem.ts';
import type { Sheet } from '../../modules/sheets/workbook.ts';
import type { Told } from './text.ts';

/** What `--out FILE.xlsx` holds: pairs, people left out, the proof, and the rows that could not be read. */
export function laySheets(told: Told): readonly Sheet[] {
  const rightToLeft = told.speaker.locale === 'ar';
  return [layPairs(told), layLeftOut(told), layProof(told), layRejected(told)].map((sheet) => ({
    ...sheet,
    rightToLeft,
  }));
}

function layPairs({ result, round, people, speaker: { t } }: Told): Sheet {
  return {
    name: t('sheets.sheet.pairs'),
    columns: [
      { heading: `${t('sheets.match.newcomer')} id`, width: 12 },
      { heading: t('sheets.match.newcomer'), width: 28 },
      { heading: `${t('sheets.match.mentor')} id`, width: 12 },
      { heading: t('sheets.match.mentor'), width: 28 },
      { heading: t('sheets.match.heading.score'), width: 8 },
      { heading: t('sheets.match.heading.reasons'), width: 100 },
    ],
    rows: result.pairs.map(({ newcomer, mentor, reasons }, index) => [
      newcomer,
      people.get(round.pairs[index]?.newcomer ?? '')?.name ?? '',
      mentor,
      people.get(round.pairs[index]?.mentor ?? '')?.name ?? '',
      scoreOfHundred(reasons),
      reasons.map(({ text }) => text).join('; '),
    ]),
  };
}

function layLeftOut({ result, round, people, speaker: { t } }: Told): Sheet {
  return {
    name: t('sheets.sheet.left-out'),
    columns: [
      { heading: t('sheets.column.id'), width: 12 },
      { heading: t('sheets.column.name'), width: 28 },
      { heading: t('sheets.column.side'), width: 12 },
      { heading: t('sheets.match.heading.weeks'), width: 12 },
      { heading: t('sheets.match.heading.reasons'), width: 100 },
    ],
    rows: result.leftOut.map(({ id, side, reasons }, index) => [
      id,
      people.get(round.leftOut[index]?.id ?? '')?.name ?? '',
      t(`sheets.side.${side}`),
      round.leftOut[index]?.weeksWaiting ?? 0,
      reasons.map(({ text }) => text).join(' '),
    ]),
  };
}

function layProof({ result: { certificate }, round: { fullScore }, speaker: { t } }: Told): Sheet {
  return {
    name: t('sheets.sheet.proof'),
    columns: (['matched', 'total', 'optimal'] as const).map((what) => ({
      heading: t(`sheets.match.heading.${what}`),
    })),
    rows: [
      [
        certificate.matched,
        ofHundred(certificate.total, fullScore),
        t(certificate.optimal ? 'vocabulary.yes-no.yes' : 'vocabulary.yes-no.no'),
      ],
    ],
  };
}

function layRejected({ reading, speaker: { t } }: Told): Sheet {
  return {
    name: t('sheets.sheet.rejected'),
    columns: [
      { heading: t('sheets.match.heading.row'), width: 8 },
      { heading: t('sheets.match.heading.column'), width: 20 },
      { heading: t('sheets.match.heading.value'), width: 40 },
      { heading: t('sheets.match.heading.problem'), width: 90 },
    ],
    rows: reading.rejected.map((problem) => [
      problem.row,
      problem.column,
      problem.value,
      cellProblemSentence(t, problem),
    ]),
  };
}
