import { applyAction, type SubmitFunction } from '$app/forms';
import { invalidateAll } from '$app/navigation';
import type { RibbonFocus } from '#ui/Ribbons.svelte';
import type { Round } from '@parvis/contracts';
import { createContext, tick } from 'svelte';
import { keyOf } from './byhand.ts';
import type { PageData } from './$types';
import { readRound, type MatchedPair } from './view.ts';

type Read = () => PageData;
type Tell = (round: Round) => string;

/** What the workspace remembers between two solvings: who is looked at, what is open, what was said. */
export class Workspace {
  readonly #read: Read;
  readonly #tell: Tell;
  #chosen = $state<RibbonFocus | null>(null);
  #partner = $state('');
  #passed = $state('');
  /** A solving is under way. */
  busy = $state(false);
  /** The last change in one sentence, for those who hear the page. */
  said = $state('');
  keysShown = $state(false);
  choosing = $state(false);

  constructor(read: Read, tell: Tell) {
    this.#read = read;
    this.#tell = tell;
    const { asked } = read();
    this.choosing = (asked.newcomer === '') !== (asked.mentor === '');
  }

  readonly round = $derived.by(() => this.#read().round);
  readonly program = $derived.by(() => this.#read().program);
  readonly view = $derived(readRound(this.round));
  readonly isDraft = $derived(this.round.status === 'draft');

  /** Someone is asked about in the address: two people, or one for whom another is sought. */
  readonly isAsking = $derived.by(() => {
    const { asked } = this.#read();
    return asked.newcomer + asked.mentor !== '' && keyOf(asked) !== this.#passed;
  });

  /** The two who were asked about in the address, until something else is looked at. */
  readonly asked = $derived.by(() => {
    const { pairing } = this.#read();
    return this.isAsking ? pairing : null;
  });

  /** Who is looked at; at first whoever has waited longest. */
  readonly focus = $derived.by((): RibbonFocus | null => {
    const { mentors, newcomers } = this.view;
    const chosen = this.#chosen;
    const shown = (chosen?.side === 'left' ? mentors : newcomers).some(({ id }) => id === chosen?.id);
    if (chosen !== null && shown) return chosen;
    const first = mentors.find(({ id }) => this.view.pairsOf(id).length > 0);
    return first === undefined ? null : { side: 'left', id: first.id };
  });

  /** The pair that is looked at, if that person has one. */
  readonly pair = $derived.by((): MatchedPair | null => {
    if (this.focus === null) return null;
    const mine = this.view.pairsOf(this.focus.id);
    return mine.find((pair) => [pair.newcomer, pair.mentor].includes(this.#partner)) ?? mine[0] ?? null;
  });

  look(focus: RibbonFocus): void {
    if (focus.id !== this.focus?.id) this.#partner = '';
    this.#chosen = focus;
    this.#pass();
  }

  lookAtPair({ newcomer, mentor }: { readonly newcomer: string; readonly mentor: string }): void {
    this.#chosen = { side: 'left', id: mentor };
    this.#partner = newcomer;
    this.#pass();
  }

  /** Asked again about two who were looked away from. */
  askAgain(): void {
    this.#passed = '';
    this.choosing = true;
  }

  /** Sends a form and solves; what was in focus stays in focus, and what changed is said. */
  readonly solve: SubmitFunction = ({ cancel, formData }) => {
    if (this.busy) {
      cancel();
      return;
    }
    this.busy = true;
    const held = document.activeElement?.id ?? '';
    const newcomer = formData.get('newcomer');
    const mentor = formData.get('mentor');
    return async ({ result, update }) => {
      if (result.type !== 'redirect') {
        this.busy = false;
        await update({ reset: false });
        // Someone else was faster: show what holds now, beside what was said no to.
        if (result.type === 'failure' && result.status === 409) await invalidateAll();
        return;
      }
      await applyAction({ type: 'success', status: 200, location: location.pathname + location.search });
      await invalidateAll();
      this.busy = false;
      const isAsked = this.asked !== null;
      if (isAsked && typeof newcomer === 'string' && typeof mentor === 'string') {
        this.lookAtPair({ newcomer, mentor });
      }
      this.said = this.#tell(this.round);
      await tick();
      keepFocus(held);
    };
  };

  #pass(): void {
    this.#passed = keyOf(this.#read().asked);
    this.choosing = false;
  }
}

/** The rows may have changed places under the one that had focus. */
function keepFocus(id: string): void {
  if (id === '' || document.activeElement?.id === id) return;
  document.getElementById(id)?.focus({ preventScroll: true });
}

const [workspace, setWorkspace] = createContext<Workspace>();
export { setWorkspace, workspace };
