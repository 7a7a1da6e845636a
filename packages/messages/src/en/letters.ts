import type { Translation } from '../dictionary.ts';

export const letters: Translation<'letters'> = {
  greeting: 'Hello,',
  'greeting-to': 'Hello {name},',
  footer:
    'You get this letter because your address is in Parvis, where municipalities pair people who are new in Sweden with people who have lived here long. This letter cannot be replied to.',
  'sign-in-code.subject': 'Your code for Parvis',
  'sign-in-code.code': 'Your code is {code}',
  'sign-in-code.holds': {
    one: 'Enter the code in the same browser that you asked for it in. It is valid for one minute and works once.',
    other:
      'Enter the code in the same browser that you asked for it in. It is valid for {count} minutes and works once.',
  },
  'sign-in-code.not-you':
    'Did you not ask for a code? Then you need not do anything. Never give the code to anyone, not to us either.',
  'proposal.subject': 'We have a proposal for you',
  'proposal.what':
    'There is a proposal for you in {program}. The page shows who it is and why we think that the two of you fit together.',
  'proposal.answer': {
    one: 'Answer yes or no within one day. It is fine to say no, and you need not explain yourself to the other.',
    other:
      'Answer yes or no within {count} days. It is fine to say no, and you need not explain yourself to the other.',
  },
  'pair-accepted.subject': 'You have both said yes',
  'pair-accepted.what': 'You are now a pair in {program}. The page shows how you reach each other.',
  'pair-accepted.next': 'The next step is to agree on a first meeting. Write or call today, and it is done.',
  'proposal-declined.subject': 'Not this time',
  'proposal-declined.what':
    'The pair that was proposed in {program} will not happen. It says nothing about you.',
  'proposal-declined.next': 'You are still in the queue, and we will write when we have a new proposal.',
  'pair-ended.subject': 'Your pair has ended',
  'pair-ended.what': 'Your pair in {program} has ended. Thank you for the time you gave each other.',
  'pair-ended.next': 'The page shows what happens now and whom you can ask.',
};
