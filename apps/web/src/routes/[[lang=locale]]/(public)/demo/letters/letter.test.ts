import { describe, expect, it } from 'vitest';
import { letterParts } from './letter.ts';

describe('a letter in the mail catcher', () => {
  it('leads to the path of its link here, and nowhere else', () => {
    const link = 'https://parvis.example/ar/sign-in?code=12345678';
    expect(letterParts(`Hej\n\n${link}\n\nhttps://elsewhere.example/x\n`, [link])).toEqual([
      { text: 'Hej', href: null },
      { text: link, href: '/ar/sign-in?code=12345678' },
      { text: 'https://elsewhere.example/x', href: null },
    ]);
  });
});
