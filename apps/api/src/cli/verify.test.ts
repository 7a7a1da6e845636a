import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportRecord, publishRound, runRound, showRound, solveRound } from '@parvis/contracts';
import { ENGINE } from '@parvis/matching';
import { translateTo } from '@parvis/messages/all';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf, type RoundRecord } from '../modules/matching/record.ts';
import { addManyWaiting, addTemplateProgram, addTown, addWaiting } from '../modules/programs/test-people.ts';
import { openTestHouse, type TestHouse, type TestSession } from '../test-house.ts';
import { runMatch } from './match/run.ts';
import { compareEngines } from './match/verify/engines.ts';
import { findDifferences } from './match/verify/differences.ts';
import { findRecorded } from './match/verify/source.ts';
import { tellVerification } from './match/verify/told.ts';
import { verifyRound } from './match/verify/verify.ts';

const MATCH = fileURLToPath(new URL('match.ts', import.meta.url));

let house: TestHouse;
let as: TestSession;
let folder: string;
let roundId: string;
let record: RoundRecord;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parvis-verify-'));
  house = await openTestHouse();
  await addTown(house, '0162', 'Danderyd');
  const programId = await addTemplateProgram(house, 'kvinna');
  as = await house.signInAs({ coordinates: [programId] });
  const people = Array.from({ length: 24 }, (_, at) => ({
    side: at % 2 === 0 ? ('newcomer' as const) : ('mentor' as const),
    birthYear: 1960 + ((at * 7) % 40),
    household: at < 2 ? 'The Lindbergs' : null,
  }));
  await addManyWaiting(house, programId, people);
  const gone = await addWaiting(house, programId, { name: 'Taken out' });
  roundId = (await house.ask(runRound, { as, params: { programId } })).body.roundId;
  const body = { pins: [], bans: [], fresh: false, version: 1, away: [gone] };
  await house.ask(solveRound, { as, params: { roundId }, body });
  const { version } = (await house.ask(showRound, { as, params: { roundId } })).body;
  await house.ask(publishRound, { as, params: { roundId }, body: { version } });
  const url = exportRecord.path.replace(':roundId', roundId);
  const answer = await house.fastify.inject({ url, headers: { cookie: as.cookie } });
  record = JSON.parse(answer.payload);
}, 60_000);
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

