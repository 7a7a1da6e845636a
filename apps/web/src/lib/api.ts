import type { Endpoint, Problem } from '@parvis/contracts';
import type * as z from 'zod';

/** What is said to an endpoint: only the parts its contract has, and each by its contract's input. */
export type ApiInput<E extends Endpoint> = Part<'params', E> &
  Part<'query', E> &
  Part<'body', E> &
  ApiOptions;
export type ApiReply<E extends Endpoint> = z.output<E['reply']>;

interface ApiOptions {
  /** Names this attempt, so that sending it twice does it once. Made up when the endpoint wants one and none is given. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

type Said<Name extends 'params' | 'query' | 'body', E extends Endpoint> = z.input<E[Name]>;
type Part<Name extends 'params' | 'query' | 'body', E extends Endpoint> = [Said<Name, E>] extends [
  never | undefined | null | void | Record<string, never>,
]
  ? { readonly [N in Name]?: undefined }
  : Partial<Record<never, never>> extends Said<Name, E>
    ? { readonly [N in Name]?: Said<Name, E> | undefined }
    : { readonly [N in Name]: Said<Name, E> };

type Optional<T> = Partial<Record<never, never>> extends T ? [input?: T] : [input: T];

/** Asks the API by contract. Throws `ApiProblem` for every answer that is not a good one. */
export interface Api {
  <E extends Endpoint>(endpoint: E, ...input: Optional<ApiInput<E>>): Promise<ApiReply<E>>;
  /** For endpoints that carry a file out: the answer as it came, to be streamed on. */
  file<E extends Endpoint>(endpoint: E, ...input: Optional<ApiInput<E>>): Promise<Response>;
}

export interface ApiRequest {
  readonly method: Endpoint['method'];
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
  readonly signal: AbortSignal | undefined;
}

export type Transport = (request: ApiRequest) => Promise<Response>;

/** An answer that is not a good one. `problem` is plain data: it passes through `fail()` to a page. */
export class ApiProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.kind === 'refused' ? problem.code : problem.kind);
    this.name = 'ApiProblem';
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }
}

/** The client over any way of carrying a request: `fetch` in the browser, `inject` on the server. */
export function createApi(carry: Transport): Api {
  const ask = async (endpoint: Endpoint, input: LooseInput = {}): Promise<Response> => {
    const response = await carry(requestOf(endpoint, input)).catch((reason: unknown) => {
      if (input.signal?.aborted === true) throw reason;
      throw new ApiProblem({ kind: 'fault', status: 503, requestId: '' });
    });
    if (!response.ok) throw new ApiProblem(await problemOf(response));
    return response;
  };
  const api = async (endpoint: Endpoint, input?: LooseInput): Promise<unknown> => {
    const response = await ask(endpoint, input);
    if (response.status === 204) return undefined;
    return response.json();
  };
  return Object.assign(api, { file: ask }) as Api;
}

/** The browser's client; cookies and the page's language go along by themselves. */
export const api: Api = createApi(({ url, method, headers, body, signal }) =>
  fetch(url, {
    method,
    headers: { ...headers, 'accept-language': document.documentElement.lang },
    ...(body === undefined ? {} : { body: body as BodyInit }),
    ...(signal === undefined ? {} : { signal }),
    credentials: 'same-origin',
  }),
);

interface LooseInput extends ApiOptions {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

function requestOf(endpoint: Endpoint, input: LooseInput): ApiRequest {
  const octets = input.body instanceof Uint8Array;
  const hasBody = input.body !== undefined && endpoint.method !== 'GET';
  const key = input.idempotencyKey ?? (endpoint.idempotent ? crypto.randomUUID() : undefined);
  return {
    method: endpoint.method,
    url: addressOf(endpoint.path, input.params ?? {}, input.query ?? {}),
    headers: {
      accept: endpoint.carries === 'file' ? '*/*' : 'application/json',
      ...(hasBody ? { 'content-type': octets ? 'application/octet-stream' : 'application/json' } : {}),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    body: !hasBody ? undefined : input.body instanceof Uint8Array ? input.body : jsonOf(input.body),
    signal: input.signal,
  };
}

/** What was no number when it was read stays visibly none: JSON would make it null, which may mean "not said". */
function jsonOf(body: unknown): string {
  return JSON.stringify(body, (_key, value: unknown) => (Number.isNaN(value) ? 'NaN' : value));
}

function addressOf(path: string, params: object, query: object): string {
  const values = new Map<string, unknown>(Object.entries(params));
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`${path} needs ${name}`);
    return encodeURIComponent(String(value));
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) search.append(name, String(one));
    }
  }
  return search.size === 0 ? filled : `${filled}?${search.toString()}`;
}

async function problemOf(response: Response): Promise<Problem> {
  const fault: Problem = { kind: 'fault', status: response.status, requestId: '' };
  if (!(response.headers.get('content-type') ?? '').includes('json')) return fault;
  const said: unknown = await response.json().catch(() => null);
  return isProblem(said) ? said : fault;
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'kind' in value && 'status' in value;
}
