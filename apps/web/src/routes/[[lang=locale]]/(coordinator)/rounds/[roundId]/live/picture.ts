import type { Labels, Round, RoundChange } from '@parvis/contracts';
import type { LiveAnswer, PairExplanation, RoundResult } from '@parvis/matching';
import { keyOf } from '../byhand.ts';
import type { Settings } from './settings.ts';

interface Under {
  readonly settings: Settings;
  readonly answer: LiveAnswer;
  /** The answer before the last step. */
  readonly before: LiveAnswer | null;
  readonly isSaved: boolean;
  readonly explained: Explained;
  /** The last round with reasons, of whichever settings: facts about two people do not change with a weight. */
  readonly known: RoundResult | null;
  /** The same, if it is of these very settings. */
  readonly proven: RoundResult | null;
  readonly labels: Labels;
}

export type Explained = ReadonlyMap<string, PairExplanation>;

export function explainedByPair(explained: readonly PairExplanation[]): Explained {
  return new Map(explained.map((one) => [keyOf(one), one]));
}

/** The saved round, with what the engine makes of it under her hands. */
export function liveRound(saved: Round, under: Under): Round {
  const { settings, answer, before, isSaved, proven, labels } = under;
  const change = before === null ? saved.change : changeOf(before, answer);
  if (isSaved) return { ...saved, labels, change };
  return {
    ...saved,
    labels,
    change,
    pairs: pairsOf(saved, under),
    leftOut: leftOutOf(saved, under),
    pins: [...settings.pins],
    bans: [...settings.bans],
    away: [...settings.away],
    rules: settings.program,
    fullScore: answer.fullScore,
    conflicts: [...answer.conflicts],
    certificate: proven?.certificate ?? null,
  };
}

function pairsOf(saved: Round, { settings, answer, explained, known }: Under): Round['pairs'] {
  const reasons = new Map([...saved.pairs, ...(known?.pairs ?? [])].map((pair) => [keyOf(pair), pair]));
  const pins = new Map(settings.pins.map((pin) => [keyOf(pin), pin]));
  return answer.pairs.map(({ newcomer, mentor, score, pinned }) => {
    const key = keyOf({ newcomer, mentor });
    const told = reasons.get(key);
    return {
      newcomer,
      mentor,
      score,
      pinned,
      reasons: explained.get(key)?.reasons ?? told?.reasons ?? [],
      overrides: pinned ? (told?.overrides ?? []) : [],
      pinReason: pins.get(key)?.reason ?? null,
    };
  });
}

function leftOutOf(saved: Round, { answer, known }: Under): Round['leftOut'] {
  const told = new Map([...saved.leftOut, ...(known?.leftOut ?? [])].map((one) => [one.id, one]));
  const people = new Map(saved.people.map((person) => [person.id, person]));
  return (['newcomer', 'mentor'] as const).flatMap((side) =>
    answer.leftOut[`${side}s`].map((id) => ({
      id,
      side,
      weeksWaiting: people.get(id)?.weeksWaiting ?? 0,
      reasons: told.get(id)?.reasons ?? [],
    })),
  );
}

function changeOf(before: LiveAnswer, after: LiveAnswer): RoundChange {
  const only = (one: LiveAnswer, other: LiveAnswer) => {
    const known = new Set(other.pairs.map(keyOf));
    return one.pairs
      .filter((pair) => !known.has(keyOf(pair)))
      .map(({ newcomer, mentor }) => ({ newcomer, mentor }));
  };
  return {
    formed: only(after, before),
    parted: only(before, after),
    before: figuresOf(before),
    after: figuresOf(after),
  };
}

function figuresOf({ figures, fullScore }: LiveAnswer): RoundChange['before'] {
  const { people, total, weakest, longestLeftOutWeeks } = figures;
  return { people, total, weakest, longestLeftOutWeeks, fullScore };
}
