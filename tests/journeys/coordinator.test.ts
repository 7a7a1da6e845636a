import { listPrograms } from '@parvis/contracts';
import { requirementSentence } from '@parvis/messages';
import { translateTo } from '@parvis/messages/all';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from './asking.ts';
import { become, openHouse, picture, visit, type House } from './house.ts';

/** The coordinator's walk: from those who wait to a published round, by mouse, and the same by keyboard alone. */

const t = translateTo('sv');
let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('the coordinator in Danderyd', () => {
  it('takes those who wait in Kv(in)na to a published round, by mouse', async () => {
    const { page } = await visit(house);
    await page.goto('/');
    await page.getByRole('button', { name: /Karin Ek/ }).click();
    await page.waitForURL('**/today');
    await page.getByRole('link', { name: t('ui.nav.programs') }).click();
    await page.getByRole('link', { name: 'Kv(in)na' }).first().click();
    await page.waitForURL('**/programs/*');
    const speaker = { locale: 'sv', t, labels: {} } as const;
    const women = requirementSentence(speaker, { kind: 'gender', side: 'newcomer', allowed: ['woman'] });
    await page.getByText(women).first().waitFor();
    await page
      .getByText(t('reasons.left-out.no-allowed-partner', { count: 23 }))
      .first()
      .waitFor();

    await startRound(page);
    const pairs = await countPairs(page);
    expect(pairs).toBeGreaterThan(15);
    await page.getByText(t('aims.proof-why.most-people')).waitFor();
    await picture(page, 'round-1280');

    await page.locator('#pin').click();
    await page.getByText(t('round.proof-by-hand')).waitFor();
    await expect.poll(() => page.locator('.decided li').count()).toBe(1);
    await page.locator('[id^=ribbon-left-]').nth(3).click();
    await page.locator('#ban').click();
    await expect.poll(() => page.locator('.decided li').count()).toBe(2);
    await page.getByText(t('round.last-change')).waitFor();
    await picture(page, 'round-changed-1280');
    await page.locator('#save').click();
    await page.getByText(t('workspace.saved')).waitFor();

    await publish(page);
    await page.getByText(t('round.published-next')).first().waitFor();
    await page.goto('/demo/letters');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect((await page.innerText('body')).split('Kv(in)na').length).toBeGreaterThan(10);
  });

  it('does the same in Nema problema by keyboard alone', async () => {
    const { page, context } = await visit(house);
    await become(context, house, 'danderyd-coordinator');
    await page.goto('/today');
    await tabTo(page, t('ui.nav.programs'));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/programs');
    await tabTo(page, 'Nema problema mentorskap');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/programs/*');
    await tabTo(page, t('round.rounds'));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/rounds');
    await tabTo(page, t('round.run'));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/rounds\/[0-9a-f-]{36}/);
    await page.getByText(t('aims.proof-why.most-people')).waitFor();
    await tabTo(page, /./, '[id^=ribbon-]');
    const first = await focusedId(page);
    await press(page, 'ArrowDown');
    const second = await focusedId(page);
    expect(second).not.toBe(first);
    await press(page, 'p');
    await expect.poll(() => page.locator('.decided li').count()).toBe(1);
    expect(await focusedId(page), 'the focus stays on the same person').toBe(second);
    await press(page, 'ArrowDown');
    await press(page, 'b');
    await expect.poll(() => page.locator('.decided li').count()).toBe(2);
    await press(page, 'Control+z');
    await expect.poll(() => page.locator('.decided li').count()).toBe(1);
    await press(page, 'ArrowRight');
    expect(await focusedId(page)).toMatch(/^ribbon-right-/);
    await press(page, '?');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await tabTo(page, t('workspace.save'));
    await page.keyboard.press('Enter');
    await page.getByText(t('workspace.saved')).waitFor();
    await tabTo(page, /^Publicera \d+ par$/);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/publish');
    await tabTo(page, /^Publicera \d+ par$/);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.pathname.endsWith('/publish'));
    await page.getByText(t('round.published-next')).first().waitFor();
  });
});

describe('the other programs', () => {
  it.each([
    ['lerum-coordinator', 'Språkvän'],
    ['jarfalla-coordinator', 'Järfällakompis'],
    ['jarfalla-coordinator', 'Mentor under praktik'],
    ['nymf-coordinator', 'NYMF'],
  ])('%s publishes a round of %s', async (key, program) => {
    const { page, context } = await visit(house);
    await become(context, house, key);
    const { programs } = await ask(context, house, listPrograms);
    const found = programs.find(({ definition }) => definition.name === program);
    await page.goto(`/programs/${found?.id ?? ''}`);
    await startRound(page);
    expect(await countPairs(page)).toBeGreaterThan(5);
    await picture(page, `round-${program}`.replaceAll(/[^\w-]+/g, '-'));
    await publish(page);
    await page.getByText(t('round.published-next')).first().waitFor();
    await page.goto(`/programs/${found?.id ?? ''}/pairs`);
    await page.getByRole('table').waitFor();
  });
});

async function startRound(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: t('round.rounds'), exact: true })
    .first()
    .click();
  await page.waitForURL('**/rounds');
  await page.getByRole('button', { name: t('round.run') }).click();
  await page.waitForURL(/\/rounds\/[0-9a-f-]{36}/);
  await page.getByRole('link', { name: /^Publicera/ }).waitFor();
}

async function countPairs(page: Page): Promise<number> {
  const words = await page.getByRole('link', { name: /^Publicera \d+ par/ }).innerText();
  return Number(/\d+/.exec(words)?.[0]);
}

async function publish(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^Publicera/ }).click();
  await page.waitForURL('**/publish');
  await page.getByRole('button', { name: /^Publicera/ }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/publish'));
}

/** A key, pressed once the workspace has taken in the one before it. */
async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await page.waitForTimeout(300);
  await page.waitForLoadState('networkidle');
}

async function focusedId(page: Page): Promise<string> {
  return page.evaluate<string>('document.activeElement?.id ?? ""');
}

/** Moves by the tab key until something of this name (and this kind) has the focus. */
async function tabTo(page: Page, name: string | RegExp, kind = '*'): Promise<void> {
  for (let stops = 0; stops < 200; stops++) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus').and(page.locator(kind));
    if ((await focused.count()) === 0) continue;
    const words = ((await focused.getAttribute('aria-label')) ?? (await focused.innerText()))
      .trim()
      .replace(/\s+/g, ' ');
    if (typeof name === 'string' ? words === name || words.startsWith(`${name} `) : name.test(words)) return;
  }
  throw new Error(`no stop of the tab key is called ${String(name)}`);
}
