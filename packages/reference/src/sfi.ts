import { lazily, readTable } from './table.ts';

/** CEFR levels as sfi uses them. */
export type SfiCefr = 'A1' | 'A2' | 'B1';
export type SfiCourse = 'A' | 'B' | 'C' | 'D';

export interface SfiCourseLevels {
  readonly course: SfiCourse;
  /** Study paths that hold the course, 1 to 3. */
  readonly paths: readonly number[];
  /** Published level at the start and the end; `<A1` is before A1, `A2+` a strong A2. */
  readonly from: string;
  readonly to: string;
}

export const listSfiCourses = lazily((): readonly SfiCourseLevels[] =>
  readTable('sfi-courses.tsv').flatMap((row) => {
    const course = readCourse(row('course'));
    return course
      ? [{ course, paths: row('paths').split(' ').map(Number), from: row('from'), to: row('to') }]
      : [];
  }),
);

/** What someone who has passed the course can at least do: A → A1, B → A2, C → A2, D → B1. */
export function cefrOfSfiCourse(course: SfiCourse): SfiCefr {
  return reached[course];
}

/** `sfi C`, `SFI-C`, `kurs D`, `1B`, `c` → the course; null otherwise. */
export function resolveSfiCourse(text: string): SfiCourse | null {
  const course = /^(?:sfi|kurs|sfi[\s-]*kurs)?[\s:-]*[1-3]?\s*([abcd])$/i.exec(text.trim())?.[1];
  return readCourse(course?.toUpperCase() ?? '');
}

const reached: Readonly<Record<SfiCourse, SfiCefr>> = { A: 'A1', B: 'A2', C: 'A2', D: 'B1' };

function readCourse(text: string): SfiCourse | null {
  return text === 'A' || text === 'B' || text === 'C' || text === 'D' ? text : null;
}
