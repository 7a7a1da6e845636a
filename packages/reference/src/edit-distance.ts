/**
 * How many letters to change, add, drop or swap with the neighbour (optimal string alignment) to make `typed` into
 * `word`, or into a beginning of `word` when `open`. Gives up with `limit + 1` when it takes more than `limit`.
 */
export function measureEdits(typed: string, word: string, limit: number, open: boolean): number {
  const rows = typed.length;
  const columns = open ? Math.min(word.length, rows + limit) : word.length;
  if (rows - columns > limit || (!open && columns - rows > limit)) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: columns + 1 }, (_, column) => column);
  for (let row = 1; row <= rows; row++) {
    const letter = typed.charCodeAt(row - 1);
    const current = [row];
    let least = row;
    for (let column = 1; column <= columns; column++) {
      const other = word.charCodeAt(column - 1);
      let edits = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + Number(letter !== other),
      );
      const swapped =
        row > 1 &&
        column > 1 &&
        letter === word.charCodeAt(column - 2) &&
        other === typed.charCodeAt(row - 2);
      if (swapped) edits = Math.min(edits, at(before, column - 2) + 1);
      current.push(edits);
      if (edits < least) least = edits;
    }
    if (least > limit) return limit + 1;
    before = last;
    last = current;
  }
  const edits = open ? Math.min(...last) : at(last, columns);
  return Math.min(edits, limit + 1);
}

/** Slips forgiven in a word of this length: a short word with two letters wrong is another word. */
export function allowEdits(length: number): number {
  if (length < 4) return 0;
  if (length < 7) return 1;
  return length < 13 ? 2 : 3;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
