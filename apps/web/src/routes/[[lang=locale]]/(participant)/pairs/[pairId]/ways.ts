import type { Meeting } from '@parvis/contracts';
import type { IconName } from '#ui/icons.ts';

export const WAY_ICONS: Readonly<Record<Meeting['way'], IconName>> = {
  'in-person': 'cup',
  walk: 'walk',
  video: 'video',
  telephone: 'phone',
};
export const WAYS: readonly Meeting['way'][] = ['in-person', 'walk', 'video', 'telephone'];
