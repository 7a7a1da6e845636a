import type { Place } from '../model.ts';

/** Mean radius of the earth in kilometres (IUGG). */
const EARTH = 6371.0088;
const HALF_PI = Math.PI / 2;

/** A place as a point on the unit sphere. */
interface Point {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/**
 * Kilometres along the great circle between two places, in steps of 0.1 km.
 * Made of + − × ÷ and square root only, which IEEE 754 fixes to the last bit: `Math.sin` may differ between
 * browsers, and a round must come out the same on every machine.
 */
export function greatCircleKilometres(a: Place, b: Place): number {
  return kilometresBetween(pointOf(a), pointOf(b));
}

/** The point of a place; compute once per person, then measure with `kilometresBetween`. */
export function pointOf({ latitude, longitude }: Place): Point {
  const [sinLatitude, cosLatitude] = sineAndCosine((latitude / 180) * Math.PI);
  const [sinLongitude, cosLongitude] = sineAndCosine((longitude / 180) * Math.PI);
  return { x: cosLatitude * cosLongitude, y: cosLatitude * sinLongitude, z: sinLatitude };
}

/** Kilometres between two points of the unit sphere, in steps of 0.1 km. */
function kilometresBetween(a: Point, b: Point): number {
  return kilometresOfChord(a.x - b.x, a.y - b.y, a.z - b.z);
}

/** Kilometres along the arc over a chord of the unit sphere given by its three differences, in steps of 0.1 km. */
export function kilometresOfChord(dx: number, dy: number, dz: number): number {
  const halfChord = Math.min(1, Math.sqrt(dx * dx + dy * dy + dz * dz) / 2);
  return Math.round(2 * EARTH * arcSine(halfChord) * 10) / 10;
}

/* Angles of half a turn at most: fold into a quarter turn, then Taylor's series, whose last term is below 1e-19. */
function sineAndCosine(angle: number): readonly [sine: number, cosine: number] {
  if (angle > HALF_PI) {
    const [sine, cosine] = sineAndCosine(Math.PI - angle);
    return [sine, -cosine];
  }
  if (angle < -HALF_PI) {
    const [sine, cosine] = sineAndCosine(-Math.PI - angle);
    return [sine, -cosine];
  }
  const square = angle * angle;
  let sine = angle;
  let cosine = 1;
  let term = 1;
  for (let n = 1; n <= 23; n += 2) {
    term = (-term * square) / (n * (n + 1));
    cosine += term;
    sine += (term * angle) / (n + 2);
  }
  return [sine, cosine];
}

/* arcsin x = 2 arcsin(x / √(2 + 2√(1 − x²))); short arcs, which are nearly all, need no halving. */
function arcSine(x: number): number {
  if (x > 0.125) return 2 * arcSine(x / Math.sqrt(2 + 2 * Math.sqrt(1 - x * x)));
  const square = x * x;
  let power = x;
  let sum = x;
  for (let n = 1; n <= 15; n += 2) {
    power *= (square * n) / (n + 1);
    sum += power / (n + 2);
  }
  return sum;
}
