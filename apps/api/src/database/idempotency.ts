import { and, eq, lt } from 'drizzle-orm';
import { write, type Store, type Write } from './store.ts';
import { idempotencyKey as table } from './tables.ts';

/** One asking that may come twice: who asks what, under which key. */
interface KeyedAsking {
  readonly asker: string;
  readonly endpoint: string;
  readonly key: string;
}
/** `reply` is null as long as it is not known. */
interface KeptReply {
  readonly askedHash: string;
  readonly reply: { readonly value: unknown } | null;
}

/** Replies kept under idempotency keys. */
export interface KeptReplies {
  readonly find: (asking: KeyedAsking) => Promise<KeptReply | null>;
  /** Goes into the list it protects: when the key was taken meanwhile, the whole list is undone. */
  readonly insert: (asking: KeyedAsking, kept: KeptReply, createdAt: string) => Write;
  readonly update: (asking: KeyedAsking, reply: KeptReply['reply']) => Write;
}

export function createKeptReplies({ read }: Pick<Store, 'read'>): KeptReplies {
  return {
    find: async (asking) => {
      const [kept] = await read
        .select({ askedHash: table.askedHash, reply: table.reply })
        .from(table)
        .where(isFor(asking));
      return kept ?? null;
    },
    insert: (asking, kept, createdAt) =>
      write((db) => db.insert(table).values({ ...asking, ...kept, createdAt }), 'key-reused'),
    update: (asking, reply) => write((db) => db.update(table).set({ reply }).where(isFor(asking))),
  };
}

export function deleteKeptRepliesBefore(instant: string): Write {
  return write((db) => db.delete(table).where(lt(table.createdAt, instant)));
}

function isFor({ asker, endpoint, key }: KeyedAsking) {
  return and(eq(table.asker, asker), eq(table.endpoint, endpoint), eq(table.key, key));
}
