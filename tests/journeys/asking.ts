import type { BrowserContext } from 'playwright-core';
import { expect } from 'vitest';
import type * as z from 'zod';
import type { Endpoint } from '@parvis/contracts';
import type { House } from './house.ts';

/** Asks the API in the name of whoever the browser is signed in as, to find the addresses a journey needs. */
export async function ask<C extends Endpoint>(
  context: BrowserContext,
  { origin }: House,
  contract: C,
  { params = {}, body }: { readonly params?: Readonly<Record<string, string>>; readonly body?: object } = {},
): Promise<z.output<C['reply']>> {
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const answer = await context.request.fetch(`${origin}${path}`, {
    method: contract.method,
    headers: { origin },
    ...(body === undefined ? {} : { data: body }),
  });
  expect(answer.ok(), `${contract.name}: ${String(answer.status())} ${await answer.text()}`).toBe(true);
  const read: unknown = await answer.json();
  // The reply was shaped by this very contract on its way out.
  return contract.reply.parse(read) as z.output<C['reply']>;
}
