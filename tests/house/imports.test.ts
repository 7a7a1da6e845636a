import { describe, expect, it } from 'vitest';
import { readSources, type Source } from './sources.ts';

/** Who may import whom: every arrow points down. The same table stands in the README. */
interface Rule {
  readonly files: RegExp;
  readonly folder: string;
  readonly never: readonly RegExp[];
}

const APPS = /^apps\/|^@parvis\/(api|web)/;
const RULES: Readonly<Record<string, Rule>> = {
  'the engine imports nothing': {
    folder: 'packages/matching/src',
    files: /./,
    never: [/^(?!packages\/matching\/)/],
  },
  'reference data stands on Node alone': {
    folder: 'packages/reference/src',
    files: /./,
    never: [/^(?!packages\/reference\/|node:)/],
  },
  'contracts know the engine’s words and zod': {
    folder: 'packages/contracts/src',
    files: /./,
    never: [/^(?!packages\/contracts\/|zod$|@parvis\/matching$)/],
  },
  'messages know contracts and the engine': {
    folder: 'packages/messages/src',
    files: /./,
    never: [/^(?!packages\/messages\/|@parvis\/(contracts|matching)$)/],
  },
  'decisions are pure': {
    folder: 'apps/api/src',
    files: /\.decisions\.ts$/,
    never: [
      /\.store\.ts$/,
      /deps\.ts$/,
      /^fastify/,
      /^drizzle-orm/,
      /^node:/,
      /^apps\/api\/src\/(database|http)\//,
    ],
  },
  'stores reach the database and no use case': {
    folder: 'apps/api/src/modules',
    files: /\.store\.ts$/,
    never: [/\.usecases\.ts$/, /\.routes\.ts$/, /^fastify/, /^apps\/api\/src\/http\//],
  },
  'use cases know neither the web server nor the query builder': {
    folder: 'apps/api/src/modules',
    files: /\.usecases\.ts$/,
    never: [/^fastify/, /^@fastify\//, /^drizzle-orm/, /\.routes\.ts$/],
  },
  'routes only bind': {
    folder: 'apps/api/src/modules',
    files: /\.routes\.ts$/,
    never: [/\.store\.ts$/, /\.decisions\.ts$/, /^drizzle-orm/],
  },
  'the door knows no room': {
    folder: 'apps/api/src/http',
    files: /./,
    never: [/^apps\/api\/src\/modules\//, /^apps\/api\/src\/database\//],
  },
  'pages know no server': {
    folder: 'apps/web/src',
    files: /./,
    never: [/^apps\/api/, /^@parvis\/(api|reference)/],
  },
  'packages know no application': { folder: 'packages', files: /\/src\//, never: [APPS] },
};

describe('the floors of the house', () => {
  for (const [name, { folder, files, never }] of Object.entries(RULES)) {
    it(name, () => {
      const sources = readSources(folder).filter(({ file }) => files.test(file));
      expect(sources.length).toBeGreaterThan(0);
      expect(sources.flatMap((source) => broken(source, never))).toEqual([]);
    });
  }

  it('the engine reads no clock, no chance and no process', () => {
    const found = readSources('packages/matching/src').filter(({ text }) =>
      /\bnew Date\b|\bDate\.|\bMath\.random\b|\bprocess\./.test(
        text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''),
      ),
    );
    expect(found.map(({ file }) => file)).toEqual([]);
  });

  it('only main and the command lines touch process', () => {
    const found = readSources('apps/api/src').filter(
      ({ file, text }) =>
        /\bprocess\.(env|exit|argv|on)\b/.test(text) && !/\/(main|cli\/[^/]+)\.ts$|\.worker\.ts$/.test(file),
    );
    expect(found.map(({ file }) => file)).toEqual([]);
  });

  it('no room is a junk drawer', () => {
    const drawers = [...readSources('apps'), ...readSources('packages')].filter(({ file }) =>
      /\/(shared|common|utils?|helpers?|core|misc)(\/|\.ts$)/.test(file),
    );
    expect(drawers.map(({ file }) => file)).toEqual([]);
  });

  it('no source hides a doubt', () => {
    const doubt = /@ts-(ignore|expect-error|nocheck)|eslint-disable|\bas any\b|: any\b|\bas unknown as\b/;
    const found = [
      ...readSources('apps', { tests: 'with' }),
      ...readSources('packages', { tests: 'with' }),
    ].filter(({ text }) => doubt.test(withoutSentences(withoutComments(text))));
    expect(found.map(({ file }) => file)).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/(?! @ts| eslint).*$/gm, '');
}

/** A sentence of the dictionaries may say “any”. */
function withoutSentences(text: string): string {
  return text.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");
}

function broken({ file, imports }: Source, never: readonly RegExp[]): readonly string[] {
  return imports
    .filter((name) => never.some((pattern) => pattern.test(name)))
    .map((name) => `${file} imports ${name}`);
}
