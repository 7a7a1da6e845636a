import type { ApiReply } from '#lib/api.ts';
import type { compareAims, Locale } from '@parvis/contracts';
import { formatNumber, type Translate } from '@parvis/messages';

export type Comparison = ApiReply<typeof compareAims>;
export type AimOutcome = NonNullable<Comparison['aims']>[number];

export const FIGURES = ['people', 'pairs', 'total', 'mean', 'weakest', 'wait', 'swaps'] as const;
export type FigureKind = (typeof FIGURES)[number];

/** One figure of one aim as it is read: the value, and what it costs against the best of them. */
export interface ShownFigure {
  readonly value: string;
  /** Null for the best, and where there is nothing to compare. */
  readonly cost: string | null;
  readonly isBest: boolean;
}

interface Speaker {
  readonly t: Translate;
  readonly locale: Locale;
  readonly fullScore: number;
}

export function showFigure(speaker: Speaker, kind: FigureKind, outcome: AimOutcome): ShownFigure {
  const { value, cost } = readFigure(kind, outcome);
  return {
    value: value === null ? speaker.t('aims.none') : valueWords(speaker, kind, value),
    cost: cost === null || cost === 0 ? null : costWords(speaker, kind, cost),
    isBest: cost === 0,
  };
}

/* Nobody left out is the shortest wait there is. */
function readFigure(
  kind: FigureKind,
  outcome: AimOutcome,
): { readonly value: number | null; readonly cost: number | null } {
  if (kind !== 'wait') return { value: outcome[kind], cost: outcome.costs[kind] };
  return { value: outcome.longestWait, cost: outcome.longestWait === null ? 0 : outcome.costs.longestWait };
}

function valueWords(speaker: Speaker, kind: FigureKind, value: number): string {
  if (kind === 'wait') return speaker.t('ui.weeks', { count: value });
  return isScore(kind) ? points(speaker, value) : formatNumber(speaker.locale, value);
}

function costWords(speaker: Speaker, kind: FigureKind, cost: number): string {
  if (isScore(kind)) return speaker.t('aims.cost-points', { points: points(speaker, cost) });
  if (kind === 'wait') return speaker.t('aims.cost-wait', { count: cost });
  return speaker.t(kind === 'swaps' ? 'aims.cost-swaps' : 'aims.cost-people', { count: cost });
}

function isScore(kind: FigureKind): boolean {
  return kind === 'total' || kind === 'mean' || kind === 'weakest';
}

/* Of 100, with a decimal: the aims often differ by less than a point. */
function points({ locale, fullScore }: Speaker, score: number): string {
  return formatNumber(locale, fullScore === 0 ? 0 : (100 * score) / fullScore, 1);
}
