import type { EnrollmentDetails } from '@parvis/contracts';
import type { NewcomerGroup } from './origins.ts';
import type { Random } from './random.ts';

type Wishes = EnrollmentDetails['wishes'];
type Wish = Wishes[number];

const MOTHER_TONGUE: Readonly<Record<NewcomerGroup, string>> = {
  arabic: 'ar',
  afghan: 'prs',
  persian: 'fa',
  kurdish: 'kmr',
  somali: 'so',
  tigrinya: 'ti',
  ukrainian: 'uk',
};

interface Asking {
  readonly gender: 'woman' | 'man';
  readonly group: NewcomerGroup;
  readonly asksGender: 'yes' | 'no';
}

export function drawNewcomerWishes(random: Random, { gender, group, asksGender }: Asking): Wishes {
  const wishes = [
    ...(asksGender === 'yes' ? drawGenderWish(random, gender) : []),
    ...(random.chance(0.16) ? [rather({ about: 'age', years: random.pick([8, 10, 15]) })] : []),
    ...(random.chance(0.12) ? [rather({ about: 'language', language: MOTHER_TONGUE[group] })] : []),
    ...(random.chance(0.12) ? [rather({ about: 'occupation' })] : []),
    ...(random.chance(0.1) ? [rather({ about: 'nearness', kilometres: random.pick([3, 5]) })] : []),
    ...(random.chance(0.08) ? [rather({ about: 'way', way: random.pick(['walk', 'in-person']) })] : []),
  ];
  return markMost(random, wishes);
}

export function drawMentorWishes(random: Random): Wishes {
  const wishes = [
    ...(random.chance(0.16) ? [rather({ about: 'nearness', kilometres: random.pick([3, 5, 8]) })] : []),
    ...(random.chance(0.14) ? [rather({ about: 'age', years: random.pick([10, 15, 20]) })] : []),
    ...(random.chance(0.12) ? [rather({ about: 'occupation' })] : []),
    ...(random.chance(0.1)
      ? [rather({ about: 'way', way: random.pick(['walk', 'in-person', 'video']) })]
      : []),
  ];
  return markMost(random, wishes);
}

/** Every eighth woman meets women only, and says so; more would rather. */
function drawGenderWish(random: Random, gender: 'woman' | 'man'): Wishes {
  if (gender === 'man') return random.chance(0.06) ? [rather({ about: 'gender', gender })] : [];
  const strength = random.weigh([
    ['must', 12],
    ['rather', 18],
    [null, 70],
  ] as const);
  return strength === null ? [] : [{ about: 'gender', gender, strength, most: false }];
}

type About = Wish extends infer One ? (One extends Wish ? Omit<One, 'strength' | 'most'> : never) : never;

function rather(about: About): Wish {
  return { ...about, strength: 'rather', most: false };
}

/** The one that matters most, when several were named or the only one is a plain wish. */
function markMost(random: Random, wishes: Wishes): Wishes {
  if (wishes.length === 0 || random.chance(0.4)) return wishes;
  const most = random.between(0, wishes.length - 1);
  return wishes.map((wish, place) => ({ ...wish, most: place === most }));
}
