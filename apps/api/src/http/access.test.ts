import { ACCESS, type Access } from '@parvis/contracts';
import { describe, expect, it } from 'vitest';
import { mayAccess, NO_RELATIONS, type Relations } from './access.ts';

const GRANTED_BY: Readonly<Record<Access, keyof Relations | null>> = {
  anyone: null,
  'signed-in': null,
  'participant-self': 'self',
  'member-of-pair': 'memberOfPair',
  'coordinator-of-program': 'coordinator',
  'admin-of-municipality': 'admin',
  operator: 'operator',
};
const RELATIONS = ['self', 'memberOfPair', 'coordinator', 'admin', 'operator'] as const;

describe('who may', () => {
  it('lets one who is not signed in do only what anyone may', () => {
    expect(ACCESS.filter((access) => mayAccess(access, null))).toEqual(['anyone']);
  });

  it('lets one who is signed in and nothing else do what anyone and the signed-in may', () => {
    expect(ACCESS.filter((access) => mayAccess(access, NO_RELATIONS))).toEqual(['anyone', 'signed-in']);
  });

  for (const relation of RELATIONS) {
    it(`gives ${relation} what is declared for it, and no other role's or relation's endpoints`, () => {
      const allowed = ACCESS.filter((access) => mayAccess(access, { ...NO_RELATIONS, [relation]: true }));
      const declared = ACCESS.filter(
        (access) => GRANTED_BY[access] === null || GRANTED_BY[access] === relation,
      );
      expect(allowed).toEqual(declared);
    });
  }
});
