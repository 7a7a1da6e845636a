import type { Translation } from '../dictionary.ts';

export const vocabulary: Translation<'vocabulary'> = {};
