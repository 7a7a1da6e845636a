import type { MessageKey } from '@parvis/messages';
import type { Cookies } from '@sveltejs/kit';

/** One sentence that waits for the next page: "Träffen är sparad." */
export interface Flash {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

const NAME = 'parvis-flash';
const SECONDS = 30;

/** Says something on the page that is shown next; works with a plain redirect and without JavaScript. */
export function setFlash(
  cookies: Cookies,
  key: MessageKey,
  values: Readonly<Record<string, string | number>> = {},
): void {
  const flash: Flash = { key, values };
  cookies.set(NAME, JSON.stringify(flash), { path: '/', sameSite: 'lax', secure: false, maxAge: SECONDS });
}

/** Reads the waiting sentence once. */
export function takeFlash(cookies: Cookies): Flash | null {
  const waiting = cookies.get(NAME);
  if (waiting === undefined) return null;
  cookies.delete(NAME, { path: '/', secure: false });
  try {
    return toFlash(JSON.parse(waiting));
  } catch {
    return null;
  }
}

function toFlash(said: unknown): Flash | null {
  if (typeof said !== 'object' || said === null || !('key' in said) || typeof said.key !== 'string')
    return null;
  const values: Record<string, string | number> = {};
  const given =
    'values' in said && typeof said.values === 'object' && said.values !== null ? said.values : {};
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'string' || typeof value === 'number') values[name] = value;
  }
  return { key: said.key, values };
}
