import { Refused } from '@parvis/contracts';
import { describe, expect, it } from 'vitest';
import { decideCodeRequest, decideSignIn, decideTry, type AskedCode } from './code.decisions.ts';
import { decideHome, decideSessionSeconds } from './session.decisions.ts';

const NOW = '2026-11-21T09:00:00.000Z';
const code: AskedCode = {
  accountId: 'a',
  codeHash: 'h',
  tries: 0,
  expiresAt: '2026-11-21T09:10:00.000Z',
  usedAt: null,
};

function refusalOf(decide: () => unknown): unknown {
  try {
    decide();
    return null;
  } catch (error) {
    return error instanceof Refused ? [error.code, error.facts] : error;
  }
}

describe('a sign-in code', () => {
  it.each([
    [0, 0, null],
    [5, 59, null],
    [6, 0, 'too-many-requests'],
    [0, 60, 'too-many-requests'],
  ])(
    'asked for after %i for the address and %i from the remote address: %s',
    (forAddress, fromRemote, said) => {
      const refusal = refusalOf(() => decideCodeRequest({ forAddress, fromRemote }));
      expect(refusal).toEqual(said === null ? null : [said, { seconds: 3600 }]);
    },
  );

  it.each([
    ['in time', code, null],
    ['never asked for', null, 'code-expired'],
    ['at its last moment', { ...code, expiresAt: NOW }, 'code-expired'],
    ['used', { ...code, usedAt: NOW }, 'code-used-up'],
    ['after four tries', { ...code, tries: 4 }, null],
    ['after five tries', { ...code, tries: 5 }, 'code-used-up'],
  ])('tried when it is %s: %s', (_when, tried, said) => {
    const refusal = refusalOf(() => decideTry(tried, NOW));
    expect(Array.isArray(refusal) ? refusal[0] : refusal).toBe(said);
  });

  it.each([
    ['right', code, true, null],
    ['wrong', code, false, ['code-wrong', { left: 4 }]],
    ['wrong the fourth time', { ...code, tries: 3 }, false, ['code-wrong', { left: 1 }]],
    ['wrong the fifth time', { ...code, tries: 4 }, false, ['code-used-up', {}]],
    ['right, for an address nobody has', { ...code, accountId: null }, true, ['code-wrong', { left: 4 }]],
  ])('typed %s: %j', (_how, typed, matches, said) => {
    expect(refusalOf(() => decideSignIn(typed, matches))).toEqual(said);
  });
});

describe('a session', () => {
  it.each([
    [[], 'participant', 720],
    [['operator'], 'operator', 12],
    [['coordinator'], 'desk', 12],
    [['admin', 'operator'], 'desk', 12],
  ] as const)('of %j comes home to %s and lasts %i hours', (roles, home, hours) => {
    const grants = roles.map((role) => ({ role }));
    expect([decideHome(grants), decideSessionSeconds(grants) / 3600]).toEqual([home, hours]);
  });
});
