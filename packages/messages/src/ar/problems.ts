import type { Translation } from '../dictionary.ts';

export const problems: Translation<'problems'> = {};
