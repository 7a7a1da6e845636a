import type { Translation } from '../dictionary.ts';

export const refusals: Translation<'refusals'> = {};
