import { ENDPOINTS, problem, type Endpoint, type RefusalCode } from '@parvis/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zocker } from 'zocker';
import type * as z from 'zod';
import type { TestAsking } from '../../apps/api/src/test-house.ts';
import { LET_IN } from './access.table.ts';
import { chanceOf, spoil, spoilText, type Chance } from './fuzz.values.ts';
import { openTown, type Town } from './town.ts';

/**
 * Every endpoint, asked by one who is let in, with values that its contract would nearly take. Whatever comes: the house
 * stands, answers soon, and says no in the one shape and the few ways that the contract names.
 */

const ROUNDS = 60;
const MOST_MILLISECONDS = 30_000;
const LONGEST_ANSWER = 5_000;
/** Noes that any endpoint may say. */
const GENERAL: readonly RefusalCode[] = ['not-there', 'not-json', 'too-large', 'changed-meanwhile'];

let town: Town;
/** What is made on the way is asked about from then on. */
let things: Record<string, string>;

beforeAll(async () => {
  town = await openTown();
  things = { ...town.things };
}, 120_000);
afterAll(() => town.house.close());

describe('whatever is sent', () => {
  it('the house answers by its contract, and soon', { timeout: MOST_MILLISECONDS + 60_000 }, async () => {
    const started = performance.now();
    const found = new Map<string, string>();
    let rounds = 0;
    while (rounds < ROUNDS && performance.now() - started < MOST_MILLISECONDS) {
      for (const [index, endpoint] of ENDPOINTS.entries()) {
        const fault = await tryOut(endpoint, rounds * ENDPOINTS.length + index);
        if (fault !== null) found.set(`${endpoint.name} ${fault.what}`, fault.told);
      }
      rounds++;
    }
    expect(Object.fromEntries(found)).toEqual({});
    expect(rounds).toBeGreaterThan(2);
  });

  it('leaves the database whole', () => {
    expect(town.house.connections.reader.pragma('integrity_check', { simple: true })).toBe('ok');
  });
});

/** Asks once; null when the answer is as it must be. */
async function tryOut(endpoint: Endpoint, seed: number): Promise<Fault | null> {
  const asking = await draw(endpoint, seed);
  const started = performance.now();
  const answer = await town.house.ask(endpoint, asking);
  const milliseconds = performance.now() - started;
  if (answer.problem === null) keepIds(answer.body);
  const what = judge(endpoint, { ...answer, milliseconds });
  if (what === null) return null;
  const asked = JSON.stringify(asking, (key, value: unknown) => (key === 'as' ? undefined : value));
  return { what, told: `seed ${seed}: ${asked.slice(0, 600)} → ${JSON.stringify(answer.problem)}` };
}

interface Fault {
  readonly what: string;
  readonly told: string;
}

function judge(
  endpoint: Endpoint,
  answer: { readonly status: number; readonly problem: unknown; readonly milliseconds: number },
): string | null {
  if (answer.milliseconds > LONGEST_ANSWER) return 'is slow';
  if (answer.status >= 500) return 'falls';
  if (answer.problem === null) return answer.status === endpoint.status ? null : `answers ${answer.status}`;
  const read = problem.safeParse(answer.problem);
  if (!read.success || read.data.status !== answer.status) return 'says no in a shape of its own';
  if (read.data.kind !== 'refused' || [...GENERAL, ...endpoint.refusals].includes(read.data.code))
    return null;
  return `says no by ${read.data.code}, which its contract does not name`;
}

async function draw(endpoint: Endpoint, seed: number): Promise<TestAsking> {
  const chance = chanceOf(seed);
  const visitor = LET_IN[endpoint.name]?.find((one) => town.sessions.has(one));
  // Signing out ends the visit.
  const as =
    endpoint.name === 'signOut' || visitor === undefined
      ? await town.house.signInAs()
      : town.sessions.get(visitor);
  const spoilt = chance.pick(['body', 'body', 'body', 'query', 'params', 'nothing']);
  const query = textsOf(valueOf(endpoint.query, seed));
  if (spoilt === 'query') query[chance.pick(['surplus', ...Object.keys(query)])] = spoilText(chance);
  const params = { ...things };
  if (spoilt === 'params') params[chance.pick(['surplus', ...paramsOf(endpoint)])] = spoilText(chance);
  const writes = endpoint.method !== 'GET' && endpoint.method !== 'DELETE';
  return {
    params,
    query,
    ...(writes ? { body: bodyOf(endpoint, seed, spoilt === 'body' ? chance : null) } : {}),
    ...(as === undefined ? {} : { as }),
  };
}

function paramsOf({ path }: Endpoint): readonly string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
}

function bodyOf(endpoint: Endpoint, seed: number, chance: Chance | null): object {
  if (endpoint.carries === 'octets') return sheetOf(chanceOf(seed), chance !== null);
  const valid = withThings(valueOf(endpoint.body, seed));
  const body = chance === null ? valid : spoil(valid, chance, 1 + chance.below(2));
  // What is no object goes in as an array: the tests' way of asking takes no bare text.
  return typeof body === 'object' && body !== null ? body : [body];
}

function valueOf(schema: z.ZodType, seed: number): unknown {
  return zocker(schema).setSeed(seed).generate();
}

/** Texts short enough to pass, and ids of people who are there. */
function withThings(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return things[key] ?? (key === 'code' ? '12345678' : value.slice(0, 100));
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.slice(0, 5).map((item: unknown) => withThings(item, key));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withThings(item, name)]));
}

function sheetOf(chance: Chance, spoilt: boolean): Uint8Array {
  const cell = (): string => JSON.stringify(spoilt ? spoilText(chance) : 'Ann').replaceAll('\\"', '""');
  const rows = Array.from({ length: 5 }, () =>
    [chance.pick(['mentor', 'newcomer']), ...Array.from({ length: 4 }, cell)].join(';'),
  );
  const text = ['Sida;Namn;E-post;Yrke;Tider', ...rows].join('\n');
  const bytes = new TextEncoder().encode(text);
  // The first two bytes say that it is a workbook; the rest does not.
  return spoilt && chance.below(3) === 0 ? new Uint8Array([0x50, 0x4b, ...bytes]) : bytes;
}

function textsOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, String(item)]])),
  );
}

function keepIds(body: unknown): void {
  if (typeof body !== 'object' || body === null) return;
  for (const [key, value] of Object.entries(body))
    if (/^(round|import|person)Id$/.test(key) && typeof value === 'string') things[key] = value;
}
