import type { Locale } from '@parvis/contracts';
import { createTranslate, loadDictionary, type Translate } from '@parvis/messages';
import { createContext } from 'svelte';
import { localePath } from './locale.ts';

interface Speech {
  readonly locale: Locale;
  readonly t: Translate;
}

const [speech, setSpeech] = createContext<Speech>();
const known = new Map<Locale, Promise<Translate>>();

/** The sentences of one language; each dictionary is loaded once, and the browser loads only its own. */
export function loadText(locale: Locale): Promise<Translate> {
  const loading =
    known.get(locale) ?? loadDictionary(locale).then((dictionary) => createTranslate(locale, dictionary));
  known.set(locale, loading);
  return loading;
}

/** Called once, by the root layout. */
export function speak(chosen: Speech): void {
  setSpeech(chosen);
}

/**
 * The sentences of this page's language: `const t = text()` in any component, then `t('ui.save')`.
 * A change of language loads the page anew (`<html lang dir>` changes with it), so `t` may be kept.
 */
export function text(): Translate {
  return speech().t;
}

/** The language of this page, for dates and numbers (`formatDay(locale(), …)`). */
export function locale(): Locale {
  return speech().locale;
}

/** Addresses in this page's language: `const to = link()`, then `href={to('/pairs')}`. */
export function link(): (path: string) => string {
  const chosen = speech().locale;
  return (path) => localePath(chosen, path);
}

/**
 * A sentence whose key is known only when it runs (a code in an answer). A key without a sentence gives undefined, so
 * that the caller has a plainer sentence ready.
 */
export function findText(
  t: Translate,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): string | undefined {
  try {
    return t.loosely(key, values);
  } catch {
    return undefined;
  }
}
