import type { Locale } from '@parvis/contracts';
import { directionOf } from '@parvis/messages';
import { translateTo } from '@parvis/messages/all';
import { isLocale, localePath } from '#lib/locale.ts';

interface Visit {
  readonly locale: Locale;
  readonly url: URL;
  readonly request: Request;
}

/** A first visit in another language than the visitor reads best: offered, never forced. Null when there is nothing to offer. */
export function offerLanguage({ locale, url, request }: Visit) {
  const [first = ''] = (request.headers.get('accept-language') ?? '').split(/[,;]/);
  const read = first.trim().split('-')[0]?.toLowerCase() ?? '';
  const chosen = url.pathname !== '/' || (request.headers.get('referer') ?? '').startsWith(url.origin);
  if (chosen || !isLocale(read) || read === locale) return null;
  return {
    locale: read,
    direction: directionOf(read),
    sentence: translateTo(read)('door.front.other-language'),
    href: localePath(read, '/'),
  };
}
