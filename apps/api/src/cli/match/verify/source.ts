import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { ENGINE } from '@parvis/matching';
import type { Translate } from '@parvis/messages';
import * as z from 'zod';
import { solvedFrom } from '../../../modules/matching/shape.decisions.ts';
import { Unusable } from '../unusable.ts';
import { compareEngines, NewerEngine } from './engines.ts';
import { engineOf, readRecord, type Recorded } from './record.ts';

interface Place {
  /** A file, or a round's id. */
  readonly round: string;
  readonly databaseFile: string;
  readonly t: Translate;
}

/** The round, wherever it is kept. Throws `Unusable`: not there, not a record, made by a newer engine. */
export async function findRecorded(place: Place): Promise<Recorded> {
  return existsSync(place.round) ? readFromFile(place) : readFromDatabase(place);
}

async function readFromFile({ round: file, t }: Place): Promise<Recorded> {
  const content = await readJson(file, t);
  try {
    refuseNewer(engineOf(content), t);
    return readRecord(content);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const [issue] = error.issues;
    const why = issue === undefined ? '' : `${issue.path.map(String).join('.')}: ${issue.message}`;
    throw new Unusable(t('record.verify.not-a-record', { file, why }));
  }
}

async function readJson(file: string, t: Translate): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Unusable(t('record.verify.not-a-record', { file, why }));
  }
}

/* The columns as they are kept; a database of an older Parvis has no `away`. */
const kept = z.object({
  number: z.int(),
  status: z.string(),
  snapshot: z.string(),
  away: z.string().default('[]'),
  result: z.string().nullable(),
});
const proposals = z.array(z.object({ newcomer: z.string(), mentor: z.string(), score: z.number() }));

/** Reads and changes nothing, also while the server runs, and in a backup. */
function readFromDatabase({ round, databaseFile: file, t }: Place): Recorded {
  const notThere = new Unusable(t('record.verify.not-there', { round, file }));
  if (!existsSync(file)) throw notThere;
  const database = new Database(file, { readonly: true });
  try {
    const row = database.prepare('select * from round where id = ?').get(round);
    if (row === undefined) throw notThere;
    const { number, status, snapshot, away, result } = kept.parse(row);
    if (result === null || status === 'solving') throw new Unusable(t('record.verify.not-solved', { round }));
    const solved: Recorded['result'] = JSON.parse(result);
    refuseNewer(solved.engine, t);
    const published = database
      .prepare('select newcomer_id as newcomer, mentor_id as mentor, score from proposal where round_id = ?')
      .all(round);
    return {
      id: round,
      number,
      engine: solved.engine,
      input: solvedFrom({ snapshot: JSON.parse(snapshot), away: JSON.parse(away) }),
      result: solved,
      digest: null,
      published: status === 'published' ? proposals.parse(published) : null,
    };
  } finally {
    database.close();
  }
}

function refuseNewer(engine: string, t: Translate): void {
  if (compareEngines(engine, ENGINE) === 'newer') {
    throw new NewerEngine({ engine, ours: ENGINE }, t('record.verify.newer', { engine, ours: ENGINE }));
  }
}
