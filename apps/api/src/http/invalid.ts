import type { FieldProblem } from '@parvis/contracts';
import type * as z from 'zod';

/** Input that could not be read: one problem for each field. */
export class Invalid extends Error {
  readonly fields: readonly FieldProblem[];

  constructor(fields: readonly FieldProblem[]) {
    super('invalid');
    this.name = 'Invalid';
    this.fields = fields;
  }
}

type Facts = FieldProblem['facts'];
interface Named {
  readonly code: string;
  readonly facts?: Facts;
}

/** A file of 100,000 broken rows is told by its first ones. */
const MOST = 200;

/** Reads a value by its schema, or says field by field what is wrong. */
export function readBy<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const problems = read.error.issues.flatMap((issue) => fieldProblems(issue, value));
  throw new Invalid([...firstOfEach(problems)].slice(0, MOST));
}

/** The first problem of a field is the one to mend; what follows from it is noise. */
function firstOfEach(problems: readonly FieldProblem[]): Iterable<FieldProblem> {
  const first = new Map<string, FieldProblem>();
  for (const problem of problems) if (!first.has(problem.path)) first.set(problem.path, problem);
  return first.values();
}

function fieldProblems(issue: z.core.$ZodIssue, value: unknown): readonly FieldProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: written([...issue.path, key]),
      code: 'unknown-field',
      facts: {},
    }));
  }
  const { code, facts = {} } = nameProblem(issue, valueAt(value, issue.path));
  return [{ path: written(issue.path), code, facts }];
}

/** Contracts name their own codes where a sentence of its own helps (`error: 'not-an-email'`); zod's are named here. */
function nameProblem(issue: z.core.$ZodIssue, actual: unknown): Named {
  if (/^[a-z][a-z-]*$/.test(issue.message)) return { code: issue.message, facts: boundsOf(issue) };
  switch (issue.code) {
    case 'invalid_type':
      return { code: nameType(issue.expected, actual) };
    case 'too_small':
      return { code: nameTooSmall(issue, actual), facts: boundsOf(issue) };
    case 'too_big':
      return { code: tooMuch[issue.origin] ?? 'too-big', facts: boundsOf(issue) };
    case 'invalid_value':
    case 'invalid_union':
      return {
        code: actual === undefined || actual === null || actual === '' ? 'required' : 'not-an-option',
      };
    case 'not_multiple_of':
      return { code: 'not-whole' };
    default:
      return { code: 'other' };
  }
}

const tooMuch: Readonly<Record<string, string>> = { string: 'too-long', array: 'too-many', set: 'too-many' };
const wrongType: Readonly<Record<string, string>> = { number: 'not-a-number', int: 'not-a-number' };

function nameType(expected: string, actual: unknown): string {
  if (actual === undefined || actual === null) return 'required';
  if (expected === 'int' && typeof actual === 'number') return 'not-whole';
  return wrongType[expected] ?? 'wrong-type';
}

function nameTooSmall(issue: z.core.$ZodIssueTooSmall, actual: unknown): string {
  if (issue.origin === 'array' || issue.origin === 'set') return 'empty-choice';
  if (issue.origin !== 'string') return 'too-small';
  return actual === '' ? 'required' : 'too-short';
}

function boundsOf(issue: z.core.$ZodIssue): Facts {
  if (issue.code === 'too_small') return { minimum: Number(issue.minimum) };
  if (issue.code === 'too_big') return { maximum: Number(issue.maximum) };
  return {};
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inside, key) => (typeof inside === 'object' && inside !== null ? Reflect.get(inside, key) : undefined),
    value,
  );
}

function written(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}
