import type { LeftOutReason, RoundResult, Share, Side } from '@parvis/matching';
import { leftOutSentences, shareSentence, type Speaker } from '@parvis/messages';
import type { SheetReading } from '../../modules/sheets/people.ts';
import type { FilePerson } from './pool.ts';

/** What `--out FILE.json` holds; ids are those of the file. */
export interface MatchResult {
  readonly program: string;
  readonly pairs: readonly {
    readonly newcomer: string;
    readonly mentor: string;
    /** Of the sum of the reasons’ `of`. */
    readonly score: number;
    readonly reasons: readonly (Share & { readonly text: string })[];
  }[];
  readonly leftOut: readonly {
    readonly id: string;
    readonly side: Side;
    readonly reasons: readonly (LeftOutReason & { readonly text: string })[];
  }[];
  readonly certificate: { readonly matched: number; readonly total: number; readonly optimal: boolean };
  readonly rows: {
    readonly read: number;
    readonly rejected: readonly {
      readonly row: number;
      readonly column: string;
      readonly value: string;
      /** A code, as in the import's report. */
      readonly problem: string;
    }[];
  };
}

/** The round's result in the words of the file. */
export function resultOf({
  program,
  result,
  people,
  reading,
  speaker,
}: {
  /** The template's key, or the name in the file. */
  readonly program: string;
  readonly result: RoundResult;
  readonly people: ReadonlyMap<string, FilePerson>;
  readonly reading: SheetReading;
  readonly speaker: Speaker;
}): MatchResult {
  const idOf = (roundId: string): string => people.get(roundId)?.id ?? roundId;
  const { matched, total, optimal } = result.certificate;
  return {
    program,
    pairs: result.pairs.map(({ newcomer, mentor, score, reasons }) => ({
      newcomer: idOf(newcomer),
      mentor: idOf(mentor),
      score,
      reasons: reasons.map((share) => ({ ...share, text: shareSentence(speaker, share) })),
    })),
    leftOut: result.leftOut.map(({ id, side, reasons }) => ({
      id: idOf(id),
      side,
      reasons: reasons.map((reason) => ({
        ...reason,
        text: leftOutSentences(speaker, { reasons: [reason] }).join(' '),
      })),
    })),
    certificate: { matched, total, optimal },
    rows: {
      read: reading.read,
      rejected: reading.rejected.map(({ row, column, value, problem }) => ({ row, column, value, problem })),
    },
  };
}
