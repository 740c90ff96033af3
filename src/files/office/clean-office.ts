import { posix } from 'node:path';
import { SanadError } from '../../model/index.ts';
import { embeddedPicture } from './embedded-picture.ts';
import { damaged, type OfficeParts, writeParts } from './office-parts.ts';
import { hidingStyles, officeRules } from './office-rules.ts';
import { lookThrough, rewriteXml } from './rewrite-xml.ts';
import { unusedStringsBlank } from './shared-strings.ts';

/** Relationships that lead to what is seen. A part to which none of these leads is not taken over. */
const SEEN_PARTS = new Set(
  'officeDocument styles numbering settings fontTable theme themeOverride footnotes endnotes header footer image worksheet chartsheet sharedStrings drawing chart slide slideLayout slideMaster tableStyles diagramData diagramLayout diagramQuickStyle diagramColors'.split(
    ' ',
  ),
);
const PROGRAMS = new Set('vbaProject control activeXControlBinary xlMacrosheet xlIntlMacrosheet'.split(' '));
/** What stands inside and is a file of its own. */
const EMBEDDED = new Set('oleObject package aFChunk subDocument audio video media frame model3d'.split(' '));

interface Relationship {
  readonly id: string;
  /** Last word of its type: both dialects of the format have the same. */
  readonly kind: string;
  readonly type: string;
  readonly target: string;
  readonly place: 'inside' | 'outside';
}

/**
 * DOCX, XLSX and PPTX without what they say of people, programs and machines. Only parts that are seen are taken over, and
 * of each only what draws; formulas go, their values stay; added text stays, deleted text goes. Pictures are cleaned too.
 *
 * @throws SanadError `document.macros`, `document.hides`, `document.picture`, `document.not-understood`,
 * `document.damaged`
 */
export async function cleanOffice(parts: OfficeParts): Promise<Buffer> {
  const types = contentTypes(parts);
  const made = new Map<string, Buffer>();
  const named = new Map<string, string>();
  const extensions = new Map([
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
  ]);
  const waiting: string[] = [];
  /** Where a part stands in the copy; pictures get a number for a name. */
  const takeOver = async ({ target, kind }: Relationship): Promise<string> => {
    const known = named.get(target);
    if (known !== undefined) return known;
    const bytes = parts.get(target);
    if (!bytes) throw damaged(`${target} is missing`);
    if (kind !== 'image') {
      if (/macroEnabled|vba/i.test(types(target))) throw new SanadError('document.macros');
      named.set(target, target);
      waiting.push(target);
      return target;
    }
    const picture = await embeddedPicture(bytes);
    const path = `media/picture${named.size}.${picture.extension}`;
    made.set(path, picture.bytes);
    extensions.set(picture.extension, `image/${picture.extension}`);
    named.set(target, path);
    return path;
  };
  const root = await relationshipsOf(parts, '', takeOver);
  if (waiting.length === 0) throw damaged('no document in it');
  made.set('_rels/.rels', root.xml);
  const hiddenStyles = hidingIn(parts);
  for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
    const { kept, xml } = await relationshipsOf(parts, part, takeOver);
    made.set(part, rewriteXml(part, parts.get(part)!, officeRules({ kept, hiddenStyles })));
    if (kept.size > 0) made.set(relsOf(part), xml);
  }
  for (const [part, blank] of unusedStringsBlank(made)) made.set(part, blank);
  const all = [...made].sort(([a], [b]) => (a < b ? -1 : 1));
  return writeParts(
    new Map([
      [
        '[Content_Types].xml',
        typesOf(
          all.map(([name]) => name),
          types,
          extensions,
        ),
      ],
      ...all,
    ]),
  );
}

const relsOf = (part: string): string =>
  posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);

async function relationshipsOf(
  parts: OfficeParts,
  part: string,
  takeOver: (one: Relationship) => Promise<string>,
): Promise<{ readonly kept: ReadonlySet<string>; readonly xml: Buffer }> {
  const own = part === '' ? '_rels/.rels' : relsOf(part);
  const lines: string[] = [];
  const kept = new Set<string>();
  for (const one of relationshipsIn(parts, own, part)) {
    if (PROGRAMS.has(one.kind)) throw new SanadError('document.macros');
    const ofChart = /\/charts\//.test(part) && one.kind === 'package';
    if (EMBEDDED.has(one.kind) && !ofChart)
      throw new SanadError('document.not-understood', { reason: one.kind });
    const leads = one.place === 'outside' ? isPlainLink(one) : SEEN_PARTS.has(one.kind);
    if (!leads) continue;
    const target =
      one.place === 'outside' ? one.target : posix.relative(posix.dirname(part), await takeOver(one));
    kept.add(one.id);
    const outside = one.place === 'outside' ? ' TargetMode="External"' : '';
    lines.push(
      `<Relationship Id="${quoted(one.id)}" Type="${quoted(one.type)}" Target="${quoted(target)}"${outside}/>`,
    );
  }
  return {
    kept,
    xml: Buffer.from(
      `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`,
    ),
  };
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const quoted = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A link that a reader can see where it leads; a path on somebody's disk or a picture fetched from elsewhere is none. */
const isPlainLink = ({ kind, target }: Relationship): boolean =>
  kind === 'hyperlink' && /^(https?|mailto):/i.test(target);

function relationshipsIn(parts: OfficeParts, own: string, part: string): Relationship[] {
  const bytes = parts.get(own);
  const found: Relationship[] = [];
  if (!bytes) return found;
  lookThrough(own, bytes, (seen) => {
    if (seen.name !== 'Relationship') return;
    const [id, type, target] = [seen.said('Id'), seen.said('Type'), seen.said('Target')];
    if (!id || !type || target === undefined) throw damaged(own);
    const place = seen.said('TargetMode') === 'External' ? 'outside' : 'inside';
    const path = target.startsWith('/')
      ? target.slice(1)
      : posix.join(posix.dirname(part === '' ? 'x' : part), target);
    found.push({
      id,
      type,
      kind: type.split('/').at(-1)!,
      target: place === 'outside' ? target : path,
      place,
    });
  });
  return found;
}

/** Which kind each part is, as the file says. */
function contentTypes(parts: OfficeParts): (part: string) => string {
  const bytes = parts.get('[Content_Types].xml');
  if (!bytes) throw damaged('no list of its parts');
  const own = new Map<string, string>();
  const byExtension = new Map<string, string>();
  lookThrough('[Content_Types].xml', bytes, (seen) => {
    const type = seen.said('ContentType') ?? '';
    if (seen.name === 'Override') own.set((seen.said('PartName') ?? '').slice(1), type);
    if (seen.name === 'Default') byExtension.set((seen.said('Extension') ?? '').toLowerCase(), type);
  });
  return (part) => own.get(part) ?? byExtension.get(part.split('.').at(-1)!.toLowerCase()) ?? '';
}

function typesOf(
  names: readonly string[],
  types: (part: string) => string,
  extensions: ReadonlyMap<string, string>,
): Buffer {
  const defaults = [...extensions].map(
    ([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`,
  );
  const overrides = names
    .filter((name) => name.endsWith('.xml'))
    .map((name) => `<Override PartName="/${quoted(name)}" ContentType="${quoted(types(name))}"/>`);
  return Buffer.from(
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults.join('')}${overrides.join('')}</Types>`,
  );
}

function hidingIn(parts: OfficeParts): ReadonlySet<string> {
  const styles = parts.get('word/styles.xml');
  return styles ? hidingStyles((each) => lookThrough('word/styles.xml', styles, each)) : new Set();
}
