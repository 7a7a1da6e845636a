/** Where two values that JSON can hold differ. */
export interface Difference {
  /** `pairs[3].mentor` */
  readonly place: string;
  readonly recorded: unknown;
  readonly replayed: unknown;
}

/** Every place in which they differ, to the last digit, in the order of the first; the order of keys is no difference. */
export function findDifferences(recorded: unknown, replayed: unknown, place = ''): readonly Difference[] {
  if (Object.is(recorded, replayed)) return [];
  if (!isObject(recorded) || !isObject(replayed) || Array.isArray(recorded) !== Array.isArray(replayed)) {
    return [{ place, recorded, replayed }];
  }
  const keys = new Set([...Object.keys(recorded), ...Object.keys(replayed)]);
  return [...keys].flatMap((key) => {
    const inside = Array.isArray(recorded) ? `${place}[${key}]` : place === '' ? key : `${place}.${key}`;
    return findDifferences(Reflect.get(recorded, key), Reflect.get(replayed, key), inside);
  });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
