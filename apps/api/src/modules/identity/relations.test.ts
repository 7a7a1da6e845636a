import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_RELATIONS } from '../../http/access.ts';
import { openTestHouse, plantProgram, type TestHouse } from '../../test-house.ts';
import { findRelations } from './relations.store.ts';

const [MINE, THEIRS] = [randomUUID(), randomUUID()];
const [NEWCOMER, MENTOR, OUTSIDER] = [randomUUID(), randomUUID(), randomUUID()];
const [PAIR, ROUND, ENROLLMENT, IMPORT] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];

describe('what holds between an account and what a path names', () => {
  let house: TestHouse;
  let participant = '';
  let coordinator = '';
  let admin = '';
  let operator = '';

  beforeAll(async () => {
    house = await openTestHouse();
    await plantProgram(house, MINE);
    await plantProgram(house, THEIRS, '0123');
    participant = (await house.signInAs()).accountId;
    coordinator = (await house.signInAs({ coordinates: [MINE] })).accountId;
    admin = (await house.signInAs({ administers: ['0162'] })).accountId;
    operator = (await house.signInAs({ operates: true })).accountId;
    const at = house.deps.now();
    const { writer } = house.connections;
    const person = writer.prepare(
      `insert into person (id, account_id, name, name_sort, name_search, interface_language, municipality, languages, educations,
       occupations, availability, ways, interests, created_at, updated_at)
       values (?, ?, 'x', 'x', 'x', 'sv', '0162', '[]', '[]', '[]', '[]', '[]', '[]', ?, ?)`,
    );
    person.run(NEWCOMER, participant, at, at);
    person.run(MENTOR, null, at, at);
    person.run(OUTSIDER, null, at, at);
    const enrollment = writer.prepare(
      `insert into enrollment (id, program_id, person_id, side, status, status_since, waiting_since, wishes, never_with, created_at, updated_at)
       values (?, ?, ?, 'mentor', 'waiting', ?, ?, '[]', '[]', ?, ?)`,
    );
    enrollment.run(ENROLLMENT, MINE, NEWCOMER, at, at, at, at);
    enrollment.run(randomUUID(), MINE, MENTOR, at, at, at, at);
    enrollment.run(randomUUID(), THEIRS, MENTOR, at, at, at, at);
    enrollment.run(randomUUID(), THEIRS, OUTSIDER, at, at, at, at);
    writer
      .prepare(
        `insert into pair (id, program_id, newcomer_id, mentor_id, status, reasons, overrides, proposed_at, answer_by, created_at, updated_at)
         values (?, ?, ?, ?, 'active', '[]', '[]', ?, ?, ?, ?)`,
      )
      .run(PAIR, MINE, NEWCOMER, MENTOR, at, at, at, at);
    writer
      .prepare(
        `insert into round (id, program_id, number, status, program_version, snapshot, people, steps, created_at)
         values (?, ?, 1, 'draft', 1, '{}', '[]', '[]', ?)`,
      )
      .run(ROUND, THEIRS, at);
    writer
      .prepare(
        `insert into import_file (id, program_id, account_id, file_name, file_hash, status, cells, columns, report, created_at)
         values (?, ?, ?, 'x', 'x', 'checked', '[]', '[]', '{}', ?)`,
      )
      .run(IMPORT, MINE, coordinator, at);
  });
  afterAll(() => house.close());

  it.each([
    ['nothing named', {}, false, false],
    ['herself', { personId: NEWCOMER }, true, false],
    ['someone else', { personId: MENTOR }, false, false],
    ['her pair', { pairId: PAIR }, false, true],
    ['no pair', { pairId: randomUUID() }, false, false],
    ['text that is no id', { pairId: "' or 1=1", personId: '%' }, false, false],
  ])('participant, %s', async (_what, params, self, memberOfPair) => {
    expect(await findRelations(house.deps.store, participant, params)).toEqual({
      ...NO_RELATIONS,
      self,
      memberOfPair,
    });
  });

  it.each([
    ['nothing named', {}, true],
    ['her program', { programId: MINE }, true],
    ['another program', { programId: THEIRS }, false],
    ['a person of her program', { personId: NEWCOMER }, true],
    ['a person of hers and of another program', { personId: MENTOR }, true],
    ['a person of another program', { personId: OUTSIDER }, false],
    ['her program and a person who is not in it', { programId: MINE, personId: OUTSIDER }, false],
    ['another program and a person who is in both', { programId: THEIRS, personId: MENTOR }, false],
    ['a pair of her program', { pairId: PAIR }, true],
    ['another program and a pair of hers', { programId: THEIRS, pairId: PAIR }, false],
    ['a round of another program', { roundId: ROUND }, false],
    ['an enrollment in her program', { enrollmentId: ENROLLMENT }, true],
    ['an import into her program', { importId: IMPORT }, true],
    ['an import that is not there', { importId: randomUUID() }, false],
    ['her program and something else', { programId: MINE, meetingId: randomUUID() }, true],
  ])('coordinator, %s', async (_what, params, allowed) => {
    const relations = await findRelations(house.deps.store, coordinator, params);
    expect(relations).toEqual({ ...NO_RELATIONS, coordinator: allowed });
  });

  it('an admin is one of her own municipality only', async () => {
    const own = await findRelations(house.deps.store, admin, { municipalityId: '0162' });
    expect(own).toEqual({ ...NO_RELATIONS, admin: true });
    for (const params of [{ municipalityId: '0123' }, {}, { municipalityId: '' }]) {
      expect(await findRelations(house.deps.store, admin, params)).toEqual(NO_RELATIONS);
    }
  });

  it('an operator is nothing else', async () => {
    const params = { programId: MINE, personId: NEWCOMER, pairId: PAIR, municipalityId: '0162' };
    expect(await findRelations(house.deps.store, operator, params)).toEqual({
      ...NO_RELATIONS,
      operator: true,
    });
  });
});
