import { type DecisionId, type ItemId, type RecordId, recordOf, type StatementId } from './ids.ts';
import type { FigureOperator } from './statement.ts';
import type { ClaimRelationType, Stance, Verification } from './vocabulary.ts';

/** What a named person decided, when and why. Never changes; undone by another decision. */
export type Decision = {
  readonly id: DecisionId;
  readonly by: string;
  /** The account that was signed in; absent where nobody signs in. */
  readonly account?: string;
  /** ISO date-time, UTC. */
  readonly at: string;
  readonly reason?: string;
} & DecisionMatter;

export type DecisionMatter =
  /** These records are the same person, or are not, or this person could not tell. */
  | {
      readonly kind: 'link';
      readonly a: RecordId;
      readonly b: RecordId;
      readonly judgement: 'same' | 'different' | 'unsure';
      /** A decision on the same pair that stood already and that whoever decided had not seen. */
      readonly beside?: DecisionId;
    }
  /** What became of the person of this record, known by more than a list. Counts once two people have decided it. */
  | { readonly kind: 'fate'; readonly record: RecordId; readonly fate: DecidedFate }
  /** That a place is known, or is known and not to be told: whoever is found decides. */
  | {
      readonly kind: 'whereabouts';
      readonly record: RecordId;
      readonly whereabouts: 'known' | 'known-not-disclosed';
    }
  /** One value of a list: seen to be so, not so, or written wrongly; the right value is never in the clear. */
  | {
      readonly kind: 'statement';
      readonly statement: StatementId;
      readonly judgement: 'verified' | 'refuted';
    }
  | {
      readonly kind: 'statement';
      readonly statement: StatementId;
      readonly judgement: 'corrected';
      readonly value: string;
    }
  /** Of values that cannot all be true, those that are taken to hold; none where nobody can know. */
  | {
      readonly kind: 'settle';
      readonly statements: readonly StatementId[];
      readonly holds: readonly StatementId[];
    }
  /** What the person of `a` is to the person of `b`. */
  | { readonly kind: 'kin'; readonly a: RecordId; readonly b: RecordId; readonly relation: KinRelation }
  /** This item, with all its records, no longer counts. */
  | { readonly kind: 'withdraw-item'; readonly item: ItemId }
  | ClaimMatter
  | ReadingMatter
  /** A name as reports write it means this one: a body, a place, a person who speaks. */
  | { readonly kind: 'same-name'; readonly written: string; readonly name: string }
  /** One list is the newer version of another: rows that both have are one row, and no row counts twice. */
  | {
      readonly kind: 'supersede';
      readonly newer: ItemId;
      readonly older: ItemId;
      readonly rows: readonly RowRun[];
    }
  /** An earlier decision no longer counts. */
  | { readonly kind: 'undo'; readonly decision: DecisionId };

/** What a person makes of claims. A claim is derived, so each names statements, which never change. */
export type ClaimMatter =
  /** These two statements say the same thing, or do not. */
  | {
      readonly kind: 'claim-link';
      readonly a: StatementId;
      readonly b: StatementId;
      readonly judgement: 'same' | 'different';
    }
  /** A relation between the claims of these two statements holds, or does not. */
  | {
      readonly kind: 'claim-relation';
      readonly from: StatementId;
      readonly relation: ClaimRelationType;
      readonly to: StatementId;
      readonly judgement: 'holds' | 'does-not-hold';
    }
  /** What the claim is held to be, as it stood: all statements that it had. The decision's reason says why. */
  | {
      readonly kind: 'claim-assess';
      readonly statements: readonly StatementId[];
      readonly verification: Verification;
    }
  /** What is put right about the claim in public; the decision's reason is the text. */
  | { readonly kind: 'claim-correct'; readonly statements: readonly StatementId[] };

