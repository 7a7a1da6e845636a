import { describe, expect, it } from 'vitest';
import { cookieNames } from './session.ts';

describe('the cookie of a session', () => {
  it.each([
    ['https://parvis.example.se', '__Host-parvis', true],
    ['http://localhost:3000', '__Host-parvis', true],
    ['http://127.0.0.1:3000', '__Host-parvis', true],
    ['http://192.168.1.7:3000', 'parvis', false],
    ['http://localhost.example.se', 'parvis', false],
  ])('at %s is %s, secure: %s', (origin, session, secure) => {
    expect(cookieNames(origin)).toMatchObject({ session, secure });
  });
});
