import type { Deed, Settings } from './settings.ts';

/** One step: what was done, and everything as it stood afterwards. */
export interface Step {
  readonly deed: Deed;
  readonly settings: Settings;
  /** ISO instant. */
  readonly at: string;
}

/** Steps in the order in which they were done; those from `done` on were undone and can be done again. */
export interface Deeds {
  readonly start: Settings;
  readonly steps: readonly Step[];
  readonly done: number;
}

/** A deed done at this moment. */
export function stepNow(deed: Deed, settings: Settings): Step {
  return { deed, settings, at: new Date().toISOString() };
}

export function beginDeeds(start: Settings): Deeds {
  return { start, steps: [], done: 0 };
}

export function settingsOf({ start, steps, done }: Deeds): Settings {
  return steps[done - 1]?.settings ?? start;
}

/** The settings before the last step that counts, which its change is told against. */
export function settingsBefore({ start, steps, done }: Deeds): Settings | null {
  return done === 0 ? null : (steps[done - 2]?.settings ?? start);
}

/**
 * One more step; what was undone is forgotten. To go on moving the same slider is the same step, and to move it back to
 * where it was is none.
 */
export function does(deeds: Deeds, step: Step): Deeds {
  const kept = deeds.steps.slice(0, deeds.done);
  const last = kept.at(-1);
  const joined = last === undefined ? null : join(last.deed, step.deed);
  const steps =
    joined === null
      ? [...kept, step]
      : isNothing(joined)
        ? kept.slice(0, -1)
        : [...kept.slice(0, -1), { ...step, deed: joined }];
  return { ...deeds, steps, done: steps.length };
}

export function undoes(deeds: Deeds): Deeds {
  return { ...deeds, done: Math.max(0, deeds.done - 1) };
}

export function redoes(deeds: Deeds): Deeds {
  return { ...deeds, done: Math.min(deeds.steps.length, deeds.done + 1) };
}

/** The step that undo would take back, and the one that redo would do again. */
export function turnsOf({ steps, done }: Deeds): { readonly undo: Step | null; readonly redo: Step | null } {
  return { undo: steps[done - 1] ?? null, redo: steps[done] ?? null };
}

/** Newest first. */
export function listDone({ steps, done }: Deeds): readonly Step[] {
  return steps.slice(0, done).reverse();
}

function join(last: Deed, next: Deed): Deed | null {
  if (last.what === 'weight' && next.what === 'weight' && last.kind === next.kind) {
    return { ...next, from: last.from };
  }
  if (last.what === 'limit' && next.what === 'limit' && last.rule === next.rule) {
    return { ...next, from: last.from };
  }
  if (last.what === 'stance' && next.what === 'stance' && last.rule === next.rule) {
    return { ...next, from: last.from };
  }
  if (last.what === 'scarce' && next.what === 'scarce') return { ...next, from: last.from };
  return last.what === 'aim' && next.what === 'aim' ? { ...next, from: last.from } : null;
}

function isNothing(deed: Deed): boolean {
  return 'from' in deed && JSON.stringify(deed.from) === JSON.stringify(deed.to);
}
