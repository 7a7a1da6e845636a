import {
  LOCALES,
  Refused,
  type findMissing as missingContract,
  type helpLeftOut as helpContract,
  type ProgramDefinition,
  type reportFairness as fairnessContract,
} from '@parvis/contracts';
import {
  reportFairness as readFairness,
  type Bottleneck,
  type Change,
  type FairnessTable,
  type Help,
  type RoundInput,
  type RoundResult,
} from '@parvis/matching';
import { recruitingText } from '@parvis/messages';
import { translateTo } from '@parvis/messages/all';
import type { Deps } from '../../deps.ts';
import type { UseCase } from '../../http/route.ts';
import { linkTo } from '../messages/letter.kinds.ts';
import { swedishDay } from '../pairs/period.decisions.ts';
import { keysOfRequirements, nameKeys } from '../programs/labels.ts';
import { loadProgram } from '../programs/program.usecases.ts';
import { loadExpected } from '../recruitment/expected.ts';
import { loadPool } from '../recruitment/pool.ts';
import { decideTrial } from './round.decisions.ts';
import { loadRound } from './round.snapshot.ts';
import { countLeftOut, type RoundRow } from './round.store.ts';
import { solvedFrom } from './shape.decisions.ts';
import { answerInTime } from './solver.ts';

/** What would help those whom the round leaves out, each by the smallest change. */
export const helpLeftOut: UseCase<typeof helpContract> = async (deps, { params, locale }) => {
  const row = await loadRound(deps, params.roundId);
  const result = resultOf(row);
  const input = solvedFrom(row);
  if (!decideTrial(input)) return { help: null, people: [], labels: {} };
  const found = await answerInTime(() => deps.solver.findHelp(input, result));
  const help = found.map(({ forStaff }) => forStaff);
  const named = new Set(help.flatMap(({ id, own, rules }) => [id, ...idsOf(own), ...idsOf(rules)]));
  const changes = help.flatMap(({ own, rules }) => [
    ...(own.remedy?.changes ?? []),
    ...(rules.remedy?.changes ?? []),
  ]);
  return {
    help,
    people: row.people
      .filter(({ id }) => named.has(id))
      .map(({ id, name, side, weeksWaiting }) => ({ id, name, side, weeksWaiting })),
    labels: nameKeys(locale, changes.flatMap(keysOfChange)),
  };
};

/** Which mentors are missing for those who wait now. */
export const findMissing: UseCase<typeof missingContract> = async (deps, { params, locale }) => {
  const { definition } = await loadProgram(deps, params.programId);
  const { newcomers: waiting, mentors, people, history, substitutes } = await loadPool(deps, params);
  const expected = definition.rules.keepScarce === true ? await loadExpected(deps, params) : [];
  const newcomers = waiting.length;
  if (!decideTrial({ newcomers: waiting, mentors }))
    return { missing: null, people: [], newcomers, leftOut: 0, labels: {} };
  const input: RoundInput = {
    program: definition.rules,
    newcomers: waiting,
    mentors,
    history,
    substitutes,
    expected,
    now: swedishDay(deps.now()),
  };
  const { bottlenecks, leftOut } = await answerInTime(() => deps.solver.findMissing(input));
  const named = new Set(bottlenecks.flatMap(({ whom }) => whom));
  return {
    missing: bottlenecks.map((one) => ({ ...one, texts: writeTexts(deps, definition, one) })),
    people: people
      .filter(({ id, side }) => side === 'newcomer' && named.has(id))
      .map(({ id, name, weeksWaiting }) => ({ id, name, weeksWaiting })),
    newcomers,
    leftOut,
    labels: nameKeys(locale, bottlenecks.flatMap(keysOfProfile)),
  };
};

/** Who the round has paired and who waits, group by group. */
export const reportFairness: UseCase<typeof fairnessContract> = async (deps, { params, locale }) => {
  const row = await loadRound(deps, params.roundId);
  const { definition } = await loadProgram(deps, row.programId);
  const earlier = await countLeftOut(deps.store, row);
  const { tables, passedOver } = readFairness(solvedFrom(row), resultOf(row), earlier);
  const names = new Map(row.people.map(({ id, name }) => [id, name]));
  return {
    programId: row.programId,
    programName: definition.name,
    number: row.number,
    tables,
    passedOver: passedOver.map((person) => ({ ...person, name: names.get(person.id) ?? '' })),
    labels: nameKeys(locale, tables.flatMap(keysOfTable)),
  };
};

function writeTexts({ config }: Pick<Deps, 'config'>, program: ProgramDefinition, missing: Bottleneck) {
  return LOCALES.map((locale) => {
    const labels = nameKeys(locale, keysOfProfile(missing));
    const speaker = { locale, t: translateTo(locale), labels };
    const link = linkTo(config.origin, locale, '/');
    return { locale, text: recruitingText(speaker, { program, profile: missing.profile, link }) };
  });
}

function resultOf({ result, status }: RoundRow): RoundResult {
  if (result !== null) return result;
  throw new Refused(status === 'solving' ? 'round-still-solving' : 'not-there');
}

function idsOf({ remedy }: Help<Change>): readonly string[] {
  return remedy === null ? [] : [...remedy.partners, ...remedy.lost, ...remedy.gained];
}

function keysOfChange(change: Change): readonly string[] {
  switch (change.change) {
    case 'wish':
      return change.wish.about === 'language' ? [`language:${change.wish.language}`] : [];
    case 'requirement':
      return keysOfRequirements(change.to === null ? [change.from] : [change.from, change.to]);
    default:
      return [];
  }
}

function keysOfProfile({
  profile: { municipality, language, occupation, education },
}: Bottleneck): readonly string[] {
  const codes = {
    municipality,
    language,
    ssyk: occupation,
    'education-level': education === null ? null : String(education.level),
    field: education?.field ?? null,
  };
  return Object.entries(codes).flatMap(([kind, code]) => (code === null ? [] : [`${kind}:${code}`]));
}

function keysOfTable({ by, rows }: FairnessTable): readonly string[] {
  if (by !== 'language' && by !== 'municipality') return [];
  return rows.flatMap(({ group }) => (group.is === 'code' ? [`${by}:${group.code}`] : []));
}
