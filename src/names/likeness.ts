import { arabicDistance } from './arabic-distance.ts';
import { type CompoundKind, type TokenForm, tokenForm } from './compounds.ts';
import { isGivenName } from './given-names.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { arabicLatin, latinLatin } from './models.ts';
import { skeletonOf } from './skeleton.ts';
import type { AlignmentStep, PreparedWord } from './transducer.ts';

/** A token made ready to be compared many times. Make it once and keep it. */
export interface PreparedToken {
  readonly written: string;
  readonly form: TokenForm;
  readonly skeleton: string;
  /** In the model between scripts: the left word where it is Arabic, the right where it is Latin. */
  readonly across: PreparedWord | undefined;
  /** In the model between Latin spellings, as the left and as the right word, and its likelihood with itself. */
  readonly within:
    | { readonly left: PreparedWord; readonly right: PreparedWord; readonly self: number }
    | undefined;
}

export function prepareToken(written: string): PreparedToken {
  const form = tokenForm(written);
  const { script, core } = form;
  const latin = script === 'latin';
  const left = latin ? latinLatin.left(core) : undefined;
  const right = latin ? latinLatin.right(core) : undefined;
  return {
    written,
    form,
    skeleton: skeletonOf(form),
    across: latin ? arabicLatin.right(core) : script === 'arabic' ? arabicLatin.left(core) : undefined,
    within: left && right ? { left, right, self: latinLatin.logJoint(left, right) } : undefined,
  };
}

/** Falling cost in nats a letter against likeness; between the points the line is straight. */
type Curve = readonly (readonly [cost: number, likeness: number])[];

const ACROSS: Curve = [
  [0.3, 1],
  [1.35, 0.85],
  [1.9, 0.65],
  [2.6, 0.4],
  [4, 0.1],
  [6, 0],
];
const WITHIN_LATIN: Curve = [
  [0, 1],
  [1, 0.85],
  [1.45, 0.7],
  [2, 0.5],
  [3, 0.2],
  [5, 0],
];
/** Costs in letters, as a share of the longer word. */
const WITHIN_ARABIC: Curve = [
  [0, 1],
  [0.11, 0.85],
  [0.2, 0.68],
  [0.28, 0.5],
  [0.5, 0.2],
  [1, 0],
];

function along(curve: Curve, cost: number): number {
  for (let at = 1; at < curve.length; at++) {
    const [here, likeness] = curve[at]!;
    if (cost > here) continue;
    const [before, more] = curve[at - 1]!;
    return cost <= before ? more : more + ((cost - before) / (here - before)) * (likeness - more);
  }
  return curve.at(-1)![1];
}

/** What a compound against a plain word, or against another compound, is worth: كريم and عبد الكريم are two names. */
const KIND_DIFFERS = 0.6;
const ARTICLE_DIFFERS = 0.97;

/**
 * How surely two tokens are one name in two spellings, 0..1, symmetric: 0.85 and above is equal up to spelling, 0.6 and
 * above near. Allocates nothing between Latin and Arabic and between Latin tokens.
 */
export function likenessOf(a: PreparedToken, b: PreparedToken): number {
  const formA = a.form;
  const formB = b.form;
  if (formA.core === '' || formB.core === '') return a.written === b.written && a.written !== '' ? 1 : 0;
  const same = formA.kind === formB.kind;
  if (same && formA.script === formB.script && formA.core === formB.core)
    return formA.article === formB.article ? 1 : ARTICLE_DIFFERS;
  const cores = coreLikeness(a, b);
  if (!same) return cores * kindFactor(formA.kind, formB.kind);
  return formA.article === formB.article ? cores : cores * ARTICLE_DIFFERS;
}

const kindFactor = (a: CompoundKind | undefined, b: CompoundKind | undefined): number =>
  a === undefined || b === undefined ? KIND_DIFFERS : KIND_DIFFERS * KIND_DIFFERS;

