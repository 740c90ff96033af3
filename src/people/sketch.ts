import { type Decision, type Fate, type RecordId, recordsOfDecision } from '../model/index.ts';
import type { Conflict } from './conflict.ts';
import {
  type Decided,
  type DecidedOfRecords,
  decidedOfRecords,
  type SettleDecision,
} from './decided-of-records.ts';
import { rowAsDecided } from './decided-row.ts';
import { type FateOfPerson, fatesOfPerson, isDeath } from './fate.ts';
import type { Ground, Row } from './ground.ts';
import { type Grouping, groupRecords } from './grouping.ts';
import type { OpenPair } from './machine-persons.ts';
import { once } from './once.ts';

/** All that persons are computed from; nothing of a person is kept but this. */
export interface Basis {
  readonly ground: Ground;
  readonly grouping: Grouping;
  readonly decided: DecidedOfRecords;
  /** Every decision that stands, oldest first. */
  readonly standing: readonly Decision[];
}

/** A conflict, and the decision that settled it where one did. */
export type SettledConflict = Conflict & { readonly settled?: Decided<SettleDecision> };

/** What lists and filters need of a person, without the links. */
export interface Sketch {
  readonly records: readonly RecordId[];
  /** As they count once people have looked at them. */
  readonly rows: readonly Row[];
  readonly fates: readonly FateOfPerson[];
  readonly conflicts: readonly SettledConflict[];
  readonly open: readonly OpenPair[];
  /** True where a join was made by the machine alone. */
  readonly suggested: boolean;
}

type Drawn = Omit<Sketch, 'open'>;

/**
 * Sketches as the machine left everybody, and for whom a decision touches the last one with all that it was made of beside
 * the rows. They outlive a decision: a case has a hundred thousand, and each decision asks for all.
 */
interface Remembered {
  readonly basis: Basis;
  readonly ofRows: (person: number) => Sketch;
  readonly decided: Map<number, { readonly madeOf: string; readonly drawn: Drawn }>;
}

const remembered = new WeakMap<Ground, Remembered>();

function remember(ground: Ground): Remembered {
  let known = remembered.get(ground);
  if (!known) {
    const decided = decidedOfRecords([], ground);
    const grouping = groupRecords(ground, { standing: [], decided });
    const basis: Basis = { ground, grouping, decided, standing: [] };
    const ofRows = once((person: number): Sketch => {
      const records = grouping.recordsOf(person);
      return { ...drawnAnew(basis, records), open: openOf(basis, records) };
    });
    known = { basis, ofRows, decided: new Map() };
    remembered.set(ground, known);
  }
  return known;
}

/** What there is before any decision. */
export const basisOfRows = (ground: Ground): Basis => remember(ground).basis;

/** Everybody as the rows alone have them, drawn once. */
export const sketchesOfRows = (ground: Ground): ((person: number) => Sketch) => remember(ground).ofRows;

const openOf = ({ grouping }: Basis, records: readonly RecordId[]): readonly OpenPair[] =>
  records.length === 1 ? grouping.openOf(records[0]!) : records.flatMap(grouping.openOf);

/** Everybody as decisions leave them; whom no new decision touches is not drawn anew. */
export function sketches(basis: Basis): (person: number) => Sketch {
  const { ground, grouping, standing } = basis;
  const { ofRows, decided } = remember(ground);
  const decisionsOn = new Map<RecordId, string[]>();
  for (const decision of standing)
    for (const record of recordsOfDecision(decision)) {
      const known = decisionsOn.get(record);
      if (known) known.push(JSON.stringify(decision));
      else decisionsOn.set(record, [JSON.stringify(decision)]);
    }
  const touched = once((person: number): Sketch => {
    const records = grouping.recordsOf(person);
    const madeOf = records
      .map((record) =>
        [record, grouping.rulings.groupOf(record), ...(decisionsOn.get(record) ?? [])].join(' '),
      )
      .join('|');
    const known = decided.get(person);
    const drawn = known?.madeOf === madeOf ? known.drawn : drawnAnew(basis, records);
    decided.set(person, { madeOf, drawn });
    return { ...drawn, open: openOf(basis, records) };
  });
  return (person) => (grouping.isTouched[person] === 1 ? touched(person) : ofRows(person));
}

function drawnAnew({ ground, grouping, decided }: Basis, records: readonly RecordId[]): Drawn {
  const looked = records.some((record) => decided.touched.has(record));
  const rows = looked
    ? records.map((record) => rowAsDecided(ground.listed.get(record)!, decided))
    : records.map(ground.row);
  const decidedFates = new Set(
    records.flatMap((record) =>
      decided.fatesOf(record).flatMap(({ counts, by }) => (counts === 'counts' ? [by[0].fate] : [])),
    ),
  );
  const conflicts = looked
    ? settled([...ground.conflictsAmong(rows), ...aliveAndDead(rows, decidedFates)], decided)
    : ground.conflictsAmong(rows);
  const { groupOf } = grouping.rulings;
  const group = groupOf(records[0]!);
  return {
    records,
    rows,
    fates: fatesOfPerson(
      rows.flatMap((row) => row.fates),
      decidedFates,
      {
        contradicted: contradictedIn(conflicts),
        verified: looked ? verifiedIn(rows, decided) : new Set(),
        voice: ({ record }) => ({ group: groupOf(record), series: ground.listed.get(record)!.series }),
      },
    ),
    conflicts,
    suggested: records.some((record) => groupOf(record) !== group),
  };
}

/** Somebody was spoken to, or their remains are known, and a list says otherwise. */
function aliveAndDead(rows: readonly Row[], decided: ReadonlySet<Fate>): Conflict[] {
  if (!decided.has('contacted-alive')) return [];
  const dead = rows.flatMap((row) => row.fates).filter(({ fate }) => isDeath(fate));
  return dead.length === 0 ? [] : [{ property: 'fate', values: dead.map(({ source }) => source) }];
}

/** A conflict is settled as long as no value has come that whoever settled it did not see. */
const settled = (conflicts: readonly Conflict[], decided: DecidedOfRecords): SettledConflict[] =>
  conflicts.map((conflict) => {
    const seen = decided.settlings.findLast(
      ({ counts, by }) =>
        counts === 'counts' && conflict.values.every(({ statement }) => by[0].statements.includes(statement)),
    );
    return seen ? { ...conflict, settled: seen } : conflict;
  });

const contradictedIn = (conflicts: readonly SettledConflict[]): ReadonlySet<string> =>
  new Set(
    conflicts
      .filter(({ property }) => property === 'fate')
      .flatMap(({ values, settled }) =>
        values.flatMap(({ statement }) => (settled?.by[0].holds.includes(statement) ? [] : [statement])),
      ),
  );

const verifiedIn = (rows: readonly Row[], decided: DecidedOfRecords): ReadonlySet<string> =>
  new Set(
    rows
      .flatMap(({ listed }) => listed.record.statements)
      .filter(({ id }) => {
        const about = decided.statement(id);
        return about?.counts === 'counts' && about.by.at(-1)!.judgement === 'verified';
      })
      .map(({ id }) => id),
  );

export const isOpen = ({ settled: by }: SettledConflict): boolean => by === undefined;
