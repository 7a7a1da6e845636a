import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { list, nothing } from './shapes.ts';
import { emailAddress, id, locale, municipalityCode } from './vocabulary.ts';

/** Eight digits; spaces and hyphens that a person pastes along are forgiven. */
export const signInCode = z
  .string()
  .max(40, { error: 'not-a-code' })
  .transform((value) => value.replace(/[\s-]/g, ''))
  .refine((value) => /^\d{8}$/.test(value), { error: 'not-a-code' });

export const requestCode = endpoint({
  name: 'requestCode',
  method: 'POST',
  path: '/api/session/codes',
  summary: 'Send a sign-in code to an address. The answer is the same whether or not the address is known',
  access: 'anyone',
  params: nothing,
  query: nothing,
  body: z.strictObject({ email: emailAddress }),
  reply: z.strictObject({ minutes: z.int().meta({ description: 'How long the code holds' }) }),
  status: 202,
  refusals: ['too-many-requests'],
});

export const signIn = endpoint({
  name: 'signIn',
  method: 'POST',
  path: '/api/session',
  summary: 'Sign in with the mailed code, in the browser that asked for it',
  access: 'anyone',
  params: nothing,
  query: nothing,
  body: z.strictObject({ code: signInCode }),
  reply: z.strictObject({ home: z.enum(['participant', 'desk', 'operator']) }),
  refusals: ['code-wrong', 'code-expired', 'code-used-up', 'too-many-requests'],
});

export const whoAmI = endpoint({
  name: 'whoAmI',
  method: 'GET',
  path: '/api/session',
  summary: 'Who is signed in here, if anyone, and what this account may do',
  access: 'anyone',
  params: nothing,
  query: nothing,
  body: nothing,
  reply: z.strictObject({
    account: z
      .strictObject({
        name: z.string(),
        locale,
        people: list(z.strictObject({ personId: id, name: z.string() })),
        coordinates: list(z.strictObject({ programId: id, name: z.string() })),
        administers: list(z.strictObject({ code: municipalityCode, name: z.string() })),
        operates: z.boolean(),
        home: z.enum(['participant', 'desk', 'operator']),
      })
      .nullable(),
    demo: z.boolean(),
  }),
});
export type Account = NonNullable<z.infer<typeof whoAmI.reply>['account']>;

export const signOut = endpoint({
  name: 'signOut',
  method: 'DELETE',
  path: '/api/session',
  summary: 'Sign out; the session ends at once, everywhere it was copied to',
  access: 'signed-in',
  params: nothing,
  query: nothing,
  body: nothing,
  reply: nothing,
});
