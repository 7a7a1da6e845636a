import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { count, nothing } from './shapes.ts';
import { instant } from './vocabulary.ts';

export const showOperations = endpoint({
  name: 'showOperations',
  method: 'GET',
  path: '/api/operations',
  summary: 'How the machine is doing: counts and times, no person',
  access: 'operator',
  params: nothing,
  query: nothing,
  body: nothing,
  reply: z.strictObject({
    version: z.string(),
    startedAt: instant,
    databaseBytes: count,
    freeBytes: count,
    municipalities: count,
    programs: count,
    accounts: count,
    sessions: count,
    lettersWaiting: count,
    lettersFailed: count,
    oldestLetterWaiting: instant.nullable(),
    roundsSolving: count,
    migration: z.string(),
  }),
});
