import type { Ask, Failure, Kind, Message, Question, Replies } from './protocol.ts';

type AskOf<K extends Kind> = Extract<Ask, { readonly kind: K }>;
/** `replaced`: a newer question of the kind came before this one had its turn. */
export type Outcome<K extends Kind> =
  | { readonly is: 'answered'; readonly reply: Replies[K] }
  | { readonly is: 'replaced' }
  | { readonly is: 'failed'; readonly failure: Failure };

/** As much of a `Worker` as is needed. */
export interface Beside {
  postMessage(question: Question): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Message>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

interface Waiting {
  readonly ask: Ask;
  readonly tell: (outcome: Outcome<Kind>) => void;
}

/**
 * The page's end of the engine. One question is under way at a time; of each kind one more may wait, and a newer one takes
 * its place, so that a hand that is quicker than the engine is followed and not trailed. Opening goes first, then showing.
 */
export class Engine {
  readonly #start: () => Beside;
  #beside: Beside | null = null;
  #number = 0;
  #asked: Waiting | null = null;
  readonly #waiting = new Map<Kind, Waiting>();
  #opened: AskOf<'open'> | null = null;
  /** A fresh worker has answered: one that never does is not started over and over. */
  #isAlive = false;

  constructor(start: () => Beside) {
    this.#start = start;
  }

  ask<K extends Kind>(ask: AskOf<K>): Promise<Outcome<K>> {
    const question: Ask = ask;
    const { kind } = question;
    if (question.kind === 'open') this.#opened = question;
    return new Promise((resolve) => {
      this.#waiting.get(kind)?.tell({ is: 'replaced' });
      this.#waiting.set(kind, { ask, tell: (outcome) => resolve(outcome as Outcome<K>) });
      this.#next();
    });
  }

  close(): void {
    this.#stop({ is: 'replaced' });
  }

  #next(): void {
    if (this.#asked !== null) return;
    const kind = ORDER.find((one) => this.#waiting.has(one));
    const waiting = kind === undefined ? undefined : this.#waiting.get(kind);
    if (kind === undefined || waiting === undefined) return;
    this.#waiting.delete(kind);
    this.#asked = waiting;
    this.#number += 1;
    this.#worker().postMessage({ number: this.#number, ask: waiting.ask });
  }

  #worker(): Beside {
    if (this.#beside !== null) return this.#beside;
    const beside = this.#start();
    beside.onmessage = ({ data }) => this.#hear(data);
    beside.onerror = ({ message }) => this.#break(message);
    this.#beside = beside;
    return beside;
  }

  #hear(message: Message): void {
    if (message.number !== this.#number || this.#asked === null) return;
    const { tell } = this.#asked;
    this.#asked = null;
    this.#isAlive = true;
    tell(
      'failure' in message
        ? { is: 'failed', failure: message.failure }
        : { is: 'answered', reply: message.reply },
    );
    this.#next();
  }

  /** A worker that was ended in the middle: nothing hangs, and the next question finds a fresh one with the same people. */
  #break(place: string): void {
    const wasAlive = this.#isAlive;
    this.#isAlive = false;
    this.#stop({ is: 'failed', failure: { code: 'fault', place } });
    if (wasAlive && this.#opened !== null) void this.ask(this.#opened);
  }

  #stop(outcome: Outcome<Kind>): void {
    this.#beside?.terminate();
    this.#beside = null;
    const told = [...(this.#asked === null ? [] : [this.#asked]), ...this.#waiting.values()];
    this.#asked = null;
    this.#waiting.clear();
    for (const { tell } of told) tell(outcome);
  }
}

const ORDER: readonly Kind[] = ['open', 'show', 'swap', 'try', 'why', 'partners', 'next', 'prove'];
