/**
 * Every way in which the domain says no, with the HTTP status it answers. Each has a sentence in every language
 * (packages/messages, `refusals`), which says what happened, why, and what to do now.
 */
export const REFUSALS = {
  // the door
  'signed-out': 401,
  'code-wrong': 403,
  'code-expired': 403,
  'code-used-up': 403,
  'foreign-origin': 403,
  'not-there': 404,
  'too-many-requests': 429,
  'too-busy': 503,
  'too-large': 413,
  'not-json': 415,
  'key-reused': 409,
  // programs and people
  'rules-contradict': 422,
  'changed-meanwhile': 409,
  'person-in-live-pair': 409,
  'already-enrolled': 409,
  'status-does-not-allow': 409,
  // spreadsheets
  'file-unreadable': 422,
  'file-too-large': 413,
  'file-too-many-rows': 422,
  'file-no-side': 422,
  'import-already-applied': 409,
  'import-outdated': 409,
  // rounds
  'round-open': 409,
  'round-not-draft': 409,
  'round-still-solving': 409,
  'round-not-solving': 409,
  'round-not-solved': 409,
  'round-outdated': 409,
  'round-too-large': 422,
  'round-empty': 422,
  'variant-name-taken': 409,
  'too-many-variants': 409,
  'pin-unknown-person': 422,
  'pin-breaks-requirement': 422,
  'pin-over-capacity': 422,
  'pin-also-banned': 422,
  // pairs
  'pair-not-proposed': 409,
  'pair-other-declined': 409,
  'pair-already-answered': 409,
  'pair-expired': 409,
  'pair-not-active': 409,
  'pair-ended': 409,
  'meeting-before-pair': 422,
  'meeting-in-future': 422,
  'meeting-in-past': 422,
  'meeting-twice': 409,
  'meeting-after-end': 422,
  'meeting-own-report': 409,
  'meeting-already-disputed': 409,
} as const satisfies Record<string, number>;

export type RefusalCode = keyof typeof REFUSALS;

/** Facts that fill the sentence: numbers, dates, names of fields; never more than the asker may see. */
export type RefusalFacts = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** One no that stops a request. */
export class Refused extends Error {
  readonly code: RefusalCode;
  readonly facts: RefusalFacts;

  constructor(code: RefusalCode, facts: RefusalFacts = {}) {
    super(code);
    this.name = 'Refused';
    this.code = code;
    this.facts = facts;
  }
}
