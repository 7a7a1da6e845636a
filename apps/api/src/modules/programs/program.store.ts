import type { ProgramDefinition } from '@parvis/contracts';
import { and, asc, count, eq, inArray, max, sql, sum } from 'drizzle-orm';
import { guardedWrite, write, type Store, type Write } from '../../database/store.ts';
import { program, programMunicipality } from '../../database/tables.ts';

export type ProgramRow = typeof program.$inferSelect;
/** A program and the codes of the municipalities that run it, the owner first. */
export interface Program extends ProgramRow {
  readonly municipalities: readonly string[];
}

export async function findProgram({ read }: Store, programId: string): Promise<Program | null> {
  const rows = await read
    .select({ program, code: programMunicipality.municipalityCode })
    .from(program)
    .leftJoin(programMunicipality, eq(programMunicipality.programId, program.id))
    .where(eq(program.id, programId));
  return gather(rows)[0] ?? null;
}

/** Oldest first; ids that are no program's are passed over. */
export async function listProgramsByIds(
  { read }: Store,
  programIds: readonly string[],
): Promise<readonly Program[]> {
  const rows = await read
    .select({ program, code: programMunicipality.municipalityCode })
    .from(program)
    .leftJoin(programMunicipality, eq(programMunicipality.programId, program.id))
    .where(inArray(program.id, [...programIds]))
    .orderBy(asc(program.createdAt), asc(program.id));
  return gather(rows);
}

/** Every program there is, oldest first: for what anyone may read. */
export async function listAllPrograms({ read }: Store): Promise<readonly Program[]> {
  const rows = await read
    .select({ program, code: programMunicipality.municipalityCode })
    .from(program)
    .leftJoin(programMunicipality, eq(programMunicipality.programId, program.id))
    .orderBy(asc(program.createdAt), asc(program.id));
  return gather(rows);
}

/** Another text whenever a program was added or changed. */
export async function findPulse({ read }: Store): Promise<string> {
  const [found] = await read
    .select({ programs: count(), versions: sum(program.version), newest: max(program.updatedAt) })
    .from(program);
  return `${found?.programs ?? 0} ${found?.versions ?? 0} ${found?.newest ?? ''}`;
}

export async function listProgramNames({ read }: Store, programIds: readonly string[]) {
  return read
    .select({ programId: program.id, name: sql<string>`json_extract(${program.definition}, '$.name')` })
    .from(program)
    .where(inArray(program.id, [...programIds]))
    .orderBy(sql`2`);
}

export function insertProgram(
  row: typeof program.$inferInsert,
  municipalityCodes: readonly string[],
): readonly Write[] {
  return [
    write((db) => db.insert(program).values(row)),
    ...municipalityCodes.map((municipalityCode) =>
      write((db) => db.insert(programMunicipality).values({ programId: row.id, municipalityCode })),
    ),
  ];
}

/** Refuses `changed-meanwhile` unless the program still stands at `version`. */
export function updateProgramDefinition({
  programId,
  definition,
  version,
  at,
}: {
  readonly programId: string;
  readonly definition: ProgramDefinition;
  readonly version: number;
  readonly at: string;
}): Write {
  return guardedWrite(
    (db) =>
      db
        .update(program)
        .set({ definition, version: version + 1, updatedAt: at })
        .where(and(eq(program.id, programId), eq(program.version, version))),
    'changed-meanwhile',
  );
}

/** One row for each municipality in, one program out, in the order met. */
function gather(
  rows: readonly { readonly program: ProgramRow; readonly code: string | null }[],
): readonly Program[] {
  const codes = new Map<string, Set<string>>();
  for (const { program: row, code } of rows) {
    const own = codes.get(row.id) ?? new Set([row.municipalityCode]);
    if (code !== null) own.add(code);
    codes.set(row.id, own);
  }
  const first = new Map(rows.map(({ program: row }) => [row.id, row]));
  return [...first.values()].map((row) => ({ ...row, municipalities: [...(codes.get(row.id) ?? [])] }));
}
