import type { IncomingMessage } from 'node:http';
import type { Locale, Tint } from '@parvis/contracts';
import type { Translate } from '@parvis/messages';
import type { Api } from '#lib/api.ts';
import type { Flash } from '#lib/flash.ts';

declare global {
  namespace App {
    interface Locals {
      /** The language of the address. */
      readonly locale: Locale;
      /** Asks the API as the visitor: their cookies, language and address go along, and new cookies come back. */
      readonly api: Api;
    }

    interface PageData {
      readonly locale?: Locale;
      readonly t?: Translate;
      readonly flash?: Flash | null;
      /** The municipality after the mark. */
      readonly place?: string;
      /** The program's field over the head of the page. */
      readonly tint?: Tint;
      /** Over the heading of a pair's pages. */
      readonly over?: string;
    }

    interface Error {
      /** Finds the fault in the log. */
      readonly requestId?: string;
    }

    interface Platform {
      readonly req: IncomingMessage & { readonly parvis?: ParvisServer };
    }
  }

  /**
   * What the API server hangs on Node's raw request before it hands it to `build/handler.js`: the way from a page to the
   * API without a socket between. Absent when the pages run apart (`vite dev`); then they fetch from `API_ORIGIN`.
   */
  interface ParvisServer {
    /** Fastify's `app.inject`, narrowed to what the pages need. Never rejects for an HTTP status. */
    readonly inject: (request: ParvisInjectRequest) => Promise<ParvisInjectReply>;
    /** The visitor's address as the API trusts it (Fastify's `request.ip`); goes back in as `remoteAddress`. */
    readonly remoteAddress: string;
    /** The demo towns are planted: persons to be may be chosen, and /design is shown. */
    readonly demo: boolean;
    /** Writes a fault of a page to the server's log. */
    readonly report: (fault: unknown, requestId: string) => void;
  }

  interface ParvisInjectRequest {
    readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
    /** Path and query. */
    readonly url: string;
    /** Lower-case names; the visitor's `cookie`, `origin`, `user-agent` and `x-request-id` among them. */
    readonly headers: Readonly<Record<string, string>>;
    /** A JSON text, or the octets of a file. */
    readonly payload?: string | Uint8Array;
    readonly remoteAddress: string;
  }

  interface ParvisInjectReply {
    readonly statusCode: number;
    readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
    readonly rawPayload: Uint8Array;
  }
}

export {};
