import { inflateRawSync } from 'node:zlib';
import { LIMITS, Refused } from '@parvis/contracts';
import { tooLarge, tooManyRows } from './limits.ts';

/** All parts of a workbook together; a sheet of 20,000 full rows takes a quarter of it. */
const MOST_BYTES = 150_000_000;
const MOST_PARTS = 2_000;

/**
 * Looks into a zip before anything else does, and goes by what its parts truly unpack to, not by what it says of itself:
 * a file of 40 kB can hold four gigabytes. Refuses what is too large, has too many rows, or is no zip.
 */
export function guardZip(bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = MOST_BYTES;
  for (const { name, method, start, length } of listParts(buffer)) {
    const packed = buffer.subarray(start, start + length);
    const part = method === 0 ? packed : unpack(packed, left);
    left -= part.length;
    if (left < 0) throw tooLarge();
    if (/^xl\/worksheets\/[^/]+\.xml$/i.test(name) && countFilledRows(part) > LIMITS.importRows + 1)
      throw tooManyRows();
  }
}

function unpack(packed: Buffer, most: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(most, 1) });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge();
    throw new Refused('file-unreadable');
  }
}

/** What a workbook may unpack to and still be read beside other work. */
const SMALL_BYTES = 5_000_000;
const PLACE = /[\s:]r\s*=\s*["']([^"']*)["']/g;
const NEAR_PLACE = /^[A-Z]{0,2}\d{1,4}$/;

/**
 * Can a workbook that passed `guardZip` be read at little cost? One cell far out, such as XFD1048576, makes a reader fill a
 * grid of billions from a file of 1 kB. Wherever the file puts it, and however it writes it, such a place is not near.
 */
export function isSmallWorkbook(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = SMALL_BYTES;
  return listParts(buffer).every(({ method, start, length }) => {
    const packed = buffer.subarray(start, start + length);
    const part = method === 0 ? packed : unpack(packed, MOST_BYTES);
    left -= part.length;
    if (left < 0) return false;
    return [...part.toString('latin1').matchAll(PLACE)].every(([, place = '']) => NEAR_PLACE.test(place));
  });
}

interface Part {
  readonly name: string;
  readonly method: number;
  readonly start: number;
  readonly length: number;
}

/** From the central directory (APPNOTE 6.3.10, 4.3.12 and 4.3.16), which is where every reader of zips looks. */
function listParts(buffer: Buffer): readonly Part[] {
  const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > buffer.length) throw new Refused('file-unreadable');
  const count = buffer.readUInt16LE(end + 10);
  if (count > MOST_PARTS) throw tooLarge();
  const parts: Part[] = [];
  let at = buffer.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== 0x02014b50)
      throw new Refused('file-unreadable');
    const [name, extra, comment] = [
      buffer.readUInt16LE(at + 28),
      buffer.readUInt16LE(at + 30),
      buffer.readUInt16LE(at + 32),
    ];
    const local = buffer.readUInt32LE(at + 42);
    if (local + 30 > buffer.length || buffer.readUInt32LE(local) !== 0x04034b50)
      throw new Refused('file-unreadable');
    parts.push({
      name: buffer.toString('utf8', at + 46, at + 46 + name),
      method: buffer.readUInt16LE(at + 10),
      start: local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28),
      length: buffer.readUInt32LE(at + 20),
    });
    at += 46 + name + extra + comment;
  }
  return parts;
}

const ROW = Buffer.from('<row');
const VALUE = [Buffer.from('<v>'), Buffer.from('<is>'), Buffer.from('<v ')];

/** Rows with a value in them; Excel keeps a million formatted empty ones. */
function countFilledRows(part: Buffer): number {
  let filled = 0;
  let at = part.indexOf(ROW);
  while (at >= 0 && filled <= LIMITS.importRows + 1) {
    const next = part.indexOf(ROW, at + 4);
    const row = part.subarray(at, next < 0 ? part.length : next);
    if (VALUE.some((value) => row.includes(value))) filled += 1;
    at = next;
  }
  return filled;
}
