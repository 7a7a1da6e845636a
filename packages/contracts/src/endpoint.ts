import type * as z from 'zod';
import type { RefusalCode } from './refusals.ts';

/**
 * Who may call an endpoint. Roles are held by an account; relations hold between the account and what the path names.
 * - `anyone`: no sign-in needed
 * - `signed-in`: any account, about itself only
 * - `participant-self`: `:personId` is a person of this account
 * - `member-of-pair`: one of the two people of `:pairId` is a person of this account
 * - `coordinator-of-program`: coordinator of `:programId`, or of the program that `:roundId`, `:pairId`, `:personId`, `:enrollmentId` or `:importId` belongs to; with none of them in the path, of at least one program
 * - `admin-of-municipality`: admin of `:municipalityId`
 * - `operator`: keeps the machine running; reads no person
 */
export const ACCESS = [
  'anyone',
  'signed-in',
  'participant-self',
  'member-of-pair',
  'coordinator-of-program',
  'admin-of-municipality',
  'operator',
] as const;
export type Access = (typeof ACCESS)[number];

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One thing that can be asked of the server. The route, the client, the documentation, the access test and the fuzzer come from it. */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> {
  /** The operation's name; unique. */
  readonly name: string;
  readonly method: Method;
  /** Fastify's pattern, such as `/api/pairs/:pairId/meetings`. */
  readonly path: `/api/${string}`;
  readonly summary: string;
  readonly access: Access;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly reply: Reply;
  /** Status of a good answer. */
  readonly status: 200 | 201 | 202 | 204;
  /** Ways in which it says no, beside invalid input, sign-in and not-there. */
  readonly refusals: readonly RefusalCode[];
  /** Creates something: honours `Idempotency-Key`. */
  readonly idempotent: boolean;
  /** `json`, or a file in (`octets`) or out (`file`). */
  readonly carries: 'json' | 'octets' | 'file';
  /** The browser may keep the answer if it asks each time whether it still holds: `ETag` and 304. */
  readonly revalidates: boolean;
  /** Served only where DEMO is on. */
  readonly demoOnly: boolean;
}

type Part = z.ZodType;
type Declared<P extends Part, Q extends Part, B extends Part, R extends Part> = Pick<
  Endpoint<P, Q, B, R>,
  'name' | 'method' | 'path' | 'summary' | 'access' | 'params' | 'query' | 'body' | 'reply'
> &
  Partial<Pick<Endpoint, 'status' | 'refusals' | 'idempotent' | 'carries' | 'revalidates' | 'demoOnly'>>;

/** Declares an endpoint; what is not said is the plain case: 200, JSON, no refusals of its own. */
export function endpoint<P extends Part, Q extends Part, B extends Part, R extends Part>(
  declared: Declared<P, Q, B, R>,
): Endpoint<P, Q, B, R> {
  return {
    status: 200,
    refusals: [],
    idempotent: false,
    carries: 'json',
    revalidates: false,
    demoOnly: false,
    ...declared,
  };
}
