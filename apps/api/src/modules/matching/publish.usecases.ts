import type { publishRound as contract } from '@parvis/contracts';
import type { MatchedPair } from '@parvis/matching';
import { auditEntry } from '../../database/audit.ts';
import type { Write } from '../../database/store.ts';
import type { Deps } from '../../deps.ts';
import type { UseCase } from '../../http/route.ts';
import { linkTo } from '../messages/letter.kinds.ts';
import { insertLetters, type NewLetter } from '../messages/letter.store.ts';
import { insertPairs } from '../pairs/pair.store.ts';
import type { Program } from '../programs/program.store.ts';
import { loadProgram } from '../programs/program.usecases.ts';
import { decideStatusAfter } from '../recruitment/enrollment.decisions.ts';
import { updateEnrollmentStatuses } from '../recruitment/enrollment.store.ts';
import { listPersonsByIds, type PersonRow } from '../recruitment/person.store.ts';
import { countPairs, decideAnswerBy, decidePublish } from './publish.decisions.ts';
import { readStamps } from './round.people.ts';
import { compareToWorld, loadRound } from './round.snapshot.ts';
import { guardPeople, insertProposals, updateRound, type RoundRow } from './round.store.ts';

/** Makes the pairs of a draft and writes to both of each, all or nothing. */
export const publishRound: UseCase<typeof contract> = async (deps, { params, body, asker }) => {
  const row = await loadRound(deps, params.roundId);
  const program = await loadProgram(deps, row.programId);
  const pairs = row.result?.pairs ?? [];
  const difference = row.status === 'draft' ? await compareToWorld(deps, row, program) : null;
  decidePublish({ round: row, seen: body.version, pairs, difference });

  const people = await listPersonsByIds(deps.store, [...countPairs(pairs).keys()]);
  const letters = listLetters(deps, { program, pairs, people });
  const withoutAddress = people.filter(({ email }) => email === null);
  const facts = { pairs: pairs.length, letters: letters.length };
  const deed = { by: asker.accountId, noun: 'round', nounId: row.id, programId: row.programId, facts };
  return deps.store.writeTogether(
    [
      updateRound(row, { status: 'published', publishedAt: deps.now() }),
      ...guardPaired(row, pairs),
      ...makePairs(deps, { row, program, pairs }),
      ...fillPlaces(deps, row, pairs),
      ...insertLetters(deps, letters),
      auditEntry(deps, { ...deed, action: 'publish-round' }),
    ],
    {
      pairs: pairs.length,
      letters: letters.length,
      withoutAddress: withoutAddress.map(({ id, name }) => ({ personId: id, name })),
    },
  );
};

/** Who changes between the reading and the writing undoes the whole list. */
function guardPaired(row: RoundRow, pairs: readonly MatchedPair[]): readonly Write[] {
  const stamps = readStamps(row.people);
  const paired = [...countPairs(pairs).keys()].flatMap((id) => {
    const stamp = stamps.get(id) ?? null;
    return stamp === null ? [] : [{ id, ...stamp }];
  });
  return guardPeople(row, paired);
}

function makePairs(
  { newId, now }: Deps,
  {
    row,
    program,
    pairs,
  }: { readonly row: RoundRow; readonly program: Program; readonly pairs: readonly MatchedPair[] },
): readonly Write[] {
  const at = now();
  const both = (pair: MatchedPair) => ({
    id: newId(),
    roundId: row.id,
    newcomerId: pair.newcomer,
    mentorId: pair.mentor,
    score: pair.score,
    reasons: pair.reasons,
    overrides: pair.overrides,
    pinReason: pair.pinReason,
  });
  const made = {
    programId: row.programId,
    status: 'proposed' as const,
    proposedAt: at,
    answerBy: decideAnswerBy(at, program.definition.answerDays),
    createdAt: at,
    updatedAt: at,
  };
  return [
    ...insertProposals(pairs.map((pair) => ({ ...both(pair), pinned: pair.pinned }))),
    ...insertPairs(pairs.map((pair) => ({ ...both(pair), ...made }))),
  ];
}

/** Those whose last place is taken wait no longer. */
function fillPlaces({ now }: Deps, row: RoundRow, pairs: readonly MatchedPair[]): readonly Write[] {
  const counts = countPairs(pairs);
  const full = [...row.snapshot.newcomers, ...row.snapshot.mentors].filter(({ id, capacity }) => {
    const livePairs = counts.get(id) ?? 0;
    return livePairs > 0 && decideStatusAfter({ capacity, livePairs, current: 'waiting' }) === 'matched';
  });
  return updateEnrollmentStatuses({
    programId: row.programId,
    personIds: full.map(({ id }) => id),
    status: 'matched',
    at: now(),
    expected: 'waiting',
    otherwise: 'round-outdated',
  });
}

/** Nobody is named in a letter: the page shows who it is. Whoever is in two pairs gets one letter for each. */
function listLetters(
  deps: Deps,
  {
    program,
    pairs,
    people,
  }: {
    readonly program: Program;
    readonly pairs: readonly MatchedPair[];
    readonly people: readonly PersonRow[];
  },
): readonly NewLetter<'proposal'>[] {
  const persons = new Map(people.map((person) => [person.id, person]));
  return pairs
    .flatMap(({ newcomer, mentor }) => [persons.get(newcomer), persons.get(mentor)])
    .flatMap((person) => {
      if (person === undefined || person.email === null) return [];
      const locale = person.interfaceLanguage;
      return [
        {
          kind: 'proposal' as const,
          accountId: person.accountId,
          personId: person.id,
          toName: person.addressedAs ?? person.name,
          toAddress: person.email,
          locale,
          data: {
            program: program.definition.name,
            days: program.definition.answerDays,
            link: linkTo(deps.config.origin, locale, '/me'),
          },
        },
      ];
    });
}
