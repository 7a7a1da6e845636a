import type { Translation } from '../dictionary.ts';

export const reasons: Translation<'reasons'> = {};
