/** Those that stand at the foot of the page. */
export const STRIP = [
  { keys: ['↑', '↓'], does: 'move' },
  { keys: ['←', '→'], does: 'side' },
  { keys: ['P'], does: 'pin' },
  { keys: ['B'], does: 'ban' },
  { keys: ['S'], does: 'swap' },
  { keys: ['Enter'], does: 'reasons' },
  { keys: ['Ctrl', 'Z'], does: 'undo' },
] as const;

/** All keys of the workspace, in the order in which they are told. */
export const KEYS = [...STRIP, { keys: ['Esc'], does: 'back' }, { keys: ['?'], does: 'all' }] as const;

export type Deed = 'pin' | 'ban' | 'swap' | 'undo' | 'redo' | 'back' | 'all';

/** What a key means here, or null: where someone writes or chooses it is theirs, and letters may be turned off. */
export function deedOf(event: KeyboardEvent, letters: 'on' | 'off'): Deed | null {
  if (event.defaultPrevented || event.isComposing || event.altKey) return null;
  const key = event.key.toLowerCase();
  const isTurn = (event.ctrlKey || event.metaKey) && key === 'z';
  if (event.target instanceof Element && event.target.closest(isTurn ? WRITTEN : TAKEN) !== null) return null;
  if (event.ctrlKey || event.metaKey) {
    if (key !== 'z') return null;
    return event.shiftKey ? 'redo' : 'undo';
  }
  if (key === 'escape') return 'back';
  if (letters === 'off') return null;
  return LETTERS[key] ?? null;
}

const TAKEN = 'input, textarea, select, dialog';
/** Where Ctrl Z takes back what was written; a slider or a switch writes nothing. */
const WRITTEN = 'input:not([type=range], [type=radio], [type=checkbox]), textarea, select, dialog';
const LETTERS: Readonly<Partial<Record<string, Deed>>> = { p: 'pin', b: 'ban', s: 'swap', '?': 'all' };
