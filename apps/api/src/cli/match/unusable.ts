/** The input could not be used; the message says which, why, and what to do. */
export class Unusable extends Error {
  override readonly name = 'Unusable';
}
