import type { ClaimsOfCase } from '../claims/index.ts';
import type { Case } from '../ledger/index.ts';
import {
  type Item,
  type ItemId,
  type ItemText,
  type ReportRecord,
  SanadError,
  type VersionChanges,
  type Versions,
} from '../model/index.ts';
import { compareVersions } from '../reading/index.ts';
import { itemText } from './item-text.ts';

/** How much of the shorter report must stand in the other for the two to be versions of one article. */
const SHARED = 0.3;

/**
 * This report and the others of its outlet that share much of its text, the earliest first, of one moment as they say
 * that they were changed, then as they were received; undated last. Alone it has no versions. Throws SanadError `request.not-found` for what is no report.
 */
export function versionsOf(opened: Case, claims: ClaimsOfCase, id: ItemId): Versions {
  const { outlet } = reportOf(opened, id);
  const others = new Map<ItemId, number>();
  for (const { a, b } of claims.reuse) {
    const [here, there] = a.item === id ? [a, b] : b.item === id ? [b, a] : [];
    if (here && there) others.set(there.item, (others.get(there.item) ?? 0) + here.end - here.start);
  }
  const length = lengthOf(opened.item(id));
  const versions = [...others]
    .filter(([other, shared]) => shared >= SHARED * Math.min(length, lengthOf(opened.item(other))))
    .map(([other]) => other)
    .filter((other) => reportOf(opened, other).outlet === outlet);
  const all = new Set(versions.length === 0 ? [] : [id, ...versions]);
  return {
    versions: opened
      .items()
      .flatMap((item) => (all.has(item.id) ? [item.id] : []))
      .map((item) => {
        const { published, updated, title } = reportOf(opened, item);
        const { file } = opened.item(item);
        return {
          item,
          file,
          title: title ?? file,
          ...(published !== undefined && { published }),
          ...(updated !== undefined && { updated }),
        };
      })
      .sort(
        (a, b) =>
          (a.published ?? '~').localeCompare(b.published ?? '~') ||
          (a.updated ?? '').localeCompare(b.updated ?? ''),
      ),
  };
}

/** What the later of two reports makes of the earlier one. */
export function versionChanges(
  opened: Case,
  claims: ClaimsOfCase,
  before: ItemId,
  after: ItemId,
): VersionChanges {
  const [old, now] = [itemText(opened, claims, before), itemText(opened, claims, after)];
  const shown = ({ text }: ItemText, span: { readonly start: number; readonly end: number } | undefined) =>
    span && { ...span, text: text.slice(span.start, span.end) };
  return {
    before,
    after,
    changes: compareVersions(versionIn(old), versionIn(now)).map((change) => {
      const [from, to] = [shown(old, change.before), shown(now, change.after)];
      return { kind: change.kind, ...(from && { before: from }), ...(to && { after: to }) };
    }),
  };
}

const versionIn = ({ text, dropped, marks }: ItemText) => ({ text, dropped, statements: marks });

const lengthOf = ({ bytes }: Item): number => bytes;

function reportOf(opened: Case, id: ItemId): ReportRecord {
  for (const record of opened.itemRecords(id)) if (record.kind === 'report') return record;
  throw new SanadError('request.not-found');
}
