/**
 * Numbers that PTS keeps free for films and books, so that none rings anywhere: 08-465 004 00–99 and 070-174 06 05–99.
 * They run out: who gets none has null, and people of one household may share.
 */
export interface Phones {
  readonly nextMobile: () => string | null;
  /** Area code 08: for Stockholm. */
  readonly nextLandline: () => string | null;
}

/** `+4684650 04xx`; the first thirty are kept for staff. */
export function officePhone(last: number): string {
  return `+468465004${String(last).padStart(2, '0')}`;
}

/** For people whom the story names, the first few mobile numbers. */
export function namedMobile(last: number): string {
  return `+467017406${String(last).padStart(2, '0')}`;
}

const FIRST_LANDLINE = 30;
const FIRST_MOBILE = 25;

export function createPhones(): Phones {
  let landline = FIRST_LANDLINE;
  let mobile = FIRST_MOBILE;
  return {
    nextLandline: () => (landline > 99 ? null : officePhone(landline++)),
    nextMobile: () => (mobile > 99 ? null : namedMobile(mobile++)),
  };
}

/** Every number that may stand in the demo. */
export const FILM_NUMBER = /^\+46(?:8465004\d\d|7017406(?:0[5-9]|[1-9]\d))$/;
