import { solveAnew, solveWith, type Board, type Gains } from './board.ts';
import { applyChanges, changePerson, listOwnChoices, type Choice, type OwnChange } from './changes.ts';
import { listSets } from './choose.ts';
import type { Help, NoHelp } from './help.ts';
import { gainOf, listOpenable, readRows, replaceRow, type OwnRow, type Place } from './own-rows.ts';
import type { Person, PersonPair } from '../model.ts';
import { describeRemedy, isIn } from './remedy.ts';

/** A longer list of changes is no advice that anybody follows. */
export const MOST_OWN_CHANGES = 3;
/** How many sets of one person are solved at most, where the sums alone do not tell. */
const MOST_SOLVED = 40;

/** What a person's own answers could do for her, and how many partners they would then let her have. */
export interface OwnHelp extends Help<OwnChange> {
  readonly partnersThen: number | null;
}

/**
 * The first set of changes of a person's own answers, in the order of cost, after which the round has her in a pair.
 *
 * Only her own pairs change, so what she would add follows from the best answer as it is (`worthOfPlaces`): above nothing
 * she is in, below it not; only a tie has to be solved. A place in whose stead the whole round would lose more than she
 * can ever bring is not looked at, nor a time at which none of the others can meet: both change nothing.
 */
export function findOwnHelp(board: Board, place: Place): OwnHelp {
  const others = (place.side === 'newcomer' ? board.task.pool.mentors : board.task.pool.newcomers).people;
  if (others.length === 0) return noHelp('nobody-there');
  const choices = listOwnChoices(place.person);
  const openable = listOpenable(board, place);
  const widest = choices.reduce((person, { change }) => changePerson(person, change), place.person);
  const reached = readRows(board, place, [widest], openable)(0).partners;
  if (reached.length === 0) return noHelp('opens-nobody');
  const gains = gainsOf(board, place);
  const promising =
    gains === null ? reached : reached.filter((partner) => mayGain(board, gains, place, partner));
  if (promising.length === 0) return noHelp('places-go-to-others');
  const useful = choices.filter((choice) =>
    canMatter(
      choice,
      promising.map((at) => others[at]),
    ),
  );
  return search(board, place, { gains, openable, promising, useful });
}

interface Field {
  readonly gains: Gains | null;
  readonly openable: readonly number[];
  readonly promising: readonly number[];
  readonly useful: readonly Choice<OwnChange>[];
}

function search(board: Board, place: Place, field: Field): OwnHelp {
  const tried = new Set([keyOf(place.person, readRows(board, place, [place.person], field.promising)(0))]);
  let solved = 0;
  for (let size = 1; size <= MOST_OWN_CHANGES; size++) {
    const sets = listSets(field.useful, size);
    const variants = sets.map((changes) => changes.reduce(changePerson, place.person));
    const rows = readRows(board, place, variants, field.promising);
    for (const [n, changes] of sets.entries()) {
      const row = rows(n);
      const gain = field.gains === null ? gainUnknown(row) : gainOf(field.gains, place, row);
      if (gain < 0) continue;
      const key = keyOf(variants[n], row);
      if (gain === 0 && tried.has(key) && !board.refused.has(place.person.id)) continue;
      if (gain === 0 && solved++ === MOST_SOLVED) return noHelp('too-many-to-try');
      tried.add(key);
      const found = tryChanges(board, place, changes, field);
      if (isIn(found.pairs, place.person.id)) {
        const remedy = describeRemedy(board, place.person.id, changes, found.pairs);
        return { remedy, none: null, partnersThen: found.partners };
      }
    }
  }
  return noHelp('places-go-to-others');
}

/* A pin of hers that was refused could be kept, and a mentor kept for others could become free: then nothing follows from sums. */
function gainsOf(board: Board, { side, person }: Place): Gains | null {
  const isKeeping = side === 'mentor' && board.input.program.keepScarce === true;
  return isKeeping || board.refused.has(person.id) ? null : board.gains;
}

function gainUnknown({ partners }: OwnRow): number {
  return partners.length === 0 ? -Infinity : 0;
}

function mayGain({ task }: Board, gains: Gains, place: Place, partner: number): boolean {
  return gainOf(gains, place, { partners: [partner], scores: [task.candidates.fullScore] }) >= 0;
}

function canMatter({ change }: Choice<OwnChange>, others: readonly (Person | undefined)[]): boolean {
  if (change.change !== 'time') return true;
  const times = new Set(change.halfHours);
  return others.some((other) => other?.availability.some((halfHour) => times.has(halfHour)));
}

/* Two variants with the same pairs come out the same; under `stable` what they wish and accept counts too. */
function keyOf(person: Person | undefined, row: OwnRow): string {
  return JSON.stringify([row, person?.wishes, person?.ways]);
}

function tryChanges(
  board: Board,
  place: Place,
  changes: readonly OwnChange[],
  { gains, openable }: Field,
): { readonly pairs: readonly PersonPair[]; readonly partners: number } {
  const { person } = place;
  const row = readRows(board, place, [changes.reduce(changePerson, person)], openable)(0);
  const pairs =
    gains === null
      ? solveAnew(applyChanges(board.input, person.id, changes))
      : solveWith(board, replaceRow(board.task.candidates, place, row));
  return { pairs, partners: row.partners.length };
}

function noHelp(none: NoHelp): OwnHelp {
  return { remedy: null, none, partnersThen: null };
}
