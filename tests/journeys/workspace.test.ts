import { listPrograms, listRounds, runRound, showRound } from '@parvis/contracts';
import { preferenceWords } from '@parvis/messages';
import { translateTo } from '@parvis/messages/all';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../house/sources.ts';
import { ask } from './asking.ts';
import {
  become,
  findBarriers,
  openHouse,
  PHONE,
  picture,
  scrollsSideways,
  visit,
  type House,
} from './house.ts';

/** The coordinator thinks with her hands: she drags a weight and the pairs follow, by mouse, by keyboard alone, and in Arabic. */

const t = translateTo('sv');
let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 120_000);
afterAll(() => house.close());

describe('a round under her hands', () => {
  it('of 300 and 300 follows a weight while it is dragged, and writes nothing until she saves', async () => {
    await plant(600);
    const { page, context } = await visit(house, {
      viewport: { width: 1440, height: 900 },
      motion: 'moving',
    });
    const roundId = await openRound(page, context, {
      as: 'jarfalla-coordinator',
      program: 'Språkvän, 600',
    });
    await untilReady(page);
    expect(await page.locator('[id^=ribbon-]').count(), 'only the rows in sight').toBeLessThan(200);
    await picture(page, 'workspace-1-before');

    const slider = page.getByRole('slider', { name: preferenceWords(t, 'interests') });
    const spent = await watchCpu(page);
    await watchFrames(page);
    await drag(page, slider, [0.5, 0.95]);
    await picture(page, 'workspace-2-dragged');
    await drag(page, slider, [0.95, 0.1]);
    const frames = await readFrames(page);
    print('frames, ms', frames.deltas);
    const { milliseconds } = await spent();
    console.log(
      `the page’s own thread: ${(milliseconds / frames.deltas.length).toFixed(1)} ms of processor time a frame`,
    );
    print('an answer, from hand to picture, ms', frames.answers);
    print('of which the engine, ms', frames.engine);
    expect(frames.answers.length, 'the pairs follow while she drags').toBeGreaterThan(2);
    expect(median(frames.deltas), 'the page stays with the hand').toBeLessThan(50);

    await said(page, preferenceWords(t, 'interests'));
    await page.getByText(t('workspace.unsaved')).waitFor();
    const before = await ask(context, house, showRound, { params: { roundId } });
    expect(before.version, 'nothing is written').toBe(1);
    const seen = await page.locator('.change strong').first().innerText();
    expect(seen).toContain(preferenceWords(t, 'interests'));
    await page.getByText(t('aims.proof-why.most-people')).waitFor({ timeout: 60_000 });
    await picture(page, 'workspace-3-rest');

    await page.locator('#save').click();
    await page.getByText(t('workspace.saved')).waitFor({ timeout: 60_000 });
    const after = await ask(context, house, showRound, { params: { roundId } });
    expect(after.version).toBe(2);
    expect(after.rules.preferences.find(({ kind }) => kind === 'interests')?.weight).not.toBe(
      before.rules.preferences.find(({ kind }) => kind === 'interests')?.weight,
    );
    await picture(page, 'workspace-4-saved');
    await context.close();
  }, 300_000);

  it('is shaped by keyboard alone: a weight, a rule, a lock, someone taken out, a swap, and back again', async () => {
    const { page, context } = await visit(house);
    await openRound(page, context, { as: 'danderyd-coordinator', program: 'Kv(in)na' });
    await untilReady(page);
    await focus(page, page.getByRole('slider', { name: preferenceWords(t, 'nearness') }));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await said(page, preferenceWords(t, 'nearness'));
    await focus(page, page.getByRole('radio', { name: t('workspace.stance.must') }).last());
    await page.keyboard.press('ArrowRight');
    await said(page, t('workspace.deed.rather', { rule: t('rules.name.nearness') }));
    await picture(page, 'workspace-keys-1-rather');
    await page.keyboard.press('Control+z');
    await said(
      page,
      t('workspace.deed.undone', { what: t('workspace.deed.rather', { rule: t('rules.name.nearness') }) }),
    );

    await focus(page, page.locator('[id^=ribbon-left-][tabindex="0"]'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('p');
    await said(page, t('round.step.pinned', { first: '', second: '' }).split(' ')[0] ?? '');
    await expect.poll(() => page.locator('.decided li').count()).toBe(1);

    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('s');
    const partner = page.locator('.panel li button');
    await expect.poll(() => isFocused(page, partner.first())).toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.locator('.panel .cost span').first().waitFor();
    await picture(page, 'workspace-keys-2-partners');
    await page.keyboard.press('Enter');
    await page.getByText(t('round.if-pinned')).waitFor();
    await page.keyboard.press('p');
    await expect.poll(() => page.locator('.decided li').count()).toBe(2);

    await page.keyboard.press('Control+z');
    await expect.poll(() => page.locator('.decided li').count()).toBe(1);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => page.locator('.decided li').count()).toBe(2);
    await focus(page, page.getByRole('button', { name: t('workspace.keep') }));
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: t('workspace.compare') }).waitFor();
    await focus(
      page,
      page
        .getByRole('button', { name: new RegExp(`^${t('workspace.take-out', { name: '' }).trim()}`) })
        .first(),
    );
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: t('workspace.away') }).waitFor();
    await focus(page, page.getByRole('button', { name: t('workspace.compare') }));
    await page.keyboard.press('Enter');
    await page.getByRole('columnheader', { name: t('workspace.as-now') }).waitFor();
    await picture(page, 'workspace-keys-3-compare');
    await page.keyboard.press('Escape');
    expect(await findBarriers(page)).toEqual([]);

    await focus(page, page.locator('#save'));
    await page.keyboard.press('Enter');
    await page.getByText(t('workspace.saved')).waitFor();
    await expect.poll(() => page.evaluate<string>('document.activeElement?.id ?? ""')).toBe('publish');
    await page.reload();
    await untilReady(page);
    await page.getByRole('heading', { name: t('workspace.away') }).waitFor();
    await context.close();
  }, 120_000);

  it('keeps what is not saved when she looks at another page and comes back, and looks at the next best', async () => {
    const { page, context } = await visit(house);
    await openRound(page, context, { as: 'lerum-coordinator', program: 'Språkvän' });
    await untilReady(page);
    const slider = page.getByRole('slider', { name: preferenceWords(t, 'language') });
    await slider.focus();
    const was = await slider.inputValue();
    await page.keyboard.press('ArrowRight');
    await said(page, preferenceWords(t, 'language'));
    await page.locator('.who a').first().click();
    await page.waitForURL('**/people/*');
    await page.goBack();
    await untilReady(page);
    await expect.poll(() => slider.inputValue()).toBe(String(Number(was) + 1));
    await page.getByRole('button', { name: t('workspace.as-saved') }).click();
    await expect.poll(() => slider.inputValue()).toBe(was);

    await page.locator('.next a').first().click();
    await page.getByText(t('round.are-no-pair')).waitFor();
    await context.close();
  }, 120_000);

  it('runs from the right in Arabic, and stands in one column on a telephone', async () => {
    const ar = translateTo('ar');
    for (const [viewport, name] of [
      [{ width: 1280, height: 800 }, 'workspace-ar-1280'],
      [PHONE, 'workspace-ar-320'],
    ] as const) {
      const { page, context } = await visit(house, { viewport, language: 'ar' });
      await openRound(page, context, { as: 'lerum-coordinator', program: 'Språkvän', prefix: '/ar' });
      expect(await page.evaluate<string>('document.documentElement.dir')).toBe('rtl');
      const slider = page.getByRole('slider', { name: preferenceWords(ar, 'common-time') });
      await slider.waitFor();
      await expect.poll(() => page.getByText(ar('workspace.opening')).count(), { timeout: 20_000 }).toBe(0);
      await slider.focus();
      await page.keyboard.press('ArrowUp');
      await page.getByText(ar('workspace.unsaved')).waitFor();
      await expect
        .poll(() => page.locator('#round > [role=status]').innerText())
        .toContain(preferenceWords(ar, 'common-time'));
      expect(await scrollsSideways(page)).toBe(false);
      expect(await findBarriers(page)).toEqual([]);
      await picture(page, name);
      await context.close();
    }
  }, 120_000);
});

