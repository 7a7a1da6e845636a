import { ofHundred } from '@parvis/matching';

/** A round in the numbers that people read; scores of 100. */
export interface Figures {
  readonly people: number;
  /** One decimal. */
  readonly mean: number | null;
  readonly weakest: number | null;
  readonly longestLeftOutWeeks: number | null;
}
export const FIGURES = ['people', 'mean', 'weakest', 'longestLeftOutWeeks'] as const;

/** From a total and the number of pairs. */
export function figuresOf(said: {
  readonly people: number;
  readonly total: number;
  readonly pairs: number;
  readonly weakest: number | null;
  readonly longestLeftOutWeeks: number | null;
  readonly fullScore: number;
}): Figures {
  const { people, total, pairs, weakest, longestLeftOutWeeks, fullScore } = said;
  return {
    people,
    mean: pairs === 0 ? null : meanOf(total / pairs, fullScore),
    weakest: weakest === null ? null : ofHundred(weakest, fullScore),
    longestLeftOutWeeks,
  };
}

/** 1 where the figure became better, -1 where it became worse. To wait shorter is better; nobody left to wait is best. */
export function betterment(key: keyof Figures, before: Figures, after: Figures): number {
  const way = key === 'longestLeftOutWeeks' ? -1 : 1;
  return Math.sign(((after[key] ?? 0) - (before[key] ?? 0)) * way);
}

function meanOf(score: number, fullScore: number): number {
  return ofHundred(score * 10, fullScore) / 10;
}