/** What a person puts right in what was read off a report. The report's words never change. */
export type ReadingMatter =
  /** These words state nothing. */
  | { readonly kind: 'read-nothing'; readonly statement: StatementId }
  /** They say it so, not as it was read. */
  | { readonly kind: 'read-as'; readonly statement: StatementId; readonly value: ReadAs }
  /** A statement that was not read: characters `[start, end)` of the file. Its id is `<record>.<decision>`. */
  | {
      readonly kind: 'read-too';
      readonly record: RecordId;
      readonly start: number;
      readonly end: number;
      readonly value: ReadAs;
    };

/** How a person reads a statement. */
export interface ReadAs {
  readonly stance: Stance;
  /** Who says it, behind the outlet, outermost first; nobody where the outlet speaks itself. */
  readonly through: readonly string[];
  /** How many of what (in the words of `MEASURES`); absent where nothing is counted. */
  readonly figure?:
    | {
        readonly op: FigureOperator;
        readonly value?: number | undefined;
        /** Upper end of a range. */
        readonly high?: number | undefined;
        readonly measure: string;
      }
    | undefined;
  /** Where; "" where no place is meant, absent where it stays as it was read. */
  readonly place?: string | undefined;
}

/** The id of a statement that a person read where the machine read none. */
export const readTooId = ({ id, record }: Extract<Decision, { kind: 'read-too' }>): StatementId =>
  `${record}.${id}` as StatementId;

/** The statements that a decision about claims is about. */
export function statementsOf(matter: ClaimMatter): readonly StatementId[] {
  switch (matter.kind) {
    case 'claim-link':
      return [matter.a, matter.b];
    case 'claim-relation':
      return [matter.from, matter.to];
    default:
      return matter.statements;
  }
}

export const DECIDED_FATES = [
  'contacted-alive',
  'registered-dead',
  'remains-presumptive',
  'remains-confirmed',
] as const;
export type DecidedFate = (typeof DECIDED_FATES)[number];

/** `parent`: a is a parent of b. */
export const KIN_RELATIONS = ['parent', 'sibling', 'spouse', 'kin'] as const;
export type KinRelation = (typeof KIN_RELATIONS)[number];

/** Who decides: a name, and the account that was signed in where there is one. */
export type Decider = string | { readonly name: string; readonly account: string };

/**
 * A person's name as it counts for telling two people apart: letter case, marks, invisible characters and spaces do not
 * make another person.
 */
export const foldedActor = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

/**
 * So many records that follow one another in both versions of a list, by their places in their items, from 1. `changed`:
 * the newer one stands for the older one; `same`: they say the same, and the older one stands for both.
 */
export interface RowRun {
  readonly older: number;
  readonly newer: number;
  readonly count: number;
  readonly as: 'same' | 'changed';
}

/** The decisions that still count: those that no later one has undone, in order. */
export function standingDecisions(all: readonly Decision[]): Decision[] {
  const undone = new Set<DecisionId>();
  for (let at = all.length - 1; at >= 0; at--) {
    const decision = all[at]!;
    if (decision.kind === 'undo' && !undone.has(decision.id)) undone.add(decision.decision);
  }
  return all.filter((decision) => decision.kind !== 'undo' && !undone.has(decision.id));
}

/** What a case calls by which name: every spelling that a person has given, by the name it means. */
export const namesGiven = (all: readonly Decision[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    standingDecisions(all).flatMap((one) =>
      one.kind === 'same-name' ? [[one.written, one.name] as const] : [],
    ),
  );

/** The records that a decision is about: none for one about items or claims. */
export function recordsOfDecision(decision: Decision): readonly RecordId[] {
  switch (decision.kind) {
    case 'link':
    case 'kin':
      return [decision.a, decision.b];
    case 'fate':
    case 'whereabouts':
      return [decision.record];
    case 'statement':
      return [recordOf(decision.statement)];
    case 'settle':
      return decision.statements.map(recordOf);
    case 'read-nothing':
    case 'read-as':
      return [recordOf(decision.statement)];
    case 'read-too':
      return [decision.record];
    default:
      return [];
  }
}
