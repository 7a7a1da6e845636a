import type { Locale } from '@parvis/contracts';
import { directionOf } from '@parvis/messages';
import { translateTo } from '@parvis/messages/all';
import { LETTER_KINDS, type LetterKind } from './letter.kinds.ts';

export interface RenderedLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly links: readonly string[];
}

interface Written {
  readonly kind: string;
  /** Two people may share an address: the letter says for whom it is. */
  readonly toName: string | null;
  readonly locale: Locale;
  readonly data: Readonly<Record<string, string | number>>;
}

/** A letter as it is read: a subject without personal data, plain text, and the same as simple HTML. */
export function renderLetter({ kind, toName, locale, data }: Written): RenderedLetter {
  const known = LETTER_KINDS.find((one) => one === kind);
  if (known === undefined) throw new Error(`no letter is called ${kind}`);
  const t = translateTo(locale);
  const { subject, lines } = sentences(t, known, data);
  const link = typeof data['link'] === 'string' ? data['link'] : null;
  const closing = [t('letters.footer')];
  const greeting = toName === null ? t('letters.greeting') : t('letters.greeting-to', { name: toName });
  const parts = [greeting, ...lines, ...(link === null ? [] : [link]), ...closing];
  return {
    subject,
    text: `${parts.join('\n\n')}\n`,
    html: page({ locale, subject, parts, link }),
    links: link === null ? [] : [link],
  };
}

type Say = ReturnType<typeof translateTo>;
type Data = Written['data'];

function sentences(
  t: Say,
  kind: LetterKind,
  data: Data,
): { readonly subject: string; readonly lines: readonly string[] } {
  const program = String(data['program'] ?? '');
  switch (kind) {
    case 'sign-in-code':
      return {
        subject: t('letters.sign-in-code.subject'),
        lines: [
          t('letters.sign-in-code.code', { code: spaced(String(data['code'] ?? '')) }),
          t('letters.sign-in-code.holds', { count: Number(data['minutes'] ?? 0) }),
          t('letters.sign-in-code.not-you'),
        ],
      };
    case 'proposal':
      return {
        subject: t('letters.proposal.subject'),
        lines: [
          t('letters.proposal.what', { program }),
          t('letters.proposal.answer', { count: Number(data['days'] ?? 0) }),
        ],
      };
    case 'pair-accepted':
      return {
        subject: t('letters.pair-accepted.subject'),
        lines: [t('letters.pair-accepted.what', { program }), t('letters.pair-accepted.next')],
      };
    case 'proposal-declined':
      return {
        subject: t('letters.proposal-declined.subject'),
        lines: [t('letters.proposal-declined.what', { program }), t('letters.proposal-declined.next')],
      };
    case 'pair-ended':
      return {
        subject: t('letters.pair-ended.subject'),
        lines: [t('letters.pair-ended.what', { program }), t('letters.pair-ended.next')],
      };
  }
}

/** Eight digits in two groups are easier to carry from one window to another. */
function spaced(code: string): string {
  return code.replace(/^(\d{4})(\d{4})$/, '$1 $2');
}

function page({
  locale,
  subject,
  parts,
  link,
}: {
  readonly locale: Locale;
  readonly subject: string;
  readonly parts: readonly string[];
  readonly link: string | null;
}): string {
  const body = parts.map((part) =>
    part === link
      ? `<p dir="ltr"><a href="${escaped(part)}">${escaped(part)}</a></p>`
      : `<p>${escaped(part)}</p>`,
  );
  return `<!doctype html><html lang="${locale}" dir="${directionOf(locale)}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body style="font:16px/1.5 sans-serif;max-width:34em;margin:1.5em auto;padding:0 1em">${body.join('')}</body></html>\n`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
