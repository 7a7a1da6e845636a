import {
  listPairs,
  listPeople,
  listPrograms,
  listRounds,
  runRound,
  showHome,
  solveRound,
  showRound,
} from '@parvis/contracts';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from './asking.ts';
import {
  become,
  findBarriers,
  LAPTOP,
  openHouse,
  PHONE,
  picture,
  scrollsSideways,
  visit,
  type House,
} from './house.ts';

/** Every page, in Swedish and Arabic, on a telephone and a laptop: nothing stands in anyone's way. */

type Who =
  | 'nobody'
  | 'danderyd-coordinator'
  | 'lerum-coordinator'
  | 'nymf-coordinator'
  | 'newcomer'
  | 'newcomer-arabic'
  | 'mentor'
  | 'pair-newcomer'
  | 'operator';
type Addresses = Readonly<Record<string, string>>;

/** The page's name, who looks at it, and its address without the language. */
const PAGES: readonly (readonly [name: string, who: Who, address: (found: Addresses) => string])[] = [
  ['front door', 'nobody', () => '/'],
  ['town', 'nobody', () => '/danderyd'],
  ['program', 'nobody', ({ kvinna }) => `/danderyd/${kvinna ?? ''}`],
  ['join as a newcomer', 'nobody', () => '/danderyd/join?side=newcomer'],
  ['join as a mentor', 'nobody', () => '/danderyd/join?side=mentor'],
  ['sign in', 'nobody', () => '/sign-in'],
  ['sign in with the code of a letter', 'nobody', () => '/sign-in?code=12345678'],
  ['letters of the demo', 'nobody', () => '/demo/letters'],
  ['living sheet', 'nobody', () => '/design'],
  ['not there', 'nobody', () => '/danderyd/not-there'],
  ['sign out', 'newcomer', () => '/sign-out'],
  ['where I stand, waiting', 'newcomer', () => '/me'],
  ['where I stand, two programs', 'mentor', () => '/me'],
  ['where I stand, in a pair', 'pair-newcomer', () => '/me'],
  ['my pair', 'pair-newcomer', ({ pair }) => `/pairs/${pair ?? ''}`],
  ['log a meeting', 'pair-newcomer', ({ pair }) => `/pairs/${pair ?? ''}/log`],
  ['plan a meeting', 'pair-newcomer', ({ pair }) => `/pairs/${pair ?? ''}/plan`],
  ['end my pair', 'pair-newcomer', ({ pair }) => `/pairs/${pair ?? ''}/end`],
  ['operator', 'operator', () => '/operator'],
  ['today', 'danderyd-coordinator', () => '/today'],
  ['today with disputes and proposals', 'lerum-coordinator', () => '/today'],
  ['programs', 'danderyd-coordinator', () => '/programs'],
  ['program overview', 'danderyd-coordinator', ({ kvinna }) => `/programs/${kvinna ?? ''}`],
  ['joint program overview', 'nymf-coordinator', ({ nymf }) => `/programs/${nymf ?? ''}`],
  ['rules', 'danderyd-coordinator', ({ kvinna }) => `/programs/${kvinna ?? ''}/rules`],
  ['people', 'danderyd-coordinator', ({ kvinna }) => `/programs/${kvinna ?? ''}/people`],
  [
    'people, none found',
    'danderyd-coordinator',
    ({ kvinna }) => `/programs/${kvinna ?? ''}/people?search=zzzz`,
  ],
  [
    'person',
    'danderyd-coordinator',
    ({ kvinna, person }) => `/programs/${kvinna ?? ''}/people/${person ?? ''}`,
  ],
  [
    'edit person',
    'danderyd-coordinator',
    ({ kvinna, person }) => `/programs/${kvinna ?? ''}/people/${person ?? ''}/edit`,
  ],
  ['new person', 'danderyd-coordinator', ({ kvinna }) => `/programs/${kvinna ?? ''}/people/new`],
  ['import', 'danderyd-coordinator', ({ kvinna }) => `/programs/${kvinna ?? ''}/import`],
  ['rounds', 'danderyd-coordinator', ({ kvinna }) => `/programs/${kvinna ?? ''}/rounds`],
  ['rounds before the first', 'danderyd-coordinator', ({ nema }) => `/programs/${nema ?? ''}/rounds`],
  ['round, draft', 'danderyd-coordinator', ({ draft }) => `/rounds/${draft ?? ''}`],
  ['round, as a table', 'danderyd-coordinator', ({ draft }) => `/rounds/${draft ?? ''}?view=table`],
  ['round, aims side by side', 'danderyd-coordinator', ({ draft }) => `/rounds/${draft ?? ''}/aims`],
  ['round, what would help', 'danderyd-coordinator', ({ draft }) => `/rounds/${draft ?? ''}/help`],
  ['round, fairness', 'danderyd-coordinator', ({ draft }) => `/rounds/${draft ?? ''}/fairness`],
  ['who is missing', 'danderyd-coordinator', ({ kvinna }) => `/programs/${kvinna ?? ''}/missing`],
  ['round, publish', 'danderyd-coordinator', ({ draft }) => `/rounds/${draft ?? ''}/publish`],
  ['round, discard', 'danderyd-coordinator', ({ draft }) => `/rounds/${draft ?? ''}/discard`],
  ['round, published', 'danderyd-coordinator', ({ published }) => `/rounds/${published ?? ''}`],
  ['pairs', 'danderyd-coordinator', ({ kvinna }) => `/programs/${kvinna ?? ''}/pairs`],
  [
    'pair at the desk',
    'danderyd-coordinator',
    ({ kvinna, pair }) => `/programs/${kvinna ?? ''}/pairs/${pair ?? ''}`,
  ],
];

