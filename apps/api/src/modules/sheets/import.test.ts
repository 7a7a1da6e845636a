import {
  applyImport,
  changeColumns,
  checkImport,
  exportPeople,
  exportRejected,
  listPeople,
  showImport,
  type ImportReport,
} from '@parvis/contracts';
import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse, type TestSession } from '../../test-house.ts';
import { findAccountByEmail } from '../identity/account.store.ts';
import { addProgram, addTemplateProgram, addTown } from '../programs/test-people.ts';
import { NYMF } from '@parvis/contracts';
import { listPeople as listAll } from '../recruitment/people.store.ts';
import { updatePerson } from '../recruitment/person.store.ts';
import { findImport } from './import.store.ts';
import { writeWorkbook } from './workbook.ts';

const HEADINGS = 'Nr;Namn;Roll;E-post;Mobil;Född;Språk;Ort;Tider;Aldrig med;Anteckning';
const GOOD = [
  'N1;Amina Khalil;nyanländ;amina@example.se;701740605;1990;ar:C2, sv:A2;182 36;mån 17-20;M2;x',
  'N2;Fatima Hassan;nyanländ;delad@example.se;;1985;so:C2, sv:B1;Stocksund;helger;;x',
  'N3;Yusuf Hassan;nyanländ;delad@example.se;;1984;so:C2, sv:A2;Stocksund;helger;;x',
  'M1;Åsa Öberg;mentor;;070-111 22 33;1970;sv:C2;Djursholm;vardagar efter 17;;x',
  'M2;أمينة;mentor;;;1975;ar:C2, sv:C1;;mån 17-20;;x',
];
const BAD = [
  'N9;Bertil Trasig;nyanländ;bertil(at)example.se;12;1990;ar:C2;182 36;mån 20-17;;x',
  'N10;;nyanländ;;;1990;ar:C2;182 36;;;19850312-1234',
];
const csv = (...rows: readonly string[]) => Buffer.from([HEADINGS, ...rows].join('\r\n'));

