import type { Translation } from '../dictionary.ts';

export const help: Translation<'help'> = {
  title: 'What would help',
  lead: 'For everyone without a pair: the smallest change after which there is one. Each answer is worked out on the whole round.',
  'to-round': 'To the round',
  'nobody-left-out': 'Everyone who waits has a pair.',
  'too-large': 'The round is too large to try things out while you wait.',
  'of-own': 'If the person answers differently',
  'of-rules': 'If the program changes a rule',

  pair: 'If {changes}, there is a pair with {partners}.',
  'nobody-loses': 'Nobody else loses their place.',
  loses: { one: '{names} is then without a pair.', other: '{names} are then without a pair.' },
  gains: { one: '{names} gets a pair too.', other: '{names} get a pair too.' },

  'if.time': '{time} works too',
  'if.ways': 'they can meet {ways}',
  'if.kilometres': 'the journey may be up to {kilometres} km',
  'if.any-distance': 'the journey may be of any length',
  'if.wish': '“{wish}” becomes a wish instead of a must',
  'if.without': 'the rule on {rule} is lifted',
  'if.minimum-age': 'the minimum age is {years}',
  'if.age-span': 'they may be {years} years apart',
  'if.common-time': '{minutes} minutes of common time a week are enough',
  'if.nearness': 'they may live {kilometres} km apart',
  'if.nearness-remote': 'video or telephone is enough for those who live far apart',
  'if.language': 'a common language at level {level} is enough',
  'if.field': 'it is enough that education or profession is less alike',
  'if.municipality-remote':
    'they may live in different municipalities when both can meet by video or telephone',
  'if.municipality': 'they may live in different municipalities',

  'time.morning': '{weekday} morning',
  'time.afternoon': '{weekday} afternoon',
  'time.evening': '{weekday} evening',

  'none.nobody-there': 'Nobody waits on the other side.',
  'none.opens-nobody': 'No other answer and no changed rule is enough for a pair.',
  'none.places-go-to-others':
    'No change is enough: the places that open go to others. More people are needed on the other side.',
  'none.too-many-to-try': 'What we had time to try does not help, and there is more to try.',
  'none-own.nobody-there': 'Nobody waits on the other side.',
  'none-own.opens-nobody': 'No other answer opens for anyone.',
  'none-own.places-go-to-others': 'Other answers open for someone, but the places go to others.',
  'none-own.too-many-to-try': 'The answers we had time to try do not help.',
  'none-rules.nobody-there': 'Nobody waits on the other side.',
  'none-rules.opens-nobody': 'No changed rule opens for anyone.',
  'none-rules.places-go-to-others': 'Changed rules open for someone, but the places go to others.',
  'none-rules.too-many-to-try': 'The rules we had time to try do not help.',

  'ask.time': 'Ask about the time',
  'ask.way': 'Ask how they can meet',
  'ask.kilometres': 'Ask about the journey',
  'ask.wish': 'Ask about the must',
  'ask.rules': 'See the rules',
  'ask.missing': 'See who is missing',

  'costs-people': 'More paired without it',
  'costs-behind': {
    one: 'without it one more can be matched',
    other: 'without it {count} more can be matched',
  },
};
