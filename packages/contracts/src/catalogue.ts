import * as aims from './aims.ts';
import * as demo from './demo.ts';
import * as deskPairs from './desk-pairs.ts';
import type { Endpoint } from './endpoint.ts';
import * as imports from './imports.ts';
import * as insights from './insights.ts';
import * as operations from './operations.ts';
import * as pairs from './pairs.ts';
import * as people from './people.ts';
import * as programs from './programs.ts';
import * as roundInput from './round-input.ts';
import * as roundVariants from './round-variants.ts';
import * as rounds from './rounds.ts';
import * as session from './session.ts';
import * as today from './today.ts';

function isEndpoint(value: unknown): value is Endpoint {
  return (
    typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'access' in value
  );
}

/** Every endpoint there is: for the documentation and for the tests that walk them all. */
export const ENDPOINTS: readonly Endpoint[] = [
  session,
  programs,
  people,
  imports,
  rounds,
  roundInput,
  roundVariants,
  aims,
  insights,
  pairs,
  deskPairs,
  today,
  demo,
  operations,
]
  .flatMap((nouns) => Object.values<unknown>(nouns))
  .filter(isEndpoint);
