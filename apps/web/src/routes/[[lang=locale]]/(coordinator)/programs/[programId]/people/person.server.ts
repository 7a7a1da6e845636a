import { findOccupations, listChoices, listPeople } from '@parvis/contracts';
import { fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type { FormFailure } from '#lib/form.ts';
import type { Draft, OccupationDraft } from './draft.ts';

type Locals = Pick<RequestEvent, 'locals'>['locals'];
export interface Suggestions {
  /** For a row of the occupations, by its place. */
  readonly occupations: Readonly<
    Record<number, readonly { readonly value: string; readonly label: string; readonly group: string }[]>
  >;
  readonly people: readonly { readonly personId: string; readonly name: string }[];
}

/** The closed lists of the form, in the reader's language. */
export async function loadChoices(locals: Locals) {
  return locals.api(listChoices);
}

/** What the words may stand for: occupations not yet placed, and people by their name. */
export async function suggest(locals: Locals, programId: string, draft: Draft): Promise<Suggestions> {
  const rows = await Promise.all(
    draft.occupations.map(async ({ text, ssyk }) => (ssyk === '' ? await searched(locals, text) : [])),
  );
  const found =
    draft.neverSearch === ''
      ? []
      : (
          await locals.api(listPeople, {
            params: { programId },
            query: { search: draft.neverSearch.slice(0, 100), sort: 'name', order: 'ascending' },
          })
        ).people;
  const chosen = new Set(draft.neverWith.map(({ personId }) => personId));
  return {
    occupations: Object.fromEntries(
      rows.map((row, at) => [
        at,
        row.map(({ occupation, ssyk, label, group }) => ({
          value: `${occupation}|${ssyk}|${label}`,
          label,
          group,
        })),
      ]),
    ),
    people: found
      .filter(({ personId }) => !chosen.has(personId))
      .slice(0, 8)
      .map(({ personId, name }) => ({ personId, name })),
  };
}

/** Words that are exactly an occupation's name are placed without asking. */
export async function placeOccupations(locals: Locals, draft: Draft): Promise<Draft> {
  const occupations = await Promise.all(
    draft.occupations.map(async (row): Promise<OccupationDraft> => {
      if (row.ssyk !== '') return row;
      const same = (await searched(locals, row.text)).find(
        ({ label }) => label.toLocaleLowerCase() === row.text.toLocaleLowerCase(),
      );
      return same === undefined
        ? row
        : { ...row, text: same.label, label: same.label, occupation: same.occupation, ssyk: same.ssyk };
    }),
  );
  return { ...draft, occupations };
}

async function searched(locals: Locals, text: string) {
  return (await locals.api(findOccupations, { query: { q: text.slice(0, 100), limit: 6 } })).occupations;
}

export interface PersonFailure extends FormFailure {
  readonly draft: Draft;
}

/** A no, together with everything that was written. */
export function failWith(failure: ActionFailure<FormFailure>, draft: Draft): ActionFailure<PersonFailure> {
  return fail(failure.status, { ...failure.data, draft });
}
