import { insertAccount, insertGrant } from '../../modules/identity/account.store.ts';
import { addDays } from '../../modules/pairs/period.decisions.ts';
import { insertMunicipality, type MunicipalityRow } from '../../modules/programs/municipality.store.ts';
import { insertProgram } from '../../modules/programs/program.store.ts';
import type { Write } from '../store.ts';
import { instantOn } from './days.ts';
import type { DemoPlan } from './draw.ts';
import { demoId } from './ids.ts';
import { STAFF, TOWNS, type Staff } from './towns.ts';
import { accountIdOf } from './write-people.ts';

/** The municipalities, their programs, and the staff with what they may. All of it was there half a year ago. */
export function writeTowns({ programs }: Pick<DemoPlan, 'programs'>, today: string): readonly Write[] {
  const at = instantOn(addDays(today, -182));
  return [
    ...TOWNS.map(({ code }) => insertMunicipality(municipalityRow(code, at))),
    ...programs.flatMap(({ key, template, definition, municipalities }, index) => {
      // Listed oldest first.
      const createdAt = instantOn(addDays(today, -182), 10 + index);
      const [municipalityCode = ''] = municipalities;
      const row = { id: demoId('program', key), municipalityCode, template, definition };
      return insertProgram({ ...row, createdAt, updatedAt: createdAt }, municipalities);
    }),
    ...STAFF.flatMap((staff) => writeStaff(staff, at)),
  ];
}

export function municipalityRow(code: string, at: string): MunicipalityRow {
  const town = TOWNS.find((one) => one.code === code);
  if (town === undefined) throw new Error(`no demo town is ${code}`);
  const { name, slug, tint, contact } = town;
  return {
    code,
    name,
    slug,
    tint,
    contactName: contact.name,
    contactEmail: contact.email,
    contactPhone: contact.phone,
    createdAt: at,
  };
}

function writeStaff({ key, name, email, role, administers, programs }: Staff, at: string): readonly Write[] {
  const accountId = accountIdOf(email);
  const grant = (...words: readonly string[]) => ({
    id: demoId('grant', key, ...words),
    accountId,
    createdAt: at,
  });
  return [
    insertAccount({ id: accountId, email, name, locale: 'sv', createdAt: at }),
    ...(role === 'operator' ? [insertGrant({ ...grant('operator'), role })] : []),
    ...administers.map((municipalityCode) =>
      insertGrant({ ...grant('admin', municipalityCode), role: 'admin', municipalityCode }),
    ),
    ...programs.map((program) =>
      insertGrant({ ...grant(program), role: 'coordinator', programId: demoId('program', program) }),
    ),
  ];
}
