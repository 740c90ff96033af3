import type { Decision, Fate, RecordId } from '../model/index.ts';
import type { Conflict } from './conflict.ts';
import type { Decided, DecidedOfRecords, SettleDecision } from './decided-of-records.ts';
import { rowAsDecided } from './decided-row.ts';
import { type FateOfPerson, fatesOfPerson, isDeath } from './fate.ts';
import type { Ground, Row } from './ground.ts';
import type { Grouping, OpenPair } from './grouping.ts';

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

/**
 * Of those about whom nobody decided anything: the same as long as the rows are. Known by the very list of records that
 * the machine joined, which stays the same one: a case has a hundred thousand, and each decision asks for all.
 */
const undecided = new WeakMap<Ground, WeakMap<readonly RecordId[], Sketch>>();
const NONE_OPEN: readonly OpenPair[] = [];

/** Somebody's sketch; of most people the one that was made before any decision. */
export function sketchOf(basis: Basis, index: number): Sketch {
  const { ground, grouping, decided } = basis;
  const records = grouping.persons[index]!;
  let open = NONE_OPEN;
  let plain = true;
  for (const record of records) {
    const own = grouping.open.get(record);
    if (own) open = open.length === 0 ? own : [...open, ...own];
    if (decided.touched.has(record) || grouping.rulings.joined.has(record)) plain = false;
  }
  if (!plain) return { ...sketchAnew(basis, records), open };
  let known = undecided.get(ground);
  if (!known) {
    known = new WeakMap();
    undecided.set(ground, known);
  }
  let sketch = known.get(records);
  if (!sketch) {
    sketch = { ...sketchAnew(basis, records), open: NONE_OPEN };
    known.set(records, sketch);
  }
  return open.length === 0 ? sketch : { ...sketch, open };
}

function sketchAnew(
  { ground, grouping, decided }: Basis,
  records: readonly RecordId[],
): Omit<Sketch, 'open'> {
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
    : ground.conflicts(records);
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
