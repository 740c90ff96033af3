import {
  type Decision,
  type PersonMoment,
  type Property,
  parsePartialDate,
  type RecordId,
  recordsOfDecision,
} from '../model/index.ts';
import { sourced } from './listed-record.ts';
import { made } from './made.ts';
import type { Basis, Sketch } from './sketch.ts';

/** Columns whose dates say when something happened to somebody. */
const EVENTS: readonly Property[] = [
  'arrest.date',
  'seen.date',
  'admission.date',
  'release.date',
  'death.date',
];

/**
 * What is known of somebody on one line of time: what lists say of each day, as precisely as they say it, and what
 * people decided and when. A date that cannot be read stands on no line.
 */
export function timelineOf(basis: Basis, { records, rows }: Sketch): PersonMoment[] {
  const own = new Set<string>(records);
  const told = rows.flatMap(({ listed: { record } }) =>
    record.statements.flatMap((statement): PersonMoment[] =>
      EVENTS.includes(statement.property) && parsePartialDate(statement.value ?? '')
        ? [
            {
              at: statement.value!,
              axis: 'fate',
              word: statement.property,
              value: sourced(record, statement),
            },
          ]
        : [],
    ),
  );
  const counts = (record: string): boolean => basis.ground.listed.has(record as RecordId);
  const decided = basis.standing.flatMap((decision): PersonMoment[] => {
    const about = recordsOfDecision(decision).every(counts) ? momentOf(decision, own) : undefined;
    const waits =
      basis.decided.waits(decision.id) || basis.grouping.rulings.waiting.some(({ id }) => id === decision.id);
    return about
      ? [
          {
            at: decision.at,
            ...about,
            decision: made(decision),
            ...(waits ? { waits: 'second-person' } : {}),
          },
        ]
      : [];
  });
  return [...told, ...decided].sort((a, b) => sortable(a.at).localeCompare(sortable(b.at)));
}

/**
 * Everything that was ever decided of these records, what was undone too, oldest first. It stands beside the file and
 * is no part of it: the file is what it would be without decisions that no longer count.
 */
export function historyOf(all: readonly Decision[], records: readonly RecordId[]): PersonMoment[] {
  const own = new Set<string>(records);
  const undone = new Map(
    all.flatMap((decision) => (decision.kind === 'undo' ? [[decision.decision, decision] as const] : [])),
  );
  return all.flatMap((decision): PersonMoment[] => {
    const about = momentOf(decision, own);
    const taken = undone.get(decision.id);
    if (!about) return [];
    return [
      { at: decision.at, ...about, decision: made(decision), ...(taken ? { undone: made(taken) } : {}) },
    ];
  });
}

const sortable = (at: string): string => at.replace('~', '');

function momentOf(
  decision: Decision,
  own: ReadonlySet<string>,
): Pick<PersonMoment, 'axis' | 'word'> | undefined {
  if (!recordsOfDecision(decision).some((record) => own.has(record))) return undefined;
  switch (decision.kind) {
    case 'fate':
      return { axis: 'fate', word: decision.fate };
    case 'whereabouts':
      return { axis: 'whereabouts', word: decision.whereabouts };
    case 'statement':
      return { axis: 'verification', word: decision.judgement };
    case 'settle':
      return { axis: 'verification', word: 'settled' };
    case 'kin':
      return { axis: 'process', word: 'kin' };
    case 'link':
      return { axis: 'identity', word: decision.judgement };
    default:
      return undefined;
  }
}