describe('importing people', () => {
  let house: TestHouse;
  let programId: string;
  let as: TestSession;
  beforeAll(async () => {
    house = await openTestHouse();
    await addTown(house, '0162', 'Danderyd');
    as = await house.signInAs();
  });
  afterAll(() => house.close());

  async function newProgram(): Promise<void> {
    programId = await addTemplateProgram(house, 'sprakvan');
    as = await house.signInAs({ coordinates: [programId] });
  }
  async function send(file: Uint8Array, session: TestSession | null = as, filename = 'anmälda.csv') {
    const answer = await house.fastify.inject({
      method: 'POST',
      url: `/api/programs/${programId}/imports`,
      query: { filename },
      headers: {
        'content-type': 'application/octet-stream',
        ...(session === null ? {} : { cookie: session.cookie }),
      },
      payload: Buffer.from(file),
    });
    return {
      status: answer.statusCode,
      body: answer.json<ImportReport & { code?: string; facts?: object }>(),
    };
  }
  const apply = (importId: string) => house.ask(applyImport, { as, params: { importId } });
  const people = () => listAll(house.deps.store, programId);
  async function take(...rows: readonly string[]): Promise<ImportReport> {
    const { body } = await send(csv(...rows));
    const applied = await apply(body.importId);
    expect(applied.status).toBe(200);
    return applied.body;
  }

  it('first tells what was understood, guessed and wrong, and writes nobody', async () => {
    await newProgram();
    const { status, body } = await send(csv(...GOOD, ...BAD));
    expect(status).toBe(201);
    expect(checkImport.reply.safeParse(body).success).toBe(true);
    expect(body).toMatchObject({
      status: 'checked',
      read: 7,
      added: 5,
      changed: 0,
      unchanged: 0,
      rejectedRows: 2,
    });
    expect(body.headings.map(({ column }) => column)).toEqual([
      'id',
      'name',
      'side',
      'email',
      'phone',
      'birthYear',
      'languages',
      'place',
      'availability',
      'neverWith',
      null,
    ]);
    expect(body.rejected.map(({ row, column, problem }) => [row, column, problem])).toEqual([
      [7, 'E-post', 'not-an-email'],
      [7, 'Mobil', 'not-a-phone'],
      [7, 'Tider', 'ends-before-begins'],
      [8, 'Namn', 'required'],
    ]);
    expect(body.guesses).toContainEqual({
      row: 3,
      column: 'Tider',
      value: 'helger',
      understood: 'lör-sön 9-20',
    });
    expect(await people()).toEqual([]);
  });

  it('keeps and shows no personal identity number, not even of a column that is not used', async () => {
    const { body } = await send(csv(...GOOD, ...BAD));
    const row = await findImport(house.deps.store, body.importId);
    expect(JSON.stringify(row)).not.toContain('1234');
  });

  it('puts the good rows in when told so, with accounts, never-with and languages', async () => {
    await newProgram();
    const { body } = await send(csv(...GOOD, ...BAD));
    const applied = await apply(body.importId);
    expect(applied.body).toMatchObject({ status: 'applied', added: 5, rejectedRows: 2 });
    const all = await people();
    const named = (name: string) => all.find(({ person }) => person.name === name);
    expect(all).toHaveLength(5);
    expect(named('Amina Khalil')).toMatchObject({
      person: {
        phone: '+46701740605',
        postalCode: '18236',
        languages: [
          { language: 'ar', level: 'C2' },
          { language: 'sv', level: 'A2' },
        ],
      },
      enrollment: {
        side: 'newcomer',
        status: 'waiting',
        sheetId: 'N1',
        neverWith: [named('أمينة')?.person.id],
      },
    });
    const shared = await findAccountByEmail(house.deps.store, 'delad@example.se');
    expect(named('Fatima Hassan')?.person.accountId).toBe(shared?.id);
    expect(named('Yusuf Hassan')?.person.accountId).toBe(shared?.id);
    expect(named('Åsa Öberg')?.person.accountId).toBeNull();
    const listed = await house.ask(listPeople, { as, params: { programId }, query: { search: 'oberg' } });
    expect(listed.body.people).toHaveLength(1);
  });

  it('keeps of an applied file only the rows to mend', async () => {
    const { body } = await send(csv(...GOOD.slice(0, 1), ...BAD));
    await apply(body.importId);
    const row = await findImport(house.deps.store, body.importId);
    expect(JSON.stringify(row?.cells)).not.toContain('Amina');
    expect(JSON.stringify(row?.cells)).toContain('Bertil');
  });

  it('makes nobody twice of the same file, with ids or without', async () => {
    await newProgram();
    await take(...GOOD);
    const again = await take(...GOOD);
    expect(again).toMatchObject({ added: 0, changed: 0, unchanged: 5 });
    const without = GOOD.map((row) => row.replace(/^[NM]\d/, '').replace(';M2;', ';أمينة;'));
    expect(await take(...without)).toMatchObject({ added: 0, changed: 0, unchanged: 5 });
    expect(await people()).toHaveLength(5);
  });

  it('changes what a row says anew, and takes nothing away where a cell is empty', async () => {
    await newProgram();
    await take(...GOOD);
    const report = await take('N1;Amina Khalil;nyanländ;;070-999 88 77;;;;;;');
    expect(report).toMatchObject({ added: 0, changed: 1, unchanged: 0 });
    const amina = (await people()).find(({ enrollment }) => enrollment.sheetId === 'N1');
    expect(amina).toMatchObject({
      person: { phone: '+46709998877', email: 'amina@example.se', birthYear: 1990 },
      enrollment: { neverWith: [expect.any(String)] },
    });
  });

  it('takes two of one address for two, and a namesake with another id for another', async () => {
    await newProgram();
    await take(
      'N1;Eva Berg;nyanländ;e@example.se;;1990;sv:B1;;;;',
      'N2;Eva Berg;nyanländ;e@example.se;;1990;sv:B1;;;;',
    );
    expect(await people()).toHaveLength(2);
    const { body } = await send(csv(';Adam Ek;mentor;;;1980;;;;;', ';Adam Ek;mentor;;;1980;;;;;'));
    expect(body.rejected).toMatchObject([{ row: 3, problem: 'person-twice', facts: { row: 2 } }]);
  });

  it('holds a row back that is never with someone whose own row is rejected', async () => {
    await newProgram();
    const { body } = await send(
      csv(
        'N1;Amina;nyanländ;;;1990;sv:B1;;;M1;',
        'M1;Trasig;mentor;inte en adress;;1970;sv:C2;;;;',
        'N2;Eva;nyanländ;;;;;;;Ingen Alls;',
      ),
    );
    expect(body.rejected.map(({ row, problem }) => [row, problem])).toEqual([
      [2, 'never-with-rejected'],
      [3, 'not-an-email'],
      [4, 'unknown-person'],
    ]);
    expect(body.added).toBe(0);
  });

  it('is applied once, and not when someone in it has changed since', async () => {
    await newProgram();
    const first = (await send(csv(...GOOD))).body;
    const second = (await send(csv(...GOOD))).body;
    const both = await Promise.all([apply(first.importId), apply(second.importId)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.problem?.code).toBe('import-outdated');
    expect((await apply(first.importId)).problem?.code).toBe('import-already-applied');
    expect(await people()).toHaveLength(5);

    const third = (await send(csv('N1;Amina Khalil;nyanländ;;;1991;;;;;'))).body;
    const [amina] = (await people()).filter(({ enrollment }) => enrollment.sheetId === 'N1');
    await house.deps.store.writeTogether([
      updatePerson({ personId: amina?.person.id ?? '', version: 1, changes: { birthYear: 1991 } }),
    ]);
    expect((await apply(third.importId)).problem?.code).toBe('import-outdated');
  });

  it('takes the columns that the coordinator sets right', async () => {
    await newProgram();
    const file = Buffer.from('A;B;C\nEva;nyanländ;1985\nKarin;mentor;1970');
    const { body } = await send(file);
    expect(body.headings.map(({ column, certain }) => [column, certain])).toEqual([
      [null, true],
      ['side', false],
      [null, true],
    ]);
    expect(body.rejectedRows).toBe(2);
    const params = { importId: body.importId };
    const changed = await house.ask(changeColumns, {
      as,
      params,
      body: { columns: ['name', 'side', 'birthYear'] },
    });
    expect(changed.body).toMatchObject({ added: 2, rejectedRows: 0 });
    expect((await house.ask(showImport, { as, params })).body).toEqual(changed.body);
    const sideless = await house.ask(changeColumns, { as, params, body: { columns: ['name', null, null] } });
    expect(sideless.body).toMatchObject({ read: 2, added: 0, rejectedRows: 0 });
    expect(await apply(body.importId)).toMatchObject({ status: 422, problem: { code: 'file-no-side' } });
    await house.ask(changeColumns, { as, params, body: { columns: ['name', 'side', 'birthYear'] } });
    await apply(body.importId);
    const late = await house.ask(changeColumns, { as, params, body: { columns: ['name', 'side', null] } });
    expect(late).toMatchObject({ status: 409, problem: { code: 'import-already-applied' } });
    expect((await people()).map(({ person }) => person.birthYear).sort()).toEqual([1970, 1985]);
  });

  it('gives the bad rows back as a file that says what to mend and is read again', async () => {
    await newProgram();
    const { body } = await send(csv(...GOOD, ...BAD));
    await apply(body.importId);
    const answer = await house.fastify.inject({
      url: `/api/imports/${body.importId}/rejected.xlsx`,
      headers: { cookie: as.cookie },
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-disposition']).toContain("filename*=UTF-8''anm%C3%A4lda%20att-ratta.xlsx");
    const book = read(answer.rawPayload);
    const rows = utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1 });
    expect(rows[0]?.slice(0, 3)).toEqual(['Att rätta', 'Nr', 'Namn']);
    expect(rows[1]?.[0]).toContain('Mobil: Det är inte ett telefonnummer. Skriv som 070-174 06 05.');
    expect(rows.slice(1).map((row) => row[1])).toEqual(['N9', 'N10']);

    const mended = rows.map((row) =>
      row.map((cell) =>
        cell === '12' ? '070-174 06 05' : cell.replace('(at)', '@').replace('20-17', '17-20'),
      ),
    );
    const [headings = [], ...rest] = mended;
    const file = await writeWorkbook([
      { name: 'x', columns: headings.map((heading) => ({ heading })), rows: rest },
    ]);
    const again = await send(file, as, 'rättad.xlsx');
    expect(again.body).toMatchObject({ read: 2, added: 1, rejectedRows: 1 });
  });

  it.each(['sv', 'en', 'ar'] as const)(
    'reads an export of people in %s back without a change',
    async (locale) => {
      await newProgram();
      const session = await house.signInAs({ coordinates: [programId], locale });
      await take(
        ...GOOD,
        ';"=HYPERLINK";mentor;;;1970;sv:C2;;;;',
        ';Rik Person;mentor;;;1960;sv:C2, sfi D;Bortom Skogen;alla dagar;;',
      );
      const rich = (await people()).find(({ person }) => person.name === 'Rik Person');
      await house.deps.store.writeTogether([
        updatePerson({
          personId: rich?.person.id ?? '',
          version: 1,
          changes: {
            gender: 'other',
            household: 'Berg',
            ways: ['telephone', 'walk'],
            maxKilometres: 7.5,
            interests: ['crafts', 'walking'],
            educations: [
              { level: 6, field: '380' },
              { level: 4, field: null },
            ],
            occupations: [
              { occupation: null, ssyk: '2221', years: 3, asWritten: 'syster' },
              { occupation: null, ssyk: null, years: 0, asWritten: 'allt möjligt' },
            ],
          },
        }),
      ]);
      const answer = await house.fastify.inject({
        url: `/api/programs/${programId}/people.xlsx`,
        headers: { cookie: session.cookie },
      });
      expect(answer.statusCode).toBe(200);
      const again = await send(answer.rawPayload, session, 'export.xlsx');
      expect(again.body.rejected).toEqual([]);
      expect(again.body).toMatchObject({ read: 6, added: 0, changed: 0, unchanged: 6 });
    },
  );

  it('asks where someone lives when a program has several municipalities and the row does not say', async () => {
    await addTown(house, '2417', 'Norsjö');
    await addTown(house, '2418', 'Malå');
    programId = await addProgram(house, { definition: NYMF, municipalities: ['2417', '2418'] });
    as = await house.signInAs({ coordinates: [programId] });
    const { body } = await send(
      Buffer.from('Namn;Sida;Kommun;Ort\nEva;ny;;\nKarin;mentor;Malå;\nLena;mentor;;Norsjö'),
    );
    expect(body.rejected).toMatchObject([{ row: 2, column: 'Kommun', problem: 'place-elsewhere' }]);
    await apply(body.importId);
    expect((await people()).map(({ person }) => [person.name, person.municipality])).toEqual([
      ['Karin', '2418'],
      ['Lena', '2417'],
    ]);
  });

  it('keeps a file that does not say who is which until the column is chosen', async () => {
    await newProgram();
    const { status, body } = await send(Buffer.from('Namn;Född;Hos oss\nEva;1985;N\nBo;1970;E\nAda;1990;N'));
    expect(status).toBe(201);
    expect(body).toMatchObject({ read: 3, added: 0, rejectedRows: 0 });
  });

  it('refuses what is no file of people', async () => {
    await newProgram();
    expect((await send(Buffer.from('%PDF-1.7'))).body).toMatchObject({
      status: 422,
      code: 'file-unreadable',
    });
    const large = await send(new Uint8Array(10_000_001));
    expect(large).toMatchObject({
      status: 413,
      body: { code: 'file-too-large', facts: { bytes: 10_000_000 } },
    });
    const many = await send(Buffer.from(`Namn;Sida\n${'Eva;ny\n'.repeat(20_001)}`));
    expect(many).toMatchObject({
      status: 422,
      body: { code: 'file-too-many-rows', facts: { rows: 20_000 } },
    });
  });

  it('is nobody’s but the coordinator’s of the program', async () => {
    await newProgram();
    const { importId } = (await send(csv(...GOOD))).body;
    const strangers = [
      await house.signInAs({ coordinates: [await addTemplateProgram(house, 'kvinna')] }),
      await house.signInAs({ administers: ['0162'] }),
      await house.signInAs({ operates: true }),
    ];
    expect((await send(csv(...GOOD), null)).status).toBe(401);
    for (const stranger of strangers) expect((await send(csv(...GOOD), stranger)).status).toBe(404);
    const asked = [
      [showImport, { importId }, undefined],
      [changeColumns, { importId }, { columns: [] }],
      [applyImport, { importId }, undefined],
      [exportRejected, { importId }, undefined],
      [exportPeople, { programId }, undefined],
    ] as const;
    for (const [contract, params, body] of asked) {
      const asking = { params, ...(body === undefined ? {} : { body }) };
      expect((await house.ask(contract, asking)).status).toBe(401);
      for (const stranger of strangers)
        expect((await house.ask(contract, { ...asking, as: stranger })).status).toBe(404);
    }
  });
});
