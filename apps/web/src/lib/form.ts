import type { Endpoint, Problem } from '@parvis/contracts';
import { fail, type ActionFailure } from '@sveltejs/kit';
import type * as z from 'zod';
import { ApiProblem } from './api.ts';

/** What a form said, one reading per kind of answer. Empty text is "not said". */
export interface Form {
  text(name: string): string;
  /** Null when nothing was written. */
  textOrNull(name: string): string | null;
  /** Every ticked or chosen value of a name. */
  list(name: string): string[];
  /** Null when empty; NaN (which the contract refuses) when it is not a number. A decimal comma is understood. */
  number(name: string): number | null;
  numbers(name: string): number[];
  ticked(name: string): boolean;
  /** Null when no file was chosen. */
  octets(name: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** The attempt's name, from `<FormKey />`. */
  readonly key: string | undefined;
  /** The same, to be spread into what is said to the API. */
  readonly attempt: { readonly idempotencyKey?: string };
  /** What was written, to be shown again beside what was wrong. Files and secrets are left out. */
  readonly values: FormValues;
}

export type FormValues = Readonly<Record<string, readonly string[]>>;

/** Given back to the page by an action that was told no: `form.problem`, `form.values`. */
export interface FormFailure {
  readonly problem: Problem;
  readonly values: FormValues;
}

export async function readForm(request: Request): Promise<Form> {
  const data = await request.formData();
  const all = (name: string): string[] => data.getAll(name).filter((value) => typeof value === 'string');
  const text = (name: string): string => all(name)[0] ?? '';
  const values: Record<string, string[]> = {};
  for (const name of data.keys()) if (!name.startsWith('_')) values[name] = all(name);
  return {
    text,
    textOrNull: (name) => (text(name).trim() === '' ? null : text(name)),
    list: (name) => all(name).filter((value) => value !== ''),
    number: (name) => toNumber(text(name)),
    numbers: (name) => all(name).flatMap((value) => toNumber(value) ?? []),
    ticked: (name) => all(name).some((value) => value !== '' && value !== 'false'),
    octets: async (name) => {
      const file = data.get(name);
      return file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : null;
    },
    key: text('_key') === '' ? undefined : text('_key'),
    attempt: text('_key') === '' ? {} : { idempotencyKey: text('_key') },
    values,
  };
}

/**
 * Does what a form asked, and turns a no into `fail()`, so that the page shows it beside what was written.
 * Anything else that goes wrong goes on to the error page.
 *
 *     const done = await attempt(form, () => locals.api(logMeeting, { params, body }));
 *     if ('failure' in done) return done.failure;
 *     setFlash(cookies, 'participant.meeting-saved');
 *     redirect(303, '…');
 */
export async function attempt<T>(
  form: Pick<Form, 'values'>,
  act: () => Promise<T>,
): Promise<{ readonly reply: T } | { readonly failure: ActionFailure<FormFailure> }> {
  try {
    return { reply: await act() };
  } catch (reason) {
    if (!(reason instanceof ApiProblem) || reason.problem.kind === 'fault') throw reason;
    return { failure: fail(reason.status, { problem: reason.problem, values: form.values }) };
  }
}

function toNumber(value: string): number | null {
  const plain = value.trim().replace(/\s/g, '').replace(',', '.');
  return plain === '' ? null : Number(plain);
}

/** What a form said, handed on unread: the API holds it to the contract and says what is wrong, field by field. */
export function unread<E extends Endpoint>(
  _contract: E,
  said: Readonly<Record<string, unknown>>,
): z.input<E['body']> {
  return said as z.input<E['body']>;
}
