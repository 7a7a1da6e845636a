import { API_ORIGIN } from '$app/env/private';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ApiProblem, createApi, type Api, type ApiRequest } from './api.ts';
import { barePath, localePath } from './locale.ts';

/** The client of one visit. A visitor who is signed out is led to the sign-in page, and back afterwards. */
export function apiOf(event: RequestEvent): Api {
  const plain = createApi((request) => carry(event, request));
  const led = <T>(answer: Promise<T>): Promise<T> =>
    answer.catch((reason: unknown) => {
      if (isSignedOut(reason)) redirect(303, signInPath(event));
      throw reason;
    });
  const api = (...said: Parameters<Api>) => led(plain(...said));
  return Object.assign(api, { file: (...said: Parameters<Api['file']>) => led(plain.file(...said)) }) as Api;
}

/** Carries a request to the API in the visitor's name: by `inject` in one process, by `fetch` when apart. */
export async function carry(event: RequestEvent, request: ApiRequest): Promise<Response> {
  const headers = { ...request.headers, ...visitorHeaders(event) };
  const server = event.platform?.req.parvis;
  const response =
    server === undefined
      ? await fetch(new URL(request.url, API_ORIGIN), {
          method: request.method,
          headers,
          ...(request.body === undefined ? {} : { body: request.body as BodyInit }),
          ...(request.signal === undefined ? {} : { signal: request.signal }),
          redirect: 'manual',
        })
      : toResponse(
          await server.inject({
            method: request.method,
            url: request.url,
            headers,
            ...(request.body === undefined ? {} : { payload: request.body }),
            remoteAddress: server.remoteAddress,
          }),
        );
  returnCookies(event, response.headers.getSetCookie());
  return response;
}

function visitorHeaders(event: RequestEvent): Record<string, string> {
  const headers: Record<string, string> = {
    'accept-language': event.locals.locale,
    // Kit has already held the page's own posts to this origin.
    origin: event.url.origin,
    host: event.url.host,
  };
  // From the jar and not from the request: a cookie set a moment ago in this same answer counts.
  const cookies = event.cookies.getAll({ decode: (value) => value });
  if (cookies.length > 0) headers['cookie'] = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  for (const name of ['user-agent', 'x-request-id']) {
    const value = event.request.headers.get(name);
    if (value !== null) headers[name] = value;
  }
  return headers;
}

function returnCookies(event: RequestEvent, lines: readonly string[]): void {
  for (const line of lines) {
    const cookie = event.cookies.parse(line, { decode: (value) => value });
    if (cookie === undefined) continue;
    const { name, value = '', ...attributes } = cookie;
    event.cookies.set(name, value, {
      path: '/',
      httpOnly: false,
      secure: false,
      ...attributes,
      encode: (raw) => raw,
    });
  }
}

function toResponse(reply: ParvisInjectReply): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(reply.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) headers.append(name, String(one));
    }
  }
  const bodiless = reply.statusCode === 204 || reply.statusCode === 304;
  return new Response(bodiless ? null : (reply.rawPayload as BodyInit), {
    status: reply.statusCode,
    headers,
  });
}

function isSignedOut(reason: unknown): boolean {
  return (
    reason instanceof ApiProblem && reason.problem.kind === 'refused' && reason.problem.code === 'signed-out'
  );
}

function signInPath({ url, locals, request }: RequestEvent): string {
  const back =
    request.method === 'GET' ? `?to=${encodeURIComponent(barePath(url.pathname) + url.search)}` : '';
  return `${localePath(locals.locale, '/sign-in')}${back}`;
}
