import type { Translation } from '../dictionary.ts';

export const sheets: Translation<'sheets'> = {};
