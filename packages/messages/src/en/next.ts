import type { Translation } from '../dictionary.ts';

export const next: Translation<'next'> = {
  'best-for': 'Next best for {name}:',
  'higher-for': 'A higher score for {name}:',
  partner: '{name}, {score}',
  why: 'What differs?',
  difference: {
    one: '{what}: {count} more point with {name}',
    other: '{what}: {count} more points with {name}',
  },
  same: 'Nothing differs by as much as half a point.',
  free: { one: '{name} has one place free.', other: '{name} has {count} places free.' },
  pinned: {
    one: '{name} is locked in another pair.',
    other: '{name} is locked in {count} other pairs.',
  },
  'longer-waiting': {
    one: '{name} meets someone who has waited longer.',
    other: '{name} meets {count} who have waited longer.',
  },
  'better-together': {
    one: '{name} meets someone else. That makes the whole round best.',
    other: '{name} meets {count} others. That makes the whole round best.',
  },
  'nobody-would-swap': {
    one: '{name} meets someone else. That way no two would rather have each other.',
    other: '{name} meets {count} others. That way no two would rather have each other.',
  },
};