describe('without JavaScript', () => {
  it('a weight is set in a form, and the server solves', async () => {
    const { page, context } = await visit(house, { javaScript: 'off' });
    const roundId = await openRound(page, context, { as: 'jarfalla-coordinator', program: 'Järfällakompis' });
    await page.getByRole('slider', { name: preferenceWords(t, 'nearness') }).fill('9');
    await page.getByRole('button', { name: t('round.solve-fresh') }).click();
    await page.getByText(t('round.last-change')).waitFor();
    const { rules, version } = await ask(context, house, showRound, { params: { roundId } });
    expect(rules.preferences.find(({ kind }) => kind === 'nearness')?.weight).toBe(9);
    expect(version).toBe(2);
    expect(await page.getByRole('table').count()).toBeGreaterThan(0);
    await context.close();
  }, 60_000);
});

/** A program of so many people, half of them on each side. */
async function plant(people: number): Promise<void> {
  await promisify(execFile)(
    process.execPath,
    ['apps/api/src/cli/demo-large.ts', '--people', String(people)],
    { cwd: ROOT, env: { ...process.env, DATABASE_FILE: house.databaseFile } },
  );
}

interface Opening {
  readonly as: string;
  readonly program: string;
  readonly prefix?: string;
}

/** Opens the program's draft; runs a round where there is none. */
async function openRound(
  page: Page,
  context: BrowserContext,
  { as, program, prefix = '' }: Opening,
): Promise<string> {
  await become(context, house, as);
  const { programs } = await ask(context, house, listPrograms);
  const programId = programs.find(({ definition }) => definition.name.startsWith(program))?.id ?? '';
  const { rounds } = await ask(context, house, listRounds, { params: { programId } });
  const open = rounds.find(({ status }) => status === 'draft')?.id;
  const roundId = open ?? (await ask(context, house, runRound, { params: { programId } })).roundId;
  await page.goto(`${prefix}/rounds/${roundId}`);
  return roundId;
}

