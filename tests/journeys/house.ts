import AxeBuilder from '@axe-core/playwright';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { ROOT } from '../house/sources.ts';

/** A living house for a journey: the real server with its demo towns in a folder of its own, and a real browser. */
export interface House {
  readonly origin: string;
  readonly browser: Browser;
  /** For the commands of a journey that needs a town of its own. */
  readonly databaseFile: string;
  readonly close: () => Promise<void>;
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function openHouse(): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-journey-'));
  const databaseFile = join(folder, 'parvis.sqlite');
  const port = await freePort();
  const origin = `http://localhost:${String(port)}`;
  const server = spawn(process.execPath, ['apps/api/src/main.ts'], {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      ORIGIN: origin,
      DATABASE_FILE: databaseFile,
      DEMO: 'on',
      LOG_LEVEL: 'error',
      RATE_PER_MINUTE: '100000',
      npm_lifecycle_event: undefined,
    },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let said = '';
  server.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await untilReady(`${origin}/health/ready`, server, () => said);
  const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: FLAGS, headless: true });
  return {
    origin,
    browser,
    databaseFile,
    close: async () => {
      await browser.close();
      server.kill('SIGTERM');
      await new Promise((resolve) => server.once('exit', resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const PHONE = { width: 320, height: 700 };
export const LAPTOP = { width: 1280, height: 800 };

export interface Visit {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly javaScript?: 'on' | 'off';
  readonly language?: string;
  /** `moving`: ribbons glide and pages animate, as most people have it. */
  readonly motion?: 'still' | 'moving';
}

/** A browser of its own, as one person has. */
export async function visit(
  house: House,
  { viewport = LAPTOP, javaScript = 'on', language = 'sv-SE', motion = 'still' }: Visit = {},
): Promise<{
  readonly context: BrowserContext;
  readonly page: Page;
}> {
  const context = await house.browser.newContext({
    baseURL: house.origin,
    viewport,
    javaScriptEnabled: javaScript === 'on',
    locale: language,
    timezoneId: 'Europe/Stockholm',
    reducedMotion: motion === 'still' ? 'reduce' : 'no-preference',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return { context, page };
}

/** Signs the browser in as one of the demo's persons, by the API that the front door uses. */
export async function become(context: BrowserContext, house: House, key: string): Promise<void> {
  const answer = await context.request.post(`${house.origin}/api/demo/session`, {
    data: { key },
    headers: { origin: house.origin },
  });
  expect(answer.ok(), `becoming ${key}: ${await answer.text()}`).toBe(true);
}

/** What axe finds against WCAG 2.2 AA, as lines that name rule and place; the good answer is none. */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}

/** Whether the page can be read without moving it sideways. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate<boolean>(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth + 1',
  );
}

/** Keeps a picture when asked to (PICTURES names the folder), for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder === undefined) return;
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port'));
        else resolve(address.port);
      });
    });
  });
}

async function untilReady(url: string, server: ChildProcess, said: () => string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (server.exitCode !== null) throw new Error(`the server stopped: ${said()}`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the server is not ready: ${said()}`);
}
