import type { DEMO_ROLES } from '@parvis/contracts';
import { STAFF, TOWNS } from './towns.ts';

/** Someone one can be in the demo. */
export interface DemoPerson {
  /** In the address of the button: `danderyd-coordinator`. */
  readonly key: string;
  readonly role: (typeof DEMO_ROLES)[number];
  readonly name: string;
  readonly town: string | null;
  readonly municipality: string | null;
  readonly programs: readonly string[];
  /** Address of the account that she signs in to. */
  readonly email: string;
}

const PROGRAM_NAMES = {
  sprakvan: 'Språkvän',
  jarfallakompis: 'Järfällakompis',
  praktikmentor: 'Mentor under praktik',
  kvinna: 'Kv(in)na',
  'nema-problema': 'Nema problema mentorskap',
  nymf: 'NYMF',
} as const;

export const DEMO_PERSONS: readonly DemoPerson[] = [
  ...STAFF.filter(({ role }) => role === 'coordinator').map(
    ({ key, role, name, municipality, programs, email }) => ({
      key,
      role,
      name,
      town: key === 'nymf-coordinator' ? 'Norsjö, Malå, Arvidsjaur' : townName(municipality),
      municipality,
      programs: programs.map((program) => PROGRAM_NAMES[program]),
      email,
    }),
  ),
  participant('newcomer', 'newcomer', 'Nour Barakat', '0162', ['nema-problema']),
  participant('newcomer-arabic', 'newcomer', 'Hanan Darwish', '1441', ['sprakvan']),
  participant('mentor', 'mentor', 'Helena Sjögren', '0162', ['kvinna', 'nema-problema']),
  participant('pair-newcomer', 'pair-half-way', 'Samira Khoury', '0162', ['kvinna']),
  participant('pair-mentor', 'pair-half-way', 'Birgitta Norberg', '0162', ['kvinna']),
  ...STAFF.filter(({ role }) => role === 'operator').map(({ key, role, name, email }) => ({
    key,
    role,
    name,
    town: null,
    municipality: null,
    programs: [],
    email,
  })),
];

function participant(
  key: string,
  role: DemoPerson['role'],
  name: string,
  municipality: string,
  programs: readonly (keyof typeof PROGRAM_NAMES)[],
): DemoPerson {
  const established = role === 'mentor' || key === 'pair-mentor';
  return {
    key,
    role,
    name,
    town: townName(municipality),
    municipality,
    programs: programs.map((program) => PROGRAM_NAMES[program]),
    email: `${ascii(name)}@example.${established ? 'se' : 'com'}`,
  };
}

function ascii(name: string): string {
  return name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(' ', '.');
}

function townName(code: string | null): string | null {
  return TOWNS.find((town) => town.code === code)?.name ?? null;
}
