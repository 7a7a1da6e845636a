import {
  Refused,
  type listPeople as listContract,
  type PersonPage,
  type PersonRow as PersonRowReply,
  type showPerson as showContract,
} from '@parvis/contracts';
import { weeksWaiting } from '@parvis/matching';
import type { Deps } from '../../deps.ts';
import type { UseCase } from '../../http/route.ts';
import { listPairsOfPeople } from '../pairs/pair.store.ts';
import { swedishDay } from '../pairs/period.decisions.ts';
import { nameKeys } from '../programs/labels.ts';
import { listProgramNames } from '../programs/program.store.ts';
import { isInGroup } from '../programs/supply.decisions.ts';
import { findEnrollment, listEnrollmentsOfPerson, type EnrollmentRow } from './enrollment.store.ts';
import { listNamesInProgram, listPeoplePage } from './people.store.ts';
import { detailsOf } from './person.record.ts';
import { findPerson, listPersonsByIds, type PersonRow } from './person.store.ts';
import { asPerson, occupationKey } from './pool.person.ts';
import { findStanding } from './standing.ts';

const PAGE_SIZE = 50;
const MOST_PEOPLE = 100_000;

export const listPeople: UseCase<typeof listContract> = async (deps, { params, query, locale }) => {
  const { group } = query;
  const asked = { ...query, programId: params.programId, side: query.side, status: query.status };
  const page = { limit: PAGE_SIZE, offset: (query.page - 1) * PAGE_SIZE };
  const { people, total } =
    group === undefined
      ? await listPeoplePage(deps.store, { ...asked, ...page })
      : await listGroupPage(deps, { ...asked, ...page, group });
  const today = swedishDay(deps.now());
  const keys = people.map(({ person }) => `municipality:${person.municipality}`);
  if (group !== undefined) keys.push(group);
  return {
    people: people.map((one) => asRow(one, today)),
    total,
    pageSize: PAGE_SIZE,
    labels: nameKeys(locale, keys),
  };
};

/** By the very rule by which they are counted, so that a number and the list behind it never differ. */
async function listGroupPage(
  { store }: Deps,
  { group, limit, offset, ...query }: Parameters<typeof listPeoplePage>[1] & { readonly group: string },
): ReturnType<typeof listPeoplePage> {
  const { people } = await listPeoplePage(store, { ...query, limit: MOST_PEOPLE, offset: 0 });
  const found = people.filter(({ person, enrollment }) =>
    isInGroup(asPerson({ id: person.id, details: detailsOf(person), place: null, enrollment }), group),
  );
  return { people: found.slice(offset, offset + limit), total: found.length };
}

export const showPerson: UseCase<typeof showContract> = async (deps, { params, locale }) => {
  const { person, enrollment } = await loadEnrolled(deps, params);
  const details = detailsOf(person);
  return {
    personId: person.id,
    details,
    enrollment: enrollmentOf(enrollment),
    version: versionOf(person, enrollment),
    otherPrograms: await listOtherPrograms(deps, enrollment),
    neverWithNames: await listNamesInProgram(deps.store, {
      programId: enrollment.programId,
      personIds: enrollment.neverWith,
    }),
    pairs: await listPairs(deps, enrollment),
    ...(await findStanding(deps, { person, enrollment })),
    labels: nameKeys(locale, keysOf(details, enrollment)),
  };
};

export interface Enrolled {
  readonly person: PersonRow;
  readonly enrollment: EnrollmentRow;
}

/** Throws `not-there`. */
export async function loadEnrolled(
  { store }: Pick<Deps, 'store'>,
  { programId, personId }: { readonly programId: string; readonly personId: string },
): Promise<Enrolled> {
  const [person, enrollment] = [
    await findPerson(store, personId),
    await findEnrollment(store, { programId, personId }),
  ];
  if (person === null || enrollment === null) throw new Refused('not-there');
  return { person, enrollment };
}

/** Goes up with a change of either; what was read of both must still hold when both are written. */
export function versionOf(
  person: Pick<PersonRow, 'version'>,
  enrollment: Pick<EnrollmentRow, 'version'>,
): number {
  return person.version + enrollment.version;
}

type Listed = Awaited<ReturnType<typeof listPeoplePage>>['people'][number];

function asRow({ person, enrollment, livePairs }: Listed, today: string): PersonRowReply {
  return {
    personId: person.id,
    enrollmentId: enrollment.id,
    name: person.name,
    side: enrollment.side,
    status: enrollment.status,
    municipality: person.municipality,
    locality: person.locality,
    weeksWaiting: weeksWaiting(enrollment.waitingSince, today),
    capacity: enrollment.capacity,
    livePairs,
    reachable: person.email !== null || person.phone !== null,
    getsLetters: person.email !== null,
    unplacedOccupation: person.occupations.find(({ ssyk }) => ssyk === null)?.asWritten ?? null,
  };
}

function enrollmentOf(row: EnrollmentRow): PersonPage['enrollment'] {
  const { side, capacity, waitingSince, wishes, neverWith, note, status } = row;
  const details = { side, capacity, waitingSince, wishes, neverWith, note };
  return { ...details, enrollmentId: row.id, status, since: row.statusSince };
}

async function listOtherPrograms(
  { store }: Deps,
  { personId, programId }: EnrollmentRow,
): Promise<PersonPage['otherPrograms']> {
  const others = (await listEnrollmentsOfPerson(store, personId)).filter(
    (one) => one.programId !== programId,
  );
  const names = new Map(
    (
      await listProgramNames(
        store,
        others.map((one) => one.programId),
      )
    ).map((one) => [one.programId, one.name]),
  );
  return others.map(({ programId: id, side, status }) => ({
    programId: id,
    name: names.get(id) ?? '',
    side,
    status,
  }));
}

/** Pairs of this program; those of another are its coordinator's to know. */
async function listPairs(
  { store }: Deps,
  { personId, programId }: EnrollmentRow,
): Promise<PersonPage['pairs']> {
  const pairs = (await listPairsOfPeople(store, [personId])).filter((pair) => pair.programId === programId);
  const otherOf = (pair: (typeof pairs)[number]): string =>
    pair.newcomerId === personId ? pair.mentorId : pair.newcomerId;
  const names = new Map((await listPersonsByIds(store, pairs.map(otherOf))).map((one) => [one.id, one.name]));
  return pairs.map((pair) => ({
    pairId: pair.id,
    with: names.get(otherOf(pair)) ?? '',
    status: pair.status,
    since: pair.startedAt ?? pair.proposedAt,
  }));
}

function keysOf(details: PersonPage['details'], { wishes }: EnrollmentRow): readonly string[] {
  return [
    `municipality:${details.municipality}`,
    ...details.languages.map(({ language }) => `language:${language}`),
    ...wishes.flatMap((wish) => (wish.about === 'language' ? [`language:${wish.language}`] : [])),
    ...details.interests.map((interest) => `interest:${interest}`),
    ...details.educations.flatMap(({ level, field }) => [
      `education-level:${level}`,
      ...(field === null ? [] : [`field:${field}`]),
    ]),
    ...details.occupations.flatMap(({ occupation, ssyk }) =>
      ssyk === null ? [] : [occupationKey({ occupation, ssyk }), `ssyk:${ssyk}`],
    ),
  ];
}
