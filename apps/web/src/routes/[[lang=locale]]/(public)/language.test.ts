import { describe, expect, it } from 'vitest';
import { offerLanguage } from './language.server.ts';

function arrive(path: string, headers: Readonly<Record<string, string>>) {
  const url = new URL(path, 'https://parvis.example');
  return offerLanguage({ locale: 'sv', url, request: new Request(url, { headers }) });
}

describe('a first visit', () => {
  it('is offered the visitor’s own language, and led nowhere', () => {
    expect(arrive('/', { 'accept-language': 'ar-SY,ar;q=0.9,en;q=0.5' })).toMatchObject({
      ...{ locale: 'ar', direction: 'rtl', href: '/ar' },
    });
    expect(arrive('/', { 'accept-language': 'en' })?.href).toBe('/en');
  });

  it.each([
    ['in Swedish', '/', { 'accept-language': 'sv-SE,en;q=0.5' }],
    ['in a language that is not here', '/', { 'accept-language': 'fi' }],
    ['without a word about language', '/', {}],
    ['by a chosen address', '/en', { 'accept-language': 'ar' }],
    ['that is no first visit', '/', { 'accept-language': 'ar', referer: 'https://parvis.example/ar' }],
  ] as const)('%s is offered nothing', (_situation, path, headers) => {
    expect(arrive(path, headers)).toBeNull();
  });
});
