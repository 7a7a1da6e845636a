import type { PersonDetails } from '@parvis/contracts';
import { searchKey } from '../keys.ts';
import { createPhones } from './phones.ts';
import type { Random } from './random.ts';

/** Keeps what may be there only once: names, addresses and numbers. */
export interface Register {
  /** The first of the names drawn that nobody has. */
  readonly nameOf: (draw: (attempt: number) => string) => string;
  /** How one is reached. One in fifteen newcomers has no e-mail address; about half leave a telephone number. */
  readonly reach: (asked: Reaching) => Pick<PersonDetails, 'email' | 'phone'>;
}
interface Reaching {
  readonly random: Random;
  readonly name: string;
  readonly side: 'newcomer' | 'mentor';
  /** SCB code of the county, `01` Stockholm. */
  readonly county: string;
}

/** In a crowd of thousands people share names; addresses then end in numbers. */
export function createRegister(namesakes: 'none' | 'some' = 'none'): Register {
  const names = new Set<string>();
  const emails = new Map<string, number>();
  const phones = createPhones();

  const nameOf = (draw: (attempt: number) => string): string => {
    for (let attempt = 0; attempt < 50; attempt++) {
      const name = draw(attempt);
      const [given, family] = name.split(' ');
      if (given === family || (names.has(name) && namesakes === 'none')) continue;
      names.add(name);
      return name;
    }
    throw new Error(`two are called ${draw(0)}`);
  };

  const emailOf = (name: string, domain: string): string => {
    const local = searchKey(name).replace(/[^a-z0-9]+/g, '.');
    const number = (emails.get(`${local}@${domain}`) ?? 0) + 1;
    emails.set(`${local}@${domain}`, number);
    return `${local}${number === 1 ? '' : number}@${domain}`;
  };

  const reach = ({ random, name, side, county }: Reaching): Pick<PersonDetails, 'email' | 'phone'> => {
    const home = side === 'mentor' && county === '01' && random.chance(0.45) ? phones.nextLandline() : null;
    const mobile = home ?? (random.chance(side === 'newcomer' ? 0.26 : 0.2) ? phones.nextMobile() : null);
    const needsNoEmail = side === 'newcomer' && mobile !== null && random.chance(0.2);
    return {
      email: needsNoEmail ? null : emailOf(name, side === 'mentor' ? 'example.se' : 'example.com'),
      phone: mobile,
    };
  };
  return { nameOf, reach };
}
