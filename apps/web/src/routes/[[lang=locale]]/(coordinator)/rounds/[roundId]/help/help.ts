import type { ApiReply } from '#lib/api.ts';
import type { helpLeftOut } from '@parvis/contracts';
import type { Translate } from '@parvis/messages';

export type HelpReply = ApiReply<typeof helpLeftOut>;
export type OneHelp = NonNullable<HelpReply['help']>[number];

/** What to do next for one who is left out, and the page on which it is done. */
interface NextStep {
  readonly label: string;
  /** Without the language. */
  readonly path: string;
}

/** Ask her, else look at the rules, else find more on the other side; null where there is nothing to do. */
export function nextStep(
  t: Translate,
  programId: string,
  { id, side, own, rules }: OneHelp,
): NextStep | null {
  const program = `/programs/${programId}`;
  const asked = own.remedy?.changes[0]?.change;
  if (asked !== undefined) return { label: t(`help.ask.${asked}`), path: `${program}/people/${id}/edit` };
  if (rules.remedy !== null) return { label: t('help.ask.rules'), path: `${program}/rules` };
  return side === 'newcomer' ? { label: t('help.ask.missing'), path: `${program}/missing` } : null;
}

export function namesIn({ people }: HelpReply, fallback: string): (id: string) => string {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? fallback;
}
