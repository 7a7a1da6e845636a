/**
 * How many letters to change, add, drop or swap with the neighbour (optimal string alignment) to make `typed` into
 * `word`, or into a beginning of `word` when `open`. Gives up with `limit + 1` when it takes more than `limit`. Only
 * cells within `limit` of the diagonal are filled (Ukkonen 1985): no path through another is short enough.
 */
export function measureEdits(typed: string, word: string, limit: number, open: boolean): number {
  const rows = typed.length;
  const columns = open ? Math.min(word.length, rows + limit) : word.length;
  if (rows - columns > limit || columns - rows > limit || rows > longest) return limit + 1;
  const tooMany = limit + 1;
  let [before, last, current] = lines;
  for (let column = 0; column <= columns; column++) last[column] = Math.min(column, tooMany);
  for (let row = 1; row <= rows; row++) {
    const letter = typed.charCodeAt(row - 1);
    const from = Math.max(1, row - limit);
    const to = Math.min(columns, row + limit);
    current[from - 1] = from === 1 ? Math.min(row, tooMany) : tooMany;
    let least = from === 1 ? row : tooMany;
    for (let column = from; column <= to; column++) {
      const other = word.charCodeAt(column - 1);
      const changed = (last[column - 1] ?? 0) + (letter === other ? 0 : 1);
      const dropped = column === row + limit ? tooMany : (last[column] ?? 0) + 1;
      const added = (current[column - 1] ?? 0) + 1;
      let edits = changed < dropped ? changed : dropped;
      if (added < edits) edits = added;
      if (
        row > 1 &&
        column > 1 &&
        letter === word.charCodeAt(column - 2) &&
        other === typed.charCodeAt(row - 2)
      ) {
        const swapped = (before[column - 2] ?? 0) + 1;
        if (swapped < edits) edits = swapped;
      }
      current[column] = edits;
      if (edits < least) least = edits;
    }
    if (least > limit) return tooMany;
    [before, last, current] = [last, current, before];
  }
  if (!open) return Math.min(last[columns] ?? tooMany, tooMany);
  let edits = tooMany;
  for (let column = Math.max(0, rows - limit); column <= columns; column++)
    edits = Math.min(edits, last[column] ?? tooMany);
  return edits;
}

/** Slips forgiven in a word of this length: a short word with two letters wrong is another word. */
export function allowEdits(length: number): number {
  if (length < 4) return 0;
  if (length < 7) return 1;
  return length < 13 ? 2 : 3;
}

const longest = 60;
/** Three lines of the table, used again for each pair of words. */
const lines: [Uint8Array, Uint8Array, Uint8Array] = [
  new Uint8Array(longest + 8),
  new Uint8Array(longest + 8),
  new Uint8Array(longest + 8),
];
