import type { RowChoice } from '../intake/index.ts';
import type { Case } from '../ledger/index.ts';
import {
  type Decider,
  type Item,
  type ItemId,
  type ListConsent,
  type RowDraft,
  SanadError,
  standingDecisions,
} from '../model/index.ts';
import { type LikelyVersion, likelyVersion, runsOf } from './likely-version.ts';
import {
  type ListOrder,
  type OpenedList,
  openList,
  readAsList,
  type StagedList,
  type StagedRow,
  stageList,
} from './stage-list.ts';

/** What whoever imports a list says of it. */
export interface ListGiven {
  readonly by: Decider;
  readonly source?: string;
  readonly consent: ListConsent;
}

export interface ImportedList {
  readonly item: Item;
  readonly staged: StagedList;
}

/**
 * Takes a list in as one import: every row word for word, those that count with what they say. Rows that nobody has put
 * right are kept and do not count. Where the order names an older version, that one is superseded.
 *
 * @param opened the same file where it was opened before
 * @throws SanadError what `stageList` throws; `list.held-already` where the case holds these very bytes
 */
export async function importList(
  target: Case,
  file: string,
  bytes: Uint8Array,
  order: ListOrder,
  given: ListGiven,
  opened?: OpenedList,
): Promise<ImportedList> {
  const older = order.older ?? 'none';
  const list = opened ?? (await openList(file, bytes));
  const staged = stageList(target, file, list, { ...order, older });
  if (staged.held !== undefined) throw new SanadError('list.held-already');
  const choices = choicesOf(staged);
  const taken = readAsList(target, file, list.item, { ...order, choices });
  const { tables } = taken.content;
  const by = typeof given.by === 'string' ? given.by : given.by.name;
  const records = tables.flatMap((table) => table.rows);
  const item = target.addItem({
    file,
    path: file,
    bytes,
    mediaType: taken.mediaType,
    ...(taken.encoding === undefined ? {} : { encoding: taken.encoding }),
    receivedBy: by,
    content: {
      kind: 'list',
      tables: tables.map(({ sheet, columns }) => ({
        ...(sheet === undefined ? {} : { sheet }),
        columns,
      })),
    },
    problems: taken.problems,
    records,
    imported: {
      ...(given.source === undefined || given.source === '' ? {} : { source: given.source }),
      consent: given.consent,
      corrected: staged.counts.corrected,
      leftOut: records.filter(({ leftOut }) => leftOut).length,
    },
  });
  if (staged.version) supersede(target, item.id, staged.version, staged.rows, records, given.by);
  return { item, staged };
}

/** What is done with each row: what a person said, and else a bad row stays out. */
function choicesOf({ rows, tables }: StagedList): Record<number, RowChoice>[] {
  const choices: Record<number, RowChoice>[] = tables.map(() => ({}));
  for (const { table, row, state, choice } of rows) {
    const said: RowChoice | undefined = state === 'bad' ? { do: 'leave-out' } : choice;
    if (said) choices[table]![row] = said;
  }
  return choices;
}

function supersede(
  target: Case,
  newer: ItemId,
  version: LikelyVersion,
  rows: readonly Pick<StagedRow, 'table' | 'row'>[],
  records: readonly RowDraft[],
  by: Decider,
): void {
  const ordinals = new Map<string, number>();
  for (const [at, { table, row, leftOut }] of records.entries())
    if (!leftOut && !ordinals.has(`${table} ${row}`)) ordinals.set(`${table} ${row}`, at + 1);
  const counting = version.pairs.filter(
    ({ place, as }) => as === 'changed' || version.sameAs.get(place) === 'counts',
  );
  const runs = runsOf(counting, (place) => {
    const { table, row } = rows[place]!;
    return ordinals.get(`${table} ${row}`);
  });
  target.decide({ kind: 'supersede', newer, older: version.older.id, rows: runs }, by);
}

/**
 * Says of a list that is in the case already that it is the newer version of another.
 *
 * @returns what becomes of the rows; nothing is written in a dry run
 * @throws SanadError `list.versions-unclear` where the older one is superseded already, or the lists have no columns in
 *   common
 */
export function supersedeHeld(
  target: Case,
  newer: ItemId,
  older: ItemId | undefined,
  by: Decider | 'dry-run',
): LikelyVersion | undefined {
  const item = target.item(newer);
  if (item.content.kind !== 'list') throw new SanadError('list.not-a-list', { file: item.file });
  const records = [...target.itemRecords(newer)].filter((record) => record.kind === 'row');
  const standing = standingDecisions(target.decisions());
  const counts = (id: ItemId): boolean => !target.withdrawn(id);
  const taken = standing.some(
    (one) =>
      one.kind === 'supersede' &&
      counts(one.older) &&
      counts(one.newer) &&
      (one.newer === newer || one.older === older),
  );
  if (taken) {
    if (by === 'dry-run') return undefined;
    throw new SanadError('list.versions-unclear');
  }
  const version = likelyVersion(
    target,
    item.content.tables,
    records,
    older === undefined ? {} : { older },
    newer,
  );
  if (by !== 'dry-run') {
    if (!version) throw new SanadError('list.versions-unclear');
    supersede(target, newer, version, records, records, by);
  }
  return version;
}
