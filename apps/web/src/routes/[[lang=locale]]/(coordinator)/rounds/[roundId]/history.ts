import type { Round } from '@parvis/contracts';
import { keyOf, type ByHand, type PersonPair, type Pin } from './byhand.ts';

type Step = Round['steps'][number];
type Deed = 'pinned' | 'unpinned' | 'banned' | 'unbanned';
/** What going back or forward would do: where it leads, and the deeds it takes back or does again. */
export interface Turn extends ByHand {
  readonly deeds: readonly (PersonPair & { readonly what: Deed })[];
}

/**
 * Where undo and redo lead, read from the steps of the round alone, so that they survive a reload and work for two
 * coordinators. A change that leads back to where she came from is an undo, whichever way it was made.
 */
export function readHistory(round: Pick<Round, 'steps' | 'pins' | 'bans'>): {
  readonly undo: Turn | null;
  readonly redo: Turn | null;
} {
  const [first, ...later] = statesOf(round);
  const back: State[] = first === undefined ? [] : [first];
  let forth: State[] = [];
  for (const state of later) {
    const here = back.at(-1);
    if (here !== undefined && isSame(state, here)) continue;
    const before = back.at(-2);
    const after = forth.at(-1);
    if (before !== undefined && here !== undefined && isSame(state, before)) {
      forth.push(here);
      back.pop();
    } else if (after !== undefined && isSame(state, after)) {
      back.push(after);
      forth.pop();
    } else {
      back.push(state);
      forth = [];
    }
  }
  const here = back.at(-1) ?? EMPTY;
  return { undo: turn(back.at(-2), here, round, 'back'), redo: turn(forth.at(-1), here, round, 'forth') };
}

/** The steps of one solving, without the solving itself unless it was all that happened; newest first. */
export function listDeeds(steps: readonly Step[]): readonly (readonly Step[])[] {
  return groupsOf(steps)
    .map((group) => {
      const deeds = group.filter(({ what }) => what !== 'solved');
      return deeds.length > 0 ? deeds : group;
    })
    .reverse();
}

interface State {
  readonly pins: ReadonlyMap<string, PersonPair>;
  readonly bans: ReadonlyMap<string, PersonPair>;
}
const EMPTY: State = { pins: new Map(), bans: new Map() };

/** The state after each solving, found backwards from what holds now. */
function statesOf({ steps, pins, bans }: Pick<Round, 'steps' | 'pins' | 'bans'>): readonly State[] {
  let state: State = { pins: mapOf(pins), bans: mapOf(bans) };
  const states = [state];
  for (const group of groupsOf(steps).reverse()) {
    state = group.reduceRight(stateBefore, state);
    states.unshift(state);
  }
  return states;
}

function stateBefore(state: State, { what, newcomer, mentor }: Step): State {
  if (newcomer === null || mentor === null) return state;
  const pair = { newcomer, mentor };
  const pins = new Map(state.pins);
  const bans = new Map(state.bans);
  if (what === 'pinned') pins.delete(keyOf(pair));
  if (what === 'unpinned') pins.set(keyOf(pair), pair);
  if (what === 'banned') bans.delete(keyOf(pair));
  if (what === 'unbanned') bans.set(keyOf(pair), pair);
  return { pins, bans };
}

function groupsOf(steps: readonly Step[]): Step[][] {
  const groups: Step[][] = [];
  let open: Step[] = [];
  for (const step of steps) {
    open.push(step);
    if (step.what !== 'solved') continue;
    groups.push(open);
    open = [];
  }
  return open.length === 0 ? groups : [...groups, open];
}

function turn(target: State | undefined, here: State, now: ByHand, way: 'back' | 'forth'): Turn | null {
  if (target === undefined) return null;
  // The reason of a lock is kept as long as the lock is; one that was taken away has to be written again.
  const known = new Map(now.pins.map((pin) => [keyOf(pin), pin]));
  const pins = [...target.pins].map(([key, pair]): Pin => known.get(key) ?? { ...pair, reason: null });
  const [from, to] = way === 'back' ? [target, here] : [here, target];
  return { pins, bans: [...target.bans.values()], deeds: deedsBetween(from, to) };
}

function deedsBetween(from: State, to: State): Turn['deeds'] {
  const gone = (a: State['pins'], b: State['pins'], what: Deed) =>
    [...a].filter(([key]) => !b.has(key)).map(([, pair]) => ({ ...pair, what }));
  return [
    ...gone(to.pins, from.pins, 'pinned'),
    ...gone(to.bans, from.bans, 'banned'),
    ...gone(from.pins, to.pins, 'unpinned'),
    ...gone(from.bans, to.bans, 'unbanned'),
  ];
}

function isSame(a: State, b: State): boolean {
  return hasSame(a.pins, b.pins) && hasSame(a.bans, b.bans);
}

function hasSame(a: State['pins'], b: State['pins']): boolean {
  return a.size === b.size && [...a.keys()].every((key) => b.has(key));
}

function mapOf(pairs: readonly PersonPair[]): ReadonlyMap<string, PersonPair> {
  return new Map(pairs.map(({ newcomer, mentor }) => [keyOf({ newcomer, mentor }), { newcomer, mentor }]));
}
