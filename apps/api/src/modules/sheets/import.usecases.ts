import { createHash } from 'node:crypto';
import {
  Refused,
  type applyImport as applyContract,
  type changeColumns as columnsContract,
  type checkImport as checkContract,
  type Column,
  type ImportReport,
  type Locale,
  type showImport as showContract,
} from '@parvis/contracts';
import { auditEntry } from '../../database/audit.ts';
import type { Deps } from '../../deps.ts';
import type { UseCase } from '../../http/route.ts';
import { swedishDay } from '../pairs/period.decisions.ts';
import { loadProgram } from '../programs/program.usecases.ts';
import { listPeople } from '../recruitment/people.store.ts';
import { detailsOf } from '../recruitment/person.record.ts';
import { readSheetFileAside } from './file.aside.ts';
import { findHeadingRow } from './headings.ts';
import { decideImport, findKnown, type ImportPlan, type Known } from './import.decisions.ts';
import {
  deleteImportsCheckedBefore,
  findImport,
  insertImport,
  updateImport,
  type ImportRow,
} from './import.store.ts';
import { writePlans } from './import.writes.ts';
import { limitGuesses, limitProblems } from './report.ts';
import { maskCells, readPeople, saysSides, type SheetReading } from './people.ts';

const KEPT_DAYS = 14;

/** Reads a file and keeps what was read; nobody is written. */
export const checkImport: UseCase<typeof checkContract> = async (
  deps,
  { params, query, body, asker, locale },
) => {
  const { programId } = params;
  const cells = maskCells(await readSheetFileAside(body));
  const at = deps.now();
  const asked = { programId, cells, columns: null, locale, today: swedishDay(at) };
  const { reading, plan } = await readImport(deps, asked);
  const importId = deps.newId();
  const report = reportOf({ importId, programId, filename: query.filename, reading, plan });
  const row = {
    id: importId,
    programId,
    accountId: asker.accountId,
    fileName: query.filename,
    fileHash: createHash('sha256').update(body).digest('base64url'),
    status: report.status,
    cells,
    columns: reading.columns,
    report,
    createdAt: at,
  };
  const old = new Date(deps.clock().getTime() - KEPT_DAYS * 86_400_000).toISOString();
  const deed = { by: asker.accountId, action: 'check-import', noun: 'import', nounId: importId, programId };
  return deps.store.writeTogether(
    [
      deleteImportsCheckedBefore(programId, old),
      insertImport(row),
      auditEntry(deps, { ...deed, facts: { rows: report.read, rejected: report.rejectedRows } }),
    ],
    report,
  );
};

export const showImport: UseCase<typeof showContract> = async (deps, { params }) =>
  (await loadImport(deps, params.importId)).report;

/** Reads the same cells again by the columns that the coordinator has set right. */
export const changeColumns: UseCase<typeof columnsContract> = async (
  deps,
  { params, body, asker, locale },
) => {
  const row = await loadImport(deps, params.importId);
  if (row.status === 'applied') throw new Refused('import-already-applied');
  const { id: importId, programId } = row;
  const { reading, plan } = await readImport(deps, askedOf(row, body.columns, locale));
  const report = reportOf({ importId, programId, filename: row.fileName, reading, plan });
  const deed = { by: asker.accountId, action: 'change-columns', noun: 'import', nounId: importId, programId };
  return deps.store.writeTogether(
    [updateImport(row, { columns: reading.columns, report }), auditEntry(deps, deed)],
    report,
  );
};

const underway = new Map<string, Promise<unknown>>();

/**
 * One import of a program at a time: each decides on what the one before it has written. Without an id in the sheet no index
 * would see that two files hold the same people.
 */
export const applyImport: UseCase<typeof applyContract> = async (deps, { params, asker, locale }) => {
  const { programId } = await loadImport(deps, params.importId);
  // In line before anything more is awaited: of three at once, the last two must not both follow the first.
  const before = underway.get(programId)?.catch(() => undefined) ?? Promise.resolve();
  const asked = { importId: params.importId, accountId: asker.accountId, locale };
  const applied = before.then(() => applyAlone(deps, asked));
  underway.set(programId, applied);
  try {
    return await applied;
  } finally {
    if (underway.get(programId) === applied) underway.delete(programId);
  }
};

