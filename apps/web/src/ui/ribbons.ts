/** Rows from one to another, the last not counted. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Rows drawn before and after those in sight, so that a turn of the wheel finds them there. */
const BEYOND = 12;

/** The rows of a field that the eye can see, and some around them. */
export function inSight(
  field: { readonly top: number; readonly height: number },
  screen: number,
  rows: number,
): Span {
  const row = Math.max(field.height / rows, 1);
  const from = Math.floor(-field.top / row) - BEYOND;
  const to = Math.ceil((screen - field.top) / row) + BEYOND;
  // In steps, so that not every pixel of a scroll draws anew.
  const step = (at: number): number => Math.floor(at / 4) * 4;
  return {
    from: Math.min(Math.max(0, step(from)), rows),
    to: Math.min(Math.max(0, step(to) + 4), rows),
  };
}

/** The rows to be in the page: those in sight, and some that must be there (`kept`); each with the gap before it, in rows. */
export function listRows(
  count: number,
  { from, to }: Span,
  kept: readonly number[],
): readonly { readonly at: number; readonly gap: number }[] {
  const wanted = new Set<number>();
  for (let at = from; at < Math.min(to, count); at++) wanted.add(at);
  for (const one of kept) {
    for (const at of [one - 1, one, one + 1]) if (at >= 0 && at < count) wanted.add(at);
  }
  const sorted = [...wanted].sort((a, b) => a - b);
  return sorted.map((at, index) => ({ at, gap: at - (sorted[index - 1] ?? -1) - 1 }));
}

interface Ends {
  readonly left: string;
  readonly right: string;
}
/** `key`: the person at the left and which of her ribbons, so that a ribbon that moves is the same ribbon. */
export interface Placed<R extends Ends> {
  readonly key: string;
  readonly ribbon: R;
  /** Rows of its two ends. */
  readonly at: readonly [number, number];
}

/** The ribbons that begin or end in sight, and (thin) those that only pass through it. */
export function ribbonsIn<R extends Ends>(
  ribbons: readonly R[],
  {
    leftAt,
    rightAt,
    sight,
  }: {
    readonly leftAt: ReadonlyMap<string, number>;
    readonly rightAt: ReadonlyMap<string, number>;
    readonly sight: Span;
  },
): { readonly near: readonly Placed<R>[]; readonly far: readonly Placed<R>[] } {
  const near: Placed<R>[] = [];
  const far: Placed<R>[] = [];
  const counted = new Map<string, number>();
  const isIn = (at: number): boolean => at >= sight.from && at < sight.to;
  for (const ribbon of ribbons) {
    const a = leftAt.get(ribbon.left);
    const b = rightAt.get(ribbon.right);
    const number = counted.get(ribbon.left) ?? 0;
    counted.set(ribbon.left, number + 1);
    if (a === undefined || b === undefined) continue;
    const placed = { key: `${ribbon.left} ${number}`, ribbon, at: [a, b] as const };
    if (isIn(a) || isIn(b)) near.push(placed);
    else if (a < sight.from !== b < sight.from) far.push(placed);
  }
  return { near: inOrder(near), far: inOrder(far) };
}

export function ribbonsByPerson<R extends Ends>(ribbons: readonly R[]): ReadonlyMap<string, readonly R[]> {
  const found = new Map<string, R[]>();
  for (const ribbon of ribbons) {
    for (const id of [ribbon.left, ribbon.right]) {
      const mine = found.get(id);
      if (mine === undefined) found.set(id, [ribbon]);
      else mine.push(ribbon);
    }
  }
  return found;
}

/** By the left end, whatever the order they came in: what lies over what does not change while they glide. */
function inOrder<R extends Ends>(placed: readonly Placed<R>[]): readonly Placed<R>[] {
  return [...placed].sort((a, b) => a.at[0] - b.at[0] || (a.key < b.key ? -1 : 1));
}
