import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfiguration } from './readme/configuration.ts';
import { ROOT } from './sources.ts';

const READMES = [
  'README.md',
  'apps/api/README.md',
  'apps/web/README.md',
  'packages/matching/README.md',
  'packages/messages/README.md',
  'packages/reference/README.md',
];

describe('the README', () => {
  it('has the configuration as it is', () => {
    const { written, current } = readConfiguration();
    expect(written, 'run `npm run readme`').toBe(current);
  });

  for (const readme of READMES) {
    it(`${readme} names only paths that exist`, () => {
      const text = readFileSync(join(ROOT, readme), 'utf8');
      const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, path]) =>
        join(dirname(readme), path ?? ''),
      );
      const named = [...text.matchAll(/`((?:apps|packages|tests|drizzle|\.ci)\/[\w./[\]()=-]*?)`/g)].map(
        ([, path]) => path ?? '',
      );
      expect(
        [...links, ...named].filter((path) => !path.includes('*') && !existsSync(join(ROOT, path))),
      ).toEqual([]);
    });
  }

  it('names only scripts that exist', () => {
    const scripts: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
      readFileSync(join(ROOT, 'package.json'), 'utf8'),
    );
    const text = readFileSync(join(ROOT, 'README.md'), 'utf8');
    const named = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => !(name in scripts.scripts))).toEqual([]);
  });
});
