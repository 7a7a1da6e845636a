import { listDemoLetters, LOCALES, type Locale } from '@parvis/contracts';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../../test-house.ts';
import { decideRetry } from './letter.decisions.ts';
import { LETTER_KINDS, linkTo, type LetterData, type LetterKind } from './letter.kinds.ts';
import { renderLetter } from './letter.render.ts';
import { sendLetters } from './letter.sender.ts';
import { insertLetter, listNewestLetters } from './letter.store.ts';
import { createMailTransport } from './transport.ts';

const LINK = 'https://parvis.example.se/pairs/1';
const DATA: LetterData = {
  'sign-in-code': { code: '12345678', minutes: 10, link: `${LINK}?code=12345678` },
  proposal: { program: 'Kv(in)na', days: 7, link: LINK },
  'pair-accepted': { program: 'Kv(in)na', link: LINK },
  'proposal-declined': { program: 'Kv(in)na', link: LINK },
  'pair-ended': { program: 'Kv(in)na', link: LINK },
};

describe('a letter', () => {
  it.each(LOCALES.flatMap((locale) => LETTER_KINDS.map((kind) => [kind, locale] as const)))(
    '%s in %s says what it is about, and nothing in its subject',
    (kind, locale) => {
      const { subject, text, html, links } = renderLetter({
        kind,
        toName: 'Amina',
        locale,
        data: { ...DATA[kind] },
      });
      expect(subject).not.toMatch(/\d|Kv\(in\)na|\{/);
      expect(subject).not.toContain('Amina');
      expect(text).toContain('Amina');
      expect(text).not.toMatch(/[{}]/);
      expect(text).toContain(kind === 'sign-in-code' ? '1234 5678' : 'Kv(in)na');
      expect(links).toEqual([DATA[kind].link]);
      expect(html).toContain(`lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"`);
    },
  );

  it('writes text as text in its HTML', () => {
    const data = { program: '<script>alert(1)</script>', days: 1, link: `${LINK}?a=1&b="2"` };
    const { html } = renderLetter({ kind: 'proposal', toName: null, locale: 'sv', data });
    expect(html).not.toContain('<script');
    expect(html).toContain('href="https://parvis.example.se/pairs/1?a=1&#38;b=&#34;2&#34;"');
  });

  it('links to the page in the reader’s language', () => {
    const at = (locale: Locale) => linkTo('https://p.se', locale, '/login');
    expect([at('sv'), at('ar')]).toEqual(['https://p.se/login', 'https://p.se/ar/login']);
  });

  it.each([
    [0, 'queued', 1],
    [3, 'queued', 15],
    [8, 'queued', 1440],
    [9, 'failed', 0],
  ])('not sent after %i tries is %s, for %i minutes', (tries, status, minutes) => {
    const now = new Date('2026-11-21T09:00:00.000Z');
    const nextTryAt = new Date(now.getTime() + minutes * 60_000).toISOString();
    expect(decideRetry(tries, now)).toEqual({ tries: tries + 1, status, nextTryAt });
  });
});

describe('the outbox', () => {
  let house: TestHouse;
  afterEach(() => house.close());

  const post = <K extends LetterKind>(kind: K, toName: string, toAddress = 'amina@example.se') =>
    house.deps.store.writeTogether([
      insertLetter(house.deps, { kind, toName, toAddress, locale: 'ar', data: DATA[kind] }),
    ]);

  it('is sent by a real mail server, to one receiver whatever her name says, and forgets the code', async () => {
    const caught: { readonly to: readonly string[]; readonly raw: Buffer }[] = [];
    const smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          caught.push({
            to: session.envelope.rcptTo.map(({ address }) => address),
            raw: Buffer.concat(chunks),
          });
          done();
        });
      },
    });
    smtp.listen(0, '127.0.0.1');
    await once(smtp.server, 'listening');
    const { port } = smtp.server.address() as AddressInfo;
    const mail = createMailTransport({ smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'parvis@example.se' });
    house = await openTestHouse(mail === null ? {} : { mail });
    await post('sign-in-code', 'أمينة, evil@example.com\r\nBcc: evil@example.com');
    await sendLetters(house.deps);
    await sendLetters(house.deps);
    smtp.close();
    expect(caught.map(({ to }) => to)).toEqual([['amina@example.se']]);
    const letter = await PostalMime.parse(caught[0]?.raw ?? '');
    expect(letter.subject).toBe('رمز الدخول إلى Parvis');
    expect(letter.text).toContain('1234 5678');
    expect(letter.bcc).toBeUndefined();
    const [kept] = await listNewestLetters(house.deps.store, { to: null, most: 1 });
    expect(kept).toMatchObject({ status: 'sent', data: {} });
  });

  it('keeps a letter that the server does not take, and tries again later', async () => {
    let tries = 0;
    const mail = {
      send: async () => {
        tries += 1;
        if (tries < 3) throw new Error('no');
      },
    };
    house = await openTestHouse({ mail });
    await post('proposal', 'Amina');
    await sendLetters(house.deps);
    await sendLetters(house.deps);
    expect(tries).toBe(1);
    house.moveClock(60_000);
    await sendLetters(house.deps);
    house.moveClock(120_000);
    await sendLetters(house.deps);
    expect(await listNewestLetters(house.deps.store, { to: null, most: 9 })).toMatchObject([
      { status: 'sent', tries: 2 },
    ]);
  });

  it('waits when there is no mail server; the demo shows it, newest first, by receiver', async () => {
    house = await openTestHouse({ demo: true });
    await post('proposal', 'Amina');
    house.moveClock(1000);
    await post('sign-in-code', 'Bengt', 'bengt@example.se');
    await sendLetters(house.deps);
    const all = await house.ask(listDemoLetters);
    expect(all.body.letters.map(({ to }) => to)).toEqual(['bengt@example.se', 'amina@example.se']);
    const { body } = await house.ask(listDemoLetters, { query: { to: 'amina@example.se' } });
    expect(body.letters).toMatchObject([{ name: 'Amina', links: [LINK], locale: 'ar' }]);
  });

  it('is not shown where there is no demo', async () => {
    house = await openTestHouse();
    expect((await house.ask(listDemoLetters)).status).toBe(404);
  });
});
