import {
  Refused,
  topic,
  type exportPairs as contract,
  type Locale,
  type ProgramDefinition,
} from '@parvis/contracts';
import { directionOf, sideWord, type Translate } from '@parvis/messages';
import { translateTo } from '@parvis/messages/all';
import type { UseCase } from '../../http/route.ts';
import { findProgram } from '../programs/program.store.ts';
import { writeWorkbook, XLSX, type Sheet, type SheetCell } from '../sheets/workbook.ts';
import { showDeskRow, type DeskContext } from './desk-pair.ts';
import { loadDesk } from './desk.usecases.ts';
import { swedishDay } from './period.decisions.ts';

export const exportPairs: UseCase<typeof contract> = async (deps, { params: { programId }, locale }) => {
  const program = await findProgram(deps.store, programId);
  if (program === null) throw new Refused('not-there');
  const pairs = await loadDesk(deps, program);
  const words = wordsOf(locale, program.definition);
  const workbook = await writeWorkbook([sheetOfPairs(pairs, words), sheetOfMeetings(pairs, words)]);
  const filename = `${words.t('pairsheet.file.pairs')}-${swedishDay(deps.now())}.xlsx`;
  return { filename, contentType: XLSX, content: new Uint8Array(workbook) };
};

interface Words {
  readonly t: Translate;
  readonly newcomer: string;
  readonly mentor: string;
  readonly rightToLeft: boolean;
}

function wordsOf(locale: Locale, definition: ProgramDefinition): Words {
  const t = translateTo(locale);
  return {
    t,
    newcomer: sideWord(t, definition, 'newcomer', 1),
    mentor: sideWord(t, definition, 'mentor', 1),
    rightToLeft: directionOf(locale) === 'rtl',
  };
}

function sheetOfPairs(pairs: readonly DeskContext[], { t, newcomer, mentor, rightToLeft }: Words): Sheet {
  const headings = [
    newcomer,
    mentor,
    t('pairsheet.heading.status'),
    t('pairsheet.heading.pace'),
    t('pairsheet.heading.held'),
    t('pairsheet.heading.of'),
    t('pairsheet.heading.proposed'),
    t('pairsheet.heading.begins'),
    t('pairsheet.heading.ends'),
    t('pairsheet.heading.last'),
    t('pairsheet.heading.next'),
    t('pairsheet.heading.silent'),
  ];
  const rows = pairs
    .map(showDeskRow)
    .map((pair): readonly SheetCell[] => [
      pair.newcomer.name,
      pair.mentor.name,
      t(`vocabulary.pair.${pair.status}`),
      t(`vocabulary.pace.${pair.pace}`),
      pair.held,
      pair.of,
      swedishDay(pair.proposedAt),
      pair.startsOn,
      pair.endsOn,
      pair.lastMeeting,
      pair.nextMeeting,
      pair.daysSilent,
    ]);
  return { name: t('pairsheet.sheet.pairs'), columns: columnsOf(headings), rows, rightToLeft };
}

/** Every meeting with its pair; what they wrote to each other about it stays on the pair's page. */
function sheetOfMeetings(pairs: readonly DeskContext[], { t, newcomer, mentor, rightToLeft }: Words): Sheet {
  const headings = [
    newcomer,
    mentor,
    t('pairsheet.heading.date'),
    t('pairsheet.heading.status'),
    t('pairsheet.heading.way'),
    t('pairsheet.heading.minutes'),
    t('pairsheet.heading.topics'),
    t('pairsheet.heading.reported-by'),
  ];
  const rows = pairs.flatMap((pair) =>
    pair.meetings.map((meeting): readonly SheetCell[] => [
      pair.newcomer.name,
      pair.mentor.name,
      meeting.date,
      t(`vocabulary.meeting.${meeting.status}`),
      t(`vocabulary.way.${meeting.way}`),
      meeting.minutes,
      meeting.topics.map((one) => t(`vocabulary.topic.${topic.parse(one)}`)).join('; '),
      [pair.newcomer, pair.mentor].find(({ id }) => id === meeting.reportedBy)?.name ?? '',
    ]),
  );
  return { name: t('pairsheet.sheet.meetings'), columns: columnsOf(headings), rows, rightToLeft };
}

function columnsOf(headings: readonly string[]): Sheet['columns'] {
  return headings.map((heading, index) => ({ heading, width: index < 2 ? 28 : 16 }));
}
