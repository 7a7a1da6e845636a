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
