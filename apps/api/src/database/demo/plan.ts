import type { EnrollmentDetails, EnrollmentStatus, PersonDetails } from '@parvis/contracts';

/** The demo as data, before anything is written. */

export const PROGRAM_KEYS = [
  'sprakvan',
  'jarfallakompis',
  'praktikmentor',
  'kvinna',
  'nema-problema',
  'nymf',
] as const;
export type ProgramKey = (typeof PROGRAM_KEYS)[number];

/** `key` names her within the demo, and her id is made of it. */
export interface PlannedPerson {
  readonly key: string;
  readonly details: PersonDetails;
}
export interface PlannedEnrollment {
  readonly person: string;
  /** A program key of the demo, or that of a large program. */
  readonly program: string;
  readonly details: EnrollmentDetails;
  readonly status: EnrollmentStatus;
}

/** One who joins a program: herself, and how she joins. */
export interface Joined extends PlannedPerson {
  readonly enrollment: EnrollmentDetails;
}
