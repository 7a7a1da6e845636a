import type { Translation } from '../dictionary.ts';

export const pairsheet: Translation<'pairsheet'> = {
  'file.pairs': 'pairs',
  'sheet.pairs': 'Pairs',
  'sheet.meetings': 'Meetings',
  'heading.status': 'Status',
  'heading.pace': 'Pace',
  'heading.held': 'Meetings so far',
  'heading.of': 'Meetings in the program',
  'heading.proposed': 'Proposed',
  'heading.begins': 'First day',
  'heading.ends': 'Last day',
  'heading.last': 'Latest meeting',
  'heading.next': 'Next meeting',
  'heading.silent': 'Days since they met',
  'heading.date': 'Day',
  'heading.way': 'How',
  'heading.minutes': 'Minutes',
  'heading.topics': 'About what',
  'heading.reported-by': 'Logged by',
};
