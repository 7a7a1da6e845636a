import cookie from '@fastify/cookie';
import jwt from '@fastify/jwt';
import type { Locale } from '@parvis/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Who asks: nothing but ids, and the language to answer in. */
export interface Asker {
  readonly accountId: string;
  readonly sessionId: string;
  readonly locale: Locale;
}

/** What a use case may do with the browser that asks: begin and end a session, and know it again. */
export interface Browser {
  /** The token this browser was given, or null. */
  readonly token: string | null;
  readonly remember: (token: string, seconds: number) => void;
  readonly forget: () => void;
  readonly beginSession: (session: { readonly id: string; readonly seconds: number }) => void;
  readonly endSession: () => void;
}

declare module '@fastify/jwt' {
  interface FastifyJWT {
    payload: { sid: string };
  }
}

const ISSUER = 'parvis';
const AUDIENCE = 'parvis-session';
const TYPE = 'session+jwt';

/** A signed cookie that carries a session id and nothing else; the database must still know the session. */
export async function registerSession(fastify: FastifyInstance, secret: string): Promise<void> {
  await fastify.register(cookie);
  await fastify.register(jwt, {
    secret,
    sign: { algorithm: 'HS256', iss: ISSUER, aud: AUDIENCE, header: { typ: TYPE, alg: 'HS256' } },
    // Unless told, a token without exp, of any type, for anyone, is taken.
    verify: {
      algorithms: ['HS256'],
      allowedIss: ISSUER,
      allowedAud: AUDIENCE,
      checkTyp: TYPE,
      requiredClaims: ['iss', 'aud', 'exp', 'iat', 'sid'],
    },
  });
}

/** The session id in the request's cookie, or null for every kind of bad token. */
export function readSessionId(request: FastifyRequest, origin: string): string | null {
  const token = request.cookies[cookieNames(origin).session];
  if (token === undefined) return null;
  try {
    const { sid } = request.server.jwt.verify<{ sid: unknown }>(token);
    return typeof sid === 'string' ? sid : null;
  } catch {
    return null;
  }
}

export function browserOf(request: FastifyRequest, reply: FastifyReply, origin: string): Browser {
  const names = cookieNames(origin);
  const kept = { path: '/', httpOnly: true, sameSite: 'lax', secure: names.secure } as const;
  return {
    token: request.cookies[names.browser] ?? null,
    remember: (token, seconds) => void reply.setCookie(names.browser, token, { ...kept, maxAge: seconds }),
    forget: () => void reply.clearCookie(names.browser, kept),
    beginSession: ({ id, seconds }) => {
      const token = request.server.jwt.sign({ sid: id }, { expiresIn: seconds });
      reply.setCookie(names.session, token, { ...kept, maxAge: seconds });
    },
    endSession: () => void reply.clearCookie(names.session, kept),
  };
}

/**
 * `__Host-` pins a cookie to this host over a safe connection; Chromium and Firefox take it on
 * localhost without TLS too. Any other
 * plain-http address cannot keep one, and gets plain names.
 */
export function cookieNames(origin: string): {
  readonly session: string;
  readonly browser: string;
  readonly secure: boolean;
} {
  const { protocol, hostname } = new URL(origin);
  const secure = protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1';
  const prefix = secure ? '__Host-' : '';
  return { session: `${prefix}parvis`, browser: `${prefix}parvis-browser`, secure };
}
