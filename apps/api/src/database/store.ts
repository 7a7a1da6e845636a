import { Refused, type RefusalCode, type RefusalFacts } from '@parvis/contracts';
import { isUniqueViolation, type Connections, type ReadDatabase, type WriteDatabase } from './sqlite.ts';

/** What the rooms see of the database: reads that are awaited, and one door for writes. */
export interface Store {
  readonly read: ReadDatabase;
  /**
   * Writes the whole list or nothing, and answers once it is on the disk. Lists of one tick share one COMMIT. Hand over the
   * `reply` and it is given back after the commit; on an idempotent endpoint it is kept in the same transaction.
   */
  readonly writeTogether: WriteTogether;
}

interface WriteTogether {
  (writes: readonly Write[]): Promise<void>;
  <R>(writes: readonly Write[], reply: R): Promise<R>;
}

/** One statement of a list, not yet run. Store functions named insert*, update*, delete* make them. */
export interface Write {
  readonly build: (db: WriteDatabase) => Statement;
  /** How many rows it must touch; otherwise the whole list is undone and `refusal` thrown. */
  readonly rows: number | null;
  /** The no to say when `rows` does not hold, or when a unique index objects. */
  readonly refusal: Refusal | null;
}
export interface Statement {
  run(): { readonly changes: number };
}
interface Refusal {
  readonly code: RefusalCode;
  readonly facts?: RefusalFacts;
}

/** A plain write. With `ifTaken`, a unique index that objects becomes that refusal. */
export function write(build: Write['build'], ifTaken: RefusalCode | Refusal | null = null): Write {
  return { build, rows: null, refusal: asRefusal(ifTaken) };
}

/** A write that must touch exactly `rows` rows (1 unless told), or the whole list is undone and refused. */
export function guardedWrite(build: Write['build'], otherwise: RefusalCode | Refusal, rows = 1): Write {
  return { build, rows, refusal: asRefusal(otherwise) };
}

/** Many rows in statements of at most `size` rows: SQLite takes 32,766 values in one. */
export function writeMany<Row>(
  rows: readonly Row[],
  build: (db: WriteDatabase, some: Row[]) => Statement,
  { size = 200, ifTaken = null }: { readonly size?: number; readonly ifTaken?: RefusalCode | null } = {},
): readonly Write[] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) => {
    const some = rows.slice(index * size, (index + 1) * size);
    return write((db) => build(db, some), ifTaken);
  });
}

interface Waiting {
  readonly writes: readonly Write[];
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** A store over open connections; `drain` waits until everything asked for is on the disk. */
export function createStore(connections: Connections): Store & { readonly drain: () => Promise<void> } {
  let waiting: Waiting[] = [];
  let flushed: Promise<void> = Promise.resolve();

  const flushNext = (): Promise<void> =>
    new Promise((resolve) => {
      setImmediate(() => {
        const lists = waiting;
        waiting = [];
        commitTogether(connections, lists);
        resolve();
      });
    });

  const writeTogether = <R>(writes: readonly Write[], reply?: R): Promise<R | undefined> => {
    if (waiting.length === 0) flushed = flushNext();
    return new Promise((resolve, reject) => {
      waiting.push({ writes, done: () => resolve(reply), failed: reject });
    });
  };
  return { read: connections.read, writeTogether: writeTogether as WriteTogether, drain: () => flushed };
}

/** One fsync for all lists of a tick: one per request saturates at a few hundred writes a second. A savepoint keeps one list's failure its own. */
function commitTogether(connections: Connections, lists: readonly Waiting[]): void {
  const { writer, write: db } = connections;
  const answers: (() => void)[] = [];
  try {
    writer.exec('BEGIN IMMEDIATE');
    for (const list of lists) answers.push(runList(connections, db, list));
    writer.exec('COMMIT');
  } catch (error) {
    if (writer.inTransaction) writer.exec('ROLLBACK');
    for (const list of lists) list.failed(error);
    return;
  }
  for (const answer of answers) answer();
}

function runList({ writer }: Connections, db: WriteDatabase, { writes, done, failed }: Waiting): () => void {
  writer.exec('SAVEPOINT list');
  try {
    for (const one of writes) runWrite(db, one);
    writer.exec('RELEASE list');
    return done;
  } catch (error) {
    writer.exec('ROLLBACK TO list');
    writer.exec('RELEASE list');
    return () => failed(error);
  }
}

function runWrite(db: WriteDatabase, { build, rows, refusal }: Write): void {
  try {
    const { changes } = build(db).run();
    if (rows !== null && changes !== rows) throw refused(refusal, `touched ${changes} rows, not ${rows}`);
  } catch (error) {
    throw refusal !== null && isUniqueViolation(error) ? refused(refusal, 'taken') : error;
  }
}

function refused(refusal: Refusal | null, what: string): Error {
  return refusal === null ? new Error(what) : new Refused(refusal.code, refusal.facts);
}

function asRefusal(given: RefusalCode | Refusal | null): Refusal | null {
  return typeof given === 'string' ? { code: given } : given;
}
