import { integer, real, text } from 'drizzle-orm/sqlite-core';

/**
 * The words a table is written in. A second database is let in by writing these few once more, so no table says
 * anything about how a value is kept. Ids and instants are made by the application, never by the database.
 */

/** UUID, as text. */
export const id = () => text();
/** ISO 8601 instant in UTC, `2026-11-21T20:14:00.000Z`: sorts as time does. */
export const instant = () => text();
/** ISO date, `2026-11-21`. */
export const day = () => text();
/** Text, or one of a closed list of words. */
export const words = <const W extends string = string>() => text().$type<W>();
export const count = () => integer();
/** Degrees, kilometres: a number with a fraction. */
export const measure = () => real();
export const flag = () => integer({ mode: 'boolean' });
/** A value of the contracts, kept as JSON. */
export const json = <T>() => text({ mode: 'json' }).$type<T>();
