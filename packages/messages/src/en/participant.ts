import type { Translation } from '../dictionary.ts';

export const participant: Translation<'participant'> = {};
