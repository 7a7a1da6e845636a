import type { Deps } from '../../deps.ts';
import { decideRetry } from './letter.decisions.ts';
import { renderLetter } from './letter.render.ts';
import { listLettersToSend, updateNotSent, updateSent, type LetterRow } from './letter.store.ts';
import type { MailTransport } from './transport.ts';

const AT_ONCE = 20;

/** Sends what waits in the outbox. Without a mail server it waits on. */
export async function sendLetters(deps: Deps): Promise<void> {
  const { mail, store, now } = deps;
  if (mail === null) return;
  for (const letter of await listLettersToSend(store, now(), AT_ONCE)) await sendLetter(deps, mail, letter);
}

/** Marked after it was taken over: if the machine stops in between, the receiver gets it twice with one message id, never not at all. */
async function sendLetter(
  { store, clock, now, log, config }: Deps,
  mail: MailTransport,
  letter: LetterRow,
): Promise<void> {
  const { hostname } = new URL(config.origin);
  try {
    const { subject, text, html } = renderLetter(letter);
    await mail.send({
      to: { name: letter.toName ?? '', address: letter.toAddress },
      subject,
      text,
      html,
      messageId: `<${letter.id}@${hostname}>`,
    });
  } catch (error) {
    const later = decideRetry(letter.tries, clock());
    // The mail server's own words repeat the address.
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    log.warn({ letterId: letter.id, kind: letter.kind, code, tries: later.tries }, 'letter not sent');
    await store.writeTogether([updateNotSent(letter.id, later)]);
    return;
  }
  await store.writeTogether([updateSent(letter.id, now())]);
}
