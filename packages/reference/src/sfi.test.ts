import { expect, it } from 'vitest';
import { cefrOfSfiCourse, listSfiCourses, resolveSfiCourse } from './index.ts';

it('each course leads to a level', () => {
  expect(listSfiCourses().map(({ course }) => [course, cefrOfSfiCourse(course)])).toEqual([
    ['A', 'A1'],
    ['B', 'A2'],
    ['C', 'A2'],
    ['D', 'B1'],
  ]);
});

it.each([
  ['C', 'C'],
  ['sfi c', 'C'],
  ['SFI-D', 'D'],
  ['sfi kurs B', 'B'],
  ['2B', 'B'],
  ['E', null],
  ['A2', null],
  ['', null],
])('reads %j as course %s', (text, course) => {
  expect(resolveSfiCourse(text)).toBe(course);
});