let house: House;
let found: Addresses;
const signedIn = new Map<string, BrowserContext>();

beforeAll(async () => {
  house = await openHouse();
  found = await findAddresses();
});
afterAll(() => house.close());

describe.each([
  ['sv', ''],
  ['ar', '/ar'],
] as const)('in %s', (language, prefix) => {
  describe.each([
    ['320 px', PHONE],
    ['1280 px', LAPTOP],
  ] as const)('at %s', (width, viewport) => {
    it.each(PAGES)('%s', async (name, who, address) => {
      const context = await contextOf(who, `${width}`, viewport);
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      const answer = await page.goto(`${prefix}${address(found)}`, { waitUntil: 'load' });
      await page.waitForLoadState('networkidle');
      expect(answer?.status(), address(found)).toBe(name === 'not there' ? 404 : 200);
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      expect(await page.getAttribute('html', 'dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
      await picture(page, `${name}-${language}-${width}`.replaceAll(/[^\w-]+/g, '-'));
      expect(await findBarriers(page)).toEqual([]);
      expect(await scrollsSideways(page), 'scrolls sideways').toBe(false);
      expect(faults).toEqual([]);
      await page.close();
    });
  });
});

async function contextOf(who: Who, width: string, viewport: typeof PHONE): Promise<BrowserContext> {
  const key = `${who} ${width}`;
  const known = signedIn.get(key);
  if (known !== undefined) return known;
  const { context, page } = await visit(house, { viewport });
  await page.close();
  if (who !== 'nobody') await become(context, house, who);
  signedIn.set(key, context);
  return context;
}

/** A draft round of Kv(in)na with a lock and a bar, and one of each thing that has a page. */
async function findAddresses(): Promise<Addresses> {
  const { context } = await visit(house);
  await become(context, house, 'nymf-coordinator');
  const nymf = (await ask(context, house, listPrograms)).programs[0]?.id ?? '';
  await become(context, house, 'pair-newcomer');
  const pair = (await ask(context, house, showHome)).people[0]?.enrollments[0]?.pairs[0]?.pairId ?? '';
  await become(context, house, 'danderyd-coordinator');
  const { programs } = await ask(context, house, listPrograms);
  const named = (name: string): string =>
    programs.find(({ definition }) => definition.name.startsWith(name))?.id ?? '';
  const kvinna = named('Kv');
  const params = { programId: kvinna };
  const person = (await ask(context, house, listPeople, { params })).people[0]?.personId ?? '';
  const published =
    (await ask(context, house, listRounds, { params })).rounds.find(({ status }) => status === 'published')
      ?.id ?? '';
  const draft = (await ask(context, house, runRound, { params, body: {} })).roundId;
  const { pairs, version } = await ask(context, house, showRound, { params: { roundId: draft } });
  const [locked, barred] = pairs;
  if (locked === undefined || barred === undefined) throw new Error('the demo round has no pairs');
  await ask(context, house, solveRound, {
    params: { roundId: draft },
    body: {
      pins: [{ newcomer: locked.newcomer, mentor: locked.mentor, reason: null }],
      bans: [{ newcomer: barred.newcomer, mentor: barred.mentor }],
      fresh: false,
      version,
    },
  });
  const deskPair =
    (await ask(context, house, listPairs, { params })).pairs.find(({ id }) => id === pair)?.id ?? pair;
  return { kvinna, nema: named('Nema'), nymf, person, published, draft, pair: deskPair };
}