async function untilReady(page: Page): Promise<void> {
  await page.getByRole('slider').first().waitFor({ timeout: 60_000 });
  await expect
    .poll(() => page.getByText(t('workspace.opening')).count(), { timeout: 60_000, interval: 200 })
    .toBe(0);
}

async function drag(page: Page, slider: Locator, [from, to]: readonly [number, number]): Promise<void> {
  const box = await slider.boundingBox();
  if (box === null) throw new Error('no slider in sight');
  const y = box.y + box.height / 2;
  const STEPS = 45;
  await page.mouse.move(box.x + box.width * from, y);
  await page.mouse.down();
  for (let step = 1; step <= STEPS; step++) {
    await page.mouse.move(box.x + box.width * (from + ((to - from) * step) / STEPS), y);
    await page.waitForTimeout(16);
  }
  await page.mouse.up();
}

/** What the page's thread has used of a processor since it was asked for: what frames cost on a machine with nothing else to do. */
async function watchCpu(page: Page): Promise<() => Promise<{ readonly milliseconds: number }>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
  };
  const begun = await read();
  return async () => ({ milliseconds: (await read()) - begun });
}

/** The time between frames from now on, and what the workspace measures of itself. */
async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(`
    performance.clearMeasures();
    globalThis.frameTimes = [];
    let last = 0;
    const tick = (now) => {
      if (last > 0) globalThis.frameTimes.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  `);
}

async function readFrames(page: Page) {
  return page.evaluate<Record<'deltas' | 'answers' | 'engine', number[]>>(`({
    deltas: globalThis.frameTimes.slice(),
    answers: performance.getEntriesByName('round-shown').map(({ duration }) => duration),
    engine: performance.getEntriesByName('round-shown').map(({ detail }) => detail),
  })`);
}

function print(what: string, values: readonly number[]): void {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number): string => (sorted[Math.floor((sorted.length - 1) * part)] ?? NaN).toFixed(1);
  console.log(`${what}: ${String(sorted.length)}, median ${at(0.5)}, p95 ${at(0.95)}, worst ${at(1)}`);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** The one sentence that a screen reader reads after a change. */
async function said(page: Page, words: string): Promise<void> {
  await expect
    .poll(() => page.locator('#round > [role=status]').innerText(), { timeout: 20_000 })
    .toContain(words);
}

/** Reached by the tab key alone, from wherever the focus is. */
async function focus(page: Page, target: Locator): Promise<void> {
  for (let stops = 0; stops < 250; stops++) {
    await page.keyboard.press('Tab');
    if (await isFocused(page, target)) return;
    // A set of radio buttons is one stop, and which of them has it hangs on what is chosen.
    if ((await target.getAttribute('type')) !== 'radio') continue;
    const name = await target.getAttribute('name');
    if ((await page.locator(`:focus[name="${name ?? ''}"]`).count()) > 0) return;
  }
  throw new Error('no stop of the tab key leads there');
}

async function isFocused(page: Page, target: Locator): Promise<boolean> {
  return (await target.and(page.locator(':focus')).count()) > 0;
}
