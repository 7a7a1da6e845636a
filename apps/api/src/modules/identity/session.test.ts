import { requestCode, showOperations, signIn, signOut, whoAmI } from '@parvis/contracts';
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../../test-house.ts';
import { listNewestLetters } from '../messages/letter.store.ts';
import { MOST_FOR_ADDRESS } from './code.decisions.ts';

const MINUTE = 60_000;
const SESSION = '__Host-parvis';
const BROWSER = '__Host-parvis-browser';

describe('signing in by a mailed code', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse();
  });
  afterAll(() => house.close());

  async function askForCode(email: string) {
    const asked = await house.ask(requestCode, { body: { email } });
    const [letter] = await listNewestLetters(house.deps.store, { to: email, most: 1 });
    const browser = asked.cookies[BROWSER] ?? '';
    return { asked, code: String(letter?.data['code'] ?? ''), headers: { cookie: `${BROWSER}=${browser}` } };
  }

  it('lets in the browser that asked, once', async () => {
    await house.signInAs({ email: 'amina@example.se' });
    const { asked, code, headers } = await askForCode('amina@example.se');
    expect(asked.status).toBe(202);
    expect(code).toMatch(/^\d{8}$/);
    const entered = await house.ask(signIn, {
      body: { code: `${code.slice(0, 4)} ${code.slice(4)}` },
      headers,
    });
    expect(entered.status).toBe(200);
    expect(entered.body).toEqual({ home: 'participant' });
    const cookie = `${SESSION}=${entered.cookies[SESSION]}`;
    expect((await house.ask(whoAmI, { headers: { cookie } })).body.account).toMatchObject({
      home: 'participant',
    });
    expect(String(entered.headers['set-cookie'])).toMatch(
      /__Host-parvis=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax/,
    );
    const [, claims = ''] = cookie.split('.');
    const { iat, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, number>;
    expect(Number(exp) - Number(iat)).toBe(2_592_000);
    const again = await house.ask(signIn, { body: { code }, headers });
    expect(again.body).toMatchObject({ kind: 'refused', code: 'code-used-up', status: 403 });
  });

  it('answers an unknown address as a known one, and no code opens it', async () => {
    await house.signInAs({ email: 'known@example.se' });
    const known = await askForCode('known@example.se');
    const unknown = await askForCode('nobody@example.se');
    expect(unknown.asked.body).toEqual(known.asked.body);
    expect(Object.keys(unknown.asked.headers)).toEqual(Object.keys(known.asked.headers));
    expect(unknown.code).toBe('');
    const tried = await house.ask(signIn, { body: { code: '12345678' }, headers: unknown.headers });
    expect(tried.body).toMatchObject({ code: 'code-wrong', facts: { left: 4 } });
  });

  it('opens nothing in another browser', async () => {
    await house.signInAs({ email: 'other@example.se' });
    const { code } = await askForCode('other@example.se');
    expect((await house.ask(signIn, { body: { code } })).body).toMatchObject({ code: 'code-expired' });
    const headers = { cookie: `${BROWSER}=someone-else` };
    expect((await house.ask(signIn, { body: { code }, headers })).body).toMatchObject({
      code: 'code-expired',
    });
  });

  it('is over after five wrong tries, also when they come at once', async () => {
    await house.signInAs({ email: 'tries@example.se' });
    const { code, headers } = await askForCode('tries@example.se');
    const wrong = code === '00000000' ? '00000001' : '00000000';
    const tries = await Promise.all(
      Array.from({ length: 12 }, () => house.ask(signIn, { body: { code: wrong }, headers })),
    );
    expect(tries.filter(({ problem }) => problem?.code === 'code-wrong').length).toBeLessThanOrEqual(5);
    expect((await house.ask(signIn, { body: { code }, headers })).body).toMatchObject({
      code: 'code-used-up',
    });
  });

  it('is over after ten minutes', async () => {
    await house.signInAs({ email: 'late@example.se' });
    const { code, headers } = await askForCode('late@example.se');
    house.moveClock(10 * MINUTE);
    expect((await house.ask(signIn, { body: { code }, headers })).body).toMatchObject({
      code: 'code-expired',
    });
  });

  it('limits how often one address is asked for, known or not', async () => {
    for (const email of ['often@example.se', 'often-unknown@example.se']) {
      if (!email.includes('unknown')) await house.signInAs({ email });
      const statuses = [];
      for (let n = 0; n <= MOST_FOR_ADDRESS; n++) statuses.push((await askForCode(email)).asked.status);
      expect(statuses).toEqual([...Array<number>(MOST_FOR_ADDRESS).fill(202), 429]);
    }
  });

  it('names the field of an address that is none', async () => {
    const { status, body } = await house.ask(requestCode, { body: { email: 'amina' } });
    expect(status).toBe(422);
    expect(body).toMatchObject({ kind: 'invalid', fields: [{ path: 'email', code: 'not-an-email' }] });
  });
});

