import { readInstance } from '../instance.ts';
import { runAsPeer } from '../loop.ts';

/*
 * The npm package munkres as a peer, on dense problems: it wants arrays of arrays, made before the clock starts.
 * Run: node munkres_peer.ts NAME.json PATH-OF-THE-PACKAGE
 */

const [path, found] = process.argv.slice(2);
if (path === undefined || found === undefined) throw new Error('usage: munkres_peer.ts NAME.json PACKAGE');
const instance = readInstance(path);
await runAsPeer(instance, async () => {
  if (instance.kind !== 'dense') throw new Error('munkres solves dense problems only');
  const { rows, columns, cost } = instance;
  const { munkres }: { munkres: (matrix: number[][]) => [number, number][] } = await import(found);
  const matrix = Array.from({ length: rows }, (_, i) =>
    Array.from(cost.subarray(i * columns, (i + 1) * columns)),
  );
  return () => {
    const columnOfRow = new Int32Array(rows).fill(-1);
    for (const [i, j] of munkres(matrix)) columnOfRow[i] = j;
    return columnOfRow;
  };
});
