import type { ImportReport, Locale } from '@parvis/contracts';
import { translateTo } from '@parvis/messages/all';
import type { Cell } from './cells/reading.ts';
import { findHeadingRow } from './headings.ts';
import { cellProblemSentence } from './problem.ts';
import type { Sheet } from './workbook.ts';

/** The rows to mend with the headings they had, and first a column that says what to do; an import passes it over. */
export function layRejected(
  { cells, report }: { readonly cells: readonly (readonly Cell[])[]; readonly report: ImportReport },
  locale: Locale,
): Sheet {
  const t = translateTo(locale);
  const headingRow = findHeadingRow(cells) ?? 0;
  const problems = Map.groupBy(report.rejected, ({ row }) => row);
  const width = report.headings.length;
  return {
    name: t('sheets.sheet.rejected'),
    columns: [
      { heading: t('sheets.column.mend'), width: 60 },
      ...report.headings.map(({ heading }, index) => ({
        heading: isFilled(cells[headingRow]?.[index]) ? heading : '',
      })),
    ],
    rows: [...problems].map(([row, all]) => [
      all.map((problem) => `${problem.column}: ${cellProblemSentence(t, problem)}`).join('\n'),
      ...Array.from({ length: width }, (_, index) => cells[row - 1]?.[index] ?? null),
    ]),
    rightToLeft: locale === 'ar',
  };
}

function isFilled(cell: Cell | undefined): boolean {
  return cell !== undefined && cell !== null && cell !== '';
}
