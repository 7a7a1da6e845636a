import type { DenseLists } from './dense-lists.ts';
import { hold, release, UNHELD, type DenseState } from './dense-state.ts';

/** Ways in which rows take columns by raising bids, that is by lowering column prices. */
export interface DenseBids {
  /** All rows come in, read for the first time. Overbidding by ε, for squares alone, leaves few of them free; without it more. */
  readonly enterRows: (manner: 'overbidding' | 'exactly') => void;
  /** Free rows take columns at exact prices as far as that goes quickly; the others stay free. */
  readonly settleFree: () => void;
  /** Frees rows whose column is dearer than their cheapest by more than `epsilon`. */
  readonly releaseDear: (epsilon: number) => void;
}

/* ε begins at the mean width of the lists / BEGIN and is divided by DIVIDE until it is below the same / END. */
const BEGIN = 32;
const END = 128;
const DIVIDE = 8;
/* More bids per row than this at one ε are a war of prices, which a larger ε ends: ε is raised RAISE-fold. */
const WAR = 10;
const RAISE = 4;
/* A second war while rows come in is one between clusters: ε goes to the mean width of the lists · LEAP at once. */
const LEAP = 4;
/* The longest chain of rows putting each other out at exact prices. */
const CHAIN = 50;

export function makeBids(state: DenseState, lists: DenseLists): DenseBids {
  const { rows, columnOf, rowOf, costOf, v, free } = state;
  const { size, length, column, value, bound, width, readRow, renewRow } = lists;
  /* What the last look at a row's list found: the cheapest, its place, the next cheapest or the bound. */
  let u1 = 0;
  let e1 = 0;
  let u2 = 0;
  let e2 = -1;
  let epsilon = 0;
  let left = 0;
  let wars = 0;
  let leap = 0;

  function look(i: number): void {
    for (;;) {
      u1 = Infinity;
      u2 = Infinity;
      e1 = -1;
      e2 = -1;
      const last = i * size + (length[i] ?? 0);
      for (let e = i * size; e < last; e++) {
        const x = (value[e] ?? 0) - (v[column[e] ?? 0] ?? 0);
        if (x >= u2) continue;
        if (x < u1) {
          u2 = u1;
          e2 = e1;
          u1 = x;
          e1 = e;
        } else {
          u2 = x;
          e2 = e;
        }
      }
      const t = bound[i] ?? 0;
      if (u2 > t) {
        u2 = t;
        e2 = -1;
      }
      if (u1 <= t) return;
      renewRow(i);
    }
  }

  /* Takes the cheapest column and lowers its price until the row would as soon have its second, and by ε more. */
  function outbid(i: number): number {
    look(i);
    const j = column[e1] ?? 0;
    const other = rowOf[j] ?? UNHELD;
    v[j] = (v[j] ?? 0) - (u2 === Infinity ? 0 : u2 - u1) - epsilon;
    hold(state, i, j, value[e1] ?? 0);
    if (other >= 0) columnOf[other] = -1;
    return other;
  }

  function sell(source: number): void {
    let i = source;
    while (i >= 0) {
      if (left-- === 0) endWar();
      i = outbid(i);
    }
  }

  function endWar(): void {
    wars++;
    epsilon = Math.max(epsilon * RAISE, wars > 1 ? leap : 0);
    left = WAR * rows;
  }

  function sellFree(): void {
    left = WAR * rows;
    while (state.freeCount > 0) sell(free[--state.freeCount] ?? 0);
  }

  function enterRows(manner: 'overbidding' | 'exactly'): void {
    let sum = 0;
    epsilon = 0;
    wars = 0;
    left = WAR * rows;
    for (let i = 0; i < rows; i++) {
      readRow(i);
      sum += width[i] ?? 0;
      const mean = sum / (i + 1);
      if (manner === 'overbidding') epsilon = Math.max(epsilon, Math.floor(mean / BEGIN));
      leap = Math.floor(mean * LEAP);
      if (epsilon > 0) sell(i);
      else settle(i);
    }
    if (epsilon > 0) refine(Math.max(1, sum / rows / END));
  }

  /* A war may raise ε within its round; the next round begins where it would have without, so the rounds end. */
  function refine(last: number): void {
    leap = 0;
    sellFree();
    for (let next = epsilon / DIVIDE; next >= last; next /= DIVIDE) {
      epsilon = Math.floor(next);
      releaseDear(epsilon);
      sellFree();
    }
    releaseDear(0);
    settleFree();
  }

  function releaseDear(most: number): void {
    for (let i = 0; i < rows; i++) {
      const j = columnOf[i] ?? -1;
      if (j < 0) continue;
      look(i);
      if ((costOf[i] ?? 0) - (v[j] ?? 0) > u1 + most) release(state, i);
    }
  }

  function settleFree(): void {
    const waiting = free.slice(0, state.freeCount);
    state.freeCount = 0;
    for (const i of waiting) settle(i);
  }

  /* Augmenting row reduction (Jonker & Volgenant 1987), as a chain that ends after a while. */
  function settle(source: number): void {
    let i = source;
    for (let step = 0; step < CHAIN && i >= 0; step++) i = bid(i);
    if (i >= 0) free[state.freeCount++] = i;
  }

  /* Returns the row put out, or −1. */
  function bid(i: number): number {
    look(i);
    const j = column[e1] ?? 0;
    const other = rowOf[j] ?? UNHELD;
    if (other === UNHELD) {
      hold(state, i, j, value[e1] ?? 0);
      return -1;
    }
    if (other >= 0 && u1 < u2 && u2 < Infinity) {
      v[j] = (v[j] ?? 0) - (u2 - u1);
      hold(state, i, j, value[e1] ?? 0);
      columnOf[other] = -1;
      return other;
    }
    const second = column[e2] ?? 0;
    if (e2 >= 0 && u1 === u2 && rowOf[second] === UNHELD) hold(state, i, second, value[e2] ?? 0);
    else free[state.freeCount++] = i;
    return -1;
  }

  return { enterRows, settleFree, releaseDear };
}
