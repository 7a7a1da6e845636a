import type { Translation } from '../dictionary.ts';

export const rules: Translation<'rules'> = {};
