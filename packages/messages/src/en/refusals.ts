import type { Translation } from '../dictionary.ts';

export const refusals: Translation<'refusals'> = {
  'signed-out': 'You are no longer signed in. Sign in again and you can go on.',
  'code-wrong': 'The code is not right. Look in the letter and type the eight digits again.',
  'code-expired':
    'The code is no longer valid. Ask for a new one and use it within ten minutes, in the same browser.',
  'code-used-up': 'The code has been tried too many times. Ask for a new one.',
  'foreign-origin':
    'What you sent came from another site, so we stopped it. Go to the page here and try again.',
  'not-there': 'What you are looking for does not exist, or you may not see it. Go back to the start page.',
  'too-many-requests': 'There were many tries in a short time. Wait a while and try again.',
  'too-busy': 'The service is busy right now. Wait a few seconds and try again. Nothing is lost.',
  'too-large': 'What you sent is too large. Send less at a time.',
  'not-json': 'The request had a format that cannot be read. Send JSON.',
  'key-reused': 'The same key has been used for something else. Reload the page and do it again.',
  'rules-contradict': 'Two rules contradict each other. Change one of them.',
  'changed-meanwhile':
    'Someone else has made changes meanwhile. Nothing was overwritten. Reload the page, see what is new and make your change again.',
  'person-in-live-pair': 'The person is in a pair or a proposal right now. End that first.',
  'already-enrolled':
    'The person is already in the program. Find the person in the list and make the change there.',
  'status-does-not-allow': 'That is not possible as things stand. Reload the page and see what has happened.',
  'file-unreadable': 'The file cannot be read. Save it as Excel (.xlsx) or CSV and try again.',
  'file-too-large':
    'The file is too large. It may be at most {megabytes} MB. Remove pictures and sheets that are not needed.',
  'file-too-many-rows': 'The file has too many rows. At most {rows} can be read at a time. Split the file.',
  'file-no-side':
    'It is not clear who is new and who is established. Add a column "Side", or choose which column it is.',
  'import-already-applied': 'The file is already read in. Read it again if you have changed it.',
  'import-outdated': 'Someone in the file has changed since you read it. Read the file again.',
  'round-open': 'There is already an open round. Publish it or throw it away first.',
  'round-not-draft':
    'The round is already published or thrown away, so it cannot be changed. Make a new round.',
  'round-still-solving': 'The round is still being solved. Wait until it is done.',
  'round-not-solving': 'The round is no longer being solved. Load the page again and see what has happened.',
  'round-not-solved':
    'The round has not been solved yet, so there is nothing to download. Wait until it is done.',
  'round-outdated':
    'Someone in the round has changed, left or been paired since you solved it. Solve again, see what is new and then publish.',
  'round-too-large': 'Too many people wait for a single round. At most {people} at a time.',
  'round-empty': 'The round has no pairs to publish. See why nobody fits, or throw the round away.',
  'variant-name-taken':
    'There is already a variant with that name. Choose another name, or remove the old one.',
  'too-many-variants': 'You have already kept {most} variants. Remove one that you do not need.',
  'pin-unknown-person': 'One of the pinned is no longer in the round. Remove the pin.',
  'pin-breaks-requirement':
    'The pair breaks a requirement. Write why it should hold all the same, or leave it unpinned.',
  'pin-over-capacity': 'The pin gives someone more pairs than they have agreed to. Remove another pin first.',
  'pin-also-banned': 'The pair is barred. Remove the bar first.',
  'pair-not-proposed': 'The proposal can no longer be answered. Go to your page and see where you stand now.',
  'pair-other-declined':
    'The other has said no, so there will be no pair this time. Your answer is not saved, and you keep your place in the queue.',
  'pair-already-answered': 'You have already answered. Call the coordinator if you have changed your mind.',
  'pair-expired':
    'The time to answer has passed, so the proposal is closed. Call the coordinator if you still want to.',
  'pair-not-active':
    'You are not a pair yet. You can plan and write down meetings when you have both said yes.',
  'pair-ended': 'The pair has ended, so it cannot be changed. Call the coordinator if something is wrong.',
  'meeting-before-pair': 'You were not yet a pair that day. Choose a day from {date}.',
  'meeting-in-future':
    'That day has not come yet. Choose today or an earlier day, or plan the meeting instead.',
  'meeting-in-past': 'That time has passed. Choose a later time.',
  'meeting-twice':
    'There is already a meeting that day. Choose another day, or change the meeting that is there.',
  'meeting-after-end': 'The program is over by then. Choose a day up to {date}.',
  'meeting-own-report': 'You wrote down the meeting yourself. Remove it instead.',
  'meeting-already-disputed': 'You have already said that it is not right. The coordinator will be in touch.',
};
