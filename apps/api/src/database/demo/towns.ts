import type { Tint } from '@parvis/contracts';
import { officePhone } from './phones.ts';
import type { ProgramKey } from './plan.ts';

/** The municipalities of the demo, whom to turn to, and the staff. */
interface Town {
  readonly code: string;
  readonly name: string;
  readonly slug: string;
  readonly tint: Tint;
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string };
}

export const TOWNS: readonly Town[] = [
  town('0162', 'Danderyd', 'danderyd', 'plommon', ['Karin Ek', 12]),
  town('0123', 'Järfälla', 'jarfalla', 'tegel', ['Mats Holmberg', 14]),
  town('1441', 'Lerum', 'lerum', 'mossa', ['Eva Lindgren', 16]),
  town('2417', 'Norsjö', 'norsjo', 'barnsten', ['Ann-Sofie Marklund', 18]),
  town('2418', 'Malå', 'mala', 'skiffer', ['Ann-Sofie Marklund', 18]),
  town('2505', 'Arvidsjaur', 'arvidsjaur', 'sjo', ['Ann-Sofie Marklund', 18]),
];

export interface Staff {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly role: 'coordinator' | 'operator';
  /** The municipality she works for, and is admin of when `administers`. */
  readonly municipality: string | null;
  readonly administers: readonly string[];
  readonly programs: readonly ProgramKey[];
}

export const STAFF: readonly Staff[] = [
  coordinator('danderyd', 'Karin Ek', '0162', ['kvinna', 'nema-problema']),
  coordinator('jarfalla', 'Mats Holmberg', '0123', ['jarfallakompis', 'praktikmentor']),
  coordinator('lerum', 'Eva Lindgren', '1441', ['sprakvan']),
  { ...coordinator('nymf', 'Ann-Sofie Marklund', '2417', ['nymf']), administers: [] },
  {
    key: 'operator',
    name: 'Olof Nyström',
    email: 'olof.nystrom@example.se',
    role: 'operator',
    municipality: null,
    administers: [],
    programs: [],
  },
];

function town(
  code: string,
  name: string,
  slug: string,
  tint: Tint,
  [contact, phone]: readonly [string, number],
): Town {
  return {
    code,
    name,
    slug,
    tint,
    contact: { name: contact, email: emailOf(contact), phone: officePhone(phone) },
  };
}

function coordinator(
  town: string,
  name: string,
  municipality: string,
  programs: readonly ProgramKey[],
): Staff {
  return {
    key: `${town}-coordinator`,
    name,
    email: emailOf(name),
    role: 'coordinator',
    municipality,
    administers: [municipality],
    programs,
  };
}

function emailOf(name: string): string {
  return `${name.toLowerCase().replace(' ', '.')}@example.se`;
}
