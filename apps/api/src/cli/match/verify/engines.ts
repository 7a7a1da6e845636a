import { Unusable } from '../unusable.ts';

/** The round was made by an engine that this one knows nothing of. */
export class NewerEngine extends Unusable {
  readonly engine: string;
  readonly ours: string;

  constructor({ engine, ours }: { readonly engine: string; readonly ours: string }, message: string) {
    super(message);
    this.engine = engine;
    this.ours = ours;
  }
}

/** How an engine of that name stands to ours. One whose name says no number is taken for newer: nothing is known of it. */
export function compareEngines(engine: string, ours: string): 'older' | 'same' | 'newer' {
  const [theirs, own] = [numberOf(engine), numberOf(ours)];
  if (theirs === own) return 'same';
  return theirs < own ? 'older' : 'newer';
}

function numberOf(engine: string): number {
  const [, number = 'Infinity'] = /^parvis-(\d+)$/.exec(engine) ?? [];
  return Number(number);
}