function verify(round: string, ...more: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MATCH, '--verify', round, ...more], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, DATABASE_FILE: house.deps.config.databaseFile },
  });
  return { status, stdout, stderr };
}
function write(content: unknown): string {
  const file = join(folder, 'round.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}
const t = translateTo('en');
/** The same without a process of its own. */
async function verifyHere(content: unknown) {
  return verifyRound(await findRecorded({ round: write(content), databaseFile: 'none', t }));
}

describe('npm run match -- --verify', () => {
  it('solves a downloaded round once more, bit for bit, and checks its proof', () => {
    const { status, stdout, stderr } = verify(write(record), '--lang', 'en');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('The result is the same to the last character.');
    expect(stdout).toContain('The proof holds: no rule is broken, and no other round is better.');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('The round holds.');
  });

  it('does the same with a round in the database, and holds the published pairs against it', () => {
    const { status, stdout } = verify(roundId, '--lang', 'en');
    expect({ status, stdout }).toMatchObject({ status: 0 });
    expect(stdout).toContain('The published pairs are those of the round.');
  });

  it('says exactly what differs in a file that was changed', () => {
    const [first, ...rest] = record.result.pairs;
    const score = (first?.score ?? 0) + 1;
    const forged = { ...record, result: { ...record.result, pairs: [{ ...first, score }, ...rest] } };
    const { status, stdout } = verify(write(forged), '--lang', 'en');
    expect(status).toBe(1);
    expect(stdout).toContain('It differs in one place:');
    expect(stdout).toContain(`pairs[0].score: recorded ${score}, solved ${score - 1}`);
    expect(stdout).toContain('wrong-score');
    expect(stdout).toContain('The file has been changed since it was written');
    expect(stdout).toContain('The round does not hold.');
  });

  it('says no to a round of a newer engine, and names both', () => {
    const { status, stdout, stderr } = verify(
      write({ ...record, engine: 'parvis-999', input: 'of tomorrow' }),
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('parvis-999');
    expect(stderr).toContain(ENGINE);
  });

  it('says no to what is no round, and to one that is not there', async () => {
    const { databaseFile } = house.deps.config;
    for (const round of [write('{"a": 1}'), write('no json'), '4a0c1f8e-0000-4000-8000-000000000000']) {
      const told: string[] = [];
      const print = () => expect.fail('nothing is printed of what is no round');
      const terminal = { today: new Date(0), databaseFile: () => databaseFile, print };
      const tell = (line: string) => void told.push(line);
      expect(await runMatch(['--verify', round], { ...terminal, tell })).toBe(2);
      expect(told).toHaveLength(1);
    }
  });
});

describe('the record of a round', () => {
  it('names nobody, and leaves out those who were taken out', () => {
    const text = JSON.stringify(record);
    expect(text).not.toMatch(/Lindberg|Amina|Taken out|@/);
    expect(record.input.newcomers).toHaveLength(12);
  });

  it('does not hold when anything in it was changed', async () => {
    const { input, result } = record;
    const [one, other] = result.pairs;
    if (one === undefined || other === undefined) throw new Error('the round has too few pairs');
    const swapped = [
      { ...one, mentor: other.mentor },
      { ...other, mentor: one.mentor },
      ...result.pairs.slice(2),
    ];
    const [price, ...prices] = result.certificate.prices.mentors;
    const cheaper = [[price?.[0], (price?.[1] ?? 0) - 1], ...prices];
    const younger = input.newcomers.map((person, at) => (at === 0 ? { ...person, capacity: 2 } : person));
    const forgeries = [
      { ...record, result: { ...result, pairs: swapped } },
      { ...record, result: { ...result, pairs: result.pairs.slice(1) } },
      {
        ...record,
        result: {
          ...result,
          certificate: { ...result.certificate, prices: { ...result.certificate.prices, mentors: cheaper } },
        },
      },
      { ...record, input: { ...input, newcomers: younger } },
      { ...record, number: record.number + 1 },
    ];
    expect((await verifyHere(record)).holds).toBe(true);
    for (const forged of forgeries) expect((await verifyHere(forged)).holds).toBe(false);
    const shorter = await verifyHere(forgeries[1]);
    expect(shorter.broken.map(({ code }) => code)).toContain('wrong-left-out');
    expect((await verifyHere(forgeries[4])).differences).toEqual([]);
  });

  it('of an older engine is held against the rules alone', async () => {
    const older = { ...record, engine: 'parvis-1', result: { ...record.result, engine: 'parvis-1' } };
    const verification = await verifyHere(older);
    expect(verification).toMatchObject({ differences: null, broken: [], unproved: [], tampered: true });
    const whole = { ...older, digest: digestOf(older) };
    const recorded = await findRecorded({ round: write(whole), databaseFile: 'none', t });
    expect(tellVerification(t, recorded, verifyRound(recorded))).toContain('as far as it can be checked');
    const empty = { ...older, result: { ...older.result, pairs: [] } };
    expect((await verifyHere(empty)).broken.length).toBeGreaterThan(0);
  });
});

describe('what is compared', () => {
  it('are engines by their number', () => {
    expect(compareEngines('parvis-2', 'parvis-2')).toBe('same');
    expect(compareEngines('parvis-9', 'parvis-10')).toBe('older');
    expect(compareEngines('parvis-11', 'parvis-2')).toBe('newer');
    expect(compareEngines('another', 'parvis-2')).toBe('newer');
  });

  it('are values in every place, whatever the order of keys', () => {
    expect(findDifferences({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 })).toEqual([]);
    expect(findDifferences({ a: [1, { c: 2 }] }, { a: [1, { c: 3 }, 4] })).toEqual([
      { place: 'a[1].c', recorded: 2, replayed: 3 },
      { place: 'a[2]', recorded: undefined, replayed: 4 },
    ]);
    expect(findDifferences([], {})).toEqual([{ place: '', recorded: [], replayed: {} }]);
  });
});
