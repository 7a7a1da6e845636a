import type { ApiReply } from '#lib/api.ts';
import type { Labels, reportFairness } from '@parvis/contracts';
import { findText } from '#lib/text.ts';
import type { Translate } from '@parvis/messages';

export type Report = ApiReply<typeof reportFairness>;
export type Table = Report['tables'][number];
type Row = Table['rows'][number];

/** Fewer people than this are not told; the engine hides them. */
export const FEWEST = 5;

/** What a group is called: "kvinna", "arabiska", "25–34 år". */
export function groupWords(t: Translate, labels: Labels, by: Table['by'], { group }: Row): string {
  switch (group.is) {
    case 'others':
      return t('fairness.others');
    case 'unknown':
      return t('fairness.unknown');
    case 'range':
      return rangeWords(t, by === 'weeks' ? 'weeks' : 'age', group);
    case 'code':
      return codeWords(t, labels, by, group.code);
  }
}

function rangeWords(
  t: Translate,
  of: 'age' | 'weeks',
  { from, to }: { readonly from: number; readonly to: number | null },
): string {
  return to === null ? t(`fairness.range.${of}-over`, { from }) : t(`fairness.range.${of}`, { from, to });
}

function codeWords(t: Translate, labels: Labels, by: Table['by'], code: string): string {
  if (by === 'side') return findText(t, `fairness.side.${code}`) ?? code;
  if (by === 'gender') return findText(t, `vocabulary.gender.${code}`) ?? code;
  return labels[`${by}:${code}`] ?? code;
}

/** Whether anything is told in the table at all. */
export function isHidden({ rows }: Table): boolean {
  return rows.every(({ paired }) => paired === null);
}
