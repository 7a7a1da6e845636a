import { enrollmentStatus, listPeople, PEOPLE_SORTS, side } from '@parvis/contracts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const asked = (name: string): string | undefined => url.searchParams.get(name) ?? undefined;
  // Who has waited longest matters among those who wait; among everyone one looks for a name.
  const queue = asked('status') === 'waiting' || asked('status') === 'applied';
  const sort = PEOPLE_SORTS.find((known) => known === asked('sort')) ?? (queue ? 'waiting' : 'name');
  const usual = sort === 'waiting' ? ('descending' as const) : ('ascending' as const);
  const order = (['ascending', 'descending'] as const).find((known) => known === asked('order')) ?? usual;
  const query = {
    search: (asked('search') ?? '').slice(0, 100),
    side: side.safeParse(asked('side')).data,
    status: enrollmentStatus.safeParse(asked('status')).data,
    group: listPeople.query.shape.group.safeParse(asked('group')).data,
    sort,
    order,
    page: Math.max(1, Math.trunc(Number(asked('page') ?? '1')) || 1),
  };
  const found = await locals.api(listPeople, {
    params: { programId: params.programId },
    query: {
      search: query.search,
      sort,
      order,
      page: query.page,
      ...(query.side === undefined ? {} : { side: query.side }),
      ...(query.status === undefined ? {} : { status: query.status }),
      ...(query.group === undefined ? {} : { group: query.group }),
    },
  });
  return { found, query };
};
