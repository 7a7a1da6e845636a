import type { Translation } from '../dictionary.ts';

export const ui: Translation<'ui'> = {};
