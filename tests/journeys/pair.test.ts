import {
  answerProposal,
  listPairs,
  listPrograms,
  publishRound,
  runRound,
  showHome,
  showRound,
} from '@parvis/contracts';
import { translateTo } from '@parvis/messages/all';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from './asking.ts';
import { become, openHouse, PHONE, picture, visit, type House } from './house.ts';

/** Two people of a pair, each with a telephone 320 px wide and without JavaScript: from the letter to the first meeting. */

const t = translateTo('sv');
let house: House;
beforeAll(async () => {
  house = await openHouse();
  await publishRoundOf('Nema');
});
afterAll(() => house.close());

describe('a pair without JavaScript', () => {
  it('signs in by the letter’s code, says yes, sees the other’s contact details only then, and logs a meeting', async () => {
    const mentor = await visit(house, { viewport: PHONE, javaScript: 'off' });
    const newcomer = await visit(house, { viewport: PHONE, javaScript: 'off' });
    const two = await findTwo();
    await signInByLetter(newcomer.page, two.newcomer.email);
    await newcomer.page.getByRole('link', { name: t('participant.card.see') }).click();
    await newcomer.page.getByRole('heading', { level: 1 }).waitFor();
    await picture(newcomer.page, 'proposal-320');
    const proposal = await newcomer.page.content();
    // Not even where only a program would look.
    expect(proposal.includes(two.mentor.email)).toBe(false);
    expect(proposal.includes(two.mentor.name)).toBe(false);
    await yes(newcomer.page);
    expect(await textOf(newcomer.page)).not.toContain(two.mentor.email);

    await signInByLetter(mentor.page, two.mentor.email);
    await mentor.page.getByRole('link', { name: t('participant.card.see') }).click();
    expect(await textOf(mentor.page)).not.toContain(two.newcomer.email);
    await yes(mentor.page);
    expect(await textOf(mentor.page)).toContain(two.newcomer.email);
    await newcomer.page.reload();
    expect(await textOf(newcomer.page)).toContain(two.mentor.email);

    await newcomer.page.locator('button[name=way][value=walk]').click();
    await newcomer.page
      .getByText(t('programs.progress', { held: 1, of: 8 }))
      .first()
      .waitFor();
    await picture(newcomer.page, 'pair-320');
    await mentor.page.reload();
    await mentor.page
      .getByText(t('programs.progress', { held: 1, of: 8 }))
      .first()
      .waitFor();
    await mentor.page.getByRole('link', { name: t('participant.log.title') }).click();
    await mentor.page.locator('input[name=way][value=video]').check();
    await mentor.page.getByRole('textbox').last().fill('Vi pratade länge.');
    await mentor.page.locator('main form button[type=submit]').click();
    expect(await textOf(mentor.page)).toContain(t('refusals.meeting-twice'));
    expect(await mentor.page.getByRole('textbox').last().inputValue(), 'what she wrote is kept').toBe(
      'Vi pratade länge.',
    );
    await mentor.page.goBack();
    await mentor.page.goBack();

    await mentor.page.getByText(t('participant.pair.wrong'), { exact: true }).first().click();
    await mentor.page.getByRole('button', { name: t('participant.pair.wrong-do') }).click();
    await mentor.page.getByText(t('participant.pair.wrong-said')).first().waitFor();
    await mentor.page
      .getByText(t('programs.progress', { held: 0, of: 8 }))
      .first()
      .waitFor();
  });

  it('ends early, with a reason that only staff read', async () => {
    const { page, context } = await visit(house, { viewport: PHONE, javaScript: 'off' });
    await become(context, house, 'pair-mentor');
    const pairId = await pairOf(context);
    await page.goto(`/pairs/${pairId}/end`);
    await page.getByRole('radio', { name: t('vocabulary.end.no-time') }).check();
    await page.locator('input[name=again][value=no]').check();
    await page.locator('main form button[type=submit], main form button:not([type])').first().click();
    await page.waitForLoadState();
    expect(await textOf(page)).toContain(t('participant.closed.ended'));
    const other = await visit(house, { viewport: PHONE, javaScript: 'off' });
    await become(other.context, house, 'pair-newcomer');
    await other.page.goto(`/pairs/${pairId}`);
    expect(await textOf(other.page)).toContain(t('participant.closed.ended'));
    expect(await textOf(other.page)).not.toContain('birgitta.norberg@example.se');
  });

  it('an answer after the other has said no is told so, and changes nothing', async () => {
    const { first, second, pairId } = await twoWithProposal();
    await ask(first, house, answerProposal, {
      params: { pairId },
      body: { answer: 'no', reason: 'no-time', note: null },
    });
    const late = await second.request.post(`${house.origin}/api/pairs/${pairId}/answer`, {
      data: { answer: 'yes' },
      headers: { origin: house.origin },
    });
    expect(late.status()).toBe(409);
    expect(await late.json()).toMatchObject({ code: 'pair-other-declined' });
  });
});

