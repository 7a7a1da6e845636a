import { ruleBit } from '../columns/compiled.ts';
import { solveRelaxed, type Board } from './board.ts';
import { applyChanges, type RuleChange } from './changes.ts';
import { listSets } from './choose.ts';
import type { Help } from './help.ts';
import { brokenRow, type Place } from './own-rows.ts';
import type { PersonPair } from '../model.ts';
import { describeRemedy, isIn } from './remedy.ts';
import { listRuleChoices } from './rule-changes.ts';

/** One rule moved, or two where only both together open a partner: more is another program. */
export const MOST_RULE_CHANGES = 2;

/** Finds what the program's rules could do for one person after another; a round solved for one serves all. */
export function openRuleHelp(board: Board): (place: Place) => Help<RuleChange> {
  const { program } = board.input;
  const choices = listRuleChoices(program.requirements);
  const sets = Array.from({ length: MOST_RULE_CHANGES }, (_, n) => listSets(choices, n + 1)).flat();
  const all = maskOf(choices.map(({ change }) => change));
  const solved = new Map<readonly RuleChange[], readonly PersonPair[]>();
  const solve = (changes: readonly RuleChange[]): readonly PersonPair[] => {
    const known = solved.get(changes);
    if (known !== undefined) return known;
    const changed = applyChanges(board.input, '', changes).program;
    const pairs = solveRelaxed(board, changed, maskOf(changes));
    solved.set(changes, pairs);
    return pairs;
  };
  return (place) => {
    const row = [...brokenRow(board, place)];
    if (row.length === 0) return { remedy: null, none: 'nobody-there' };
    if (!row.some((bits) => (bits & ~all) === 0)) return { remedy: null, none: 'opens-nobody' };
    for (const changes of sets) {
      if (!mayHelp(row, changes)) continue;
      const pairs = solve(changes);
      if (!isIn(pairs, place.person.id)) continue;
      return { remedy: describeRemedy(board, place.person.id, changes, pairs), none: null };
    }
    return { remedy: null, none: 'places-go-to-others' };
  };
}

function maskOf(changes: readonly RuleChange[]): number {
  return changes.reduce((mask, { from }) => mask | ruleBit(from.kind), 0);
}

/* One change may also help by giving others other partners; two only where a partner breaks what both are about. */
function mayHelp(row: readonly number[], changes: readonly RuleChange[]): boolean {
  const mask = maskOf(changes);
  const isOpen = (bits: number): boolean => (bits & ~mask) === 0;
  if (changes.length === 1) return row.some(isOpen);
  return row.some((bits) => isOpen(bits) && changes.every((change) => (bits & maskOf([change])) !== 0));
}
