import type { Locale } from '@parvis/contracts';

/** A word at the start of its line: "vardagssvenska" becomes "Vardagssvenska". */
export function capital(locale: Locale, words: string): string {
  return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
}
