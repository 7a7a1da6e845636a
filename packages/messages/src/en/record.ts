import type { Translation } from '../dictionary.ts';

/** What was done to a round, how far it has come, why it stopped, and what is no longer as it saw it. */
export const record: Translation<'record'> = {
  'step.weighed': '{what}: weight from {from} to {to}',
  'step.rule-added': 'Added the rule about {rule}',
  'step.rule-removed': 'Removed the rule about {rule}',
  'step.rule-changed': 'Changed the rule about {rule}',
  'step.aim-chosen': 'Chose another aim: {aim}',
  'step.scarce-kept': 'Kept those who are hard to replace',
  'step.scarce-free': 'Stopped keeping those who are hard to replace',
  'step.taken-out': 'Took {name} out of the round',
  'step.put-back': 'Took {name} back in',

  'aim.most-people': 'most people paired',
  'aim.best-pairs': 'best pairs',
  'aim.no-weak-pair': 'no weak pair',
  'aim.stable': 'nobody wants to swap',

  'progress.waiting': 'Waiting in line.',
  'progress.reading': 'Reading the people.',
  'progress.judging': 'Trying who can meet whom: {done} of {of}.',
  'progress.assigning': 'Looking for the best round.',
  'progress.explaining': 'Writing down the reasons and checking the proof.',
  stop: 'Stop solving',

  'failure.too-long': 'The solving took too long and was cut short.',
  'failure.too-many': 'Too many rounds are being solved just now, so this one was not taken.',
  'failure.crashed': 'The solving broke off twice because of a fault of ours. It has been noted.',
  'failure.input': 'No round could be made of what there was. The fault is ours and has been noted.',
  'failure.stopped': 'The solving was stopped.',
  'after.draft': 'The round is as it was before. Nobody has been told anything.',
  'after.failed': 'Nobody has been told anything. Run a new round whenever you like.',

  'difference.title': {
    one: 'One thing is no longer as it was when you solved the round',
    other: '{count} things are no longer as they were when you solved the round',
  },
  'difference.program': 'The program has been changed.',
  'difference.changed': '{name} has given other answers.',
  'difference.paired': '{name} has got a pair, or a place more or less.',
  'difference.paused': '{name} is taking a break.',
  'difference.withdrawn': '{name} has left.',
  'difference.not-waiting': '{name} no longer waits for a pair.',
  'difference.gone': '{name} is not in the program any more.',
  'difference.pair': '{first} and {second} have been a pair since then.',
  'difference.do': 'Solve again as things are now, see what is new and then publish.',

  download: 'Download the record, for whoever wants to check the round',

  'verify.round': 'Round {number} ({id}), solved by {engine}.',
  'verify.replayed':
    'Solved again: {pairs} pairs, {alone} without a pair. The result is the same to the last character.',
  'verify.differs': {
    one: 'Solved again, the result is another. It differs in one place:',
    other: 'Solved again, the result is another. It differs in {count} places:',
  },
  'verify.differs-at': '  {place}: recorded {recorded}, solved {replayed}',
  'verify.more': '  … and {count} more',
  'verify.certified': 'The proof holds: no rule is broken, and no other round is better.',
  'verify.feasible': 'No rule is broken, but the proof that the round is the best does not hold.',
  'verify.not-feasible': 'The result does not hold:',
  'verify.problem': '  {code}: {where}',
  'verify.older':
    'The round was solved by {engine}, an older version than {ours}. It cannot be solved again character for character, so only the rules are checked.',
  'verify.older-feasible': 'No pair breaks a rule.',
  'verify.newer':
    'The round was solved by {engine}, a newer version than {ours}. Upgrade Parvis, then check again.',
  'verify.digest':
    'The file has been changed since it was written: its checksum is {actual}, but it says {recorded}.',
  'verify.published': 'The published pairs are those of the round.',
  'verify.not-published': 'The published pairs are not those of the round:',
  'verify.holds': 'The round holds.',
  'verify.holds-so-far': 'The round holds, as far as it can be checked.',
  'verify.fails': 'The round does not hold.',
  'verify.not-there': 'There is no round {round} in {file}, and no file of that name.',
  'verify.not-a-record': '{file} is not a round that was downloaded from Parvis: {why}',
  'verify.not-solved': 'Round {round} has not been solved, so there is nothing to check.',
};
