import type {
  Column,
  EnrollmentStatus,
  ImportReport,
  Locale,
  MeetingStatus,
  PairStatus,
  PersonDetails,
  ProgramDefinition,
  RoundChange,
  RoundFailure,
  RoundPerson,
  RoundShape,
  RoundStatus,
  RoundStep as StepOfRound,
  RoundVariant,
  TemplateKey,
  Tint,
} from '@parvis/contracts';
import type {
  Gender,
  MeetingWay,
  Obstacle,
  RoundInput,
  RoundResult,
  Share,
  Side,
  Wish,
} from '@parvis/matching';
import { sql } from 'drizzle-orm';
import { index, primaryKey, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { count, day, flag, id, instant, json, measure, words } from './columns.ts';

/**
 * The model, on one page. A room's tables are read and written only through that room's store. Every unique index backs a
 * decision between whose reading and writing another request may slip in. No personal identity number anywhere.
 */

/* Programs */

export const municipality = sqliteTable('municipality', {
  /** Four-digit SCB code. */
  code: words().primaryKey(),
  name: words().notNull(),
  /** In addresses: `jarfalla`. */
  slug: words().notNull().unique('municipality_slug'),
  tint: words<Tint>().notNull(),
  /** Whom to turn to; anyone may read it. */
  contactName: words().notNull(),
  contactEmail: words().notNull(),
  contactPhone: words().notNull(),
  createdAt: instant().notNull(),
});

export const program = sqliteTable(
  'program',
  {
    id: id().primaryKey(),
    municipalityCode: words()
      .notNull()
      .references(() => municipality.code),
    /** The template it was made from, if any. */
    template: words<TemplateKey>(),
    definition: json<ProgramDefinition>().notNull(),
    /** Raised by every change; a round remembers the one it was solved with. */
    version: count().notNull().default(1),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [index('program_municipality_index').on(t.municipalityCode)],
);

/** The municipalities of a joint program, the owner among them. */
export const programMunicipality = sqliteTable(
  'program_municipality',
  {
    programId: id()
      .notNull()
      .references(() => program.id, { onDelete: 'cascade' }),
    municipalityCode: words().notNull(),
  },
  (t) => [primaryKey({ columns: [t.programId, t.municipalityCode] })],
);

/* People */

export const person = sqliteTable(
  'person',
  {
    id: id().primaryKey(),
    /** The account whose address this is; two people may share one. */
    accountId: id().references(() => account.id),
    name: words().notNull(),
    nameSort: words().notNull(),
    nameSearch: words().notNull(),
    /** How to be addressed; null means by the name. */
    addressedAs: words(),
    email: words(),
    phone: words(),
    interfaceLanguage: words<Locale>().notNull(),
    birthYear: count(),
    gender: words<Gender>(),
    /** SCB code of the municipality she lives in, a customer or not. */
    municipality: words().notNull(),
    locality: words(),
    postalCode: words(),
    latitude: measure(),
    longitude: measure(),
    languages: json<PersonDetails['languages']>().notNull(),
    sfi: words<NonNullable<PersonDetails['sfi']>>(),
    educations: json<PersonDetails['educations']>().notNull(),
    occupations: json<PersonDetails['occupations']>().notNull(),
    availability: json<readonly number[]>().notNull(),
    ways: json<readonly MeetingWay[]>().notNull(),
    maxKilometres: measure(),
    interests: json<PersonDetails['interests']>().notNull(),
    /** A name for the household; people of one are never paired with each other. */
    household: words(),
    version: count().notNull().default(1),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [index('person_account').on(t.accountId), index('person_name').on(t.nameSort)],
);

/** One person on one side of one program. */
export const enrollment = sqliteTable(
  'enrollment',
  {
    id: id().primaryKey(),
    programId: id()
      .notNull()
      .references(() => program.id),
    personId: id()
      .notNull()
      .references(() => person.id),
    side: words<Side>().notNull(),
    status: words<EnrollmentStatus>().notNull(),
    statusSince: instant().notNull(),
    capacity: count().notNull().default(1),
    waitingSince: day().notNull(),
    wishes: json<readonly Wish[]>().notNull(),
    /** Ids of people. */
    neverWith: json<readonly string[]>().notNull(),
    /** Seen by coordinators only. */
    note: words(),
    /** The id she has in the coordinator's own sheet: the same file twice makes nobody twice. */
    sheetId: words(),
    version: count().notNull().default(1),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('enrollment_once').on(t.programId, t.personId),
    uniqueIndex('enrollment_sheet_id')
      .on(t.programId, t.side, t.sheetId)
      .where(sql`sheet_id is not null`),
    index('enrollment_person').on(t.personId),
    index('enrollment_status').on(t.programId, t.status),
  ],
);

export const importFile = sqliteTable(
  'import_file',
  {
    id: id().primaryKey(),
    programId: id()
      .notNull()
      .references(() => program.id),
    accountId: id()
      .notNull()
      .references(() => account.id),
    fileName: words().notNull(),
    fileHash: words().notNull(),
    status: words<ImportReport['status']>().notNull(),
    /** The sheet as read, headings first; emptied once applied. */
    cells: json<readonly (readonly (string | number | boolean | null)[])[]>().notNull(),
    /** Which heading is which column, in order. */
    columns: json<readonly (Column | null)[]>().notNull(),
    report: json<ImportReport>().notNull(),
    version: count().notNull().default(1),
    createdAt: instant().notNull(),
    appliedAt: instant(),
  },
  (t) => [index('import_program').on(t.programId)],
);

/* Matching */

/** A deed of a draft; `by` is an account's id. */
export type RoundStep = Omit<StepOfRound, 'by'> & { readonly by: string | null };

/** How a draft stood before it was being solved again: where it goes back to when that is stopped or fails. */
export interface FormerDraft {
  readonly programVersion: number;
  readonly snapshot: RoundInput;
  readonly people: readonly RoundPerson[];
  readonly away: readonly string[];
  readonly steps: readonly RoundStep[];
}

export const round = sqliteTable(
  'round',
  {
    id: id().primaryKey(),
    programId: id()
      .notNull()
      .references(() => program.id),
    /** 1, 2, 3 … within the program. */
    number: count().notNull(),
    status: words<RoundStatus>().notNull(),
    programVersion: count().notNull(),
    /** All that was solved, pins and bans included: solving it again without those `away` gives the same result bit for bit. */
    snapshot: json<RoundInput>().notNull(),
    /** Ids of people of the snapshot who were taken out of this round. */
    away: json<readonly string[]>().notNull().default([]),
    result: json<RoundResult>(),
    /** The people of the snapshot as the workspace shows them. */
    people: json<readonly RoundPerson[]>().notNull(),
    /** What was done to the draft, oldest first, by account id. */
    steps: json<readonly RoundStep[]>().notNull(),
    /** What the last step changed. */
    change: json<RoundChange>(),
    engine: words(),
    /** Why the last solving failed. */
    failure: words<RoundFailure>(),
    /** While a draft is being solved again. */
    former: json<FormerDraft>(),
    version: count().notNull().default(1),
    createdBy: id().references(() => account.id),
    createdAt: instant().notNull(),
    solvedAt: instant(),
    publishedAt: instant(),
    discardedAt: instant(),
  },
  (t) => [
    uniqueIndex('round_number').on(t.programId, t.number),
    uniqueIndex('round_one_open')
      .on(t.programId)
      .where(sql`status in ('solving', 'draft')`),
  ],
);

/** A shape of a draft that the coordinator kept under a name, to compare and to come back to. */
export const roundVariant = sqliteTable(
  'round_variant',
  {
    id: id().primaryKey(),
    roundId: id()
      .notNull()
      .references(() => round.id, { onDelete: 'cascade' }),
    name: words().notNull(),
    shape: json<RoundShape>().notNull(),
    figures: json<RoundVariant['figures']>().notNull(),
    pairs: json<RoundVariant['pairs']>().notNull(),
    createdBy: id().references(() => account.id),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('round_variant_name').on(t.roundId, t.name)],
);

export const proposal = sqliteTable(
  'proposal',
  {
    id: id().primaryKey(),
    roundId: id()
      .notNull()
      .references(() => round.id, { onDelete: 'cascade' }),
    newcomerId: id()
      .notNull()
      .references(() => person.id),
    mentorId: id()
      .notNull()
      .references(() => person.id),
    score: count().notNull(),
    reasons: json<readonly Share[]>().notNull(),
    pinned: flag().notNull(),
    overrides: json<readonly Obstacle[]>().notNull(),
    pinReason: words(),
  },
  (t) => [uniqueIndex('proposal_once').on(t.roundId, t.newcomerId, t.mentorId)],
);

/* Pairs */

export const pair = sqliteTable(
  'pair',
  {
    id: id().primaryKey(),
    programId: id()
      .notNull()
      .references(() => program.id),
    /** Null for a pair made by hand or brought along from before. */
    roundId: id().references(() => round.id),
    newcomerId: id()
      .notNull()
      .references(() => person.id),
    mentorId: id()
      .notNull()
      .references(() => person.id),
    status: words<PairStatus>().notNull(),
    score: count(),
    reasons: json<readonly Share[]>().notNull(),
    overrides: json<readonly Obstacle[]>().notNull(),
    pinReason: words(),
    proposedAt: instant().notNull(),
    answerBy: instant().notNull(),
    newcomerAnswer: words<'yes' | 'no'>(),
    mentorAnswer: words<'yes' | 'no'>(),
    /** When both had said yes. */
    startedAt: instant(),
    /** The program period, first and last day. */
    startsOn: day(),
    endsOn: day(),
    /** When it was declined, expired, ended early or completed. */
    closedAt: instant(),
    closedBy: words<'newcomer' | 'mentor' | 'staff' | 'time'>(),
    /** A decline or end reason; seen by coordinators only, as is the note. */
    closeReason: words(),
    closeNote: words(),
    version: count().notNull().default(1),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('pair_one_live')
      .on(t.programId, t.newcomerId, t.mentorId)
      .where(sql`status in ('proposed', 'active')`),
    index('pair_program').on(t.programId, t.status),
    index('pair_newcomer').on(t.newcomerId),
    index('pair_mentor').on(t.mentorId),
    index('pair_answer_by').on(t.status, t.answerBy),
  ],
);

export const meeting = sqliteTable(
  'meeting',
  {
    id: id().primaryKey(),
    pairId: id()
      .notNull()
      .references(() => pair.id),
    status: words<MeetingStatus>().notNull(),
    /** Swedish time, as the pair says it: "twice on one day" is then one index. */
    date: day().notNull(),
    /** `18:00`; null when only the day is known. */
    time: words(),
    way: words<MeetingWay>().notNull(),
    where: words(),
    minutes: count(),
    topics: json<readonly string[]>().notNull(),
    note: words(),
    reportedBy: id().references(() => person.id),
    disputedBy: id().references(() => person.id),
    disputedAt: instant(),
    version: count().notNull().default(1),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('meeting_once')
      .on(t.pairId, t.date)
      .where(sql`status <> 'cancelled'`),
    // The unique index above leaves the cancelled out, so it serves no look-up of a pair's meetings.
    index('meeting_pair').on(t.pairId),
  ],
);

/* Identity */

export const account = sqliteTable(
  'account',
  {
    id: id().primaryKey(),
    /** In small letters. */
    email: words().notNull(),
    /** Of staff, whom colleagues see; a participant's names are on her persons. */
    name: words(),
    locale: words<Locale>().notNull(),
    createdAt: instant().notNull(),
    lastSignedInAt: instant(),
  },
  (t) => [uniqueIndex('account_email').on(t.email)],
);

export const staffGrant = sqliteTable(
  'staff_grant',
  {
    id: id().primaryKey(),
    accountId: id()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    role: words<'coordinator' | 'admin' | 'operator'>().notNull(),
    /** Of a coordinator. */
    programId: id().references(() => program.id, { onDelete: 'cascade' }),
    /** Of an admin. */
    municipalityCode: words().references(() => municipality.code),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('grant_coordinator')
      .on(t.accountId, t.programId)
      .where(sql`role = 'coordinator'`),
    uniqueIndex('grant_admin')
      .on(t.accountId, t.municipalityCode)
      .where(sql`role = 'admin'`),
    uniqueIndex('grant_operator')
      .on(t.accountId)
      .where(sql`role = 'operator'`),
  ],
);

export const session = sqliteTable(
  'session',
  {
    id: id().primaryKey(),
    accountId: id()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [index('session_account').on(t.accountId)],
);

/** One row for each asking, of known and unknown addresses alike, so that both take the same way and the same time. */
export const signInCode = sqliteTable(
  'sign_in_code',
  {
    id: id().primaryKey(),
    accountId: id().references(() => account.id, { onDelete: 'cascade' }),
    /** Keyed hashes: none of the four can be read back. */
    addressHash: words().notNull(),
    remoteHash: words().notNull(),
    browserHash: words().notNull(),
    codeHash: words().notNull(),
    tries: count().notNull().default(0),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [
    index('code_address').on(t.addressHash, t.createdAt),
    index('code_remote').on(t.remoteHash, t.createdAt),
    index('code_browser').on(t.browserHash),
  ],
);

/* Letters, and what was done */

export const letter = sqliteTable(
  'letter',
  {
    id: id().primaryKey(),
    kind: words().notNull(),
    accountId: id().references(() => account.id, { onDelete: 'cascade' }),
    personId: id().references(() => person.id, { onDelete: 'cascade' }),
    toName: words(),
    toAddress: words().notNull(),
    locale: words<Locale>().notNull(),
    /** What fills the sentences; emptied once sent. */
    data: json<Readonly<Record<string, string | number>>>().notNull(),
    status: words<'queued' | 'sent' | 'failed'>().notNull(),
    tries: count().notNull().default(0),
    nextTryAt: instant().notNull(),
    sentAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [index('letter_queue').on(t.status, t.nextTryAt)],
);

/** Who did what to which thing, when. Ids and codes only. */
export const auditEntry = sqliteTable(
  'audit_entry',
  {
    id: id().primaryKey(),
    at: instant().notNull(),
    /** Null when the system or the command line did it. */
    accountId: id(),
    action: words().notNull(),
    noun: words().notNull(),
    nounId: id().notNull(),
    programId: id(),
    facts: json<Readonly<Record<string, string | number | boolean>>>().notNull(),
  },
  (t) => [index('audit_noun').on(t.noun, t.nounId), index('audit_program').on(t.programId, t.at)],
);

export const idempotencyKey = sqliteTable(
  'idempotency_key',
  {
    /** The asker's account, or `anyone`. */
    asker: words().notNull(),
    endpoint: words().notNull(),
    key: words().notNull(),
    askedHash: words().notNull(),
    /** Null until it is known. */
    reply: json<{ readonly value: unknown } | null>(),
    createdAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.asker, t.endpoint, t.key] })],
);