async function applyAlone(
  deps: Deps,
  {
    importId,
    accountId,
    locale,
  }: { readonly importId: string; readonly accountId: string; readonly locale: Locale },
): Promise<ImportReport> {
  const row = await loadImport(deps, importId);
  if (row.status === 'applied') throw new Refused('import-already-applied');
  const { programId } = row;
  const { reading, plan } = await readImport(deps, askedOf(row, row.columns, locale));
  if (!saysSides(reading)) throw new Refused('file-no-side');
  const report = reportOf({ importId, programId, filename: row.fileName, reading, plan });
  if (outcomeOf(report) !== outcomeOf(row.report)) throw new Refused('import-outdated');
  const applied = { ...row.report, status: 'applied' as const };
  const facts = { added: report.added, changed: report.changed };
  const deed = { by: accountId, action: 'apply-import', noun: 'import', nounId: importId, programId, facts };
  const cells = keepRows(row, new Set(report.rejected.map((problem) => problem.row)));
  return deps.store.writeTogether(
    [
      updateImport(row, { status: 'applied', appliedAt: deps.now(), report: applied, cells }),
      ...writePlans(deps, { programId, plans: plan.plans, accountId }),
      auditEntry(deps, deed),
    ],
    applied,
  );
}

/** Throws `not-there`. */
export async function loadImport({ store }: Pick<Deps, 'store'>, importId: string): Promise<ImportRow> {
  const row = await findImport(store, importId);
  if (row === null) throw new Refused('not-there');
  return row;
}

interface AskedImport {
  readonly programId: string;
  readonly cells: ImportRow['cells'];
  readonly columns: readonly (Column | null)[] | null;
  readonly locale: Locale;
  readonly today: string;
}

/** As of the day it was first read, so that reading it again says the same. */
function askedOf(row: ImportRow, columns: readonly (Column | null)[], locale: Locale): AskedImport {
  return { programId: row.programId, cells: row.cells, columns, locale, today: swedishDay(row.createdAt) };
}

async function readImport(
  deps: Deps,
  { programId, ...asked }: AskedImport,
): Promise<{ readonly reading: SheetReading; readonly plan: ImportPlan }> {
  const { municipalities } = await loadProgram(deps, programId);
  const known = (await listPeople(deps.store, programId)).map(({ person, enrollment, livePairs }): Known => ({
    personId: person.id,
    details: detailsOf(person),
    enrollment,
    livePairs,
    version: person.version,
  }));
  const home = municipalities.length === 1 ? (municipalities[0] ?? null) : null;
  const reading = await readPeople({
    ...asked,
    home,
    besideRejected: 'reject',
    knownOthers: (word) => findKnown(known, word).length > 0,
  });
  if (reading === null) throw new Refused('file-no-side');
  return { reading, plan: decideImport({ reading, known, home, today: asked.today, newId: deps.newId }) };
}

function reportOf({
  importId,
  programId,
  filename,
  reading,
  plan,
}: Pick<ImportReport, 'importId' | 'programId' | 'filename'> & {
  readonly reading: SheetReading;
  readonly plan: ImportPlan;
}): ImportReport {
  const added = plan.plans.filter(({ known }) => known === null).length;
  const unchanged = plan.plans.filter(({ changes }) => changes === 'nothing').length;
  const good = new Set(plan.plans.map(({ row }) => row));
  return {
    importId,
    programId,
    filename,
    status: 'checked',
    headings: reading.headings,
    read: reading.read,
    added,
    changed: plan.plans.length - added - unchanged,
    unchanged,
    rejected: limitProblems(plan.rejected),
    rejectedRows: new Set(plan.rejected.map(({ row }) => row)).size,
    guesses: limitGuesses(reading.guesses.filter(({ row }) => good.has(row))),
  };
}

/** What an import comes to, whatever the language in which it is told. */
function outcomeOf({ read, added, changed, unchanged, rejected }: ImportReport): string {
  return JSON.stringify([
    read,
    added,
    changed,
    unchanged,
    rejected.map(({ row, problem }) => [row, problem]),
  ]);
}

/** Once applied, only the headings and the rows to mend are kept, each at its place. */
function keepRows({ cells }: ImportRow, rejected: ReadonlySet<number>): ImportRow['cells'] {
  const headingRow = findHeadingRow(cells);
  return cells.map((row, index) => (rejected.has(index + 1) || index === headingRow ? row : []));
}
