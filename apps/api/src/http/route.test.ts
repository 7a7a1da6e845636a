import {
  endpoint,
  id,
  LIMITS,
  nothing,
  Refused,
  requiredText,
  signOut,
  type Endpoint,
} from '@parvis/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { insertAccount } from '../modules/identity/account.store.ts';
import { openTestHouse, plantProgram, type TestHouse } from '../test-house.ts';
import { serve, serveAnyone, type Api } from './route.ts';

const base = {
  method: 'POST',
  access: 'signed-in',
  params: nothing,
  query: nothing,
  summary: 'for the test',
} as const;
const make = endpoint({
  ...base,
  name: 'makeThing',
  path: '/api/things/:thingId',
  params: z.strictObject({ thingId: id }),
  query: z.strictObject({ loud: z.enum(['yes', 'no']).optional() }),
  body: z.strictObject({
    name: requiredText(20),
    age: z.int().min(1).max(99).optional(),
    kind: z.enum(['a', 'b']).default('a'),
    tags: z.array(z.string()).max(2).optional(),
    email: z.email({ error: 'not-an-email' }).optional(),
  }),
  reply: z.strictObject({ made: z.string() }),
  status: 201,
  idempotent: true,
});
const carry = endpoint({
  ...base,
  name: 'carryThing',
  path: '/api/octets',
  body: z.instanceof(Uint8Array),
  reply: z.strictObject({ bytes: z.int() }),
  carries: 'octets',
});
const fetchFile = endpoint({
  ...base,
  method: 'GET',
  name: 'fetchThing',
  path: '/api/file',
  access: 'anyone',
  body: nothing,
  reply: z.strictObject({ filename: z.string(), contentType: z.string(), content: z.instanceof(Uint8Array) }),
  carries: 'file',
});
const chatter = endpoint({
  ...base,
  name: 'chatter',
  path: '/api/chatter',
  body: nothing,
  reply: z.strictObject({ a: z.int() }),
});
const break_ = endpoint({ ...base, name: 'breakThing', path: '/api/break', body: nothing, reply: nothing });
const late = endpoint({
  ...base,
  name: 'lateThing',
  path: '/api/late',
  body: nothing,
  reply: z.strictObject({ made: z.string() }),
  idempotent: true,
});
const coordinators = endpoint({
  ...base,
  name: 'coordinateThing',
  path: '/api/programs/:programId/things',
  access: 'coordinator-of-program',
  params: z.strictObject({ programId: id }),
  body: z.strictObject({ name: z.string() }),
  reply: nothing,
});

const PROGRAM = '3f2b8c1e-5d6a-4b7c-8e9f-0a1b2c3d4e5f';
const THING = { thingId: PROGRAM };

/** Adds the test's routes to the house's own. */
function addRoutes(api: Api): void {
  serve(api, make, async (deps, { body }) => {
    const accountId = deps.newId();
    const row = {
      id: accountId,
      email: `${body.name}@example.se`,
      locale: 'sv',
      createdAt: deps.now(),
    } as const;
    return deps.store.writeTogether([insertAccount(row)], { made: accountId });
  });
  serve(api, carry, async (_deps, { body }) => ({ bytes: body.byteLength }));
  serveAnyone(api, fetchFile, async () => ({
    filename: 'Åsas "lista".xlsx',
    contentType: 'application/octet-stream',
    content: new Uint8Array([1, 2, 3]),
  }));
  serve(api, chatter, async () => ({ a: 1, secret: 'x' }) as { a: number });
  serve(api, break_, async () => {
    throw new Error('the name of someone');
  });
  serve(api, coordinators, async () => ({}));
  serve(api, late, async (deps) => {
    const made = deps.newId();
    const row = { id: made, email: `${made}@example.se`, locale: 'sv', createdAt: deps.now() } as const;
    await deps.store.writeTogether([insertAccount(row)]);
    return { made };
  });
}

