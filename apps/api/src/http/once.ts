import { Refused } from '@parvis/contracts';
import { createHash } from 'node:crypto';
import type { Deps } from '../deps.ts';
import { Invalid } from './invalid.ts';

interface Asking {
  readonly asker: string;
  readonly endpoint: string;
  readonly key: string;
  /** Params, query and body as sent. */
  readonly asked: unknown;
}

/**
 * Does a thing once however often it is asked under one key. The key goes into the same transaction as what is written, so
 * nothing is made twice even if the machine stops in between; the reply goes there too when the use case hands it to
 * `writeTogether`, and otherwise right after.
 */
export function createOnce(): <R>(
  deps: Deps,
  asking: Asking,
  work: (deps: Deps) => Promise<R>,
) => Promise<R> {
  const underway = new Map<string, Promise<unknown>>();
  return async <R>(deps: Deps, asking: Asking, work: (deps: Deps) => Promise<R>): Promise<R> => {
    const name = `${asking.asker} ${asking.endpoint} ${asking.key}`;
    // In line before anything is awaited: two that come in the same moment must not both be first.
    const before = underway.get(name)?.catch(() => undefined) ?? Promise.resolve();
    const done = before.then(() => answerOnce(deps, asking, work));
    underway.set(name, done);
    try {
      return await done;
    } finally {
      if (underway.get(name) === done) underway.delete(name);
    }
  };
}

async function answerOnce<R>(deps: Deps, asking: Asking, work: (deps: Deps) => Promise<R>): Promise<R> {
  const { asked, ...keyed } = asking;
  if (!/^[\x21-\x7e]{8,200}$/.test(keyed.key))
    throw new Invalid([{ path: 'Idempotency-Key', code: 'not-a-key', facts: {} }]);
  const askedHash = createHash('sha256').update(JSON.stringify(asked)).digest('base64url');
  const kept = await deps.keptReplies.find(keyed);
  if (kept !== null) {
    if (kept.askedHash !== askedHash) throw new Refused('key-reused');
    // Written, but the machine stopped before the reply was kept: done is done, and what came of it is to be looked up.
    if (kept.reply === null) throw new Refused('changed-meanwhile');
    return kept.reply.value as R;
  }

  const stand: { progress: 'nothing' | 'written' | 'replied' } = { progress: 'nothing' };
  const writeTogether = async <S>(writes: Parameters<Deps['store']['writeTogether']>[0], reply?: S) => {
    const first = stand.progress === 'nothing';
    const known = reply === undefined ? null : { value: reply };
    const key = first ? [deps.keptReplies.insert(keyed, { askedHash, reply: known }, deps.now())] : [];
    const answer = await deps.store.writeTogether([...key, ...writes], reply);
    if (first) stand.progress = known === null ? 'written' : 'replied';
    return answer;
  };
  const store = { ...deps.store, writeTogether: writeTogether as Deps['store']['writeTogether'] };
  const reply = await work({ ...deps, store });
  if (stand.progress === 'written') {
    await deps.store.writeTogether([deps.keptReplies.update(keyed, { value: reply })]);
  }
  return reply;
}