function coreLikeness(a: PreparedToken, b: PreparedToken): number {
  const coreA = a.form.core;
  const coreB = b.form.core;
  if (coreA.length === 1 || coreB.length === 1) return initialLikeness(a, b);
  if (a.form.script === b.form.script) {
    if (coreA === coreB) return 1;
    if (a.form.script === 'arabic') return arabicLikeness(coreA, coreB);
    return latinLikeness(a, b);
  }
  return a.form.script === 'arabic' ? acrossLikeness(a, b) : acrossLikeness(b, a);
}

/** A single letter stands for a name that begins with it, and proves little. */
function initialLikeness(a: PreparedToken, b: PreparedToken): number {
  if (a.form.script === b.form.script) return a.form.core[0] === b.form.core[0] ? 0.6 : 0.1;
  return a.skeleton[0] === b.skeleton[0] ? 0.6 : 0.1;
}

/** Two known names that are written apart are two names, however near. */
const TWO_NAMES = 0.55;

function arabicLikeness(a: string, b: string): number {
  const { cost } = arabicDistance(a, b);
  const likeness = along(WITHIN_ARABIC, cost / Math.max(a.length, b.length, 3));
  return likeness > TWO_NAMES && isGivenName(a) && isGivenName(b) ? TWO_NAMES : likeness;
}

function latinLikeness(a: PreparedToken, b: PreparedToken): number {
  const joint =
    (latinLatin.logJoint(a.within!.left, b.within!.right) +
      latinLatin.logJoint(b.within!.left, a.within!.right)) /
    2;
  const letters = (a.form.core.length + b.form.core.length) / 2;
  return along(WITHIN_LATIN, Math.max(0, ((a.within!.self + b.within!.self) / 2 - joint) / letters));
}

function acrossLikeness(arabic: PreparedToken, latin: PreparedToken): number {
  const left = arabic.across!;
  const right = latin.across!;
  const joint = arabicLatin.logJoint(left, right);
  const cost = (left.logAlone + right.logAlone - 2 * joint) / (left.length + right.length);
  return along(ACROSS, cost);
}

export type TokenOutcome = 'equal' | 'near' | 'far';

/** At least this likeness is "equal up to spelling", and at least this "near". */
export const EQUAL = 0.85;
export const NEAR = 0.6;
export const outcomeOf = (likeness: number): TokenOutcome =>
  likeness >= EQUAL ? 'equal' : likeness >= NEAR ? 'near' : 'far';

export interface TokenComparison {
  /** 0..1, symmetric. */
  readonly score: number;
  readonly outcome: TokenOutcome;
  /** Jaro-Winkler of the two in one script, for comparison with other tools; absent across scripts. */
  readonly jaroWinkler?: number;
  /** Which letters met at what cost: nats between scripts and Latin spellings, letters between Arabic ones. */
  readonly alignment: readonly AlignmentStep[];
}

/** Compares two tokens of any script, and shows how the letters met. See {@link likenessOf}. */
export function compareTokens(a: string, b: string): TokenComparison {
  const first = prepareToken(a);
  const second = prepareToken(b);
  const score = likenessOf(first, second);
  const outcome = outcomeOf(score);
  const alignment = alignmentOf(first, second);
  return first.form.script === second.form.script
    ? { score, outcome, jaroWinkler: jaroWinkler(first.form.core, second.form.core), alignment }
    : { score, outcome, alignment };
}

function alignmentOf(a: PreparedToken, b: PreparedToken): readonly AlignmentStep[] {
  if (a.form.core === '' || b.form.core === '') return [];
  if (a.form.script === 'arabic' && b.form.script === 'arabic')
    return arabicDistance(a.form.core, b.form.core).steps;
  if (a.within && b.within) return latinLatin.align(a.within.left, b.within.right);
  if (a.form.script === 'arabic') return arabicLatin.align(a.across!, b.across!);
  return arabicLatin
    .align(b.across!, a.across!)
    .map(({ a: arabic, b: latin, cost }) => ({ a: latin, b: arabic, cost }));
}
