import type { Translation } from '../dictionary.ts';

export const missing: Translation<'missing'> = {
  title: 'Who is missing',
  lead: {
    one: 'One of {newcomers} newcomers who wait would be without a pair in a round now. These would help most.',
    other:
      '{count} of {newcomers} newcomers who wait would be without a pair in a round now. These would help most.',
  },
  'nobody-waits': 'No newcomer waits right now.',
  none: 'Every newcomer who waits would get a pair in a round now. Nobody is missing.',
  'none-helps': {
    one: 'One newcomer would be without a pair in a round now, and no new mentor would change that. See what would help her or him instead.',
    other:
      '{count} newcomers would be without a pair in a round now, and no new mentor would change that. See what would help each of them instead.',
  },
  'too-large': 'Too many people wait for this to be tried while you wait.',
  exact: 'Each number is worked out by making the round with and without them. Row by row, not all together.',

  profile: '{who} in {place}',
  'profile-who': '{who} in {place} who {details}',
  'who.woman': 'A woman',
  'who.man': 'A man',
  'who.other': 'Someone who is neither a woman nor a man',
  'who.anyone': 'Someone',
  'is.language': 'speaks {language}',
  'is.time': 'can meet {time}',
  'is.age': 'is about {years} years old',
  'is.occupation': 'works in the group {occupation}',
  'is.field': 'has an education in {field}',
  'is.level': 'has the education {level}',
  'time.weekday-evenings': 'on weekday evenings',
  'time.weekday-daytimes': 'on weekdays in the daytime',
  'time.weekends': 'at weekends',

  'gain-caption': 'So many more newcomers get a pair',
  mentors: { one: 'One more', other: '{count} more' },
  gain: { one: 'one more newcomer in a pair', other: '{count} more newcomers in a pair' },
  'gain-short': '+{count}',
  whom: { one: 'The one it suits', other: 'The {count} it suits' },
  'text-open': 'Text to advertise with',
  'text-in.sv': 'In Swedish',
  'text-in.en': 'In English',
  'text-in.ar': 'In Arabic',
  copy: 'Copy the text',
  copied: 'Copied',
  'copy-failed': 'It could not be copied. Select the text and copy it yourself.',
  'to-program': 'To the program',

  text: 'Would you like to meet someone who is new in {place}?\n\nIn {program} two people get to know each other. {cadence}. You decide together what to do.\n\nRight now we are looking for people who {details}.\n\nRead more and sign up: {link}',
  'text-anyone':
    'Would you like to meet someone who is new in {place}?\n\nIn {program} two people get to know each other. {cadence}. You decide together what to do.\n\nRight now more people are waiting than we are. We need you.\n\nRead more and sign up: {link}',
  'you.woman': 'are women',
  'you.man': 'are men',
  'you.other': 'are neither women nor men',
  'you.language': 'speak {language}',
  'you.time': 'can meet {time}',
  'you.age': 'are about {years} years old',
  'you.occupation': 'work in the group {occupation}',
  'you.field': 'have an education in {field}',
  'you.level': 'have the education {level}',
};
