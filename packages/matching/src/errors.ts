/** What can be wrong with what the engine was given. */
export type MatchingErrorCode =
  | 'duplicate-person'
  | 'bad-date'
  | 'bad-person'
  | 'bad-rule'
  | 'bad-network'
  | 'bad-relation'
  | 'unknown-person'
  | 'too-large';

/**
 * The one error the engine throws. `place` is a path into the input (`mentors[m-17].capacity`), `value` what
 * stood there as text. Never thrown for an empty or hopeless pool: that is an answer.
 */
export class MatchingError extends Error {
  readonly code: MatchingErrorCode;
  readonly place: string;
  readonly value: string;

  constructor(code: MatchingErrorCode, place: string, value: unknown) {
    super(`${code} at ${place}: ${show(value)}`);
    this.name = 'MatchingError';
    this.code = code;
    this.place = place;
    this.value = show(value);
  }
}

/* Long values are cut so that an error never carries a whole snapshot into a log. */
const SHOWN = 80;

function show(value: unknown): string {
  const text =
    typeof value === 'string' ? value : typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
