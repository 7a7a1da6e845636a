import type { Translation } from '../dictionary.ts';

export const door: Translation<'door'> = {};
