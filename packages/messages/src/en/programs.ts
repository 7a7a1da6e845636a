import type { Translation } from '../dictionary.ts';

export const programs: Translation<'programs'> = {};
