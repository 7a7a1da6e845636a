import type {
  exportPeople as peopleContract,
  exportRejected as rejectedContract,
  FileReply,
} from '@parvis/contracts';
import { translateTo } from '@parvis/messages/all';
import { auditEntry } from '../../database/audit.ts';
import type { UseCase } from '../../http/route.ts';
import { loadProgram } from '../programs/program.usecases.ts';
import { listPeople } from '../recruitment/people.store.ts';
import { detailsOf } from '../recruitment/person.record.ts';
import { loadImport } from './import.usecases.ts';
import { layPeople } from './people.sheet.ts';
import { layRejected } from './rejected.sheet.ts';
import { writeWorkbook, XLSX, type Sheet } from './workbook.ts';

/** Everyone of a program, in columns that can be imported again. Whoever takes so much out leaves a trace. */
export const exportPeople: UseCase<typeof peopleContract> = async (
  deps,
  { params: { programId }, asker, locale },
) => {
  const { definition } = await loadProgram(deps, programId);
  const people = await listPeople(deps.store, programId);
  const idOf = new Map(people.map(({ person, enrollment }) => [person.id, enrollment.sheetId ?? person.id]));
  const sheet = layPeople(
    people.map(({ person, enrollment: { side, status, capacity, waitingSince, wishes, neverWith } }) => ({
      id: idOf.get(person.id) ?? person.id,
      details: detailsOf(person),
      ...{ side, status, capacity, waitingSince, wishes },
      neverWith: neverWith.map((id) => idOf.get(id) ?? id),
    })),
    locale,
  );
  const deed = {
    by: asker.accountId,
    action: 'export-people',
    noun: 'program',
    nounId: programId,
    programId,
  };
  await deps.store.writeTogether([auditEntry(deps, { ...deed, facts: { people: people.length } })]);
  return asFile(`${definition.name} ${translateTo(locale)('sheets.file.people')}.xlsx`, sheet);
};

/** The rows of an import that failed, as they were, with what to mend; read again as they are. */
export const exportRejected: UseCase<typeof rejectedContract> = async (deps, { params, locale }) => {
  const row = await loadImport(deps, params.importId);
  const name = row.fileName.replace(/\.\w{1,5}$/, '');
  return asFile(`${name} ${translateTo(locale)('sheets.file.rejected')}.xlsx`, layRejected(row, locale));
};

async function asFile(filename: string, sheet: Sheet): Promise<FileReply> {
  return { filename, contentType: XLSX, content: new Uint8Array(await writeWorkbook([sheet])) };
}
