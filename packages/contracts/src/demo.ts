import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { list, nothing } from './shapes.ts';
import { id, instant, municipalityCode } from './vocabulary.ts';

export const DEMO_ROLES = ['coordinator', 'newcomer', 'mentor', 'pair-half-way', 'operator'] as const;

export const listDemoPersons = endpoint({
  name: 'listDemoPersons',
  method: 'GET',
  path: '/api/demo/persons',
  summary: 'The fictitious persons one can be in the demo',
  access: 'anyone',
  params: nothing,
  query: nothing,
  body: nothing,
  reply: z.strictObject({
    persons: list(
      z.strictObject({
        key: z.string(),
        role: z.enum(DEMO_ROLES),
        name: z.string(),
        town: z.string().nullable(),
        municipality: municipalityCode.nullable(),
        programs: list(z.string()),
      }),
    ),
  }),
  demoOnly: true,
});

export const becomeDemoPerson = endpoint({
  name: 'becomeDemoPerson',
  method: 'POST',
  path: '/api/demo/session',
  summary: 'Sign in as one of the demo’s persons',
  access: 'anyone',
  params: nothing,
  query: nothing,
  body: z.strictObject({ key: z.string().max(80) }),
  reply: z.strictObject({ home: z.enum(['participant', 'desk', 'operator']) }),
  demoOnly: true,
});

export const listDemoLetters = endpoint({
  name: 'listDemoLetters',
  method: 'GET',
  path: '/api/demo/letters',
  summary: 'The demo’s mail catcher: every letter that would have been sent, newest first',
  access: 'anyone',
  params: nothing,
  query: z.strictObject({ to: z.string().max(254).optional() }),
  body: nothing,
  reply: z.strictObject({
    letters: list(
      z.strictObject({
        id,
        to: z.string(),
        name: z.string(),
        subject: z.string(),
        text: z.string(),
        links: list(z.string()),
        at: instant,
        locale: z.string(),
      }),
    ),
  }),
  demoOnly: true,
});
