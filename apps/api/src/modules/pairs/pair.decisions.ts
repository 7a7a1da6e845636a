import type { PairStatus } from '@parvis/contracts';

/** May the two see each other's contact details? Once both have said yes, and no longer when the pair was ended early. */
export function areAcquainted(status: PairStatus): boolean {
  return status === 'active' || status === 'completed';
}

interface Named {
  readonly name: string;
  readonly addressedAs: string | null;
}

/**
 * What the other is shown before both have said yes: how she wants to be addressed, or else her first name, never the family
 * name. A name is written "Amina Farah" or "Farah, Amina".
 */
export function shortName({ name, addressedAs }: Named): string {
  if (addressedAs !== null) return addressedAs;
  const given = name.split(',', 2)[1]?.trim() || name;
  return given.split(/\s+/, 1)[0] ?? given;
}

/** What the other is shown of her name. */
export function nameForOther(person: Named, status: PairStatus): string {
  return areAcquainted(status) ? person.name : shortName(person);
}

/** The half-hours of the week in which both can meet, ascending. */
export function decideCommonTime(mine: readonly number[], others: readonly number[]): readonly number[] {
  const theirs = new Set(others);
  return mine.filter((halfHour) => theirs.has(halfHour)).sort((a, b) => a - b);
}
