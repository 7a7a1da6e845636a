import { listTowns } from '@parvis/contracts';
import { error } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, params }) => {
  const { towns, labels } = await locals.api(listTowns);
  const town = towns.find(({ slug }) => slug === params.slug);
  if (town === undefined) error(404);
  return {
    town,
    labels,
    place: town.name,
    names: Object.fromEntries(towns.map(({ code, name }) => [code, name])),
  };
};
