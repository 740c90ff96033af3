import { type Agreement, agreementFrom } from './measure.ts';

/**
 * Pairwise and B³ agreement of clusters with the truth, both given as one label a row; for millions of rows, where
 * `agreementOf` would need their keys. Labels are numbers below the count of rows or persons.
 */
export function labelAgreement(cluster: Int32Array, person: Int32Array): Agreement {
  const rows = cluster.length;
  const pairs = (n: number): number => (n * (n - 1)) / 2;
  const inCluster = sizesOf(cluster);
  const inPerson = sizesOf(person);
  const order = Float64Array.from(cluster, (label, row) => label * inPerson.length + person[row]!).sort();
  let truePairs = 0;
  let found = 0;
  let largest = 0;
  for (const size of inPerson) truePairs += pairs(size);
  for (const size of inCluster) {
    found += pairs(size);
    if (size > largest) largest = size;
  }
  let right = 0;
  let b3Precision = 0;
  let b3Recall = 0;
  for (let at = 0; at < rows; ) {
    let to = at + 1;
    while (to < rows && order[to] === order[at]) to++;
    const label = Math.floor(order[at]! / inPerson.length);
    const together = to - at;
    right += pairs(together);
    b3Precision += together ** 2 / inCluster[label]!;
    b3Recall += together ** 2 / inPerson[order[at]! - label * inPerson.length]!;
    at = to;
  }
  return agreementFrom({ right, found, truePairs, b3Precision, b3Recall, rows, largest });
}

function sizesOf(labels: Int32Array): Int32Array {
  let most = 0;
  for (const label of labels) if (label > most) most = label;
  const sizes = new Int32Array(most + 1);
  for (const label of labels) sizes[label]!++;
  return sizes;
}

/** The share of all pairs of one person that are among these pairs, each of which comes once. */
export function pairRecallOf(pairs: Int32Array, person: Int32Array): number {
  const half = pairs.length / 2;
  let found = 0;
  for (let at = 0; at < half; at++) if (person[pairs[at]!] === person[pairs[half + at]!]) found++;
  let all = 0;
  for (const size of sizesOf(person)) all += (size * (size - 1)) / 2;
  return found / all;
}
