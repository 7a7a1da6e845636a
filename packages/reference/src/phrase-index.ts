import { accentKey, splitWords } from './search-key.ts';
import { Vocabulary } from './vocabulary.ts';

/** What a phrase stands for, and how well it names it (0..1). */
export interface PhraseTarget {
  readonly item: number;
  readonly weight: number;
}
export interface PhraseMatch {
  readonly item: number;
  /** The phrase as it stands in the source. */
  readonly matched: string;
  /** About 0..1: 1 when all of the phrase was typed and it is the item's own name. */
  readonly score: number;
  /** The whole phrase was typed, letter for letter. */
  readonly whole: boolean;
}

/** Small words that say nothing alone, in Swedish, English and Arabic. */
const fillers = new Set(
  'i på av för med och the of and in for to a an m fl samt m.m mm inom vid till في من على'.split(' '),
);

/**
 * Finds numbered items by the phrases that name them. A phrase scores by how much of what was typed it answers (rare
 * words count for more), then by how much of the phrase that is. An item scores as its best phrase. Equal scores keep
 * the order of the items.
 */
export class PhraseIndex {
  readonly #vocabulary = new Vocabulary();
  /** Phrases by key, and by each spelling that was added. */
  readonly #numbers = new Map<string, number>();
  readonly #spellings = new Map<string, number>();
  readonly #texts: string[] = [];
  /** Lists, not copies, since hundreds of phrases stand for the same few items. */
  readonly #targets: (readonly PhraseTarget[])[][] = [];
  readonly #lengths: number[] = [];
  /** Per word, the phrases that hold it. */
  readonly #holders: number[][] = [];

  add(text: string, targets: readonly PhraseTarget[]): void {
    let phrase = this.#spellings.get(text);
    if (phrase === undefined) {
      const key = accentKey(text);
      if (key === '') return;
      phrase = this.#numbers.get(key) ?? this.#insert(key, text);
      this.#spellings.set(text, phrase);
    }
    this.#targets[phrase]?.push(targets);
  }

  /** Best first. `prefer` multiplies an item's score, to lift or lower some kinds of items. */
  search(query: string, limit: number, prefer: (item: number) => number = () => 1): PhraseMatch[] {
    const key = accentKey(query.slice(0, 200));
    const words = keepTelling(splitWords(key)).slice(0, 8);
    if (words.length === 0) return [];
    const scores = this.#scorePhrases(words);
    const answered = scores.values().some((score) => score > 0.8);
    for (const joined of answered ? [] : joinNeighbours(words))
      for (const [phrase, score] of this.#scorePhrases(joined))
        if (score * 0.95 > (scores.get(phrase) ?? 0)) scores.set(phrase, score * 0.95);
    const best = new Map<number, PhraseMatch>();
    const exact = this.#numbers.get(key);
    for (const [phrase, share] of scores) {
      const whole = phrase === exact;
      for (const { item, weight } of this.#targets[phrase]?.flat() ?? []) {
        const score = (whole ? 1 : share * 0.95) * weight * prefer(item);
        if (score <= (best.get(item)?.score ?? 0.28)) continue;
        best.set(item, { item, matched: this.#texts[phrase] ?? '', score, whole });
      }
    }
    return [...best.values()].sort((a, b) => b.score - a.score || a.item - b.item).slice(0, limit);
  }

  #insert(key: string, text: string): number {
    const phrase = this.#texts.length;
    this.#numbers.set(key, phrase);
    this.#texts.push(text);
    this.#targets.push([]);
    const words = new Set(keepTelling(splitWords(key)));
    this.#lengths.push(words.size);
    for (const text of words) {
      const word = this.#vocabulary.add(text);
      (this.#holders[word] ??= []).push(phrase);
    }
    return phrase;
  }

  #scorePhrases(words: readonly string[]): Map<number, number> {
    const answered = new Map<number, { worth: number; quality: number; words: number }>();
    let worthOfAll = 0;
    for (const typed of new Set(words)) {
      const { worth, byPhrase } = this.#weighWord(typed);
      worthOfAll += worth;
      for (const [phrase, quality] of byPhrase) {
        const so = answered.get(phrase) ?? { worth: 0, quality: 0, words: 0 };
        so.worth += worth * quality;
        so.quality += quality;
        so.words++;
        answered.set(phrase, so);
      }
    }
    const scores = new Map<number, number>();
    for (const [phrase, so] of answered) {
      const ofQuery = so.worth / worthOfAll;
      const ofPhrase = Math.min(1, so.quality / (this.#lengths[phrase] ?? 1));
      scores.set(phrase, ofQuery ** 1.5 * (0.72 + 0.28 * ofPhrase));
    }
    return scores;
  }

  #weighWord(typed: string): { worth: number; byPhrase: Map<number, number> } {
    const byPhrase = new Map<number, number>();
    let holders = 0;
    for (const { word, quality } of this.#vocabulary.match(typed)) {
      const phrases = this.#holders[word] ?? [];
      if (quality >= 0.88) holders += phrases.length;
      for (const phrase of phrases) if (quality > (byPhrase.get(phrase) ?? 0)) byPhrase.set(phrase, quality);
    }
    return { worth: Math.log(2 + this.#texts.length / (1 + holders)), byPhrase };
  }
}

/** Leaves the fillers out unless nothing else is there. */
function keepTelling(words: string[]): string[] {
  const telling = words.filter((word) => !fillers.has(word));
  return telling.length > 0 ? telling : words;
}

/** Compounds that were written apart: barn sjuksköterska → barnsjuksköterska. */
function joinNeighbours(words: readonly string[]): string[][] {
  if (words.length > 4) return [];
  return words.slice(1).map((word, before) => words.toSpliced(before, 2, `${words[before] ?? ''}${word}`));
}
