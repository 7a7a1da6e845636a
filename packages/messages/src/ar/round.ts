import type { Translation } from '../dictionary.ts';

export const round: Translation<'round'> = {};
