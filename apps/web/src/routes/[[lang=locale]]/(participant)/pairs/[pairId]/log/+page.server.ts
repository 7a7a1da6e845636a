import { describeMeeting, logMeeting } from '@parvis/contracts';
import { error, redirect } from '@sveltejs/kit';
import { setFlash } from '#lib/flash.ts';
import { attempt, readForm, unread } from '#lib/form.ts';
import { localePath } from '#lib/locale.ts';
import type { Actions, PageServerLoad } from './$types';

/** A meeting on any day since the pair began, or (`?of=`) more about one that is written down. */
export const load: PageServerLoad = async ({ parent, locals, url }) => {
  const { pair } = await parent();
  if (pair.progress === null) redirect(303, localePath(locals.locale, `/pairs/${pair.id}`));
  const of = url.searchParams.get('of');
  const meeting = of === null ? null : pair.meetings.find(({ id, mine }) => id === of && mine);
  if (meeting === undefined) error(404);
  return { meeting };
};

export const actions: Actions = {
  default: async ({ locals, params, request, cookies, url }) => {
    const form = await readForm(request);
    const told = {
      way: form.text('way'),
      minutes: form.number('minutes'),
      topics: form.list('topics'),
      note: form.textOrNull('note'),
    };
    const of = url.searchParams.get('of');
    const done = await attempt(form, () =>
      of === null
        ? locals.api(logMeeting, {
            params,
            body: unread(logMeeting, { date: form.text('date'), ...told }),
            ...form.attempt,
          })
        : locals.api(describeMeeting, {
            params: { pairId: params.pairId, meetingId: of },
            body: unread(describeMeeting, told),
          }),
    );
    if ('failure' in done) return done.failure;
    setFlash(cookies, 'participant.log.saved');
    redirect(303, localePath(locals.locale, `/pairs/${params.pairId}`));
  },
};
