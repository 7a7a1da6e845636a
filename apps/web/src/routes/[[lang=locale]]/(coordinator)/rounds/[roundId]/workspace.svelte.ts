import { applyAction, type SubmitFunction } from '$app/forms';
import { invalidateAll } from '$app/navigation';
import type { RibbonFocus } from '#ui/Ribbons.svelte';
import type { Labels, Round, RoundChange } from '@parvis/contracts';
import { ofHundred, type LiveChange, type Obstacle } from '@parvis/matching';
import { createContext, tick } from 'svelte';
import { keyOf, type PersonPair } from './byhand.ts';
import { figuresOf } from './live/figures.ts';
import { Live } from './live/live.svelte.ts';
import { withoutPerson, withPersonBack } from './live/settings.ts';
import type { Variant } from './live/variants.ts';
import type { PageData } from './$types';
import { readRound, readRows, type MatchedPair, type Share } from './view.ts';

type Read = () => PageData;
type Tell = (desk: Workspace) => string;

/** Two who are asked about: why these two, or why not, and what it would cost. */
export interface Asked extends PersonPair {
  readonly score: number;
  readonly reasons: readonly Share[];
  readonly obstacles: readonly Obstacle[];
  readonly ifPinned: RoundChange | null;
  readonly labels: Labels;
}

/** What the workspace remembers between two solvings: who is looked at, what is open, what was said. */
export class Workspace {
  readonly #read: Read;
  readonly #tell: Tell;
  /** The round under her hands, where there is JavaScript. */
  readonly live: Live;
  #chosen = $state<RibbonFocus | null>(null);
  #partner = $state('');
  #passed = $state('');
  #question = $state.raw<Asked | null>(null);
  /** Someone for whom another is sought. */
  #seeking = $state.raw<Partial<PersonPair> | null>(null);
  /** A solving is under way. */
  busy = $state(false);
  /** The last change in one sentence, for those who hear the page. */
  said = $state('');
  /** The pairs she saw when she saved, until the next step. */
  #seen = $state.raw<readonly string[] | null>(null);
  /** A variant is on its way to the server, or out of it. */
  keeping = $state(false);
  swapFailed = $state(false);
  /** What was sent last did not arrive. */
  unsent = $state(false);
  /** The list of others she could meet is asked for by a key, and takes the focus when it comes. */
  wantsPartner = $state(false);
  keysShown = $state(false);
  choosing = $state(false);

  constructor(read: Read, tell: Tell) {
    this.#read = read;
    this.#tell = tell;
    const { asked } = read();
    this.choosing = (asked.newcomer === '') !== (asked.mentor === '');
    this.live = new Live({
      round: () => read().round,
      look: () => this.#lookedAt,
      rested: () => this.#rested(),
    });
  }

