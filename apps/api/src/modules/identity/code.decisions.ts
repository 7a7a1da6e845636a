import { Refused } from '@parvis/contracts';

export const CODE_MINUTES = 10;
export const MOST_TRIES = 5;
/** In an hour. A library is one remote address for many people. */
export const MOST_FOR_ADDRESS = 6;
const MOST_FROM_REMOTE = 60;

/** May another code be asked for? Counted alike for known and unknown addresses, or the limit would tell them apart. */
export function decideCodeRequest(lastHour: {
  readonly forAddress: number;
  readonly fromRemote: number;
}): void {
  if (lastHour.forAddress >= MOST_FOR_ADDRESS || lastHour.fromRemote >= MOST_FROM_REMOTE) {
    throw new Refused('too-many-requests', { seconds: 3600 });
  }
}

export interface AskedCode {
  readonly accountId: string | null;
  readonly codeHash: string;
  /** Tries before this one. */
  readonly tries: number;
  readonly expiresAt: string;
  readonly usedAt: string | null;
}

/** May this browser's code be tried at all? */
export function decideTry(code: AskedCode | null, now: string): void {
  if (code === null || code.expiresAt <= now) throw new Refused('code-expired', { minutes: CODE_MINUTES });
  if (code.usedAt !== null || code.tries >= MOST_TRIES) throw new Refused('code-used-up');
}

/** Whose account does the code open? One for an unknown address opens none, whatever is typed. */
export function decideSignIn(code: AskedCode, matches: boolean): { readonly accountId: string } {
  if (matches && code.accountId !== null) return { accountId: code.accountId };
  const left = MOST_TRIES - code.tries - 1;
  if (left <= 0) throw new Refused('code-used-up');
  throw new Refused('code-wrong', { left });
}
