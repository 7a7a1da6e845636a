import { page } from '$app/state';
import { withSearch } from '#lib/address.ts';

/** The address of a form action, which keeps the chosen view and, where the two were asked about, whom. */
export function actionOf(name: string, keep: readonly ('view' | 'newcomer' | 'mentor')[] = ['view']): string {
  const kept = keep.flatMap((key) => {
    const value = page.url.searchParams.get(key);
    return value === null ? [] : [`&${key}=${encodeURIComponent(value)}`];
  });
  return `?/${name}${kept.join('')}`;
}

/** The address at which the two are shown, whether they are a pair or not. */
export function askHref({
  newcomer,
  mentor,
}: {
  readonly newcomer?: string;
  readonly mentor?: string;
}): string {
  return `${withSearch(page.url.search, { newcomer: newcomer ?? null, mentor: mentor ?? null })}#pair`;
}
