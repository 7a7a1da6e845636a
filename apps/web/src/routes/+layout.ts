import { loadText } from '#lib/text.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ data }) => ({ ...data, t: await loadText(data.locale) });
