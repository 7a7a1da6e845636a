import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Instance } from '../instance.ts';

/** Writes `NAME.json` and `NAME.bin` as `readInstance` reads them; returns the path of the header. */
export function writeInstance(folder: string, instance: Instance): string {
  const arrays = arraysOf(instance);
  const header: Record<string, { dtype: string; offset: number; length: number }> = {};
  const file = openSync(join(folder, `${instance.name}.bin`), 'w');
  let offset = 0;
  for (const [name, array] of Object.entries(arrays)) {
    const bytes = new Uint8Array(array.buffer);
    for (let at = 0; at < bytes.length; at += PIECE) {
      writeSync(file, bytes, at, Math.min(PIECE, bytes.length - at), offset + at);
    }
    const dtype = array instanceof Float64Array ? 'f64' : 'i32';
    header[name] = { dtype, offset, length: array.length };
    offset += Math.ceil(bytes.length / ALIGNED) * ALIGNED;
  }
  closeSync(file);
  const path = join(folder, `${instance.name}.json`);
  const { kind, name, rows, columns } = instance;
  writeFileSync(path, JSON.stringify({ kind, name, rows, cols: columns, arrays: header }));
  return path;
}

const PIECE = 1 << 26;
const ALIGNED = 64;

function arraysOf(instance: Instance): Readonly<Record<string, Float64Array | Int32Array>> {
  if (instance.kind === 'dense') return { cost: instance.cost };
  const { rowStart, column, score, columnCapacity } = instance;
  return { indptr: rowStart, indices: column, data: score, col_cap: columnCapacity };
}
