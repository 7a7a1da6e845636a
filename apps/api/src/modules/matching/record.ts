import type { RoundInput, RoundResult } from '@parvis/matching';
import { createHash } from 'node:crypto';
import { offerInput } from './input.decisions.ts';
import { solvedFrom, type Shaped } from './shape.decisions.ts';

/** Says that a file is the record of a round, and how it is laid out. */
export const RECORD = 'parvis-round-1';

/** All that is needed to solve a round once more on another machine, and to check its proof. Names nobody. */
export interface RoundRecord {
  readonly record: typeof RECORD;
  readonly roundId: string;
  readonly number: number;
  readonly status: string;
  readonly publishedAt: string | null;
  readonly engine: string;
  readonly input: RoundInput;
  readonly result: RoundResult;
  /** SHA-256 of what stands before it, as JSON: a file that was changed by accident is found out. */
  readonly digest: string;
}

interface SolvedRound extends Shaped {
  readonly id: string;
  readonly number: number;
  readonly status: string;
  readonly publishedAt: string | null;
  readonly result: RoundResult;
}

export function recordRound(round: SolvedRound): RoundRecord {
  const { id, number, status, publishedAt, result } = round;
  const said = {
    record: RECORD,
    roundId: id,
    number,
    status,
    publishedAt,
    engine: result.engine,
    input: offerInput(solvedFrom(round)),
    result,
  } as const;
  return { ...said, digest: digestOf(said) };
}

export function writeRecord(record: RoundRecord): string {
  return `${JSON.stringify(record, null, 1)}\n`;
}

/** Of all but the digest itself. */
export function digestOf({
  record,
  roundId,
  number,
  status,
  publishedAt,
  engine,
  input,
  result,
}: Readonly<Partial<Record<keyof RoundRecord, unknown>>>): string {
  const said = { record, roundId, number, status, publishedAt, engine, input, result };
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}
