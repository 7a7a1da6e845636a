// Finds a Chromium for the journeys, or brings one.
import { existsSync } from 'node:fs';
import { run, say } from './stages.mjs';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of a Chromium, or null when none could be had. */
export async function findChromium() {
  const named = process.env.CHROME_PATH;
  if (named !== undefined && existsSync(named)) return named;
  const here = USUAL_PLACES.find((place) => existsSync(place));
  if (here !== undefined) return here;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('installing Chromium for the browser tests');
    await run('apt-get', ['update', '-qq'], { quiet: true });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-core'], {
      quiet: true,
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  }
  say('asking Playwright for its own Chromium');
  const status = await run('npx', ['playwright-core', 'install', 'chromium-headless-shell'], {
    quiet: true,
  }).catch(() => 1);
  if (status !== 0) return null;
  const { chromium } = await import('playwright-core');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}
