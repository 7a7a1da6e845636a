import type { Account } from '@parvis/contracts';

const HOMES: Readonly<Record<Account['home'], string>> = {
  participant: '/me',
  desk: '/today',
  operator: '/operator',
};

/** The page that one comes to after signing in. */
export function homePath(home: Account['home']): string {
  return HOMES[home];
}

/** A path of this site to go back to, or undefined for everything else that someone may have put in an address. */
export function ownPath(written: string | null, origin: string): string | undefined {
  if (written === null || !written.startsWith('/') || !URL.canParse(written, origin)) return undefined;
  const url = new URL(written, origin);
  return url.origin === origin ? url.pathname + url.search : undefined;
}
