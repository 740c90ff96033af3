import {
  ARABIC_LETTERS,
  LATIN_LETTERS,
  openTransducer,
  type SpellingPair,
  type Transducer,
  trainTransducer,
} from '../../src/names/index.ts';
import { crossScriptPairs, googlePairs, wikidataPairs } from './pairs.ts';
import { type Scorer, skeletonWithLevenshtein, transliterationWithJaroWinkler } from './peers.ts';
import { isTest, type Query, recallOf, tokenTest } from './split.ts';
import { TRANSLATIONS } from './translations.ts';

/**
 * node bench/names/tokens.ts [queries] — Arabic tokens never seen in training, each ranked against every Latin spelling
 * of the test part. The test part is a quarter of the normalised Arabic forms of the Wikidata pairs, drawn by hash; all
 * its forms are taken out of both training corpora. `queries` caps each set (400 unless told; 0 for all).
 */
const cap = Number(process.argv[2] ?? 400) || Number.POSITIVE_INFINITY;
const wikidata = wikidataPairs();
const { queries, candidates } = tokenTest(wikidata);
const arabOrigin = queries.filter((query) => query.arabOrigin);
const sets: readonly (readonly [string, readonly Query[]])[] = [
  ['all tokens', queries.slice(0, cap)],
  ['Arab-origin', arabOrigin.slice(0, cap)],
  [
    'Arab-origin, no translations',
    arabOrigin.filter(({ arabic }) => !TRANSLATIONS.has(arabic)).slice(0, cap),
  ],
];

const unseen = [...wikidata, ...googlePairs()].filter(({ arabic }) => !isTest(arabic));
const training = crossScriptPairs(unseen);
const started = process.cpuUsage().user;
const full = openTransducer(trainTransducer(ARABIC_LETTERS, LATIN_LETTERS, training));
console.log(
  `trained on ${training.length} pairs in ${((process.cpuUsage().user - started) / 1e6).toFixed(1)} CPU-seconds:`,
  `${full.model.units.length} units, ${full.parameters} parameters`,
);
console.log(
  `${queries.length} test forms, ${arabOrigin.length} of them Arab-origin; ${candidates.length} candidates\n`,
);

/** log P(arabic | latin): the joint probability over the model's own account of the Latin side. */
function byTransducer(transducer: Transducer): Scorer {
  const words = candidates.map((candidate) => transducer.right(candidate));
  return (arabic, scores) => {
    const word = transducer.left(arabic);
    words.forEach((other, index) => {
      scores[index] = transducer.logJoint(word, other) - other.logAlone;
    });
  };
}

/** log P(arabic, latin) − 0.7 log P(latin) by a letter bigram: how the trial before this one scored. */
function byBigram(transducer: Transducer, pairs: readonly SpellingPair[]): Scorer {
  const counts = new Map<string, number>();
  const add = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { right } of pairs)
    for (let at = 0; at <= right.length; at++) {
      add(`${right[at - 1] ?? ''}>${right[at] ?? ''}`);
      add(`${right[at - 1] ?? ''}>any`);
    }
  const words = candidates.map((candidate) => {
    let alone = 0;
    for (let at = 0; at <= candidate.length; at++) {
      const before = `${candidate[at - 1] ?? ''}>`;
      alone += Math.log(
        ((counts.get(before + (candidate[at] ?? '')) ?? 0) + 0.5) / ((counts.get(`${before}any`) ?? 0) + 13),
      );
    }
    return { word: transducer.right(candidate), alone };
  });
  return (arabic, scores) => {
    const left = transducer.left(arabic);
    words.forEach(({ word, alone }, index) => {
      scores[index] = transducer.logJoint(left, word) - 0.7 * alone;
    });
  };
}

const methods: readonly (readonly [string, Scorer])[] = [
  ['letters + Jaro-Winkler', transliterationWithJaroWinkler(candidates)],
  ['skeleton + Levenshtein', skeletonWithLevenshtein(candidates)],
  ['transducer, λ 0.7 bigram', byBigram(full, training)],
  ['transducer, own marginal', byTransducer(full)],
];
const percent = (share: number): string => (100 * share).toFixed(1).padStart(5);
console.log('recall %'.padEnd(28), ...sets.map(([name, of]) => `${name} (${of.length})`.padEnd(36)));
for (const [name, scorer] of methods) {
  const cells = sets.map(([, of]) => {
    const { at1, at10, at50 } = recallOf(of, candidates, scorer);
    return `@1 ${percent(at1)}  @10 ${percent(at10)}  @50 ${percent(at50)}`.padEnd(36);
  });
  console.log(name.padEnd(28), ...cells);
}
