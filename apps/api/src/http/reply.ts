import { file, type Endpoint } from '@parvis/contracts';
import type { FastifyReply } from 'fastify';
import type * as z from 'zod';
import type { Deps } from '../deps.ts';

/**
 * A reply as its contract says. One that says more is a fault found by the tests; where people wait for it, the surplus is
 * left out and logged, so that nothing leaves that the contract does not name.
 */
export function shapeReply<C extends Endpoint>(
  contract: C,
  reply: unknown,
  deps: Deps,
): z.output<C['reply']> {
  const shaped = contract.reply.safeParse(reply);
  if (shaped.success) return shaped.data as z.output<C['reply']>;
  const told = shaped.error.issues.map(({ path, code }) => `${path.map(String).join('.')} ${code}`);
  const fault = new Error(
    `${contract.name} replies otherwise than its contract: ${told.slice(0, 5).join(', ')}`,
  );
  if (deps.config.strictReplies) throw fault;
  const again = contract.reply.safeParse(withoutSurplus(reply, shaped.error.issues));
  if (!again.success) throw fault;
  deps.log.error({ err: fault }, 'surplus left out');
  return again.data as z.output<C['reply']>;
}

function withoutSurplus(reply: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const copy: unknown = structuredClone(reply);
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const holder = issue.path.reduce<unknown>(
      (inside, key) => (typeof inside === 'object' && inside !== null ? Reflect.get(inside, key) : undefined),
      copy,
    );
    if (typeof holder !== 'object' || holder === null) continue;
    for (const key of issue.keys) Reflect.deleteProperty(holder, key);
  }
  return copy;
}

export function sendFile(reply: FastifyReply, answer: unknown): FastifyReply {
  const { filename, contentType, content } = file.parse(answer);
  const ascii = filename.normalize('NFD').replace(/[^\x20-\x7e]|["\\]/g, '');
  return reply
    .header('content-type', contentType)
    .header(
      'content-disposition',
      `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(filename)}`,
    )
    .send(Buffer.from(content.buffer, content.byteOffset, content.byteLength));
}
