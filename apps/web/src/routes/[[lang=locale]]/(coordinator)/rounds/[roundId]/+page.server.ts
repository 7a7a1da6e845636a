import {
  dropVariant,
  explainPairing,
  keepVariant,
  showRound,
  solveRound,
  type Round,
} from '@parvis/contracts';
import { attempt, readForm, unread, type Form } from '#lib/form.ts';
import { localePath } from '#lib/locale.ts';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { banned, pinned, unbanned, unpinned, type ByHand } from './byhand.ts';
import { readHistory } from './history.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

/** The two who were asked about, if any: why these two, or why not. */
export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
  const asked = {
    newcomer: url.searchParams.get('newcomer') ?? '',
    mentor: url.searchParams.get('mentor') ?? '',
  };
  const { round } = await parent();
  const known = new Set(round.people.map(({ id }) => id));
  const isPossible = known.has(asked.newcomer) && known.has(asked.mentor);
  const isSolved = round.status === 'draft' || round.status === 'published';
  return {
    asked,
    pairing:
      isPossible && isSolved
        ? await locals.api(explainPairing, { params: { roundId: params.roundId, ...asked } })
        : null,
  };
};

type Event = RequestEvent<RouteParams>;

/** Saves what she shaped in the browser: the server solves it too, and its answer is what counts. */
async function save({ locals, params, request, url }: Event) {
  const form = await readForm(request);
  const done = await attempt(form, () => {
    const { program, pins, bans, away } = readSettings(form.text('settings'));
    const version = form.number('version') ?? -1;
    return locals.api(solveRound, {
      params: { roundId: params.roundId },
      body: unread(solveRound, { pins, bans, away, rules: program, fresh: false, version }),
    });
  });
  if ('failure' in done) return done.failure;
  redirect(303, localePath(locals.locale, `/rounds/${params.roundId}`) + viewOf(url));
}

/** New weights for this round, from a plain form. */
async function weigh({ locals, params, request, url }: Event) {
  const form = await readForm(request);
  const done = await attempt(form, async () => {
    const { pins, bans, rules } = await locals.api(showRound, { params: { roundId: params.roundId } });
    const preferences = rules.preferences.map(({ kind, weight }) => ({
      kind,
      weight: form.number(`weight.${kind}`) ?? weight,
    }));
    const version = form.number('version') ?? -1;
    return locals.api(solveRound, {
      params: { roundId: params.roundId },
      body: { pins, bans, rules: { ...rules, preferences }, fresh: false, version },
    });
  });
  if ('failure' in done) return done.failure;
  redirect(303, localePath(locals.locale, `/rounds/${params.roundId}`) + viewOf(url));
}

/** Keeps what she shaped under a name, beside the draft. */
async function keep({ locals, params, request, url }: Event) {
  const form = await readForm(request);
  const done = await attempt(form, () =>
    locals.api(keepVariant, {
      params: { roundId: params.roundId },
      body: unread(keepVariant, {
        name: form.textOrNull('name') ?? form.text('usual'),
        shape: readSettings(form.text('shape')),
      }),
      ...form.attempt,
    }),
  );
  if ('failure' in done) return done.failure;
  redirect(303, localePath(locals.locale, `/rounds/${params.roundId}`) + viewOf(url));
}

async function drop({ locals, params, request, url }: Event) {
  const form = await readForm(request);
  const variantId = form.text('variant');
  const done = await attempt(form, () =>
    locals.api(dropVariant, { params: { roundId: params.roundId, variantId } }),
  );
  if ('failure' in done) return done.failure;
  redirect(303, localePath(locals.locale, `/rounds/${params.roundId}`) + viewOf(url));
}

/** What the page sent, as it stands; the API holds it to the contract. */
function readSettings(sent: string): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(sent);
    return typeof read === 'object' && read !== null ? { ...read } : {};
  } catch {
    return {};
  }
}

function viewOf(url: URL): string {
  const view = url.searchParams.get('view');
  return view === null ? '' : `?view=${view}`;
}

/** Solves the round again with what was decided by hand; a no comes back to the page. */
async function solve(event: Event, change: (now: Round, form: Form) => ByHand, when: 'kept' | 'fresh') {
  const { locals, params, request, url } = event;
  const form = await readForm(request);
  const done = await attempt(form, async () => {
    const round = await locals.api(showRound, { params: { roundId: params.roundId } });
    const { pins, bans } = change(round, form);
    const version = form.number('version') ?? -1;
    return locals.api(solveRound, {
      params: { roundId: params.roundId },
      body: { pins, bans, fresh: when === 'fresh', version },
    });
  });
  if ('failure' in done) return done.failure;
  redirect(303, localePath(locals.locale, `/rounds/${params.roundId}`) + viewOf(url));
}

function pairOf(form: Form) {
  return { newcomer: form.text('newcomer'), mentor: form.text('mentor') };
}

export const actions: Actions = {
  pin: (event) =>
    solve(event, (now, form) => pinned(now, { ...pairOf(form), reason: form.textOrNull('reason') }), 'kept'),
  unpin: (event) => solve(event, (now, form) => unpinned(now, pairOf(form)), 'kept'),
  ban: (event) => solve(event, (now, form) => banned(now, pairOf(form)), 'kept'),
  unban: (event) => solve(event, (now, form) => unbanned(now, pairOf(form)), 'kept'),
  undo: (event) => solve(event, (now) => readHistory(now).undo ?? now, 'kept'),
  redo: (event) => solve(event, (now) => readHistory(now).redo ?? now, 'kept'),
  save,
  weigh,
  keepVariant: keep,
  dropVariant: drop,
  fresh: (event) => solve(event, (now) => now, 'fresh'),
};
