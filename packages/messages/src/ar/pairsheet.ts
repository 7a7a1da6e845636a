import type { Translation } from '../dictionary.ts';

export const pairsheet: Translation<'pairsheet'> = {
  'file.pairs': 'pairs',
  'sheet.pairs': 'الثنائيات',
  'sheet.meetings': 'اللقاءات',
  'heading.status': 'الحالة',
  'heading.pace': 'الوتيرة',
  'heading.held': 'اللقاءات حتى الآن',
  'heading.of': 'اللقاءات في البرنامج',
  'heading.proposed': 'تاريخ الاقتراح',
  'heading.begins': 'اليوم الأول',
  'heading.ends': 'اليوم الأخير',
  'heading.last': 'آخر لقاء',
  'heading.next': 'اللقاء القادم',
  'heading.silent': 'أيام منذ آخر لقاء',
  'heading.date': 'اليوم',
  'heading.way': 'الطريقة',
  'heading.minutes': 'الدقائق',
  'heading.topics': 'الموضوعات',
  'heading.reported-by': 'سجّله',
};