describe('a session', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse();
  });
  afterAll(() => house.close());

  it('tells who is signed in and what the account may do', async () => {
    const as = await house.signInAs({ name: 'Ola Driftsson', operates: true, locale: 'en' });
    expect((await house.ask(whoAmI, { as })).body).toEqual({
      account: {
        name: 'Ola Driftsson',
        locale: 'en',
        people: [],
        coordinates: [],
        administers: [],
        operates: true,
        home: 'operator',
      },
      demo: false,
    });
    expect((await house.ask(whoAmI)).body).toEqual({ account: null, demo: false });
  });

  it('ends at once when signed out, wherever the cookie was copied to', async () => {
    const as = await house.signInAs({ operates: true });
    expect((await house.ask(showOperations, { as })).status).toBe(200);
    expect((await house.ask(signOut, { as })).status).toBe(200);
    expect((await house.ask(showOperations, { as })).status).toBe(401);
  });

  it('answers 401 to every kind of bad token', async () => {
    const { sessionId } = await house.signInAs({ operates: true });
    const good = { sid: sessionId, iss: 'parvis', aud: 'parvis-session', iat: 1, exp: 4_000_000_000 };
    const typ = 'session+jwt';
    const secret = house.deps.secret;
    const bad = {
      nothing: '',
      words: 'abc',
      dots: '..',
      'alg none': token({ alg: 'none', typ }, good, secret).replace(/[^.]*$/, ''),
      'alg ES256': token({ alg: 'ES256', typ }, good, secret),
      'alg HS512': token({ alg: 'HS512', typ }, good, secret),
      'other secret': token({ alg: 'HS256', typ }, good, 'another secret'),
      'other typ': token({ alg: 'HS256', typ: 'JWT' }, good, secret),
      'no typ': token({ alg: 'HS256' }, good, secret),
      'other aud': token({ alg: 'HS256', typ }, { ...good, aud: 'someone' }, secret),
      'other iss': token({ alg: 'HS256', typ }, { ...good, iss: 'someone' }, secret),
      'no exp': token({ alg: 'HS256', typ }, { ...good, exp: undefined }, secret),
      expired: token({ alg: 'HS256', typ }, { ...good, exp: 2 }, secret),
      'array payload': token({ alg: 'HS256', typ }, [good], secret),
      'null payload': token({ alg: 'HS256', typ }, null, secret),
      'sid a number': token({ alg: 'HS256', typ }, { ...good, sid: 7 }, secret),
      'sid unknown': token({ alg: 'HS256', typ }, { ...good, sid: 'x' }, secret),
    };
    for (const [kind, value] of Object.entries(bad)) {
      const { status, problem } = await house.ask(showOperations, {
        headers: { cookie: `${SESSION}=${value}` },
      });
      expect([kind, status, problem?.code]).toEqual([kind, 401, 'signed-out']);
    }
    const cookie = `${SESSION}=${token({ alg: 'HS256', typ }, good, secret)}`;
    expect((await house.ask(showOperations, { headers: { cookie } })).status).toBe(200);
  });
});

function token(header: object, payload: unknown, secret: string): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part(header)}.${part(payload)}`;
  const hash = 'alg' in header && header.alg === 'HS512' ? 'sha512' : 'sha256';
  return `${signed}.${createHmac(hash, secret).update(signed).digest('base64url')}`;
}
