import { readInstance } from './instance.ts';
import { runAsPeer } from './loop.ts';
import { prepareDense } from './peer-dense.ts';
import { prepareSparse } from './peer-sparse.ts';

/*
 * The solver as a peer among others: solves one instance file again and again and prints a JSON line per event
 * (prep, start, run, end), the first run with its answer recomputed from the instance.
 * Run: node packages/matching/bench/peer.ts NAME.json
 */

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('usage: node packages/matching/bench/peer.ts NAME.json');
const instance = readInstance(path);
await runAsPeer(instance, () =>
  instance.kind === 'dense' ? prepareDense(instance) : prepareSparse(instance),
);
