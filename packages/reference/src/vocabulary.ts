import { allowEdits, measureEdits } from './edit-distance.ts';

/** A word of the vocabulary that a typed word may stand for; `quality` 0..1, 1 for the word itself. */
export interface WordMatch {
  readonly word: number;
  readonly quality: number;
}

/**
 * All different words of an index, numbered. Finds for a typed word those that begin with it, contain it as a part of
 * a compound, end as it ends, or are a slip of the keyboard away. Words are few (tens of thousands), so each is
 * looked at; a bit per letter keeps the costly comparison to the likely ones.
 */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #folded: string[] = [];
  readonly #accented: string[] = [];
  readonly #sounds: string[] = [];
  readonly #letters: number[] = [];

  /** Words are kept with å ä ö, compared without: see `fold`. */
  add(accented: string): number {
    const known = this.#numbers.get(accented);
    if (known !== undefined) return known;
    const number = this.#accented.length;
    const folded = fold(accented);
    this.#numbers.set(accented, number);
    this.#accented.push(accented);
    this.#folded.push(folded);
    const sound = spellBySound(folded);
    this.#sounds.push(sound);
    this.#letters.push(collectLetters(sound));
    return number;
  }

  match(typed: string): WordMatch[] {
    const target = fold(typed);
    const sound = spellBySound(target);
    const accents = target !== typed;
    const letters = collectLetters(sound);
    const limit = allowEdits(sound.length);
    const matches: WordMatch[] = [];
    for (let word = 0; word < this.#folded.length; word++) {
      const folded = this.#folded[word] ?? '';
      let quality = ratePart(target, folded);
      if (quality === 0 && countBits(letters & ~(this.#letters[word] ?? 0)) <= limit)
        quality = rateSlip(sound, this.#sounds[word] ?? '', limit);
      if (quality === 0) quality = rateHead(target, folded);
      if (quality === 0) continue;
      const otherAccents = accents && quality === 1 && this.#accented[word] !== typed;
      matches.push({ word, quality: otherAccents ? 0.88 : quality });
    }
    return keepSlipsLow(matches);
  }
}

/** A slip counts for less when the word exists as typed. */
function keepSlipsLow(matches: readonly WordMatch[]): WordMatch[] {
  const known = matches.some(({ quality }) => quality >= 0.88);
  return matches.map(({ word, quality }) => ({
    word,
    quality: known && quality < 0.88 ? quality * 0.85 : quality,
  }));
}

/** A beginning is what one types; the end of a Swedish compound is its head (grundskol-lärare); the middle says least. */
function ratePart(typed: string, word: string): number {
  const place = word.indexOf(typed);
  if (place < 0) return 0;
  if (typed === word) return 1;
  const share = typed.length / word.length;
  if (place === 0) return 0.72 + 0.2 * share;
  if (typed.length < 4) return 0;
  return (word.endsWith(typed) ? 0.62 : 0.4) + 0.2 * share;
}

/** Both are spelt by sound. A word that is still being typed has its first letter right. */
function rateSlip(typed: string, word: string, limit: number): number {
  if (typed === word) return typed.length < 3 ? 0 : 0.87;
  if (limit === 0) return 0;
  const sameStart = typed.charCodeAt(0) === word.charCodeAt(0);
  if (Math.abs(typed.length - word.length) <= limit) {
    const edits = measureEdits(typed, word, limit, false);
    if (edits <= limit) return 0.95 - (edits * 1.2) / Math.max(typed.length, 5) - (sameStart ? 0 : 0.08);
  }
  if (!sameStart || typed.length < 5 || word.length <= typed.length) return 0;
  const begun = measureEdits(typed, word, Math.min(limit, 2), true);
  return begun <= Math.min(limit, 2) ? Math.max(0, 0.8 - (begun * 1.4) / typed.length) : 0;
}

/** The typed word is a compound whose head is in the vocabulary: matematik-lärare → lärare. */
function rateHead(typed: string, word: string): number {
  return word.length >= 4 && word.length < typed.length - 1 && typed.endsWith(word)
    ? 0.25 + 0.35 * (word.length / typed.length)
    : 0;
}

/** One spelling for the same sound of å ä ö on a keyboard that has none. */
function fold(word: string): string {
  return word.replace(/[åäö]/g, (letter) => (letter === 'ö' ? 'o' : 'a'));
}

/** As it sounds, so that farmasist finds pharmacist and advokatt advokat: one letter for a sound, none doubled. */
function spellBySound(word: string): string {
  return word
    .replace(/c(?=[eiy])/g, 's')
    .replace(/ph|sch|ch|ck|th|[cqwzx]/g, (letters) => sounds[letters] ?? letters)
    .replace(/(.)\1+/g, '$1');
}

const sounds: Readonly<Record<string, string>> = {
  ph: 'f',
  sch: 'sh',
  ch: 'k',
  ck: 'k',
  th: 't',
  c: 'k',
  q: 'k',
  w: 'v',
  z: 's',
  x: 'ks',
};

function collectLetters(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
