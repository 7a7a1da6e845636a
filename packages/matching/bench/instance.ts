import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

/** Assign every row to its own column at minimum total cost; `cost` row-major. */
export interface DenseInstance {
  readonly kind: 'dense';
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly cost: Float64Array;
}

/** Most rows first, then the highest total score. Edges of row `i` from `rowStart[i]`; a row has capacity 1. */
export interface SparseInstance {
  readonly kind: 'sparse';
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly rowStart: Int32Array;
  readonly column: Int32Array;
  readonly score: Float64Array;
  readonly columnCapacity: Int32Array;
}

export type Instance = DenseInstance | SparseInstance;

interface Header {
  readonly kind: string;
  readonly name: string;
  readonly rows: number;
  readonly cols: number;
  readonly arrays: Readonly<Record<string, ArrayHeader>>;
}

interface ArrayHeader {
  readonly offset: number;
  readonly length: number;
}

/** Reads `NAME.json` and, beside it, the little-endian arrays of `NAME.bin`. */
export function readInstance(path: string): Instance {
  const header = JSON.parse(readFileSync(path, 'utf8')) as Header;
  const file = openSync(path.replace(/\.json$/, '.bin'), 'r');
  try {
    return header.kind === 'dense' ? readDense(header, file) : readSparse(header, file);
  } finally {
    closeSync(file);
  }
}

function readDense(header: Header, file: number): DenseInstance {
  const cost = fill(new Float64Array(lengthOf(header, 'cost')), header, 'cost', file);
  return { kind: 'dense', name: header.name, rows: header.rows, columns: header.cols, cost };
}

function readSparse(header: Header, file: number): SparseInstance {
  return {
    kind: 'sparse',
    name: header.name,
    rows: header.rows,
    columns: header.cols,
    rowStart: fill(new Int32Array(lengthOf(header, 'indptr')), header, 'indptr', file),
    column: fill(new Int32Array(lengthOf(header, 'indices')), header, 'indices', file),
    score: fill(new Float64Array(lengthOf(header, 'data')), header, 'data', file),
    columnCapacity: fill(new Int32Array(lengthOf(header, 'col_cap')), header, 'col_cap', file),
  };
}

function lengthOf(header: Header, name: string): number {
  const length = header.arrays[name]?.length;
  if (length === undefined) throw new Error(`${header.name} has no array ${name}`);
  return length;
}

/* Read in pieces: one read cannot be longer than 2 GB. */
const PIECE = 1 << 28;

function fill<T extends Float64Array | Int32Array>(array: T, header: Header, name: string, file: number): T {
  const bytes = new Uint8Array(array.buffer);
  const offset = header.arrays[name]?.offset ?? 0;
  for (let at = 0; at < bytes.length; at += PIECE) {
    readSync(file, bytes, at, Math.min(PIECE, bytes.length - at), offset + at);
  }
  return array;
}

/** What an answer is worth, recomputed from the instance; `columnOfRow[i]` is −1 for a row left out. */
export interface Answer {
  readonly objective: number;
  readonly matched: number;
  readonly valid: boolean;
}

export function checkAnswer(instance: Instance, columnOfRow: Int32Array): Answer {
  const used = new Int32Array(instance.columns);
  let objective = 0;
  let matched = 0;
  let valid = columnOfRow.length === instance.rows;
  columnOfRow.forEach((j, i) => {
    if (j < 0) {
      if (instance.kind === 'dense') valid = false;
      return;
    }
    const value = valueOf(instance, i, j);
    const uses = (used[j] ?? Infinity) + 1;
    used[j] = uses;
    const capacity = instance.kind === 'dense' ? 1 : (instance.columnCapacity[j] ?? 0);
    if (value === null || !(uses <= capacity)) valid = false;
    objective += value ?? 0;
    matched++;
  });
  return { objective, matched, valid };
}

function valueOf(instance: Instance, i: number, j: number): number | null {
  if (instance.kind === 'dense') return instance.cost[i * instance.columns + j] ?? null;
  const { rowStart, column, score } = instance;
  for (let e = rowStart[i] ?? 0; e < (rowStart[i + 1] ?? 0); e++)
    if (column[e] === j) return score[e] ?? null;
  return null;
}
