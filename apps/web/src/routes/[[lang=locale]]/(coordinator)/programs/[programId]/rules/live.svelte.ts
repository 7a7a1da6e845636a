import { checkRules, type Problem } from '@parvis/contracts';
import type { Rules } from '@parvis/matching';
import { api, ApiProblem, type ApiReply } from '#lib/api.ts';

const PAUSE = 350;

/** What the rules would mean, asked a moment after the last change. Writes nothing. */
export function liveCheck(programId: () => string) {
  let check = $state.raw<ApiReply<typeof checkRules>>();
  let problem = $state.raw<Problem>();
  let busy = $state(false);
  let pause: ReturnType<typeof setTimeout> | undefined;
  let asked = new AbortController();

  async function look(rules: Rules): Promise<void> {
    const mine = new AbortController();
    asked = mine;
    try {
      check = await api(checkRules, {
        params: { programId: programId() },
        body: { rules },
        signal: mine.signal,
      });
      problem = undefined;
    } catch (reason) {
      if (mine.signal.aborted) return;
      if (!(reason instanceof ApiProblem)) throw reason;
      problem = reason.problem;
    }
    busy = false;
  }

  return {
    get check() {
      return check;
    },
    get problem() {
      return problem;
    },
    get busy() {
      return busy;
    },
    ask(rules: Rules): void {
      clearTimeout(pause);
      asked.abort();
      busy = true;
      pause = setTimeout(() => void look(rules), PAUSE);
    },
  };
}
