import type { Locale } from '@parvis/contracts';

/** Every interface language by its own name, in the order of the language strip. Complete by type. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = {
  sv: 'Svenska',
  ar: 'العربية',
  en: 'English',
};

/** Written without a prefix in addresses. */
const REFERENCE: Locale = 'sv';

export function isLocale(value: string): value is Locale {
  return Object.hasOwn(LANGUAGE_NAMES, value);
}

export function isPrefixLocale(value: string): value is Exclude<Locale, 'sv'> {
  return isLocale(value) && value !== REFERENCE;
}

/** The language an address is written in: `/ar/me` is Arabic, `/me` Swedish. */
export function localeOfPath(pathname: string): Locale {
  const first = pathname.split('/', 2)[1] ?? '';
  return isPrefixLocale(first) ? first : REFERENCE;
}

/** An address without its language: `/ar/me` → `/me`. */
export function barePath(pathname: string): string {
  const locale = localeOfPath(pathname);
  if (locale === REFERENCE) return pathname;
  return pathname.slice(locale.length + 1) || '/';
}

/** The same address in a language: `localePath('ar', '/me')` → `/ar/me`. */
export function localePath(locale: Locale, path: string): string {
  const bare = barePath(path);
  if (locale === REFERENCE) return bare;
  return bare === '/' ? `/${locale}` : `/${locale}${bare}`;
}
