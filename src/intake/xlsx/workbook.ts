import { SanadError } from '../../model/index.ts';
import { MOST_SHARED_CHARACTERS } from '../limits.ts';
import { type NumberFormat, numberFormat } from './number-format.ts';
import { attribute, readXml } from './xml-events.ts';
import type { ZipParts } from './zip-parts.ts';

export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string; readonly hidden: boolean }[];
  readonly dates: '1900' | '1904';
  readonly strings: readonly string[];
  /** By the number of a cell's style. */
  readonly formats: readonly NumberFormat[];
}

/**
 * What a workbook says about its sheets, without their cells (ECMA-376, part 1, 18.2, 18.4, 18.8).
 *
 * @throws SanadError `file.not-xlsx` where the archive holds no workbook
 */
export async function readWorkbook(zip: ZipParts, file: string): Promise<Workbook> {
  const main = await mainPart(zip, file);
  if (main === undefined) throw new SanadError('file.not-xlsx', { file });
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relations = await relationsOf(zip, file, `${folder}_rels/${main.slice(folder.length)}.rels`, folder);
  const sheets: { name: string; part: string; hidden: boolean }[] = [];
  let dates: Workbook['dates'] = '1900';
  await readXml(zip.text(main), file, {
    open(name, attributes) {
      if (name === 'workbookPr' && /^(?:1|true)$/.test(attribute(attributes, 'date1904') ?? ''))
        dates = '1904';
      if (name !== 'sheet') return;
      const related = relations.get(attribute(attributes, 'id') ?? '');
      const part = related?.part ?? `${folder}worksheets/sheet${sheets.length + 1}.xml`;
      if (related && !/worksheet$/.test(related.type)) return;
      sheets.push({
        name: attributes.name ?? `#${sheets.length + 1}`,
        part,
        hidden: /hidden/i.test(attributes.state ?? ''),
      });
    },
  });
  const partOf = (type: string, usual: string): string =>
    [...relations.values()].find((relation) => relation.type.endsWith(type))?.part ?? `${folder}${usual}`;
  return {
    sheets,
    dates,
    strings: await readStrings(zip, file, partOf('/sharedStrings', 'sharedStrings.xml')),
    formats: await readFormats(zip, file, partOf('/styles', 'styles.xml')),
  };
}

async function mainPart(zip: ZipParts, file: string): Promise<string | undefined> {
  for (const { type, part } of (await relationsOf(zip, file, '_rels/.rels', '')).values())
    if (type.endsWith('/officeDocument') && zip.has(part)) return /workbook/i.test(part) ? part : undefined;
  return zip.has('xl/workbook.xml') ? 'xl/workbook.xml' : undefined;
}

async function relationsOf(
  zip: ZipParts,
  file: string,
  part: string,
  folder: string,
): Promise<ReadonlyMap<string, { readonly type: string; readonly part: string }>> {
  const relations = new Map<string, { type: string; part: string }>();
  await readOptional(zip, file, part, {
    open(name, attributes) {
      const target = attributes.Target;
      if (name !== 'Relationship' || target === undefined || attributes.TargetMode === 'External') return;
      relations.set(attributes.Id ?? '', {
        type: attributes.Type ?? '',
        part: target.startsWith('/') ? target.slice(1) : resolved(folder, target),
      });
    },
  });
  return relations;
}

/** `xl/` and `../a/b.xml` → `a/b.xml`. */
function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/'))
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  return steps.join('/');
}

async function readOptional(
  zip: ZipParts,
  file: string,
  part: string,
  events: Parameters<typeof readXml>[2],
): Promise<void> {
  if (zip.has(part)) await readXml(zip.text(part), file, events);
}

async function readStrings(zip: ZipParts, file: string, part: string): Promise<readonly string[]> {
  const strings: string[] = [];
  const text = richText();
  let characters = 0;
  await readOptional(zip, file, part, {
    open(name) {
      if (name === 'si') text.begin();
      else text.open(name);
    },
    text: (piece) => {
      text.text(piece);
    },
    close(name) {
      text.close(name);
      if (name !== 'si') return;
      const string = text.end();
      characters += string.length;
      if (characters > MOST_SHARED_CHARACTERS)
        throw new SanadError('file.xlsx-too-large', { file, limit: `${MOST_SHARED_CHARACTERS / 1e6} M` });
      strings.push(string);
    },
  });
  return strings;
}

/** Collects the runs of one string; readings of Asian characters (`rPh`) stand beside it and are left out. */
export function richText(): {
  begin(): void;
  open(name: string): void;
  text(piece: string): void;
  close(name: string): void;
  end(): string;
} {
  let collected = '';
  let inText = false;
  let inReading = false;
  return {
    begin() {
      collected = '';
    },
    open(name) {
      if (name === 't') inText = true;
      else if (name === 'rPh') inReading = true;
    },
    text(piece) {
      if (inText && !inReading) collected += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inReading = false;
    },
    end: () => unescaped(collected),
  };
}

/** `_x000D_` stands for a character that XML cannot hold (ECMA-376, part 1, 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;

async function readFormats(zip: ZipParts, file: string, part: string): Promise<readonly NumberFormat[]> {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  await readOptional(zip, file, part, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(attributes.numFmtId ?? 0);
        formats.push(numberFormat(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}
