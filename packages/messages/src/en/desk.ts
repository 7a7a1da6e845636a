import type { Translation } from '../dictionary.ts';

export const desk: Translation<'desk'> = {};
