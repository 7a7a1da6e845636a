import { afterEach, describe, expect, it, vi } from 'vitest';
import { JOBS, startJobs } from './jobs.ts';
import { openTestHouse, type TestHouse } from './test-house.ts';

describe('the scheduled jobs', () => {
  let house: TestHouse;
  afterEach(async () => {
    vi.useRealTimers();
    await house.close();
  });

  it('run each on an empty house without a fault', async () => {
    house = await openTestHouse();
    for (const { run } of JOBS) await run(house.deps);
  });

  it('end sessions and forget codes whose time is over', async () => {
    house = await openTestHouse();
    await house.signInAs();
    house.moveClock(Date.parse('2099-01-02') - Date.parse('2026-11-21'));
    for (const { run } of JOBS) await run(house.deps);
    expect(house.connections.reader.prepare('select count(*) from session').pluck().get()).toBe(0);
  });

  it('do not overtake themselves, go on after a fault, and are waited for when stopped', async () => {
    house = await openTestHouse();
    vi.useFakeTimers();
    let begun = 0;
    let finish = (): void => undefined;
    const run = async (): Promise<void> => {
      begun += 1;
      if (begun === 2) throw new Error('once');
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
    };
    const stop = startJobs(house.deps, [{ name: 'slow', everySeconds: 1, run }]);
    await vi.advanceTimersByTimeAsync(5000);
    expect(begun).toBe(1);
    finish();
    await vi.advanceTimersByTimeAsync(2000);
    expect(begun).toBe(3);
    let stopped = false;
    const stopping = stop().then(() => {
      stopped = true;
    });
    await vi.advanceTimersByTimeAsync(1000);
    expect(stopped).toBe(false);
    finish();
    await stopping;
    expect(begun).toBe(3);
  });
});
