import type { Labels, Round } from '@parvis/contracts';
import type {
  HeldPair,
  LiveAnswer,
  PairComparison,
  PersonPair,
  Pin,
  RoundInput,
  RoundResult,
} from '@parvis/matching';
import { banned, keyOf, pinned, unbanned, unpinned } from '../byhand.ts';
import {
  beginDeeds,
  does,
  redoes,
  settingsBefore,
  settingsOf,
  stepNow,
  turnsOf,
  undoes,
  type Deeds,
} from './deeds.ts';
import { Engine } from './engine.ts';
import { layDeeds } from './lay.ts';
import type { Partner, Why } from './protocol.ts';
import { explainedByPair, liveRound, type Explained } from './picture.ts';
import { isSameSettings, keyOfSettings, savedSettings, type Deed, type Settings } from './settings.ts';
import { keepSession, readSession, type Base } from './store.ts';
import type { Variant } from './variants.ts';

/** `apart`: too many people for an engine in the browser, so that the server solves. */
type Stand = 'closed' | 'opening' | 'ready' | 'apart' | 'failed';
/** A round of 1,000 on each side opens in a few seconds; larger ones would keep her waiting. */
const MOST_PAIRS_HERE = 1_100_000;
/** The hand rests: time to prove, and to say what happened. */
const REST_MS = 400;

interface Read {
  readonly round: () => Round;
  /** Ids of the people whose pairs are looked at. */
  readonly look: () => readonly string[];
  /** The hand has come to rest after a change. */
  readonly rested: () => void;
}

/** The round under her hands: what she has shaped since it was saved, and what the engine makes of it. Writes nothing. */
export class Live {
  readonly #read: Read;
  readonly #hands = new Engine(startWorker);
  /** Proves and explains at its own pace, so that the hand never waits for it. */
  readonly #desk = new Engine(startWorker);
  #answers = new WeakMap<Settings, LiveAnswer>();
  #frame = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  /** The last opening: one that was overtaken, or came after the page was left, starts nothing. */
  #opening = 0;
  #base: Base;
  /** What she has sent and the server has not answered yet: what it answers is then no news from another. */
  sent: 'save' | 'fresh' | null = null;
  /** Another has saved while she worked: she sees that, or what she has not saved lies on it now. */
  met = $state<'seen' | 'laid' | null>(null);

  stand = $state<Stand>('closed');
  deeds = $state.raw<Deeds>(
    beginDeeds({ program: { requirements: [], preferences: [] }, pins: [], bans: [], away: [] }),
  );
  /** The settings that `answer` belongs to; while the hand moves it may lag a frame behind. */
  #shown = $state.raw<{ readonly settings: Settings; readonly answer: LiveAnswer } | null>(null);
  #explained = $state.raw<Explained>(explainedByPair([]));
  #proven = $state.raw<{ readonly key: string; readonly result: RoundResult } | null>(null);
  #labels = $state.raw<Labels>({});
  /** What was done last, and which way. */
  last = $state.raw<{ readonly deed: Deed; readonly way: 'done' | 'undone' } | null>(null);

