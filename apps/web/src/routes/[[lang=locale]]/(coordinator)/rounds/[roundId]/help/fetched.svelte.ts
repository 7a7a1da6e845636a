import { api, ApiProblem } from '#lib/api.ts';
import { helpLeftOut } from '@parvis/contracts';
import type { HelpReply } from './help.ts';

/**
 * What would help those whom a round leaves out, fetched when the page stands already, and again when the round is another.
 * Called while a component is made. Null until it is known, and where it cannot be had: the page says all else without it.
 */
export function fetchHelp(round: () => { readonly id: string; readonly version: number }): {
  readonly found: HelpReply | null;
} {
  let found = $state.raw<HelpReply | null>(null);
  // The same round is asked about anew when it has been solved anew.
  const asked = $derived(`${round().id} ${String(round().version)}`);

  $effect(() => {
    const leaving = new AbortController();
    const [roundId = ''] = asked.split(' ');
    void ask(roundId, leaving.signal).then((answer) => {
      if (!leaving.signal.aborted) found = answer;
    });
    return () => {
      leaving.abort();
      found = null;
    };
  });

  return {
    get found() {
      return found;
    },
  };
}

async function ask(roundId: string, signal: AbortSignal): Promise<HelpReply | null> {
  try {
    return await api(helpLeftOut, { params: { roundId }, signal });
  } catch (reason) {
    if (reason instanceof ApiProblem || signal.aborted) return null;
    throw reason;
  }
}
