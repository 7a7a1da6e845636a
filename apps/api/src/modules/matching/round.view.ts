import type { Labels, Locale, Round } from '@parvis/contracts';
import type { RoundResult } from '@parvis/matching';
import type { Deps } from '../../deps.ts';
import { loadAccount } from '../identity/account.store.ts';
import { keysOfObstacles, keysOfRules, keysOfShares, nameKeys } from '../programs/labels.ts';
import { loadProgram } from '../programs/program.usecases.ts';
import { byHandOf } from './pins.decisions.ts';
import { facesOf } from './round.people.ts';
import { compareToWorld } from './round.snapshot.ts';
import type { RoundRow } from './round.store.ts';
import { progressOf } from './stopping.usecases.ts';
import { listVariants } from './variant.store.ts';

/** A round as its workspace shows it. */
export async function viewRound(deps: Deps, row: RoundRow, locale: Locale): Promise<Round> {
  const program = await loadProgram(deps, row.programId);
  // Results of the first engine name no full score: it was always a thousand.
  const { pairs = [], leftOut = [], conflicts = [], certificate, fullScore = 1000 } = row.result ?? {};
  const variants = await listVariants(deps.store, row.id);
  const names = await nameStaff(deps, [
    ...row.steps.map(({ by }) => by),
    ...variants.map(({ createdBy }) => createdBy),
  ]);
  const difference = row.status === 'draft' ? await compareToWorld(deps, row, program) : null;
  return {
    id: row.id,
    programId: row.programId,
    programName: program.definition.name,
    number: row.number,
    status: row.status,
    version: row.version,
    createdAt: row.createdAt,
    publishedAt: row.publishedAt,
    people: facesOf(row.people),
    pairs,
    leftOut,
    ...byHandOf(row.snapshot),
    conflicts,
    certificate: certificate === undefined ? null : withoutPrices(certificate),
    fullScore,
    change: row.change,
    steps: row.steps.map((step) => ({ ...step, by: names(step.by) })),
    rules: row.snapshot.program,
    away: row.away,
    progress: progressOf(deps, row),
    failure: row.failure,
    variants: variants.map(({ createdBy, ...variant }) => ({ ...variant, by: names(createdBy) })),
    engine: row.engine ?? '',
    difference,
    outdated: difference !== null,
    labels: labelRound(row, locale),
  };
}

/** Names of the codes in a round. */
export function labelRound({ people, result, snapshot }: RoundRow, locale: Locale): Labels {
  return nameKeys(locale, [
    ...people.flatMap(({ municipality, languages, occupations }) => [
      `municipality:${municipality}`,
      ...languages.map(({ language }) => `language:${language}`),
      ...occupations,
    ]),
    ...keysOfRules(snapshot.program),
    ...(result?.pairs ?? []).flatMap(({ reasons, overrides }) => [
      ...keysOfShares(reasons),
      ...keysOfObstacles(overrides),
    ]),
    ...(result?.conflicts ?? []).flatMap(({ obstacles }) => keysOfObstacles(obstacles)),
  ]);
}

/** What colleagues are called; the empty name for the system, and for an account that is gone. */
export async function nameStaff(
  { store }: Deps,
  accountIds: readonly (string | null)[],
): Promise<(accountId: string | null) => string> {
  const ids = [...new Set(accountIds)].filter((id) => id !== null);
  const found = await Promise.allSettled(ids.map((id) => loadAccount(store, id)));
  const names = new Map(
    found.flatMap((one) =>
      one.status === 'fulfilled' ? [[one.value.id, one.value.name ?? one.value.email]] : [],
    ),
  );
  return (accountId) => names.get(accountId ?? '') ?? '';
}

function withoutPrices({ matched, people, total, optimal }: RoundResult['certificate']) {
  return { matched, people, total, optimal };
}