  constructor(read: Read) {
    this.#read = read;
    const round = read.round();
    this.#base = { version: round.version, settings: savedSettings(round) };
    this.deeds = beginDeeds(this.#base.settings);
  }

  readonly saved = $derived.by(() => savedSettings(this.#read.round()));
  readonly settings = $derived(settingsOf(this.deeds));
  readonly isOn = $derived(this.stand === 'ready' || this.stand === 'opening');
  /** Her hands can shape it here, whether it is solved here or on the server. */
  readonly canShape = $derived(this.stand !== 'closed');
  readonly isSaved = $derived(isSameSettings(this.settings, this.saved));
  /** What she has changed shows only when the server has solved it. */
  readonly isBlind = $derived(!this.isSaved && (this.stand === 'apart' || this.stand === 'failed'));
  readonly fullScore = $derived.by(() => this.#shown?.answer.fullScore ?? this.#read.round().fullScore);

  readonly #allLabels = $derived.by((): Labels => ({ ...this.#labels, ...this.#read.round().labels }));

  /** The round as it stands under her hands: the server's word where nothing is changed, the engine's otherwise. */
  readonly round = $derived.by((): Round => {
    const saved = this.#read.round();
    if (this.#shown === null || !this.canShape) return saved;
    const { settings, answer } = this.#shown;
    const before = settingsBefore(this.deeds);
    const isProven = this.#proven?.key === keyOfSettings(settings);
    return liveRound(saved, {
      settings,
      answer,
      before: before === null ? null : (this.#answers.get(before) ?? null),
      isSaved: isSameSettings(settings, this.saved),
      explained: this.#explained,
      known: this.#proven?.result ?? null,
      proven: isProven ? (this.#proven?.result ?? null) : null,
      labels: this.#allLabels,
    });
  });

  /** Fetches the round's columns and starts the engine. Called in the browser, for a draft. */
  async open(): Promise<void> {
    const round = this.#read.round();
    const kept = readSession(round.id);
    if (kept !== null && kept.deeds.steps.length > 0) {
      this.deeds = kept.deeds;
      this.#base = kept.base;
      if (kept.base.version !== round.version) this.#layAnew(null);
    }
    await this.#start(round);
  }

  async #start(round: Round): Promise<void> {
    const opening = ++this.#opening;
    const of = (side: 'newcomer' | 'mentor') => round.people.filter((person) => person.side === side).length;
    if (of('newcomer') * of('mentor') > MOST_PAIRS_HERE) {
      this.stand = 'apart';
      return;
    }
    this.stand = 'opening';
    try {
      const answer = await fetch(`/api/rounds/${round.id}/input`, {
        headers: { 'accept-language': document.documentElement.lang },
      });
      if (!answer.ok) throw new Error(`input: ${answer.status}`);
      const { input, labels = {} }: { input: RoundInput; labels?: Labels } = await answer.json();
      if (opening !== this.#opening) return;
      this.#labels = labels;
      await this.#openEngines(input, opening);
    } catch {
      if (opening === this.#opening) this.stand = 'failed';
    }
  }

  close(): void {
    if (this.stand !== 'closed') this.keep();
    this.#opening += 1;
    clearTimeout(this.#rest);
    if (this.#frame !== 0) cancelAnimationFrame(this.#frame);
    this.#hands.close();
    this.#desk.close();
    this.stand = 'closed';
  }

  /** The page has fetched the round again: what she has not saved is laid on what another saved meanwhile. */
  async meet(): Promise<void> {
    const round = this.#read.round();
    if (this.stand === 'closed' || round.status === 'solving' || round.version === this.#base.version) return;
    if (round.status !== 'draft') {
      this.close();
      return;
    }
    const isOwn = this.sent === 'save' || (this.stand === 'apart' && this.isSaved);
    if (isOwn) {
      this.#base = { version: round.version, settings: this.saved };
      this.met = null;
      this.keep();
      return;
    }
    this.#layAnew(this.sent === 'fresh' ? null : 'seen');
    this.#answers = new WeakMap();
    this.#shown = null;
    this.#proven = null;
    await this.#start(round);
  }

  #layAnew(told: 'seen' | null): void {
    const { people, version } = this.#read.round();
    const { saved } = this;
    this.deeds = layDeeds(saved, { base: this.#base.settings, mine: this.settings }, people);
    this.#base = { version, settings: saved };
    this.last = null;
    this.met = this.deeds.done === 0 ? told : 'laid';
    this.keep();
  }

  does(deed: Deed, settings: Settings): void {
    this.deeds = does(this.deeds, stepNow(deed, settings));
    this.last = { deed: turnsOf(this.deeds).undo?.deed ?? deed, way: 'done' };
    this.#follow();
  }

  undo(): void {
    const { undo } = turnsOf(this.deeds);
    if (undo === null) return;
    this.last = { deed: undo.deed, way: 'undone' };
    this.deeds = undoes(this.deeds);
    this.#follow();
  }

  redo(): void {
    const { redo } = turnsOf(this.deeds);
    if (redo === null) return;
    this.last = { deed: redo.deed, way: 'done' };
    this.deeds = redoes(this.deeds);
    this.#follow();
  }

  pin(pin: Pin): void {
    const { newcomer, mentor } = pin;
    this.does({ what: 'pinned', newcomer, mentor }, { ...this.settings, ...pinned(this.settings, pin) });
  }
  unpin({ newcomer, mentor }: PersonPair): void {
    const pair = { newcomer, mentor };
    this.does({ what: 'unpinned', ...pair }, { ...this.settings, ...unpinned(this.settings, pair) });
  }
  ban({ newcomer, mentor }: PersonPair): void {
    const pair = { newcomer, mentor };
    this.does({ what: 'banned', ...pair }, { ...this.settings, ...banned(this.settings, pair) });
  }
  unban({ newcomer, mentor }: PersonPair): void {
    const pair = { newcomer, mentor };
    this.does({ what: 'unbanned', ...pair }, { ...this.settings, ...unbanned(this.settings, pair) });
  }

  /** Two pairs change partners by the least that has to be decided; false when that cannot be. */
  async swap(one: PersonPair, other: PersonPair): Promise<boolean> {
    const { settings } = this;
    const outcome = await this.#hands.ask<'swap'>({ kind: 'swap', settings: plain(settings), one, other });
    if (outcome.is !== 'answered' || outcome.reply === null || this.settings !== settings) return false;
    this.does({ what: 'swapped', one, other }, outcome.reply);
    return true;
  }

  /** What it would cost to lock the two. Null while a newer question is asked, or when it cannot be told. */
  async ifPinned(pair: PersonPair) {
    const outcome = await this.#hands.ask<'try'>({ kind: 'try', pair });
    return outcome.is === 'answered' ? outcome.reply : null;
  }

  async why(pair: PersonPair): Promise<Why | null> {
    const outcome = await this.#desk.ask<'why'>({ kind: 'why', settings: plain(this.settings), pair });
    return outcome.is === 'answered' ? outcome.reply : null;
  }

  async partnersOf(person: string): Promise<readonly Partner[]> {
    const settings = plain(this.settings);
    const outcome = await this.#desk.ask<'partners'>({ kind: 'partners', settings, person });
    return outcome.is === 'answered' ? outcome.reply : [];
  }

  /** Null while a newer question is asked, or when one of the two is not in the round. */
  async nextBest(pairs: readonly HeldPair[], pair: PersonPair): Promise<PairComparison | null> {
    const settings = plain(this.settings);
    const outcome = await this.#desk.ask<'next'>({ kind: 'next', settings, pairs, pair });
    return outcome.is === 'answered' ? outcome.reply : null;
  }

  openVariant({ name, settings }: Variant): void {
    this.does({ what: 'variant', name }, settings);
  }

  /** Whom she looks at has changed: their reasons are asked for. */
  look(): void {
    if (this.stand === 'ready' && !this.isSaved) this.#ask();
  }

  /** What the engine showed, to be held against what the server answered. */
  get pairsShown(): readonly string[] | null {
    return this.#shown === null ? null : this.#shown.answer.pairs.map(keyOf);
  }

  async #openEngines(input: RoundInput, opening: number): Promise<void> {
    void this.#desk.ask<'open'>({ kind: 'open', input });
    await this.#hands.ask<'open'>({ kind: 'open', input });
    if (opening !== this.#opening) return;
    await this.#show(this.deeds.start);
    if (opening !== this.#opening) return;
    const isReady = this.#answers.has(this.deeds.start);
    this.stand = isReady ? 'ready' : 'failed';
    if (isReady && this.deeds.done > 0) this.#follow();
  }

  #follow(): void {
    if (this.stand === 'opening' || this.stand === 'ready') this.#ask();
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      this.keep();
      void this.#prove();
    }, REST_MS);
  }

  /** Once a frame at most, however often the hand moves. */
  #ask(): void {
    const kept = this.#answers.get(this.settings);
    if (kept !== undefined) this.#shown = { settings: this.settings, answer: kept };
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => void this.#show(this.settings));
  }

  async #show(settings: Settings): Promise<void> {
    const begun = performance.now();
    const outcome = await this.#hands.ask<'show'>({
      kind: 'show',
      settings: plain(settings),
      look: [...this.#read.look()],
    });
    if (outcome.is === 'replaced') return;
    if (outcome.is === 'failed') {
      this.#shown = null;
      this.stand = 'failed';
      return;
    }
    const { answer, explained, milliseconds } = outcome.reply;
    performance.measure('round-shown', { start: begun, end: performance.now(), detail: milliseconds });
    this.#answers.set(settings, answer);
    this.#shown = { settings, answer };
    this.#explained = explainedByPair(explained);
  }

  async #prove(): Promise<void> {
    if (this.stand !== 'ready') return;
    const { settings } = this;
    this.#read.rested();
    if (isSameSettings(settings, this.saved)) return;
    const outcome = await this.#desk.ask<'prove'>({ kind: 'prove', settings: plain(settings) });
    if (outcome.is === 'answered') this.#proven = { key: keyOfSettings(settings), result: outcome.reply };
  }

  /** For this tab, through a reload and a look at another page. */
  keep(): void {
    keepSession(this.#read.round().id, { deeds: this.deeds, base: this.#base });
  }
}

/** What a worker can be sent: no proxies. */
function plain(settings: Settings): Settings {
  return $state.snapshot(settings) as Settings;
}

function startWorker(): Worker {
  return new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });
}
