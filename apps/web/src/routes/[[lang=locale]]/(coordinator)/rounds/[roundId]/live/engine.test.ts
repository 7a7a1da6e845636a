import type { RoundInput } from '@parvis/matching';
import { describe, expect, it } from 'vitest';
import { Engine, type Beside } from './engine.ts';
import type { Message, Question } from './protocol.ts';
import { openSession } from './session.ts';

const settings = { program: { requirements: [], preferences: [] }, pins: [], bans: [], away: [] };
const input: RoundInput = { program: settings.program, newcomers: [], mentors: [], now: '2026-03-02' };

/** A worker that answers only when told to. */
class Slow implements Beside {
  onmessage: Beside['onmessage'] = null;
  onerror: Beside['onerror'] = null;
  readonly asked: Question[] = [];
  readonly #answer = openSession(() => 0);
  ended = false;

  postMessage(question: Question): void {
    this.asked.push(question);
  }
  terminate(): void {
    this.ended = true;
  }
  answers(message: Message = this.#answer(this.#last)): void {
    this.onmessage?.(new MessageEvent('message', { data: message }));
  }
  dies(): void {
    this.onerror?.(Object.assign(new Event('error'), { message: 'killed' }) as ErrorEvent);
  }
  get #last(): Question {
    const last = this.asked.at(-1);
    if (last === undefined) throw new Error('nothing was asked');
    return last;
  }
}

function start() {
  const workers: Slow[] = [];
  const engine = new Engine(() => {
    const worker = new Slow();
    workers.push(worker);
    return worker;
  });
  const show = (look: string) => engine.ask<'show'>({ kind: 'show', settings, look: [look] });
  return { workers, engine, show };
}

describe('the engine beside the page', () => {
  it('answers the newest of the questions that waited, and tells the others they were replaced', async () => {
    const { workers, engine, show } = start();
    const opened = engine.ask<'open'>({ kind: 'open', input });
    workers[0]?.answers();
    expect((await opened).is).toBe('answered');
    const answers = [show('a'), show('b'), show('c')];
    workers[0]?.answers();
    workers[0]?.answers();
    expect((await Promise.all(answers)).map(({ is }) => is)).toEqual(['answered', 'replaced', 'answered']);
    expect(workers[0]?.asked.map(({ ask }) => (ask.kind === 'show' ? ask.look[0] : ask.kind))).toEqual([
      'open',
      'a',
      'c',
    ]);
  });

  it('a worker that is killed in the middle fails what was asked, and a fresh one is opened with the same people', async () => {
    const { workers, engine, show } = start();
    void engine.ask<'open'>({ kind: 'open', input });
    workers[0]?.answers();
    const lost = show('a');
    workers[0]?.dies();
    expect(await lost).toEqual({ is: 'failed', failure: { code: 'fault', place: 'killed' } });
    expect(workers.map(({ ended, asked }) => [ended, asked.at(-1)?.ask.kind])).toEqual([
      [true, 'show'],
      [false, 'open'],
    ]);
    workers[1]?.answers();
    const found = show('b');
    workers[1]?.answers();
    expect((await found).is).toBe('answered');
  });

  it('a worker that never starts is not started over and over', async () => {
    const { workers, engine } = start();
    const opened = engine.ask<'open'>({ kind: 'open', input });
    workers[0]?.dies();
    expect((await opened).is).toBe('failed');
    expect(workers).toHaveLength(1);
  });

  it('says with its code and place what the engine will not take', async () => {
    const { workers, engine } = start();
    void engine.ask<'open'>({ kind: 'open', input });
    workers[0]?.answers();
    const program = { requirements: [], preferences: [{ kind: 'age' as const, weight: 99 }] };
    const shown = engine.ask<'show'>({ kind: 'show', settings: { ...settings, program }, look: [] });
    workers[0]?.answers();
    expect(await shown).toMatchObject({ is: 'failed', failure: { code: 'bad-rule' } });
  });
});
