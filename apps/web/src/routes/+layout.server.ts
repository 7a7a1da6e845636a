import { takeFlash } from '#lib/flash.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, cookies }) => ({
  locale: locals.locale,
  flash: takeFlash(cookies),
});
