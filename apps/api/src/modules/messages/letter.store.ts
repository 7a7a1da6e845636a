import type { Locale } from '@parvis/contracts';
import { and, asc, desc, eq, lte } from 'drizzle-orm';
import { write, writeMany, type Store, type Write } from '../../database/store.ts';
import { letter } from '../../database/tables.ts';
import type { LetterData, LetterKind } from './letter.kinds.ts';

export type LetterRow = typeof letter.$inferSelect;

export interface NewLetter<K extends LetterKind = LetterKind> {
  readonly kind: K;
  readonly accountId?: string | null;
  readonly personId?: string | null;
  readonly toName: string | null;
  readonly toAddress: string;
  readonly locale: Locale;
  readonly data: LetterData[K];
}

interface Stamping {
  readonly newId: () => string;
  readonly now: () => string;
}

/** Puts a letter in the outbox, in the same list as what it tells of. */
export function insertLetter<K extends LetterKind>(stamping: Stamping, given: NewLetter<K>): Write {
  const row = queue(stamping, given);
  return write((db) => db.insert(letter).values(row));
}

export function insertLetters(stamping: Stamping, all: readonly NewLetter[]): readonly Write[] {
  const rows = all.map((given) => queue(stamping, given));
  return writeMany(rows, (db, some) => db.insert(letter).values(some));
}

function queue(
  { newId, now }: Stamping,
  { accountId = null, personId = null, ...given }: NewLetter,
): typeof letter.$inferInsert {
  const at = now();
  return { ...given, id: newId(), accountId, personId, status: 'queued', nextTryAt: at, createdAt: at };
}

export async function listLettersToSend(
  { read }: Store,
  now: string,
  most: number,
): Promise<readonly LetterRow[]> {
  return read
    .select()
    .from(letter)
    .where(and(eq(letter.status, 'queued'), lte(letter.nextTryAt, now)))
    .orderBy(asc(letter.nextTryAt), asc(letter.id))
    .limit(most);
}

export async function listNewestLetters(
  { read }: Store,
  { to, most }: { readonly to: string | null; readonly most: number },
): Promise<readonly LetterRow[]> {
  return read
    .select()
    .from(letter)
    .where(to === null ? undefined : eq(letter.toAddress, to))
    .orderBy(desc(letter.createdAt), desc(letter.id))
    .limit(most);
}

/** Sent: what filled the sentences, a sign-in code perhaps, is no longer kept. */
export function updateSent(letterId: string, at: string): Write {
  return write((db) =>
    db.update(letter).set({ status: 'sent', sentAt: at, data: {} }).where(eq(letter.id, letterId)),
  );
}

export function updateNotSent(
  letterId: string,
  later: { readonly tries: number; readonly nextTryAt: string; readonly status: 'queued' | 'failed' },
): Write {
  return write((db) => db.update(letter).set(later).where(eq(letter.id, letterId)));
}
