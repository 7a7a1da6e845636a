import type { checkRules as checkContract, Locale, supplyAndNeed as supplyContract } from '@parvis/contracts';
import type { Person, RoundInput, Rules } from '@parvis/matching';
import type { Deps } from '../../deps.ts';
import type { UseCase } from '../../http/route.ts';
import { answerInTime } from '../matching/solver.ts';
import { swedishDay } from '../pairs/period.decisions.ts';
import { loadExpected } from '../recruitment/expected.ts';
import { loadPool } from '../recruitment/pool.ts';
import { nameKeys } from './labels.ts';
import { loadProgram } from './program.usecases.ts';
import { countSupply } from './supply.decisions.ts';

/** What rules would mean for those who wait now. Writes nothing. */
export const checkRules: UseCase<typeof checkContract> = async (deps, { params, body }) => {
  const { definition } = await loadProgram(deps, params.programId);
  const { input, nameOf } = await loadInput(deps, params.programId, body.rules ?? definition.rules);
  const { readiness, weakest, mean } = await answerInTime(() => deps.solver.checkRules(input));
  return {
    ...readiness,
    people: readiness.stuck.map(({ id }) => ({ id, name: nameOf(id) })),
    weakest,
    mean,
  };
};

/** Who waits on each side, by what matters for a pair. */
export const supplyAndNeed: UseCase<typeof supplyContract> = async (deps, { params, locale }) => {
  await loadProgram(deps, params.programId);
  const groups = countSupply(await loadPool(deps, params));
  return { groups, labels: nameGroups(locale, groups) };
};

async function loadInput(
  deps: Deps,
  programId: string,
  program: Rules,
): Promise<{ readonly input: RoundInput; readonly nameOf: (id: Person['id']) => string }> {
  const { people, ...pool } = await loadPool(deps, { programId });
  const expected = program.keepScarce === true ? await loadExpected(deps, { programId }) : [];
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    input: { ...pool, program, expected, now: swedishDay(deps.now()) },
    nameOf: (id) => names.get(id) ?? '',
  };
}

function nameGroups(locale: Locale, groups: ReturnType<typeof countSupply>) {
  return nameKeys(
    locale,
    groups.flatMap(({ rows }) => rows.map(({ key }) => key)),
  );
}
