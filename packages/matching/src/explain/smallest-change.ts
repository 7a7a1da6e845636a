import { layBoard, type Board } from './board.ts';
import type { RuleChange } from './changes.ts';
import type { Help, SmallestChange } from './help.ts';
import { FEWEST_TOLD, tellCount, type Count } from './hidden.ts';
import { MatchingError } from '../errors.ts';
import type { RoundInput, RoundResult } from '../model.ts';
import { findOwnHelp } from './own-help.ts';
import { brokenRow, findPlace, type Place } from './own-rows.ts';
import { openRuleHelp } from './rule-help.ts';

/**
 * The smallest set of changes after which a person who is left out is paired: among her own answers (at most
 * `MOST_OWN_CHANGES`), and apart from that among the program's rules (at most `MOST_RULE_CHANGES`). Null for one in a pair.
 *
 * The order of cost: fewer changes before more; of as many, the set that asks least (each kind of change has its burden, see
 * `listOwnChoices` and `listRuleChoices`); of those the first in the fixed order of the lists. Every set before the one
 * given was held against the aims and does not help. Under the aim of the program. Throws `unknown-person`.
 */
export function smallestChange(
  input: RoundInput,
  result: RoundResult,
  personId: string,
): SmallestChange | null {
  const board = layBoard(input, result);
  const place = findPlace(board, personId);
  if (place === null) throw new MatchingError('unknown-person', 'personId', personId);
  return board.paired.has(personId) ? null : describe(board, place, openRuleHelp(board));
}

/** The same for everyone whom the round leaves out, in its order. */
export function smallestChanges(input: RoundInput, result: RoundResult): readonly SmallestChange[] {
  const board = layBoard(input, result);
  const findRuleHelp = openRuleHelp(board);
  return result.leftOut.flatMap(({ id }) => {
    const place = findPlace(board, id);
    return place === null ? [] : [describe(board, place, findRuleHelp)];
  });
}

function describe(
  board: Board,
  place: Place,
  findRuleHelp: (place: Place) => Help<RuleChange>,
): SmallestChange {
  const { remedy, none, partnersThen } = findOwnHelp(board, place);
  const now = brokenRow(board, place).filter((bits) => bits === 0).length;
  return {
    forStaff: {
      id: place.person.id,
      side: place.side,
      own: { remedy, none },
      rules: findRuleHelp(place),
    },
    forPerson: {
      changes: remedy?.changes ?? null,
      none,
      partners: { now: tellCount(now), then: tellMore(now, partnersThen) },
    },
  };
}

/* Neither the number nor what it is more than the one before may be small. */
function tellMore(now: number, then: number | null): Count {
  if (then === null) return null;
  return then - now < FEWEST_TOLD ? null : then;
}
