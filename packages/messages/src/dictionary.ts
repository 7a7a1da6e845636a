import type { sv } from './sv/index.ts';

/** A sentence, or its forms by plural category (chosen by `count`). `{name}` is filled from the parameters. */
export type Entry =
  string | ({ readonly other: string } & Partial<Readonly<Record<Intl.LDMLPluralRule, string>>>);

export type Reference = typeof sv;
export type Namespace = keyof Reference;
/** A namespace in another language: the same keys, each with a sentence. A missing or a surplus key does not compile. */
export type Translation<N extends Namespace> = { readonly [K in keyof Reference[N]]: Entry };
export type Dictionary = { readonly [N in Namespace]: Translation<N> };

export type MessageKey = { [N in Namespace]: `${N}.${keyof Reference[N] & string}` }[Namespace];

type Lookup<K extends MessageKey> = K extends `${infer N}.${infer Rest}`
  ? N extends Namespace
    ? Rest extends keyof Reference[N]
      ? Reference[N][Rest]
      : never
    : never
  : never;
type Forms<E> = E extends string ? E : E extends Readonly<Record<string, string>> ? E[keyof E] : never;
type Placeholders<S> = S extends `${string}{${infer P}}${infer Rest}` ? P | Placeholders<Rest> : never;
type PlaceholdersOf<K extends MessageKey> =
  Placeholders<Forms<Lookup<K>>> | (Lookup<K> extends string ? never : 'count');

export type Parameters<K extends MessageKey> = { readonly [P in PlaceholdersOf<K>]: string | number };
export type Arguments<K extends MessageKey> = [PlaceholdersOf<K>] extends [never]
  ? []
  : [parameters: Parameters<K>];

/** Gives the sentence of a key in one language. */
export interface Translate {
  <K extends MessageKey>(key: K, ...parameters: Arguments<K>): string;
  /** For a key and facts that came over the wire as data: a fact that is missing stays visible as `{name}`; a key without a sentence throws. */
  readonly loosely: (key: string, facts: Readonly<Record<string, string | number>>) => string;
}
