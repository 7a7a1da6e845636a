import { REFERENCE_LOCALE, type Locale } from '@parvis/contracts';

/** Every kind of letter and what fills its sentences. Names and addresses of others never stand in a letter: the page shows them. */
export interface LetterData {
  'sign-in-code': { readonly code: string; readonly minutes: number; readonly link: string };
  proposal: { readonly program: string; readonly days: number; readonly link: string };
  'pair-accepted': { readonly program: string; readonly link: string };
  'proposal-declined': { readonly program: string; readonly link: string };
  'pair-ended': { readonly program: string; readonly link: string };
}
export type LetterKind = keyof LetterData;
export const LETTER_KINDS = [
  'sign-in-code',
  'proposal',
  'pair-accepted',
  'proposal-declined',
  'pair-ended',
] as const satisfies readonly LetterKind[];

/** The address of a page in the reader's language; the reference language has no prefix. */
export function linkTo(origin: string, locale: Locale, path: `/${string}`): string {
  return locale === REFERENCE_LOCALE ? `${origin}${path}` : `${origin}/${locale}${path}`;
}
