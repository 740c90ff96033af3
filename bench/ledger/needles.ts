/**
 * Plants names in a sealed case, everywhere a name can stand, and searches every raw byte of its folder, of its log while
 * it is open, and of a backup: in UTF-8, UTF-16 and Base64 at its three alignments. Then erases half of them and searches
 * again, also in the pages opened with the database's key and in the payloads opened with every class key, sealed and
 * unsealed.
 *
 *     node bench/ledger/needles.ts [names]
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backupCase, type Case, createCase, verifyCase } from '../../src/ledger/index.ts';
import { CHEAP, listItem, reportItem } from '../../src/ledger/trial/example-items.ts';
import { openedBytes } from '../../src/ledger/trial/opened-bytes.ts';
import { recordId } from '../../src/model/index.ts';

const names = Number(process.argv[2] ?? 1000);
const root = mkdtempSync(join(tmpdir(), 'sanad-bench-'));
/** Every name is its own, and no beginning of another. */
const name = (n: number): string => `مزروع-${n}-${((n * 7919) % 100_003).toString(36)}-name`;

/** The forms in which a name could stand. */
function forms(text: string): Buffer[] {
  const utf8 = Buffer.from(text);
  const base64 = [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), utf8])
      .toString('base64')
      .replace(/=+$/, '');
    // Without the characters that depend on what stands before and after.
    return Buffer.from(whole.slice(shift === 0 ? 0 : shift + 1, -2));
  });
  const utf16 = Buffer.from(text, 'utf16le');
  return [utf8, utf16, Buffer.from(utf16).swap16(), ...base64];
}

function* filesIn(folder: string): Generator<string> {
  for (const file of readdirSync(folder)) {
    const path = join(folder, file);
    if (statSync(path).isDirectory()) yield* filesIn(path);
    else yield path;
  }
}

const needles = new Map<string, Buffer[]>();
for (let n = 0; n < names; n++) needles.set(name(n), forms(name(n)));

function found(places: Iterable<Buffer>, wanted: (n: number) => boolean): number {
  const hits = new Set<number>();
  const all = [...places];
  for (let n = 0; n < names; n++)
    if (wanted(n) && needles.get(name(n))!.some((form) => all.some((bytes) => bytes.includes(form))))
      hits.add(n);
  return hits.size;
}
const raw = (folder: string): Buffer[] => [...filesIn(folder)].map((path) => readFileSync(path));

/** A tenth of the names in each place where a name can stand. */
function plant(opened: Case): { readonly what: Parameters<Case['erase']>[0]['what'] } {
  const tenth = Math.floor(names / 10);
  const what: Parameters<Case['erase']>[0]['what'][number][] = [];
  const at = (place: number, n: number): string => name(place * tenth + n);
  const list = listItem('list.csv', 4 * tenth);
  const records = list.records.map((record, n) =>
    record.kind === 'row'
      ? { ...record, cells: record.cells.with(7, at(Math.floor(n / tenth), n % tenth)) }
      : record,
  );
  const rows = opened.addItem({ ...list, bytes: Buffer.from('rows'), records });
  for (let n = 0; n < 4 * tenth; n += 2) what.push({ record: recordId(rows.id, n + 1) });
  const items = opened.addItems(
    (function* () {
      for (let n = 0; n < tenth; n++)
        yield {
          ...reportItem(at(4, n), `${at(5, n)} said so.`),
          path: at(6, n),
          bytes: Buffer.from(`${at(5, n)} said so. ${n}`),
        };
    })(),
  );
  for (let n = 0; n < tenth; n += 2) what.push({ item: items[n]!.id });
  const noted = opened.notes(
    Array.from({ length: tenth }, (_, n) => ({
      kind: 'line',
      by: at(7, n),
      facts: { n },
      slots: [
        { name: 'phone', sensitivity: 'contact', value: at(8, n) },
        { name: 'text', sensitivity: 'line', value: at(9, n) },
      ],
    })),
  );
  // An actor's name stands in the entry before the first thing that they did.
  for (let n = 0; n < tenth; n += 2) what.push({ entry: noted[n]!.entry }, { entry: noted[n]!.entry - 1 });
  const first = opened.items()[0]!;
  opened.decide({ kind: 'withdraw-item', item: first.id }, 'Maha', 'a reason');
  return { what };
}

try {
  for (const sealing of ['sealed', 'unsealed'] as const) {
    const folder = join(root, sealing, 'case');
    const passphrase = sealing === 'sealed' ? 'a phrase' : undefined;
    const opened = await createCase(folder, {
      passphrase,
      unsealed: sealing === 'unsealed',
      name: 'case',
      ...CHEAP,
    });
    const { what } = plant(opened);
    const every = (): boolean => true;
    const tell = (place: string, hits: number, of: number): void => {
      console.log(`${sealing}: ${place}: ${hits} of ${of} found`);
    };
    tell('control, opened with every key, before erasing', found(openedBytes(opened), every), names);
    if (sealing === 'sealed') {
      tell('folder and log, while open', found(raw(folder), every), names);
      await backupCase(opened, join(root, sealing, 'before.tar'));
      tell('folder, log and backup', found(raw(join(root, sealing)), every), names);
    }
    opened.erase({ what, basis: 'asked', reason: 'for the bench', by: 'Maha', second: 'Yusuf' });
    const erased = (n: number): boolean => n % 2 === 0;
    const gone = Math.ceil(names / 2);
    rmSync(join(root, sealing, 'before.tar'), { force: true });
    tell('erased names, raw bytes', found(raw(folder), erased), gone);
    tell('erased names, opened with every key', found(openedBytes(opened), erased), gone);
    await backupCase(opened, join(root, sealing, 'after.tar'));
    tell('erased names, new backup', found(raw(join(root, sealing)), erased), gone);
    tell(
      'names that stay, opened with every key',
      found(openedBytes(opened), (n) => !erased(n)),
      names - gone,
    );
    opened.close();
    tell('erased names, after closing', found(raw(folder), erased), gone);
    const { ok, faults } = await verifyCase(folder, { passphrase });
    console.log(`${sealing}: verify: ${ok ? 'whole' : JSON.stringify(faults.slice(0, 5))}`);
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
