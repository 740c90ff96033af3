import type { Case } from '../ledger/index.ts';
import type { CompletenessPoint, ItemId } from '../model/index.ts';
import { custodyOf } from './custody.ts';
import { derivedFrom } from './derived.ts';
import { captureWith } from './joined-captures.ts';

/** What the Berkeley Protocol on Digital Open Source Investigations (2022) wants known of a file: there, or missing. */
export interface Completeness {
  readonly point: CompletenessPoint;
  readonly paragraph: string;
  readonly state: 'present' | 'missing';
}

/** Fourteen points; those of §155 on pages apply to what was captured from the web. */
export function completenessOf(opened: Case, id: ItemId): Completeness[] {
  const item = opened.item(id);
  const chain = custodyOf(opened, id);
  const said = (
    name: 'how' | 'address' | 'consent' | 'conditions' | 'from' | 'when' | 'place' | 'note',
  ): boolean => chain.some((link) => link[name] !== undefined);
  const page = item.mediaType === 'text/html' || said('address');
  const capture = page ? captureOf(opened, id) : { source: false, picture: false };
  const point = (name: CompletenessPoint, paragraph: string, present: boolean): Completeness => ({
    point: name,
    paragraph,
    state: present ? 'present' : 'missing',
  });
  return [
    point('hash', '§153', true),
    point('original', '§154', true),
    point('collector', '§155', item.receivedBy !== ''),
    point('collected-at', '§155', said('when') || item.receivedAt !== ''),
    point('method', '§153', said('how')),
    ...(page
      ? [
          point('address', '§155', said('address')),
          point('page-source', '§155', capture.source || item.mediaType === 'text/html'),
          point('page-picture', '§155', capture.picture),
        ]
      : []),
    point(
      'metadata',
      '§155',
      derivedFrom(opened, id).some(({ what }) => what === 'fingerprint') ||
        item.mediaType.startsWith('text/'),
    ),
    point('context', '§155', said('place') || said('note')),
    point('custodian', '§167', said('from')),
    point('chain', '§167', chain.length > 1),
    point('consent', '§167', said('consent')),
    point('conditions', '§167', said('conditions')),
  ];
}

/** Whether the same capture brought the page's source and a picture of the whole page; where none was joined, the files of one folder. */
function captureOf(opened: Case, id: ItemId): { source: boolean; picture: boolean } {
  const joined = captureWith(opened, id)?.parts;
  if (joined)
    return {
      source: joined.some(({ as }) => as === 'page' || as === 'archive'),
      picture: joined.some(({ as }) => as === 'picture'),
    };
  const folderOf = (path = ''): string => path.slice(0, path.lastIndexOf('/') + 1);
  const folder = folderOf(opened.item(id).path);
  const together = opened.items().filter((other) => folder !== '' && folderOf(other.path) === folder);
  return {
    source: together.some(({ mediaType }) => mediaType === 'text/html'),
    picture: together.some(
      ({ file, mediaType }) => mediaType.startsWith('image/') || /\.(png|jpe?g|webp|pdf)$/i.test(file),
    ),
  };
}
