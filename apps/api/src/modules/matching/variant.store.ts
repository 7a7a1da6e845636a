import { and, asc, eq } from 'drizzle-orm';
import { write, type Store, type Write } from '../../database/store.ts';
import { roundVariant } from '../../database/tables.ts';

export type VariantRow = typeof roundVariant.$inferSelect;
export type VariantHead = Pick<VariantRow, 'id' | 'name' | 'figures' | 'createdBy' | 'createdAt'>;

export async function findVariant(
  { read }: Store,
  { roundId, variantId }: { readonly roundId: string; readonly variantId: string },
): Promise<VariantRow | null> {
  const [found] = await read
    .select()
    .from(roundVariant)
    .where(and(eq(roundVariant.id, variantId), eq(roundVariant.roundId, roundId)));
  return found ?? null;
}

/** Oldest first, without shapes and pairs. */
export async function listVariants({ read }: Store, roundId: string): Promise<readonly VariantHead[]> {
  const { id, name, figures, createdBy, createdAt } = roundVariant;
  return read
    .select({ id, name, figures, createdBy, createdAt })
    .from(roundVariant)
    .where(eq(roundVariant.roundId, roundId))
    .orderBy(asc(createdAt), asc(id));
}

/** Refuses `variant-name-taken` when the round has one of that name. */
export function insertVariant(row: typeof roundVariant.$inferInsert): Write {
  return write((db) => db.insert(roundVariant).values(row), 'variant-name-taken');
}

export function deleteVariant({ id }: Pick<VariantRow, 'id'>): Write {
  return write((db) => db.delete(roundVariant).where(eq(roundVariant.id, id)));
}
