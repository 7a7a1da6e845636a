import {
  NYMF,
  programFromTemplate,
  TEMPLATES,
  type ProgramDefinition,
  type TemplateKey,
} from '@parvis/contracts';
import { replayRound, type PastRound, type PlannedRound, type RoundLeft } from './past-rounds.ts';
import {
  PROGRAM_KEYS,
  type Joined,
  type PlannedEnrollment,
  type PlannedPerson,
  type ProgramKey,
} from './plan.ts';
import { drawJarfallakompis, pastJarfallakompis } from './programs/jarfallakompis.ts';
import { drawKvinna, pastKvinna } from './programs/kvinna.ts';
import { alsoInNema, drawNema } from './programs/nema-problema.ts';
import { drawNymf } from './programs/nymf.ts';
import { drawPraktikmentor } from './programs/praktikmentor.ts';
import { appliedToSprakvan, drawSprakvan, pastSprakvan } from './programs/sprakvan.ts';
import { createRegister, type Register } from './register.ts';

interface PlannedProgram {
  readonly key: ProgramKey;
  readonly template: TemplateKey | null;
  readonly definition: ProgramDefinition;
  /** The owner first. */
  readonly municipalities: readonly string[];
}
export interface DemoPlan {
  readonly programs: readonly PlannedProgram[];
  readonly people: readonly PlannedPerson[];
  readonly enrollments: readonly PlannedEnrollment[];
  readonly rounds: readonly PlannedRound[];
}

/** Everyone in the demo towns as they stand on a day: the same people on every machine, with dates counted from `today`. */
export function drawDemo(today: string): DemoPlan {
  const register = createRegister();
  const rounds: PlannedRound[] = [];
  const people: PlannedPerson[] = [];
  const enrollments: PlannedEnrollment[] = [];
  for (const { key, definition } of PROGRAMS) {
    const left = (PAST[key]?.(register, today) ?? []).map((past) => replayRound(past, { definition, today }));
    rounds.push(...left.map(({ round }) => round));
    people.push(...left.flatMap((one) => one.people));
    enrollments.push(...left.flatMap((one) => one.enrollments));
    const waiting = CROWDS[key](
      register,
      today,
      left.flatMap(({ waitingAgain }: RoundLeft) => waitingAgain),
    );
    people.push(...waiting.map(({ key: person, details }) => ({ key: person, details })));
    enrollments.push(...waiting.map((joined) => stands(joined, key, 'waiting')));
    const applied = APPLIED[key]?.(register, today) ?? [];
    people.push(...applied.map(({ key: person, details }) => ({ key: person, details })));
    enrollments.push(...applied.map((joined) => stands(joined, key, 'applied')));
  }
  return { programs: PROGRAMS, people, enrollments: [...enrollments, alsoInNema(today)], rounds };
}

const MUNICIPALITIES: Readonly<Record<ProgramKey, readonly string[]>> = {
  sprakvan: ['1441'],
  jarfallakompis: ['0123'],
  praktikmentor: ['0123'],
  kvinna: ['0162'],
  'nema-problema': ['0162'],
  nymf: ['2417', '2418', '2505'],
};

const PROGRAMS: readonly PlannedProgram[] = PROGRAM_KEYS.map((key) => {
  const municipalities = MUNICIPALITIES[key];
  if (key === 'nymf') return { key, template: null, definition: NYMF, municipalities };
  return {
    key,
    template: key,
    definition: programFromTemplate(TEMPLATES[key], municipalities),
    municipalities,
  };
});

/** Those who wait. */
const CROWDS: Readonly<
  Record<
    ProgramKey,
    (register: Register, today: string, waitingAgain: readonly Joined[]) => readonly Joined[]
  >
> = {
  sprakvan: drawSprakvan,
  jarfallakompis: drawJarfallakompis,
  praktikmentor: drawPraktikmentor,
  kvinna: drawKvinna,
  'nema-problema': drawNema,
  nymf: drawNymf,
};

const PAST: Readonly<
  Partial<Record<ProgramKey, (register: Register, today: string) => readonly PastRound[]>>
> = {
  sprakvan: pastSprakvan,
  jarfallakompis: pastJarfallakompis,
  kvinna: pastKvinna,
};

/** Those whom nobody has spoken with yet. */
const APPLIED: Readonly<
  Partial<Record<ProgramKey, (register: Register, today: string) => readonly Joined[]>>
> = { sprakvan: appliedToSprakvan };

function stands(
  { key, enrollment }: Joined,
  program: ProgramKey,
  status: PlannedEnrollment['status'],
): PlannedEnrollment {
  return { person: key, program, details: enrollment, status };
}
