import { helpLeftOut, listPrograms, runRound } from '@parvis/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from './asking.ts';
import { become, findBarriers, openHouse, scrollsSideways, visit, type House } from './house.ts';

/** From those without a pair to what would help them, to the mentors who are missing, to the fairness of the round. */

describe('a round that leaves people out', () => {
  let house: House;
  let programId: string;
  let roundId: string;
  beforeAll(async () => {
    house = await openHouse();
    const { context } = await visit(house);
    await become(context, house, 'lerum-coordinator');
    programId = (await ask(context, house, listPrograms)).programs[0]?.id ?? '';
    roundId = (await ask(context, house, runRound, { params: { programId }, body: {} })).roundId;
    await context.close();
  });
  afterAll(() => house.close());

  it('says what would help each, who is missing with a text to copy, and who got a pair', async () => {
    const { context, page } = await visit(house);
    await become(context, house, 'lerum-coordinator');
    const { help, people } = await ask(context, house, helpLeftOut, { params: { roundId } });
    const helped = help?.find(({ own }) => own.remedy !== null);
    const partner = people.find(({ id }) => id === helped?.own.remedy?.partners[0])?.name ?? '?';

    await page.goto(`/rounds/${roundId}`);
    const panel = page.locator('.left-out');
    await panel.getByText(`blir det ett par med ${partner}`).first().waitFor();

    await panel.getByRole('link', { name: 'Det här skulle hjälpa', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Det här skulle hjälpa' }).waitFor();
    await page.getByRole('link', { name: 'Se vilka som saknas' }).last().click();

    await page.getByRole('heading', { level: 1, name: 'Vilka saknas' }).waitFor();
    const first = page.locator('.board > li').first();
    expect(await first.getByText('en nyanländ till i par').isVisible()).toBe(true);
    await first.getByText(/^De \d+ som passar$/).click();
    expect(await first.locator('.whom a').count()).toBeGreaterThan(0);
    await first.getByText('Text att annonsera med').click();
    expect(await first.locator('.text').allTextContents()).toMatchObject([
      expect.stringContaining('Vill du träffa någon som är ny i Lerum?'),
      expect.stringContaining('Would you like to meet someone who is new in Lerum?'),
      expect.stringContaining('Lerum'),
    ]);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await first.getByRole('button', { name: /^Kopiera texten.*På svenska$/ }).click();
    await first.getByText('Kopierad').waitFor();
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toContain('Språkvän');
    expect(await findBarriers(page)).toEqual([]);

    await page.goto(`/rounds/${roundId}`);
    await page.getByRole('link', { name: 'Vilka fick ett par, och vilka väntar' }).click();
    await page.getByRole('heading', { level: 1, name: 'Vilka fick ett par, och vilka väntar' }).waitFor();
    expect(await page.getByText('färre än 5').first().isVisible()).toBe(true);
    expect(await page.getByRole('cell', { name: 'döljs' }).count()).toBeGreaterThan(0);
    expect(await scrollsSideways(page)).toBe(false);
    await context.close();
  });

  it('says the same without JavaScript', async () => {
    const { context, page } = await visit(house, { javaScript: 'off' });
    await become(context, house, 'lerum-coordinator');
    await page.goto(`/rounds/${roundId}/help`);
    expect(await page.getByText('blir det ett par med').first().isVisible()).toBe(true);
    await page.goto(`/programs/${programId}/missing`);
    await page.getByText('Text att annonsera med').first().click();
    expect(await page.getByText('Vill du träffa någon som är ny i Lerum?').first().isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: /^Kopiera/ }).count()).toBe(0);
    await page.goto(`/rounds/${roundId}/fairness`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
      'Vilka fick ett par, och vilka väntar',
    );
    await context.close();
  });
});
