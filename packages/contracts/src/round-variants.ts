import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { variantFigures } from './rounds.ts';
import { personPair, roundShape } from './round-shape.ts';
import { list, nothing } from './shapes.ts';
import { id, instant, LIMITS, requiredText } from './vocabulary.ts';

/** As many shapes of one draft as can be told apart. */
export const MOST_VARIANTS = 20;

/** A shape of a draft that was kept under a name, and what came of it. */
export const roundVariant = z.strictObject({
  id,
  name: z.string(),
  by: z.string(),
  createdAt: instant,
  figures: variantFigures,
  shape: roundShape,
  pairs: list(personPair.extend({ score: z.int() })),
});
export type RoundVariant = z.infer<typeof roundVariant>;

const roundParams = z.strictObject({ roundId: id });
const variantParams = roundParams.extend({ variantId: id });

export const keepVariant = endpoint({
  name: 'keepVariant',
  method: 'POST',
  path: '/api/rounds/:roundId/variants',
  summary:
    'Keep a shape of the draft under a name, with the pairs the server finds for it; the draft itself stays as it is. Without `shape`, the draft as it stands',
  access: 'coordinator-of-program',
  params: roundParams,
  query: nothing,
  body: z.strictObject({ name: requiredText(LIMITS.name), shape: roundShape.optional() }),
  reply: roundVariant,
  status: 201,
  refusals: [
    'round-not-draft',
    'round-still-solving',
    'variant-name-taken',
    'too-many-variants',
    'pin-unknown-person',
    'pin-breaks-requirement',
    'pin-over-capacity',
    'pin-also-banned',
  ],
  idempotent: true,
});

export const showVariant = endpoint({
  name: 'showVariant',
  method: 'GET',
  path: '/api/rounds/:roundId/variants/:variantId',
  summary: 'A kept shape of a round: its pins, bans, rules and people taken out, its pairs and its figures',
  access: 'coordinator-of-program',
  params: variantParams,
  query: nothing,
  body: nothing,
  reply: roundVariant,
});

export const dropVariant = endpoint({
  name: 'dropVariant',
  method: 'DELETE',
  path: '/api/rounds/:roundId/variants/:variantId',
  summary: 'Forget a kept shape; the draft stays as it is',
  access: 'coordinator-of-program',
  params: variantParams,
  query: nothing,
  body: nothing,
  reply: nothing,
});
