/**
 * Changes the weight of one criterion by so much: one multiplication and one addition for each pair. `| 0` keeps the
 * sums whole numbers of 32 bits, which a full score is far below; four at a time, so that the loop is not drawn into
 * colder code.
 */
export function rescore(score: Int32Array, hundredths: Uint8Array, change: number): void {
  let e = 0;
  for (; e + 3 < score.length; e += 4) {
    score[e] = ((score[e] ?? 0) + Math.imul(change, hundredths[e] ?? 0)) | 0;
    score[e + 1] = ((score[e + 1] ?? 0) + Math.imul(change, hundredths[e + 1] ?? 0)) | 0;
    score[e + 2] = ((score[e + 2] ?? 0) + Math.imul(change, hundredths[e + 2] ?? 0)) | 0;
    score[e + 3] = ((score[e + 3] ?? 0) + Math.imul(change, hundredths[e + 3] ?? 0)) | 0;
  }
  for (; e < score.length; e++) score[e] = ((score[e] ?? 0) + Math.imul(change, hundredths[e] ?? 0)) | 0;
}