  /** As the server has it. */
  readonly saved = $derived.by(() => this.#read().round);
  readonly round = $derived.by((): Round => this.live.round);
  readonly program = $derived.by(() => this.#read().program);
  readonly #rows = $derived(readRows(this.saved));
  readonly view = $derived(readRound(this.round, this.#rows));
  readonly isDraft = $derived(this.saved.status === 'draft');

  /** What the save came to: the server's answer held against what she saw, once it is solved. */
  readonly afterSave = $derived.by((): 'saved' | 'differs' | null => {
    if (this.#seen === null || !this.isDraft) return null;
    return areSame(this.#seen, this.saved.pairs.map(keyOf)) ? 'saved' : 'differs';
  });

  /** Someone is asked about in the address: two people, or one for whom another is sought. */
  readonly isAsking = $derived.by(() => {
    if (this.#seeking !== null) return true;
    const { asked } = this.#read();
    return asked.newcomer + asked.mentor !== '' && keyOf(asked) !== this.#passed;
  });

  /** Whom she asks about, or tries to find someone for. */
  readonly asking = $derived.by(() => {
    const { newcomer = '', mentor = '' } = this.#seeking ?? this.#read().asked;
    return { newcomer, mentor };
  });

  /** The two who are asked about, until something else is looked at. */
  readonly asked = $derived.by((): Asked | null => {
    if (this.#question !== null) return this.#question;
    const { pairing } = this.#read();
    return this.isAsking && !this.live.canShape ? pairing : null;
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

  /** The round as it is now, to be held against a variant. */
  readonly asVariant = $derived.by((): Variant => {
    const { pairs, fullScore, certificate } = this.round;
    const total = pairs.reduce((sum, { score }) => sum + score, 0);
    const people = this.view.pairedCounts.mentor + this.view.pairedCounts.newcomer;
    const weakest = pairs.reduce<number | null>((least, { score }) => Math.min(least ?? score, score), null);
    const longestLeftOutWeeks = this.round.leftOut.reduce<number | null>(
      (most, { weeksWaiting }) => Math.max(most ?? 0, weeksWaiting),
      null,
    );
    return {
      id: 'now',
      name: '',
      settings: this.live.settings,
      figures: figuresOf({
        people: certificate?.people ?? people,
        total,
        pairs: pairs.length,
        weakest,
        longestLeftOutWeeks,
        fullScore,
      }),
      pairs: pairs.map(({ newcomer, mentor, score }) => ({
        newcomer,
        mentor,
        score: ofHundred(score, fullScore),
      })),
    };
  });

  nameOf(id: string): string {
    return this.view.nameOf(id);
  }

  look(focus: RibbonFocus): void {
    const isOther = focus.id !== this.focus?.id;
    if (isOther) this.#partner = '';
    this.#chosen = focus;
    this.#pass();
    if (isOther) this.live.look();
  }

  lookAtPair({ newcomer, mentor }: PersonPair): void {
    this.#chosen = { side: 'left', id: mentor };
    this.#partner = newcomer;
    this.#pass();
    this.live.look();
  }

  /** Asked again about two who were looked away from. */
  askAgain(): void {
    this.#passed = '';
    this.choosing = true;
  }

  /** Two of the round, or one for whom another is sought, without asking the server. */
  async askAbout(pair: PersonPair): Promise<void> {
    if (pair.newcomer === '' || pair.mentor === '') {
      this.#seeking = pair;
      this.#question = null;
      this.choosing = true;
      return;
    }
    if (this.view.pairs.has(keyOf(pair))) {
      this.lookAtPair(pair);
      return;
    }
    await this.#answer(pair);
    this.#seeking = pair;
    this.choosing = false;
    await tick();
    document.getElementById('pair')?.focus();
  }

  takeOut(id: string): void {
    this.live.does({ what: 'away', person: id }, withoutPerson(this.live.settings, id));
  }

  takeBack(id: string): void {
    this.live.does({ what: 'back', person: id }, withPersonBack(this.live.settings, id));
  }

  goToSaved(): void {
    this.live.does({ what: 'as-saved' }, this.live.saved);
  }

  async swap(one: PersonPair, other: PersonPair): Promise<void> {
    this.swapFailed = false;
    const isDone = await this.live.swap(one, other);
    this.swapFailed = !isDone;
    if (isDone) this.lookAtPair({ newcomer: other.newcomer, mentor: one.mentor });
  }

  /** Sends a form and solves; what was in focus stays in focus, and what changed is said. Under her hands it stays here. */
  readonly solve: SubmitFunction = ({ action, cancel, formData }) => {
    const newcomer = String(formData.get('newcomer') ?? '');
    const mentor = String(formData.get('mentor') ?? '');
    const held = document.activeElement?.id ?? '';
    if (this.live.canShape && this.#act(action, formData)) {
      cancel();
      void tick().then(() => keepFocus(held));
      return;
    }
    if (this.busy) {
      cancel();
      return;
    }
    this.busy = true;
    if (action.searchParams.has('/fresh')) this.live.sent = 'fresh';
    return async ({ result, update }) => {
      if (result.type !== 'redirect') {
        this.live.sent = null;
        this.busy = false;
        if (this.#isLost(result)) return;
        await update({ reset: false });
        // Someone else was faster: show what holds now, beside what was said no to.
        if (result.type === 'failure' && result.status === 409) await invalidateAll();
        return;
      }
      await this.#arrive();
      const isAsked = this.asked !== null;
      if (isAsked && newcomer !== '' && mentor !== '') this.lookAtPair({ newcomer, mentor });
      this.said = this.#tell(this);
      await tick();
      keepFocus(held);
    };
  };

  /** Saves what she shaped, and holds the server's answer against what she saw. */
  readonly save: SubmitFunction = ({ cancel }) => {
    if (this.busy) {
      cancel();
      return;
    }
    this.busy = true;
    this.live.sent = 'save';
    const seen = this.live.pairsShown;
    return async ({ result, update }) => {
      if (result.type !== 'redirect') {
        this.live.sent = null;
        this.busy = false;
        if (this.#isLost(result)) return;
        await update({ reset: false });
        if (result.type === 'failure' && result.status === 409) await invalidateAll();
        return;
      }
      await this.#arrive();
      this.#seen = seen ?? this.saved.pairs.map(keyOf);
      await tick();
      document.getElementById('publish')?.focus();
    };
  };

  /** Keeps the round under a name, or forgets one that was kept; the draft and her steps stay as they are. */
  readonly keepVariant: SubmitFunction = ({ cancel, formElement }) => {
    if (this.keeping) {
      cancel();
      return;
    }
    this.keeping = true;
    return async ({ result, update }) => {
      if (result.type === 'redirect') {
        await this.#arrive();
        formElement.reset();
      } else if (!this.#isLost(result)) await update({ reset: false });
      this.keeping = false;
    };
  };

  /** No answer, or a fault: she stays with what she has shaped, and can try again. */
  #isLost({ type }: { readonly type: string }): boolean {
    this.unsent = type === 'error';
    return this.unsent;
  }

  async #arrive(): Promise<void> {
    this.unsent = false;
    await applyAction({ type: 'success', status: 200, location: location.pathname + location.search });
    await invalidateAll();
    await this.live.meet();
    this.live.sent = null;
    this.busy = false;
  }

  /** What a form asks for, done here; false for what only the server can do. */
  #act(action: URL, form: FormData): boolean {
    const name = [...action.searchParams.keys()].find((key) => key.startsWith('/'))?.slice(1);
    const pair = { newcomer: String(form.get('newcomer') ?? ''), mentor: String(form.get('mentor') ?? '') };
    const reason = String(form.get('reason') ?? '').trim();
    this.#seen = null;
    this.swapFailed = false;
    if (name === 'undo') this.live.undo();
    else if (name === 'redo') this.live.redo();
    else if (name === 'pin') this.live.pin({ ...pair, reason: reason === '' ? null : reason });
    else if (name === 'unpin') this.live.unpin(pair);
    else if (name === 'ban') this.live.ban(pair);
    else if (name === 'unban') this.live.unban(pair);
    else return false;
    return true;
  }

  async #answer(pair: PersonPair): Promise<void> {
    const [why, effect] = await Promise.all([this.live.why(pair), this.live.ifPinned(pair)]);
    if (why === null) return;
    const { fullScore } = this.live;
    const change = effect?.conflict === null ? effect.change : null;
    this.#question = {
      ...why,
      ifPinned: change === null ? null : withFullScore(change, fullScore),
      labels: this.round.labels,
    };
  }

  #rested(): void {
    if (!this.live.isSaved) this.#seen = null;
    this.said = this.#tell(this);
    if (this.#question !== null) void this.#answer(this.#question);
  }

  get #lookedAt(): readonly string[] {
    return this.focus === null ? [] : [this.focus.id];
  }

  #pass(): void {
    this.#passed = keyOf(this.#read().asked);
    this.#question = null;
    this.#seeking = null;
    this.swapFailed = false;
    this.choosing = false;
  }
}

function withFullScore({ before, after, formed, parted }: LiveChange, fullScore: number): RoundChange {
  const figures = ({ people, total, weakest, longestLeftOutWeeks }: LiveChange['before']) => ({
    people,
    total,
    weakest,
    longestLeftOutWeeks,
    fullScore,
  });
  return { before: figures(before), after: figures(after), formed: [...formed], parted: [...parted] };
}

function areSame(some: readonly string[], others: readonly string[]): boolean {
  const known = new Set(others);
  return some.length === known.size && some.every((key) => known.has(key));
}

/** The rows may have changed places under the one that had focus. */
function keepFocus(id: string): void {
  if (id === '' || document.activeElement?.id === id) return;
  document.getElementById(id)?.focus({ preventScroll: true });
}

const [workspace, setWorkspace] = createContext<Workspace>();
export { setWorkspace, workspace };
