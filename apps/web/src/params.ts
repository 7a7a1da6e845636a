import { defineParams } from '@sveltejs/kit/params';
import { isPrefixLocale } from './lib/locale.ts';

/** `/en/...` and `/ar/...`; Swedish, the reference language, has no prefix. */
export const params = defineParams({
  locale: (value) => (isPrefixLocale(value) ? value : undefined),
});
