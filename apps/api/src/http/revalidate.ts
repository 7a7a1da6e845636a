import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const squeeze = promisify(gzip);
/** Below this a packet is sent anyhow. */
const WORTH_SQUEEZING = 1_400;

/** Answers 304 to a browser that holds this very answer; squeezes a long one for whoever can take it. */
export async function sendIfChanged(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: unknown,
): Promise<FastifyReply> {
  const text = JSON.stringify(answer);
  const tag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  reply
    .header('cache-control', 'private, no-cache')
    .header('etag', tag)
    .header('vary', 'accept-encoding, accept-language');
  if (holds(request.headers['if-none-match'], tag)) return reply.code(304).send();
  reply.header('content-type', 'application/json; charset=utf-8');
  if (text.length < WORTH_SQUEEZING || !takesGzip(request.headers['accept-encoding']))
    return reply.send(text);
  return reply.header('content-encoding', 'gzip').send(await squeeze(text));
}

function holds(kept: string | undefined, tag: string): boolean {
  return (kept ?? '').split(',').some((one) => one.trim() === tag);
}

function takesGzip(accepted: string | string[] | undefined): boolean {
  return String(accepted ?? '')
    .split(',')
    .some((one) => /^gzip(?!\s*;\s*q=0(?:\.0*)?$)/i.test(one.trim()));
}
