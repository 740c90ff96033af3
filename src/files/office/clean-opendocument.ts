import { SanadError } from '../../model/index.ts';
import { embeddedPicture } from './embedded-picture.ts';
import { damaged, type OfficeParts, writeParts } from './office-parts.ts';
import { lookThrough, type Rules, rewriteXml, type Seen } from './rewrite-xml.ts';

const hides = (reason: string): SanadError => new SanadError('document.hides', { reason });

/** Changes with what they took away, notes, programs, forms, links to other data, descriptions of pictures. */
const DROPPED = new Set(
  'tracked-changes change change-start change-end annotation annotation-end scripts event-listeners forms desc title content-validations data-pilot-tables database-ranges named-expressions dde-links dde-connection-decls dde-source table-source cell-range-source calculation-settings notes user-field-decls soft-page-break detective shadow-link'.split(
    ' ',
  ),
);
/** Fields that stand for a person, a file or a time: what is seen of them stays as plain text. */
const FIELDS =
  /^(initial-creator|creator|author-name|author-initials|sender-.*|printed-by|editing-cycles|editing-duration|creation-date|creation-time|modification-date|modification-time|print-date|print-time|file-name|template-name|user-defined|user-field-get)$/;
const EMBEDDED = new Set('object object-ole applet plugin floating-frame binary-data'.split(' '));
const HIDDEN = new Set('hidden-text hidden-paragraph scenario'.split(' '));
const DROPPED_ATTRIBUTES = new Set(
  'rsid paragraph-rsid formula protection-key protection-key-digest-algorithm target-frame-name author initials'.split(
    ' ',
  ),
);
const NO_CLIP = /^(auto|rect\((0(\.0+)?\w*[,\s]*){4}\))$/;

/**
 * ODT, ODS and ODP without what they say of people, programs and machines: `content.xml`, `styles.xml` and the pictures they
 * show are taken over, of each only what is seen. Formulas go, their values stay.
 *
 * @throws SanadError `document.macros`, `document.hides`, `document.picture`, `document.not-understood`,
 * `document.locked`, `document.damaged`
 */
export async function cleanOpenDocument(parts: OfficeParts): Promise<Buffer> {
  const type = parts.get('mimetype')?.toString('latin1').trim() ?? '';
  if (!TYPES.test(type)) throw new SanadError('document.not-understood', { reason: type.slice(0, 80) });
  if ([...parts.keys()].some((name) => /^(Basic|Scripts|Dialogs)\//.test(name)))
    throw new SanadError('document.macros');
  refuseLocked(parts.get('META-INF/manifest.xml'));
  const pictures = new Map<string, string>();
  const made = new Map<string, Buffer>([['mimetype', Buffer.from(type)]]);
  for (const name of ['content.xml', 'styles.xml']) {
    const bytes = parts.get(name);
    if (!bytes) continue;
    for (const path of shownIn(name, bytes)) {
      if (pictures.has(path)) continue;
      const picture = parts.get(path);
      if (!picture) throw damaged(`${path} is missing`);
      const clean = await embeddedPicture(picture);
      const own = `Pictures/picture${pictures.size}.${clean.extension}`;
      pictures.set(path, own);
      made.set(own, clean.bytes);
    }
    made.set(name, rewriteXml(name, bytes, rulesWith(pictures)));
  }
  if (!made.has('content.xml')) throw damaged('no content in it');
  made.set('META-INF/manifest.xml', manifest(type, [...made.keys()]));
  return writeParts(made, new Set(['mimetype']));
}

const TYPES = /^application\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)$/;

function refuseLocked(list: Buffer | undefined): void {
  if (!list) throw damaged('no list of its parts');
  lookThrough('META-INF/manifest.xml', list, ({ name }) => {
    if (name === 'encryption-data') throw new SanadError('document.locked');
  });
}

/** The pictures inside it; those elsewhere are refused: the copy would ask for them, and tell where they are looked for. */
function shownIn(part: string, bytes: Buffer): Set<string> {
  const paths = new Set<string>();
  lookThrough(part, bytes, (seen) => {
    const path = pictureAt(seen);
    if (path === undefined) return;
    if (!/^(\.\/)?[^/:]+\/[^/:]+$/.test(path))
      throw new SanadError('document.not-understood', { reason: 'a picture from elsewhere' });
    paths.add(path);
  });
  return paths;
}

const pictureAt = (seen: Seen): string | undefined =>
  /^(image|fill-image|background-image)$/.test(seen.name) ? seen.said('href') : undefined;

const rulesWith = (pictures: ReadonlyMap<string, string>): Rules => ({
  element: (seen) => {
    const { name } = seen;
    refuseHidden(seen);
    if (EMBEDDED.has(name)) throw new SanadError('document.not-understood', { reason: name });
    if (DROPPED.has(name)) return 'drop';
    if (FIELDS.test(name)) return 'unwrap';
    if (name === 'a' && !/^(https?|mailto):/i.test(seen.said('href') ?? '')) return 'unwrap';
    return 'keep';
  },
  attribute: ({ name, prefixed, value }, seen) => {
    if (DROPPED_ATTRIBUTES.has(name) || prefixed === 'draw:name' || prefixed === 'office:title')
      return undefined;
    if (name === 'href' && pictureAt(seen) !== undefined) return pictures.get(value);
    return value;
  },
});

function refuseHidden(seen: Seen): void {
  const { name } = seen;
  if (HIDDEN.has(name)) throw hides(name);
  const display = seen.said('display');
  if (
    (display === 'none' || display === 'condition' || display === 'false') &&
    /^(section|text-properties|table-properties|numbered-paragraph)$/.test(name)
  )
    throw hides(name === 'table-properties' ? 'a sheet' : 'hidden text');
  if (/^(collapse|filter)$/.test(seen.said('visibility') ?? '')) throw hides(name);
  if (seen.said('visibility') === 'hidden') throw hides('a slide');
  const clip = seen.said('clip');
  if (clip !== undefined && !NO_CLIP.test(clip.trim())) throw hides('what was cropped from a picture');
}

function manifest(type: string, names: readonly string[]): Buffer {
  const kind = (name: string): string =>
    name.endsWith('.xml') ? 'text/xml' : `image/${name.split('.').at(-1)}`;
  const entries = names
    .filter((name) => name !== 'mimetype')
    .map((name) => `<manifest:file-entry manifest:full-path="${name}" manifest:media-type="${kind(name)}"/>`);
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="${type}"/>${entries.join('')}</manifest:manifest>`,
  );
}
