import { checkRow, type DenseState } from './dense-state.ts';

/**
 * For every row its cheapest columns, in no order. Prices only fall, so reduced costs only rise: a column outside
 * the list of row `i` will never cost less than `bound[i]`, however old the list is. The entries of row `i` stand
 * from `i · size`, `length[i]` of them; `value` is the cost unreduced.
 */
export interface DenseLists {
  readonly size: number;
  readonly length: Int32Array;
  readonly column: Int32Array;
  readonly value: Float64Array;
  readonly bound: Float64Array;
  /** How far the bound stood above the cheapest, or above the bound before; a measure of the row's scale. */
  readonly width: Float64Array;
  /** Checks the row and lists it. */
  readonly readRow: (row: number) => void;
  /** Lists the row anew at today's prices; the bound rises. */
  readonly renewRow: (row: number) => void;
}

/* A list has about AIM columns and never more than MOST; of a sample the SAMPLED cheapest set the bound. */
const AIM = 24;
const MOST = 72;
const SAMPLED = 3;
/* Where a row begins to be read: each elsewhere, so that among equals not all list the same columns. */
const GOLDEN = 0.618_033_988_749_894_9;

export function makeLists(state: DenseState): DenseLists {
  const { rows, columns, v } = state;
  const size = Math.min(MOST, columns);
  const length = new Int32Array(rows);
  const column = new Int32Array(rows * size);
  const value = new Float64Array(rows * size);
  const bound = new Float64Array(rows);
  const width = new Float64Array(rows);
  const key = new Float64Array(size);
  const kept = new Int32Array(size);
  const whole = columns <= MOST;
  const sampled = whole ? 0 : Math.ceil((SAMPLED * columns) / AIM);
  let count = 0;
  let limit = Infinity;

  function readRow(i: number): void {
    checkRow(state, i);
    count = 0;
    limit = Infinity;
    const from = turnOf(i);
    if (!whole) guessLimit(i, from);
    list(i * columns, from, columns);
    list(i * columns, 0, from);
    keepList(i);
  }

  function renewRow(i: number): void {
    const low = bound[i] ?? 0;
    if (low === Infinity) return;
    let wide = Math.max(width[i] ?? 0, 1);
    const from = turnOf(i);
    for (;;) {
      count = 0;
      limit = low + wide;
      list(i * columns, from, columns);
      list(i * columns, 0, from);
      if (count >= 2) break;
      wide *= 4;
    }
    const reached = limit - low;
    width[i] = count < AIM / 2 ? Math.ceil(reached * Math.min(4, AIM / count)) : reached;
    keepList(i);
  }

  function turnOf(i: number): number {
    const turn = i * GOLDEN;
    return Math.floor((turn - Math.floor(turn)) * columns);
  }

  /* As dear as the third of a sample is cheap still: so among equals a list has AIM columns and not three. */
  function guessLimit(i: number, from: number): void {
    const beyond = Math.max(0, from + sampled - columns);
    sample(i * columns, from, from + sampled - beyond);
    sample(i * columns, 0, beyond);
    limit++;
    width[i] = limit - (key[0] ?? 0);
    count = 0;
  }

  /* The SAMPLED cheapest of a stretch, in order. */
  function sample(row: number, from: number, to: number): void {
    const { cost } = state;
    for (let j = from; j < to; j++) {
      const x = (cost[row + j] ?? 0) - (v[j] ?? 0);
      if (x < limit) insert(x);
    }
  }

  function insert(x: number): void {
    let at = count < SAMPLED ? count++ : SAMPLED - 1;
    for (; at > 0 && (key[at - 1] ?? 0) > x; at--) key[at] = key[at - 1] ?? 0;
    key[at] = x;
    if (count === SAMPLED) limit = key[SAMPLED - 1] ?? 0;
  }

  /* Those below the limit; four at a time, since almost none is. */
  function list(row: number, from: number, to: number): void {
    const { cost } = state;
    let t = limit;
    let j = from;
    for (; j + 3 < to; j += 4) {
      const a = (cost[row + j] ?? 0) - (v[j] ?? 0);
      const b = (cost[row + j + 1] ?? 0) - (v[j + 1] ?? 0);
      const c = (cost[row + j + 2] ?? 0) - (v[j + 2] ?? 0);
      const d = (cost[row + j + 3] ?? 0) - (v[j + 3] ?? 0);
      if (a < t || b < t || c < t || d < t) {
        if (a < t) t = offer(j, a, t);
        if (b < t) t = offer(j + 1, b, t);
        if (c < t) t = offer(j + 2, c, t);
        if (d < t) t = offer(j + 3, d, t);
      }
    }
    for (; j < to; j++) {
      const x = (cost[row + j] ?? 0) - (v[j] ?? 0);
      if (x < t) t = offer(j, x, t);
    }
    limit = t;
  }

  function offer(j: number, x: number, t: number): number {
    key[count] = x;
    kept[count] = j;
    count++;
    if (count < size || whole) return t;
    count = AIM;
    return selectCheapest();
  }

  /* Moves the AIM cheapest to the front (Hoare 1961, Find); returns the dearest of them. */
  function selectCheapest(): number {
    let low = 0;
    let high = size - 1;
    while (low < high) {
      const pivot = key[(low + high) >> 1] ?? 0;
      let a = low;
      let b = high;
      while (a <= b) {
        while ((key[a] ?? 0) < pivot) a++;
        while ((key[b] ?? 0) > pivot) b--;
        if (a > b) break;
        swap(a++, b--);
      }
      if (b < AIM - 1) low = a;
      if (AIM - 1 < a) high = b;
    }
    let dearest = -Infinity;
    for (let at = 0; at < AIM; at++) dearest = Math.max(dearest, key[at] ?? 0);
    return dearest;
  }

  function swap(a: number, b: number): void {
    const x = key[a] ?? 0;
    key[a] = key[b] ?? 0;
    key[b] = x;
    const j = kept[a] ?? 0;
    kept[a] = kept[b] ?? 0;
    kept[b] = j;
  }

  function keepList(i: number): void {
    const base = i * size;
    for (let at = 0; at < count; at++) {
      const j = kept[at] ?? 0;
      column[base + at] = j;
      value[base + at] = (key[at] ?? 0) + (v[j] ?? 0);
    }
    length[i] = count;
    bound[i] = limit;
  }

  return { size, length, column, value, bound, width, readRow, renewRow };
}
