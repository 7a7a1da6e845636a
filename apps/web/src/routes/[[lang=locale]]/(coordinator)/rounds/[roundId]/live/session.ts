import {
  explainNoPair,
  explainPair,
  MatchingError,
  matchRound,
  nextBest,
  openRound,
  type LiveRound,
  type LiveSettings,
  type Person,
  type PersonPair,
  type RoundInput,
} from '@parvis/matching';
import { findSwap } from './swap.ts';
import type { Ask, Failure, Message, Partner, Question, Replies, Shown, Why } from './protocol.ts';

/** Answers the page's questions one by one; what it was opened with stays. */
export function openSession(clock: () => number): (question: Question) => Message {
  let input: RoundInput | null = null;
  let live: LiveRound | null = null;
  const known = (): RoundInput => {
    if (input === null) throw new MatchingError('bad-rule', 'session', 'not opened');
    return input;
  };
  // Opened when the first question needs it: the one who proves never does.
  const hands = (): LiveRound => (live ??= openRound(known()));

  const answer = (ask: Ask): Replies[Ask['kind']] => {
    switch (ask.kind) {
      case 'open':
        [input, live] = [ask.input, null];
        return null;
      case 'show':
        return show(hands(), ask, clock);
      case 'try':
        return hands().ifPinned(ask.pair);
      case 'swap':
        return swap(hands(), ask);
      case 'why':
        return tellWhy(shapedBy(known(), ask.settings), ask.pair);
      case 'partners':
        return listPartners(shapedBy(known(), ask.settings), ask.person);
      case 'next':
        return nextBest(shapedBy(known(), ask.settings), ask, ask.pair);
      case 'prove':
        return matchRound(shapedBy(known(), ask.settings));
    }
  };
  return ({ number, ask }) => {
    try {
      return { number, reply: answer(ask) };
    } catch (reason) {
      return { number, failure: failureOf(reason) };
    }
  };
}

/** The round that settings make of the people of another. */
export function shapedBy(input: RoundInput, { program, pins, bans, away }: LiveSettings): RoundInput {
  const gone = new Set(away);
  const stays = ({ id }: Person): boolean => !gone.has(id);
  const { newcomers, mentors } = input;
  return {
    ...input,
    program,
    pins,
    bans,
    newcomers: newcomers.filter(stays),
    mentors: mentors.filter(stays),
  };
}

function show(live: LiveRound, { settings, look }: Ask & { kind: 'show' }, clock: () => number): Shown {
  const begun = clock();
  const answer = live.show(settings);
  const milliseconds = clock() - begun;
  const seen = new Set(look);
  const explained = answer.pairs
    .filter(({ newcomer, mentor }) => seen.has(newcomer) || seen.has(mentor))
    .map((pair) => live.explainPair(pair));
  return { answer, explained, milliseconds };
}

function swap(live: LiveRound, { settings, one, other }: Ask & { kind: 'swap' }): LiveSettings | null {
  const found = findSwap(settings, { one, other }, (byHand) => live.show(byHand).pairs);
  live.show(settings);
  return found;
}

function tellWhy(input: RoundInput, pair: PersonPair): Why {
  return { ...explainPair(input, pair), obstacles: explainNoPair(input, pair.newcomer, pair.mentor) };
}

function listPartners(input: RoundInput, person: string): readonly Partner[] {
  const isMentor = input.mentors.some(({ id }) => id === person);
  const others = isMentor ? input.newcomers : input.mentors;
  const partners = others.map(({ id }) => {
    const pair = isMentor ? { newcomer: id, mentor: person } : { newcomer: person, mentor: id };
    const allowed = explainNoPair(input, pair.newcomer, pair.mentor).length === 0;
    return { id, score: explainPair(input, pair).score, allowed };
  });
  return partners.sort((a, b) => Number(b.allowed) - Number(a.allowed) || b.score - a.score);
}

function failureOf(reason: unknown): Failure {
  if (reason instanceof MatchingError) return { code: reason.code, place: reason.place };
  return { code: 'fault', place: reason instanceof Error ? reason.message : String(reason) };
}
