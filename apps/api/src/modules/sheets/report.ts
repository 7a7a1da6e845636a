import type { CellGuess, CellProblem } from '@parvis/contracts';

/** What a report can hold and a person can look through. */
const MANY_GUESSES = 1_000;
const MOST_GUESSES = 5_000;
const MANY_PROBLEMS = 40_000;

/** All guesses; of very many, each kind once, where it stands first. */
export function limitGuesses(guesses: readonly CellGuess[]): readonly CellGuess[] {
  if (guesses.length <= MANY_GUESSES) return guesses;
  const kinds = new Map<string, CellGuess>();
  for (const guess of guesses) {
    const kind = `${guess.column}|${guess.value}|${guess.understood}`;
    if (!kinds.has(kind)) kinds.set(kind, guess);
  }
  return [...kinds.values()].slice(0, MOST_GUESSES);
}

/** All problems; of very many, the first two of each row, so that no row is missing. */
export function limitProblems(problems: readonly CellProblem[]): readonly CellProblem[] {
  if (problems.length <= MANY_PROBLEMS) return problems;
  const told = new Map<number, number>();
  return problems.filter(({ row }) => {
    const before = told.get(row) ?? 0;
    told.set(row, before + 1);
    return before < 2;
  });
}
