import type { Translation } from '../dictionary.ts';

export const aims: Translation<'aims'> = {
  title: 'Compare the aims',
  lead: 'The same people, rules, pins and bans, worked out by each of the aims. Looking changes nothing.',
  'to-round': 'To the round',
  figure: 'Figure',
  people: 'People who get someone',
  pairs: 'Pairs',
  total: 'Points in all',
  mean: 'Points on average, of 100',
  weakest: 'Weakest pair, of 100',
  wait: 'Longest wait among those left out',
  swaps: 'Times two would rather have each other',
  none: 'nobody',
  best: 'best',
  'own-aim': 'the aim of the round',
  'cost-people': { one: '{count} fewer than the most', other: '{count} fewer than the most' },
  'cost-points': '{points} below the best',
  'cost-wait': {
    one: '{count} week longer than the shortest',
    other: '{count} weeks longer than the shortest',
  },
  'cost-swaps': { one: '{count} more than the fewest', other: '{count} more than the fewest' },
  gained: 'Get someone here, but not in the round as it is:',
  lost: 'Get someone in the round as it is, but not here:',
  'nobody-else': 'The same people as in the round as it is.',
  'the-pair': '{newcomer} and {mentor}',
  'waits-longest': '{name} has waited {weeks}.',
  'more-swaps': { one: 'and one pair more', other: 'and {count} pairs more' },
  'swaps-mean':
    'Two would rather have each other when both have more of their own wishes met, or more points, with each other than with those they got. The most important wish counts first.',
  use: 'Work the round out this way',
  'too-large': 'The round is too large to be worked out four times while you wait.',

  'keep-title': 'Keep those whom few can replace',
  'keep-label': 'Keep those who are the only possible one for some of the people who usually come',
  'keep-what':
    'We look at the newcomers who came to the program in the last half year. If some of them could only have been paired with one person, a pair with that person counts less, and that person’s own waiting is not counted. The person is paired all the same if more people get someone that way. Does not hold for the aim “{stable}”.',
  kept: 'Kept for those who will come',
  'kept-off': 'Is not switched on in this round.',
  'kept-none': 'Nobody needs to be kept: everyone who came lately could have been paired with more than one.',
  'kept-nobody-came':
    'No newcomer has come to the program in the last half year, so there is nothing to go by.',
  'kept-one': {
    one: '{count} of the last {of} could only have been paired with {name}.',
    other: '{count} of the last {of} could only have been paired with {name}.',
  },
  'kept-for': 'What they have in common: {what}.',
  'kept-points': 'A pair therefore counts {points} points less in the sum of the round.',
  'to-rules': 'Change it in the rules',

  'proof-why.most-people':
    'No other answer is better: first most people paired, then the longest waiting, then the points.',
  'proof-why.best-pairs': 'No other answer has more points in all.',
  'proof-why.no-weak-pair':
    'No other answer with as many people paired, who waited as long, has a stronger weakest pair.',
  'proof-why.stable': 'We have looked: no two would both rather have each other than those they got.',
};
