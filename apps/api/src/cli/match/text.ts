import type { ProgramDefinition } from '@parvis/contracts';
import { ofHundred, scoreOfHundred, sharesOfHundred, type RoundResult } from '@parvis/matching';
import type { Speaker } from '@parvis/messages';
import { cellProblemSentence } from '../../modules/sheets/problem.ts';
import type { SheetReading } from '../../modules/sheets/people.ts';
import type { FilePerson, FilePool } from './pool.ts';
import type { MatchResult } from './result.ts';

export interface Told {
  readonly definition: ProgramDefinition;
  readonly round: RoundResult;
  readonly result: MatchResult;
  readonly people: ReadonlyMap<string, FilePerson>;
  readonly reading: SheetReading;
  readonly speaker: Speaker;
}

/** What is printed: pairs with their reasons, people left out with theirs, rows that could not be read, and last the certificate. */
export function tellResult(told: Told): string {
  const { t } = told.speaker;
  const parts = [
    t('sheets.match.program', { program: told.definition.name }),
    tellPairs(told),
    tellLeftOut(told),
    tellRejected(told),
    tellCertificate(told),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function tellPairs({ round, result, people, speaker: { t } }: Told): string {
  if (round.pairs.length === 0) return t('sheets.match.no-pairs');
  const pairs = round.pairs.map(({ newcomer, mentor }, index) => {
    const reasons = result.pairs[index]?.reasons ?? [];
    const head = `${nameOf(people, newcomer)} – ${nameOf(people, mentor)}: ${t('sheets.match.score', { score: scoreOfHundred(reasons) })}`;
    const lines = sharesOfHundred(reasons).map(
      ({ text, points, of }) => `  ${text} (${t('sheets.match.points', { points, of })})`,
    );
    return [head, ...lines].join('\n');
  });
  return [t('sheets.match.pairs', { count: pairs.length }), ...pairs].join('\n\n');
}

function tellLeftOut({ round, result, people, speaker: { t } }: Told): string {
  if (round.leftOut.length === 0) return t('sheets.match.nobody-left-out');
  const all = round.leftOut.map(({ id, side, weeksWaiting }, index) => {
    const who = [
      nameOf(people, id),
      t(`sheets.side.${side}`),
      t('sheets.match.weeks', { count: weeksWaiting }),
    ];
    return [who.join(', '), ...(result.leftOut[index]?.reasons ?? []).map(({ text }) => `  ${text}`)].join(
      '\n',
    );
  });
  return [t('sheets.match.left-out', { count: all.length }), ...all].join('\n\n');
}

function tellRejected({ reading, speaker: { t } }: Told): string {
  const rows = new Set(reading.rejected.map(({ row }) => row)).size;
  if (rows === 0) return '';
  const lines = reading.rejected.map(
    (problem) => `${t('sheets.match.row', problem)}\n  ${cellProblemSentence(t, problem)}`,
  );
  return [t('sheets.match.rejected', { count: rows }), ...lines].join('\n');
}

function tellCertificate({ result, round, speaker: { t } }: Told): string {
  const { matched, total, optimal } = result.certificate;
  const proof = t('sheets.match.certificate', {
    matched: t('sheets.match.pairs', { count: matched }),
    total: ofHundred(total, round.fullScore),
  });
  return `${proof}\n${t(optimal ? 'sheets.match.optimal' : 'sheets.match.not-optimal')}`;
}

function nameOf(people: FilePool['people'], roundId: string): string {
  const person = people.get(roundId);
  if (person === undefined) return roundId;
  return person.name === person.id ? person.name : `${person.name} (${person.id})`;
}
