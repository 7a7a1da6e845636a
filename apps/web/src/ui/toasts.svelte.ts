export interface Toast {
  readonly id: number;
  readonly text: string;
  /** What takes it back, if it can be taken back. */
  readonly undo: (() => void) | undefined;
}

let next = 0;
const shown = $state<Toast[]>([]);

export function toasts(): readonly Toast[] {
  return shown;
}

/** Says one sentence at the foot of the page, aloud too: `say(t('round.published'))`. It stays until it is closed or followed by two more. */
export function say(text: string, undo?: () => void): void {
  next += 1;
  shown.push({ id: next, text, undo });
  if (shown.length > 2) shown.shift();
}

export function dismiss(id: number): void {
  const at = shown.findIndex((toast) => toast.id === id);
  if (at >= 0) shown.splice(at, 1);
}
