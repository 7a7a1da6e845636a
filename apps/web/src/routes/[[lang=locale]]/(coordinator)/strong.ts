const OPEN = '\uE000';
const CLOSE = '\uE001';

/** A name that is to stand strong in a sentence; `<Sentence>` shows it so. */
export function strong(name: string): string {
  return `${OPEN}${name}${CLOSE}`;
}

export interface Piece {
  readonly words: string;
  readonly strong: boolean;
}

/** A sentence in pieces, strong and plain. */
export function piecesOf(sentence: string): Piece[] {
  return sentence.split(OPEN).flatMap((part, at) => {
    if (at === 0) return part === '' ? [] : [{ words: part, strong: false }];
    const end = part.indexOf(CLOSE);
    const rest = part.slice(end + 1);
    return [
      { words: part.slice(0, end), strong: true },
      ...(rest === '' ? [] : [{ words: rest, strong: false }]),
    ];
  });
}

/** What one says on the telephone: "Hiba" of "Hiba Saleh". */
export function firstName(name: string): string {
  return name.split(' ', 1)[0] ?? name;
}
