import type { LinkedPair } from '../linkage/index.ts';
import type { MachineGrade, RecordId, ReviewQuality } from '../model/index.ts';
import { scriptsOf } from './review-queue.ts';
import type { Basis } from './sketch.ts';

/** Pairs of one kind: of one verdict and band of probability, one pair of scripts, names about as common. */
interface Stratum {
  readonly verdict: 'joined' | 'possible';
  readonly script: string;
  readonly commonness: string;
  pairs: number;
  reviewed: number;
  /** Of those reviewed, how many are one person. */
  same: number;
}

const BANDS = [0.1, 0.5, 0.9, 0.99];
const bandOf = (probability: number): number => BANDS.filter((edge) => probability >= edge).length;

/** Persons that bear the name: two at most, up to nine, more. */
const commonnessOf = (namesakes: number): string =>
  namesakes <= 2 ? 'rare' : namesakes < 10 ? 'some' : 'common';

const DRAWS = 2_000;

/**
 * How often the machine is right in this case, from pairs that people answered. Pairs are not answered evenly: those
 * worth most come first. So they are counted within strata (verdict and band of probability, scripts, how common the
 * name is), and each stratum weighs by how many pairs it has. Within a stratum the answered pairs stand for the others:
 * what is left of bias when the queue prefers some of them. Of a stratum's unanswered pairs the share that is one person
 * has the distribution Beta(same + ½, different + ½) (Jeffreys); intervals are the 2.5 and 97.5 per cent of 2,000 draws,
 * seeded, so that the same answers give the same figures. "Not sure" is no answer. Recall is over pairs that the
 * machine told at all: what it never saw as a pair, nobody reviews.
 */
export function machineGrades(basis: Basis): Omit<ReviewQuality, 'agreement'> {
  const strata = [...strataOf(basis).values()];
  const groups = (by: 'script' | 'commonness', names: readonly string[]): MachineGrade[] =>
    names.map((name) =>
      gradeOf(
        name,
        strata.filter((stratum) => stratum[by] === name),
      ),
    );
  return {
    all: gradeOf('all', strata),
    byScript: groups('script', ['arabic', 'latin', 'across']),
    byCommonness: groups('commonness', ['rare', 'some', 'common']),
  };
}

function strataOf({ ground, grouping: { rulings } }: Basis): Map<string, Stratum> {
  const strata = new Map<string, Stratum>();
  for (const pair of ground.linkage.pairs) {
    const stratum = stratumOf(strata, pair, ground);
    if (!stratum) continue;
    stratum.pairs++;
    const judgement = rulings.between(pair.a as RecordId, pair.b as RecordId)?.judgement;
    if (judgement === undefined || judgement === 'unsure') continue;
    stratum.reviewed++;
    if (judgement === 'same') stratum.same++;
  }
  return strata;
}

function stratumOf(
  strata: Map<string, Stratum>,
  { a, b, probability, verdict }: LinkedPair,
  ground: Basis['ground'],
): Stratum | undefined {
  if (verdict === 'different') return undefined;
  const [one, other] = [a as RecordId, b as RecordId];
  const told = verdict === 'same' ? 'joined' : 'possible';
  const script = scriptsOf(ground.row(one).name.script, ground.row(other).name.script);
  const commonness = commonnessOf(Math.max(ground.namesakes(one), ground.namesakes(other)));
  const key = `${told} ${bandOf(probability)} ${script} ${commonness}`;
  let stratum = strata.get(key);
  if (!stratum) {
    stratum = { verdict: told, script, commonness, pairs: 0, reviewed: 0, same: 0 };
    strata.set(key, stratum);
  }
  return stratum;
}

function gradeOf(group: string, strata: readonly Stratum[]): MachineGrade {
  const sum = (verdict: Stratum['verdict'], what: 'pairs' | 'reviewed'): number =>
    strata.reduce((total, stratum) => total + (stratum.verdict === verdict ? stratum[what] : 0), 0);
  const counts = {
    group,
    joined: sum('joined', 'pairs'),
    possible: sum('possible', 'pairs'),
    reviewedJoined: sum('joined', 'reviewed'),
    reviewedPossible: sum('possible', 'reviewed'),
  };
  if (counts.reviewedJoined + counts.reviewedPossible === 0) return counts;
  const random = seeded(strata.length * 7919 + counts.reviewedJoined * 31 + counts.reviewedPossible);
  const precisions: number[] = [];
  const recalls: number[] = [];
  for (let draw = 0; draw < DRAWS; draw++) {
    let joined = 0;
    let missed = 0;
    for (const { verdict, pairs, reviewed, same } of strata) {
      const rest = pairs - reviewed;
      const share = rest === 0 ? 0 : beta(same + 0.5, reviewed - same + 0.5, random);
      if (verdict === 'joined') joined += same + rest * share;
      else missed += same + rest * share;
    }
    precisions.push(joined / Math.max(1, counts.joined));
    recalls.push(joined + missed === 0 ? 0 : joined / (joined + missed));
  }
  return {
    ...counts,
    ...(counts.reviewedJoined > 0 ? { precision: middle(precisions) } : {}),
    ...(counts.reviewedJoined > 0 && counts.reviewedPossible > 0 ? { recall: middle(recalls) } : {}),
  };
}

function middle(values: number[]): { value: number; low: number; high: number } {
  values.sort((a, b) => a - b);
  const at = (share: number): number => values[Math.round(share * (values.length - 1))]!;
  return { value: at(0.5), low: at(0.025), high: at(0.975) };
}

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function beta(a: number, b: number, random: () => number): number {
  const one = gamma(a, random);
  return one / (one + gamma(b, random));
}

/** Marsaglia and Tsang 2000; for shapes below one by the boost that they give. */
function gamma(shape: number, random: () => number): number {
  if (shape < 1) return gamma(shape + 1, random) * Math.max(random(), 1e-12) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(Math.max(random(), 1e-12))) * Math.cos(2 * Math.PI * random());
    const v = (1 + c * normal) ** 3;
    if (v > 0 && Math.log(Math.max(random(), 1e-12)) < 0.5 * normal ** 2 + d - d * v + d * Math.log(v))
      return d * v;
  }
}