/** What a person reads on the page. */
async function textOf(page: Page): Promise<string> {
  return page.innerText('body');
}

async function yes(page: Page): Promise<void> {
  await page.locator('form[action*="accept"] button').click();
  await page.waitForLoadState();
}

/** Asks for a code, reads the letter in the demo's mail catcher, and follows its link: which fills the form and no more. */
async function signInByLetter(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('input[type=email]').fill(email);
  await page.locator('main form button').first().click();
  await page.waitForLoadState();
  const letters = await page.request.get(`${house.origin}/api/demo/letters?to=${encodeURIComponent(email)}`);
  const { letters: found }: { letters: readonly { readonly links: readonly string[] }[] } =
    await letters.json();
  const link = found.flatMap(({ links }) => links).find((one) => one.includes('code='));
  expect(link).toBeDefined();
  await page.goto(link ?? '');
  expect(new URL(page.url()).pathname).toContain('sign-in');
  await page.locator('main form button').first().click();
  await page.waitForURL('**/me');
  // She may read another language; the journey reads Swedish.
  await page.goto('/me');
}

async function publishRoundOf(name: string): Promise<void> {
  const { context } = await visit(house);
  await become(context, house, 'danderyd-coordinator');
  const programId = await programOf(context, name);
  const { roundId } = await ask(context, house, runRound, { params: { programId }, body: {} });
  const { version } = await ask(context, house, showRound, { params: { roundId } });
  await ask(context, house, publishRound, { params: { roundId }, body: { version } });
  await context.close();
}

async function programOf(context: BrowserContext, name: string): Promise<string> {
  const { programs } = await ask(context, house, listPrograms);
  return programs.find(({ definition }) => definition.name.startsWith(name))?.id ?? '';
}

/** The two of a proposal who both have an address of their own. */
async function findTwo() {
  const { context } = await visit(house);
  await become(context, house, 'danderyd-coordinator');
  const { pairs } = await ask(context, house, listPairs, {
    params: { programId: await programOf(context, 'Nema') },
  });
  const taken = new Set(['newcomer', 'mentor']);
  const pair = [...pairs]
    .sort((a, b) => a.newcomer.name.localeCompare(b.newcomer.name))
    .find(
      ({ status, newcomer, mentor }) =>
        status === 'proposed' &&
        newcomer.email !== null &&
        mentor.email !== null &&
        !taken.has(newcomer.email) &&
        mentor.name.includes(' '),
    );
  if (pair === undefined || pair.newcomer.email === null || pair.mentor.email === null)
    throw new Error('no proposal with two addresses');
  await context.close();
  return {
    newcomer: { name: pair.newcomer.name, email: pair.newcomer.email },
    mentor: { name: pair.mentor.name, email: pair.mentor.email },
  };
}

async function pairOf(context: BrowserContext): Promise<string> {
  const { people } = await ask(context, house, showHome);
  return people.flatMap(({ enrollments }) => enrollments.flatMap(({ pairs }) => pairs))[0]?.pairId ?? '';
}

/** The demo's waiting newcomer of Nema problema, now with a proposal, and the one she was proposed to. */
async function twoWithProposal() {
  const first = await visit(house);
  await become(first.context, house, 'newcomer');
  const { people } = await ask(first.context, house, showHome);
  const proposal = people
    .flatMap(({ enrollments }) => enrollments.flatMap(({ pairs }) => pairs))
    .find(({ status }) => status === 'proposed');
  if (proposal === undefined) throw new Error('the demo’s newcomer has no proposal');
  const staff = await visit(house);
  await become(staff.context, house, 'danderyd-coordinator');
  const { pairs } = await ask(staff.context, house, listPairs, {
    params: { programId: await programOf(staff.context, 'Nema') },
  });
  const email = pairs.find(({ id }) => id === proposal.pairId)?.mentor.email ?? '';
  const second = await visit(house, { javaScript: 'off' });
  await signInByLetter(second.page, email);
  return { first: first.context, second: second.context, pairId: proposal.pairId };
}
