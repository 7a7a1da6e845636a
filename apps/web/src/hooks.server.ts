import { directionOf } from '@parvis/messages';
import type { Handle, HandleFetch, HandleServerError } from '@sveltejs/kit/hooks';
import { ApiProblem } from '#lib/api.ts';
import { apiOf, carry } from '#lib/api.server.ts';
import { localeOfPath } from '#lib/locale.ts';

export const handle: Handle = async ({ event, resolve }) => {
  const locale = localeOfPath(event.url.pathname);
  Object.assign(event.locals, { locale, api: apiOf(event) });
  const response = await resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace('%parvis.lang%', locale).replace('%parvis.dir%', directionOf(locale)),
    preload: (input) =>
      input.type === 'font'
        ? input.filename.endsWith('next-latin-wght-normal.woff2') ||
          (locale === 'ar' && input.filename.includes('vazirmatn'))
        : input.type === 'js' || input.type === 'css',
  });
  return guarded(response);
};

/** `event.fetch('/api/…')` takes the same way as `locals.api`. */
export const handleFetch: HandleFetch = async ({ event, request, fetch }) => {
  const url = new URL(request.url);
  if (url.origin !== event.url.origin || !url.pathname.startsWith('/api/')) return fetch(request);
  const body = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer());
  return carry(event, {
    method: request.method as 'GET',
    url: url.pathname + url.search,
    headers: Object.fromEntries(request.headers),
    body,
    signal: request.signal,
  });
};

export const handleError: HandleServerError = ({ error, kind, event }) => {
  if (error instanceof ApiProblem) {
    const { problem } = error;
    return { status: problem.status, message: error.message, requestId: problem.requestId };
  }
  if (kind !== 'unknown') return;
  const requestId = event.request.headers.get('x-request-id') ?? crypto.randomUUID();
  const server = event.platform?.req.parvis;
  if (server === undefined) process.stderr.write(`${requestId} ${describe(error)}\n`);
  else server.report(error, requestId);
  return { requestId };
};

/** What every page carries; the content policy with its nonce comes from Kit. */
function guarded(response: Response): Response {
  response.headers.set('x-content-type-options', 'nosniff');
  // Not `no-referrer`: without JavaScript a form would then post with a null origin and be refused.
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
  return response;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
