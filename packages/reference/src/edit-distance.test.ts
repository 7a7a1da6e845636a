import { expect, it } from 'vitest';
import { measureEdits } from './edit-distance.ts';

it.each([
  ['kock', 'kock', 0],
  ['sjuksköterka', 'sjuksköterska', 1],
  ['elektrkier', 'elektriker', 1],
  ['lerare', 'larare', 1],
  ['', 'ab', 2],
  ['abc', 'xyz', 3],
])('makes %s into %s with %i edits', (typed, word, edits) => {
  expect(measureEdits(typed, word, 3, false)).toBe(edits);
});

it('measures against a beginning of the word while it is being typed', () => {
  expect(measureEdits('sjuksöt', 'sjuksköterska', 2, true)).toBe(1);
});

it('gives up past the limit', () => {
  expect(measureEdits('kock', 'domare', 2, false)).toBe(3);
});
