import type { EnrollmentDetails, PersonDetails } from '@parvis/contracts';
import type { DemoMunicipality } from './homes.ts';
import { drawMentor, type MentorGiven, type MentorMix } from './mentors.ts';
import { drawNewcomer, type NewcomerGiven, type NewcomerMix } from './newcomers.ts';
import type { Joined } from './plan.ts';
import type { Register } from './register.ts';

/** Someone the story needs: drawn as anyone, then with these answers instead. */
interface Case<Given> {
  readonly key: string;
  readonly gender: 'woman' | 'man';
  readonly given?: Given;
  readonly details?: Partial<PersonDetails>;
  readonly enrollment?: Partial<Omit<EnrollmentDetails, 'side'>>;
}
export type NewcomerCase = Case<NewcomerGiven>;
export type MentorCase = Case<MentorGiven>;

/** So many on one side of one program in one municipality; the cases are among them, and those who are there already. */
export interface Crowd<Mix, Given> {
  /** Begins every key: `kvinna/newcomer`. */
  readonly key: string;
  readonly municipality: DemoMunicipality;
  readonly women: number;
  readonly men: number;
  readonly mix: Mix;
  readonly cases?: readonly Case<Given>[];
  readonly already?: readonly Joined[];
  readonly register: Register;
  readonly today: string;
}

export function drawNewcomers(crowd: Crowd<NewcomerMix, NewcomerGiven>): readonly Joined[] {
  return fill(crowd, drawNewcomer);
}

export function drawMentors(crowd: Crowd<MentorMix, MentorGiven>): readonly Joined[] {
  return fill(crowd, drawMentor);
}

type Draw<Mix, Given> = (drawing: Omit<Crowd<Mix, Given>, 'women' | 'men'> & Case<Given>) => Joined;

function fill<Mix, Given>(crowd: Crowd<Mix, Given>, draw: Draw<Mix, Given>): readonly Joined[] {
  const { key, cases = [], already = [] } = crowd;
  const named = cases.map((one) => answered(draw({ ...crowd, ...one, key: `${key}/${one.key}` }), one));
  const rest = (['woman', 'man'] as const).flatMap((gender) => {
    const there = [...already, ...named].filter(({ details }) => details.gender === gender).length;
    const wanted = gender === 'woman' ? crowd.women : crowd.men;
    if (there > wanted) throw new Error(`${key}: ${there} are named, ${wanted} wanted`);
    return Array.from({ length: wanted - there }, (_, index) =>
      draw({ ...crowd, key: `${key}/${gender}-${index + 1}`, gender }),
    );
  });
  return [...named, ...rest];
}

function answered(joined: Joined, { details = {}, enrollment = {} }: Case<unknown>): Joined {
  return {
    ...joined,
    details: { ...joined.details, ...details },
    enrollment: { ...joined.enrollment, ...enrollment },
  };
}
