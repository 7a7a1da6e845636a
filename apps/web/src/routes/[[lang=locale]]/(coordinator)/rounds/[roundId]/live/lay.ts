import { aimOf, type Rules } from '@parvis/matching';
import { keyOf } from '../byhand.ts';
import { beginDeeds, does, stepNow, type Deeds } from './deeds.ts';
import { isSameSettings, ruleKeyOf, scarceIn, type Settings } from './settings.ts';

interface Between {
  /** What both began from. */
  readonly base: Settings;
  readonly mine: Settings;
}

/** Her steps on what another saved: none, or one that holds all she had not saved. `people`: those still in the round. */
export function layDeeds(
  saved: Settings,
  between: Between,
  people: readonly { readonly id: string }[],
): Deeds {
  const laid = layOn(
    saved,
    between,
    people.map(({ id }) => id),
  );
  const anew = beginDeeds(saved);
  return isSameSettings(laid, saved) ? anew : does(anew, stepNow({ what: 'laid' }, laid));
}

/**
 * What was changed from `base` to `mine`, done to what another made of `base` meanwhile: both keep their changes, and where
 * they changed the same thing, mine counts. `known`: ids of the people who are still in the round.
 */
export function layOn(theirs: Settings, { base, mine }: Between, known: readonly string[]): Settings {
  const people = new Set(known);
  const away = laid((id: string) => id, { theirs: theirs.away, base: base.away, mine: mine.away });
  const bans = laid(keyOf, { theirs: theirs.bans, base: base.bans, mine: mine.bans });
  const pins = laid(keyOf, { theirs: theirs.pins, base: base.pins, mine: mine.pins });
  const [myPins, barred, gone] = [new Set(mine.pins.map(keyOf)), new Set(bans.map(keyOf)), new Set(away)];
  const isHere = (id: string): boolean => people.has(id) && !gone.has(id);
  const locked = pins.filter(
    (pin) =>
      isHere(pin.newcomer) && isHere(pin.mentor) && (myPins.has(keyOf(pin)) || !barred.has(keyOf(pin))),
  );
  const pinned = new Set(locked.map(keyOf));
  return {
    program: layRules(theirs.program, { base: base.program, mine: mine.program }),
    pins: locked,
    bans: bans.filter((ban) => people.has(ban.newcomer) && people.has(ban.mentor) && !pinned.has(keyOf(ban))),
    away: away.filter((id) => people.has(id)),
  };
}

function layRules(theirs: Rules, { base, mine }: { readonly base: Rules; readonly mine: Rules }): Rules {
  const aim = aimOf(mine) === aimOf(base) ? aimOf(theirs) : aimOf(mine);
  const scarce = scarceIn(mine) === scarceIn(base) ? scarceIn(theirs) : scarceIn(mine);
  return {
    requirements: laid(ruleKeyOf, {
      theirs: theirs.requirements,
      base: base.requirements,
      mine: mine.requirements,
    }),
    preferences: laid(({ kind }) => kind, {
      theirs: theirs.preferences,
      base: base.preferences,
      mine: mine.preferences,
    }),
    aim,
    keepScarce: scarce === 'kept',
  };
}

interface Three<T> {
  readonly theirs: readonly T[];
  readonly base: readonly T[];
  readonly mine: readonly T[];
}

/** In their order; what is new comes last. */
function laid<T>(nameOf: (one: T) => string, { theirs, base, mine }: Three<T>): readonly T[] {
  const byName = (all: readonly T[]): ReadonlyMap<string, T> => new Map(all.map((one) => [nameOf(one), one]));
  const [was, is, has] = [byName(base), byName(mine), byName(theirs)];
  const isMine = (name: string): boolean => JSON.stringify(was.get(name)) !== JSON.stringify(is.get(name));
  const kept = theirs.flatMap((one) => {
    const name = nameOf(one);
    const changed = isMine(name) ? is.get(name) : one;
    return changed === undefined ? [] : [changed];
  });
  return [...kept, ...mine.filter((one) => !has.has(nameOf(one)) && isMine(nameOf(one)))];
}
