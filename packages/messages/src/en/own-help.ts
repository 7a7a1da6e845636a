import type { Translation } from '../dictionary.ts';

export const ownHelp: Translation<'ownHelp'> = {
  title: 'Why you are waiting',
  'no-round': 'The next round has not been made yet. After it you will see here how it went for you.',
  'reason.nobody-there': 'In the latest round you were in, there was no {word} to propose.',
  'reason.no-allowed-partner':
    'In the latest round you were in, no {word} fitted both the answers and the rules of the program.',
  'reason.partners-better-used': 'In the latest round you were in, there were not places for everyone.',
  'changed-since': 'Something has changed for you since then. The next round will count with how it is now.',

  helps: 'This would have helped',
  pair: 'If {changes}, you would have had a proposal in that round.',
  'now-and-then': 'Your answers fitted {now} people. It would then have been {then}.',
  now: 'Your answers fitted {now} people.',
  then: 'Your answers would then have fitted {then} people.',
  'no-promise':
    'This is no promise about the next round, and the choice is yours. Do you want to change an answer? Tell {name}.',

  'if.time': 'you could also meet on {time}',
  'if.ways': 'you could also meet {ways}',
  'if.kilometres': 'you could travel up to {kilometres} km',
  'if.any-distance': 'you could travel any distance',
  'if.wish': 'your must “{wish}” became a wish',

  'none.nobody-there': 'More {words} are needed. It is not because of you.',
  'none.opens-nobody':
    'No other answer of yours would have helped. More {words} are needed: it is not because of you.',
  'none.places-go-to-others':
    'No other answer of yours would have been enough. More {words} are needed: it is not because of you.',
  'none.too-many-to-try':
    'None of the answers we had time to try would have been enough. More {words} are needed: it is not because of you.',
};
