import type { Translation } from '../dictionary.ts';

export const programs: Translation<'programs'> = {
  'word.newcomer': { one: 'newcomer', other: 'newcomers' },
  'word.adept': { one: 'mentee', other: 'mentees' },
  'word.new-woman': { one: 'newcomer', other: 'newcomers' },
  'word.mentor': { one: 'mentor', other: 'mentors' },
  'word.language-friend': { one: 'language friend', other: 'language friends' },
  'word.buddy': { one: 'buddy', other: 'buddies' },
  'word.established-woman': { one: 'established resident', other: 'established residents' },
  'period.week': { one: 'one week', other: '{count} weeks' },
  'period.month': { one: 'one month', other: '{count} months' },
  'period.day': { one: 'one day', other: '{count} days' },
  'cadence.within': {
    one: 'At least one meeting in {period}',
    other: 'At least {count} meetings in {period}',
  },
  'cadence.week': 'One meeting a week for {period}',
  'cadence.month': 'One meeting a month for {period}',
  gatherings: {
    one: 'Once a year all pairs come together.',
    other: '{count} times a year all pairs come together.',
  },
  'answer-days': {
    one: 'You answer a proposal within one day.',
    other: 'You answer a proposal within {count} days.',
  },
  progress: '{held} of {of} meetings',
  left: '{period} left',
  'left-none': 'The period is over',
};
