import type { Case } from '../ledger/index.ts';
import {
  type Item,
  type ItemId,
  type ListLook,
  type ListsPage,
  type ListVersionSeen,
  type Problem,
  standingDecisions,
} from '../model/index.ts';
import type { LikelyMatches, LikelyVersion, StagedList, StagedRow } from '../receive/index.ts';

/** Rows of one kind that an answer brings; how many there are stands in its counts. */
const MOST_BAD = 3_000;
const MOST_CHANGES = 1_000;
/** Rows that are in order, shown so that one sees how the list was read. */
const FIRST_ROWS = 12;

const plain = (problems: readonly Problem[]): ListLook['notices'] =>
  problems.map((problem) => ({ ...problem })) as ListLook['notices'];

export function lookOf(staged: StagedList, matches: LikelyMatches): Omit<ListLook, 'inHand'> {
  const telling = staged.rows.filter(({ state, choice }) => state !== 'staged' || choice).slice(0, MOST_BAD);
  const first = staged.rows.filter(({ state, choice }) => state === 'staged' && !choice).slice(0, FIRST_ROWS);
  return {
    file: staged.file,
    ...(staged.held === undefined ? {} : { held: staged.held }),
    mediaType: staged.taken.mediaType,
    tables: staged.tables.map((table) => ({
      ...table,
      columns: table.columns.map((column) => ({ ...column, samples: [...column.samples] })),
    })),
    counts: staged.counts,
    rows: [...telling, ...first].map(rowSeen),
    notices: plain(staged.notices).slice(0, MOST_BAD),
    ...(staged.version ? { version: versionSeen(staged.version, staged.rows) } : {}),
    matches: {
      looked: matches.looked,
      found: matches.found,
      sample: matches.sample.map(({ row, name, hit }) => ({
        row,
        name,
        person: hit.person.id,
        known: hit.person.name,
        verdict: hit.verdict,
      })),
    },
  };
}

const rowSeen = (row: StagedRow): ListLook['rows'][number] =>
  ({
    ...row,
    cells: [...row.cells],
    problems: plain(row.problems),
  }) as ListLook['rows'][number];

export function versionSeen(
  version: LikelyVersion,
  rows: readonly { readonly row: number; readonly cells: readonly string[] }[],
): ListVersionSeen {
  const { older, changed, added, gone, same, columns } = version;
  return {
    older: older.id,
    file: older.file,
    receivedAt: older.receivedAt,
    counts: { same, changed: changed.length, added: added.length, gone: gone.length },
    changed: changed.slice(0, MOST_CHANGES).map(({ place, olderRow, cells }) => ({
      place,
      row: rows[place]!.row,
      olderRow,
      cells: cells.map((cell) => ({ ...cell })),
    })),
    added: added
      .slice(0, MOST_CHANGES)
      .map((place) => ({ row: rows[place]!.row, cells: [...rows[place]!.cells] })),
    gone: gone.slice(0, MOST_CHANGES).map(({ row, cells }) => ({ row, cells: [...cells] })),
    columns: { added: [...columns.added], gone: [...columns.gone] },
  };
}

/** Every list with who brought it, from whom, and what became of it. */
export function listsOf(opened: Case): ListsPage {
  const standing = standingDecisions(opened.decisions());
  const versions = standing.flatMap((one) =>
    one.kind === 'supersede' && !opened.withdrawn(one.newer) && !opened.withdrawn(one.older) ? [one] : [],
  );
  const fileOf = (id: ItemId): string => opened.item(id).file;
  const withdrawals = new Map(
    standing.flatMap((one) => (one.kind === 'withdraw-item' ? [[one.item, one] as const] : [])),
  );
  const row = (item: Item): ListsPage['lists'][number] => {
    const tables = item.content.kind === 'list' ? item.content.tables : [];
    const typedFrom = tables.find((table) => table.typedFrom !== undefined)?.typedFrom;
    const older = versions.find((one) => one.newer === item.id);
    const newer = versions.find((one) => one.older === item.id);
    const withdrawn = withdrawals.get(item.id);
    const rowsAs = (as: 'same' | 'changed'): number =>
      older?.rows.reduce((sum, run) => sum + (run.as === as ? run.count : 0), 0) ?? 0;
    return {
      id: item.id,
      file: item.file,
      mediaType: item.mediaType,
      receivedAt: item.receivedAt,
      receivedBy: item.receivedBy,
      ...(item.imported?.source === undefined ? {} : { source: item.imported.source }),
      ...(item.imported ? { consent: item.imported.consent } : {}),
      rows: item.records,
      leftOut: item.imported?.leftOut ?? 0,
      corrected: item.imported?.corrected ?? 0,
      problems: item.problems.length,
      ...(typedFrom === undefined ? {} : { typedFrom }),
      ...(older
        ? {
            supersedes: {
              item: older.older,
              file: fileOf(older.older),
              same: rowsAs('same'),
              changed: rowsAs('changed'),
            },
          }
        : {}),
      ...(newer ? { supersededBy: { item: newer.newer, file: fileOf(newer.newer) } } : {}),
      ...(withdrawn
        ? {
            withdrawn: {
              by: withdrawn.by,
              at: withdrawn.at,
              decision: withdrawn.id,
              ...(withdrawn.reason === undefined ? {} : { reason: withdrawn.reason }),
            },
          }
        : {}),
    };
  };
  return {
    lists: opened
      .items()
      .filter(({ content }) => content.kind === 'list')
      .map(row)
      .reverse(),
  };
}
