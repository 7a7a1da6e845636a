import { solveNetwork, type Network } from '../solver/network.ts';
import { isBroken, seatsOf, splitOn } from './broken.ts';
import { checkRelations, edgeOf, type Relation } from './relations.ts';
import { restrict, type Decisions } from './restrict.ts';

/** `value ≤ what the best use earns ≤ bound`; when the two are the same, the use is best. */
export interface TogetherAnswer {
  /** By edge of the network given. Every relation holds. */
  readonly flow: Uint8Array;
  /** What it earns: scores and first uses. */
  readonly value: number;
  /** No use in which every relation holds earns more; the dual prices of the networks solved prove it. */
  readonly bound: number;
  readonly isBest: boolean;
  /** How many networks were solved. */
  readonly solved: number;
}

/** Enough for the sizes that the README of the package states; a harder problem ends with a bound. */
export const MOST_SOLVED = 2_000;

/**
 * The use of edges that earns most while some rows belong together. `as-one` stays within the network, so with that
 * alone the first network solved is the answer. The other relations are left out at first, which can only earn
 * more; where one is broken the search branches on it (Land & Doig, *Econometrica* 28, 1960), highest bound first.
 * When `mostSolved` networks have been solved it ends with the best use found and the bound that holds.
 *
 * Throws `bad-relation`, and what `solveNetwork` throws.
 */
export function solveTogether(
  network: Network,
  relations: readonly Relation[],
  mostSolved = MOST_SOLVED,
): TogetherAnswer {
  checkRelations(network, relations);
  const force = forceOf(network);
  let best = { flow: new Uint8Array(network.column.length), value: 0 };
  let solved = 0;
  const open: Branch[] = [];
  const root = look({ closed: [], forced: [], forbidden: [], seated: [] });
  if (root !== null) open.push(root);
  while (open.length > 0 && solved < mostSolved) {
    const branch = takeHighest(open);
    if (branch.value <= best.value) continue;
    for (const decisions of branch.split) {
      const next = look(decisions);
      if (next !== null && next.value > best.value) open.push(next);
    }
    settleForLess(branch);
  }
  const bound = open.reduce((most, { value }) => Math.max(most, value), best.value);
  return { ...best, bound, isBest: bound === best.value, solved };

  function look(decisions: Decisions): Branch | null {
    solved++;
    const branch = solveBranch(network, relations, decisions, force);
    if (branch === null || branch.split.length > 0) return branch;
    if (branch.value > best.value) best = branch;
    return null;
  }

  /* A use in which all relations hold, found by leaving at home whoever breaks one: it cuts other branches short. */
  function settleForLess(branch: Branch): void {
    let next: Branch | null = branch;
    while (next !== null && solved < mostSolved) {
      next = look({ ...next.decisions, closed: [...next.decisions.closed, ...next.broken], forced: [] });
    }
  }
}

/** A network solved under some decisions that breaks a relation. */
interface Branch {
  readonly decisions: Decisions;
  readonly flow: Uint8Array<ArrayBuffer>;
  readonly value: number;
  /** The rows of all relations broken. */
  readonly broken: readonly number[];
  /** What to decide next, by the first relation broken; empty when none is. */
  readonly split: readonly Decisions[];
}

/* Null when the decisions can't be kept. */
function solveBranch(
  network: Network,
  relations: readonly Relation[],
  decisions: Decisions,
  force: number,
): Branch | null {
  const restricted = restrict(network, relations, decisions, force);
  if (restricted.network.columnCapacity.some((capacity) => capacity < 0)) return null;
  const used = solveNetwork(restricted.network).flow;
  const flow = new Uint8Array(network.column.length);
  for (const [at, e] of restricted.edge.entries()) if (used[at] === 1) flow[e] = 1;
  for (const { rows, column } of decisions.seated) {
    for (const row of rows) flow[edgeOf(network, row, column)] = 1;
  }
  followFirst(network, relations, flow);
  const seats = seatsOf(network, flow);
  if (decisions.forced.some((row) => seats[row]?.length === 0)) return null;
  const broken = relations.filter((relation) => isBroken(relation, seats));
  const [first] = broken;
  return {
    decisions,
    flow,
    value: valueOf(network, flow),
    broken: broken.flatMap(({ rows }) => rows),
    split: first === undefined ? [] : splitOn(network, first, seats, decisions),
  };
}

/* The other rows of an `as-one` relation are where its first row is. */
function followFirst(network: Network, relations: readonly Relation[], flow: Uint8Array): void {
  for (const { how, rows } of relations) {
    const [first = 0, ...others] = rows;
    if (how !== 'as-one') continue;
    for (let e = network.rowStart[first] ?? 0; e < (network.rowStart[first + 1] ?? 0); e++) {
      if (flow[e] !== 1) continue;
      for (const other of others) flow[edgeOf(network, other, network.column[e] ?? 0)] = 1;
    }
  }
}

function valueOf(network: Network, flow: Uint8Array): number {
  const usedColumns = new Set<number>();
  let value = 0;
  for (let i = 0; i + 1 < network.rowStart.length; i++) {
    let isUsed = false;
    for (let e = network.rowStart[i] ?? 0; e < (network.rowStart[i + 1] ?? 0); e++) {
      if (flow[e] !== 1) continue;
      isUsed = true;
      value += network.score[e] ?? 0;
      usedColumns.add(network.column[e] ?? 0);
    }
    if (isUsed) value += network.rowBonus[i] ?? 0;
  }
  for (const j of usedColumns) value += network.columnBonus[j] ?? 0;
  return value;
}

/* More than any two uses can differ by. */
function forceOf({ score, rowBonus, columnBonus, rowCapacity, column }: Network): number {
  let dearest = 0;
  for (let e = 0; e < column.length; e++) dearest = Math.max(dearest, Math.abs(score[e] ?? 0));
  const sum = (values: Float64Array | Int32Array): number => {
    let total = 0;
    for (const value of values) total += value;
    return total;
  };
  return 1 + sum(rowBonus) + sum(columnBonus) + 2 * dearest * Math.min(sum(rowCapacity), column.length);
}

function takeHighest(open: Branch[]): Branch {
  let at = 0;
  for (const [other, { value }] of open.entries()) if (value > (open[at]?.value ?? 0)) at = other;
  const [taken] = open.splice(at, 1);
  if (taken === undefined) throw new RangeError('no branch is open');
  return taken;
}
