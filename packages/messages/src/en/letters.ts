import type { Translation } from '../dictionary.ts';

export const letters: Translation<'letters'> = {};