describe('a contract as a route', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse({}, addRoutes);
  });
  afterAll(() => house.close());

  it('says for each field what is wrong, where, and which bound it broke', async () => {
    const as = await house.signInAs();
    const body = { name: '', age: 1.5, kind: 'c', tags: ['a', 'b', 'c'], email: 'x', more: 1 };
    const { status, problem } = await house.ask(make, { as, params: THING, body });
    expect(status).toBe(422);
    expect(problem?.fields).toEqual([
      { path: 'name', code: 'required', facts: {} },
      { path: 'age', code: 'not-whole', facts: {} },
      { path: 'kind', code: 'not-an-option', facts: {} },
      { path: 'tags', code: 'too-many', facts: { maximum: 2 } },
      { path: 'email', code: 'not-an-email', facts: {} },
      { path: 'more', code: 'unknown-field', facts: {} },
    ]);
  });

  it.each([
    [{ name: 'x'.repeat(21) }, { path: 'name', code: 'too-long' }],
    [{ name: 'a\u0000b' }, { path: 'name', code: 'unreadable-character' }],
    [{ name: '\ud800' }, { path: 'name', code: 'unreadable-character' }],
    [{ name: '\u200b' }, { path: 'name', code: 'required' }],
    [{ name: 7 }, { path: 'name', code: 'wrong-type' }],
    [{}, { path: 'name', code: 'required' }],
    [[], { path: '', code: 'wrong-type' }],
    [
      { name: 'a', age: 0 },
      { path: 'age', code: 'too-small', facts: { minimum: 1 } },
    ],
    [
      { name: 'a', age: 100 },
      { path: 'age', code: 'too-big', facts: { maximum: 99 } },
    ],
    [
      { name: 'a', age: '7' },
      { path: 'age', code: 'not-a-number' },
    ],
  ])('reads %j and says %j', async (body, field) => {
    const as = await house.signInAs();
    const { problem } = await house.ask(make, { as, params: THING, body });
    expect(problem).toMatchObject({ kind: 'invalid', fields: [field] });
  });

  it('answers alike what one may not see and what does not exist, whatever is sent along', async () => {
    const as = await house.signInAs({ operates: true });
    await plantProgram(house, PROGRAM);
    const answers = [];
    for (const programId of [PROGRAM, '00000000-0000-4000-8000-000000000000', 'x', 'a%00']) {
      for (const body of [{ name: 'a' }, { wrong: 1 }]) {
        const { status, problem, headers } = await house.ask(coordinators, {
          as,
          params: { programId },
          body,
        });
        answers.push(JSON.stringify([status, { ...problem, requestId: '' }, Object.keys(headers)]));
      }
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('not-there');
  });

  it('refuses one who is signed out before it reads anything', async () => {
    const { status, problem } = await house.ask(make, { params: THING, body: { wrong: 1 } });
    expect([status, problem?.code]).toEqual([401, 'signed-out']);
  });

  it('refuses a write from a page of another origin, and lets one from its own and from no page', async () => {
    const as = await house.signInAs();
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://localhost:3001' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin: 'http://localhost:3000' },
    ]) {
      const { status, problem } = await house.ask(make, { as, params: THING, body: { name: 'a' }, headers });
      expect([headers, status, problem?.code]).toEqual([headers, 403, 'foreign-origin']);
    }
    for (const url of ['/%61pi/session', 'http://any.example/api/session']) {
      const headers = { origin: 'https://elsewhere.se' };
      const answer = await house.fastify.inject({
        method: 'POST',
        url,
        headers,
        payload: { code: '12345678' },
      });
      expect([url, answer.statusCode]).toEqual([url, 403]);
      expect(answer.json()).toMatchObject({ code: 'foreign-origin' });
    }
    for (const headers of [{}, { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }]) {
      const { status } = await house.ask(make, { as, params: THING, body: { name: 'a' }, headers });
      expect(status).toBe(201);
    }
  });

  it('does a thing once under one key, and refuses the key for anything else', async () => {
    const as = await house.signInAs();
    const asking = {
      as,
      params: THING,
      body: { name: 'once' },
      headers: { 'idempotency-key': 'key-12345678' },
    };
    const answers = await Promise.all([1, 2, 3].map(() => house.ask(make, asking)));
    expect(new Set(answers.map(({ body }) => body.made)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const other = await house.ask(make, { ...asking, body: { name: 'other' } });
    expect(other.problem).toMatchObject({ code: 'key-reused', status: 409 });
    const someone = await house.signInAs();
    const theirs = await house.ask(make, { ...asking, as: someone });
    expect(theirs.body.made).not.toBe(answers[0]?.body.made);
    const bad = await house.ask(make, { ...asking, headers: { 'idempotency-key': 'å' } });
    expect(bad.problem).toMatchObject({ kind: 'invalid', fields: [{ path: 'Idempotency-Key' }] });
  });

  it('keeps a reply that is only known after the writing, and makes nothing twice if the machine stopped before that', async () => {
    const as = await house.signInAs();
    const asking = { as, headers: { 'idempotency-key': 'late-12345678' } };
    const { body } = await house.ask(late, asking);
    expect((await house.ask(late, asking)).body).toEqual(body);
    house.connections.writer.exec("update idempotency_key set reply = null where key = 'late-12345678'");
    expect((await house.ask(late, asking)).problem?.code).toBe('changed-meanwhile');
  });

  it('keeps no key for what was refused', async () => {
    const as = await house.signInAs();
    const headers = { 'idempotency-key': 'mend-12345678' };
    expect((await house.ask(make, { as, headers, params: THING, body: { name: '' } })).status).toBe(422);
    expect((await house.ask(make, { as, headers, params: THING, body: { name: 'mended' } })).status).toBe(
      201,
    );
  });

  it('carries bytes in and a file out', async () => {
    const as = await house.signInAs();
    expect((await house.ask(carry, { as, body: new Uint8Array([1, 2]) })).body).toEqual({ bytes: 2 });
    const { headers, body } = await house.ask(fetchFile);
    expect(headers['content-disposition']).toBe(
      `attachment; filename="Asas lista.xlsx"; filename*=UTF-8''%C3%85sas%20%22lista%22.xlsx`,
    );
    expect(body).toEqual(Buffer.from([1, 2, 3]));
  });

  it('refuses bodies that are too large, broken, or of another kind', async () => {
    const { cookie } = await house.signInAs();
    const send = async (contract: Endpoint, type: string, payload: string | Buffer) => {
      const url = contract.path.replace(':thingId', PROGRAM);
      const headers = { cookie, 'content-type': type };
      const answer = await house.fastify.inject({ method: 'POST', url, headers, payload });
      return [answer.statusCode, answer.json<{ code: string }>().code];
    };
    expect(await send(make, 'application/json', `{"name":"${'x'.repeat(LIMITS.bodyBytes)}"}`)).toEqual([
      413,
      'too-large',
    ]);
    expect(await send(carry, 'application/octet-stream', Buffer.alloc(LIMITS.importBytes + 1))).toEqual([
      413,
      'file-too-large',
    ]);
    expect(await send(make, 'application/json', '{"name":')).toEqual([415, 'not-json']);
    expect(await send(make, 'application/json', '{"__proto__":{"a":1}}')).toEqual([415, 'not-json']);
    expect(await send(make, 'text/plain', '{"name":"a"}')).toEqual([415, 'not-json']);
    expect(await send(make, 'application/x-www-form-urlencoded', 'name=a')).toEqual([415, 'not-json']);
    expect(await send(make, 'application/octet-stream', Buffer.from('{"name":"a"}'))).toEqual([
      415,
      'not-json',
    ]);
    expect(await send(carry, 'application/json', '{}')).toEqual([415, 'not-json']);
  });

  it('hides the text of a fault, and gives the id that finds it in the log', async () => {
    const as = await house.signInAs();
    const { status, problem } = await house.ask(break_, { as });
    expect(status).toBe(500);
    expect(problem).toEqual({
      kind: 'fault',
      status: 500,
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it('takes a reply that says more than its contract for a fault', async () => {
    const as = await house.signInAs();
    expect((await house.ask(chatter, { as })).status).toBe(500);
    const lenient = await openTestHouse({ strictReplies: false }, addRoutes);
    expect((await lenient.ask(chatter, { as: await lenient.signInAs() })).body).toEqual({ a: 1 });
    await lenient.close();
  });

  it('does not boot a route that has no contract, or the wrong way to serve it', async () => {
    expect(() => serve({ ...house, served: [] }, fetchFile, async () => ({}) as never)).toThrow(
      'serveAnyone',
    );
    expect(() => serveAnyone({ ...house, served: [] }, signOut, async () => ({}))).toThrow('use serve');
    const sneaking = openTestHouse({}, ({ fastify }) => void fastify.get('/api/sneaky', async () => 'x'));
    await expect(sneaking).rejects.toThrow('has no contract');
  });

  it('asks one who comes too often to wait, and says how long', async () => {
    const slow = await openTestHouse({ ratePerMinute: 2 }, addRoutes);
    const answers = [];
    for (let n = 0; n < 4; n++) answers.push(await slow.ask(fetchFile));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 429]);
    expect(answers[3]?.problem).toMatchObject({ code: 'too-many-requests' });
    expect(Number(answers[3]?.headers['retry-after'])).toBeGreaterThan(0);
    await slow.close();
  });

  it('knows an unknown path, and a method that a path does not have', async () => {
    const unknown = await house.fastify.inject({ url: '/api/nothing' });
    expect(unknown.json()).toMatchObject({ code: 'not-there', status: 404 });
    const method = await house.fastify.inject({ method: 'PATCH', url: '/api/octets' });
    expect(method.statusCode).toBe(404);
    const badUrl = await house.fastify.inject({ url: '/api/things/%ff' });
    expect(badUrl.json()).toMatchObject({ code: 'not-there' });
  });

  it('gives a refusal its status, code and facts', async () => {
    const saying = await openTestHouse({}, (api) =>
      serve(api, break_, async () => {
        throw new Refused('round-outdated', { people: ['a'], count: 1 });
      }),
    );
    const { problem } = await saying.ask(break_, { as: await saying.signInAs() });
    expect(problem).toMatchObject({
      kind: 'refused',
      status: 409,
      code: 'round-outdated',
      facts: { people: ['a'], count: 1 },
    });
    await saying.close();
  });
});
