import { SaxesParser } from 'saxes';
import { SanadError } from '../../model/index.ts';

export interface XmlEvents {
  /** Names come without their prefix: workbooks may or may not have one. */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Feeds one part of a workbook to a listener, piece by piece. `stop` thrown by the listener ends it early.
 *
 * @throws SanadError `file.xlsx-damaged` for XML that does not parse or that brings a document type of its own
 */
export async function readXml(pieces: AsyncIterable<string>, file: string, events: XmlEvents): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const damaged = (error?: unknown): SanadError => new SanadError('file.xlsx-damaged', { file }, error);
  parser.on('error', (error) => {
    throw damaged(error);
  });
  parser.on('doctype', () => {
    throw damaged();
  });
  parser.on('opentag', (tag) => events.open(local(tag.name), tag.attributes as Record<string, string>));
  if (events.text) {
    const heard = events.text.bind(events);
    parser.on('text', heard);
    parser.on('cdata', heard);
  }
  if (events.close) {
    const heard = events.close.bind(events);
    parser.on('closetag', (tag) => heard(local(tag.name)));
  }
  try {
    for await (const piece of pieces) if (piece !== '') parser.write(piece);
    parser.close();
  } catch (error) {
    throw error instanceof SanadError ? error : damaged(error);
  }
}

const local = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/** An attribute with or without a prefix: `r:id`, `id`. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  if (attributes[name] !== undefined) return attributes[name];
  for (const key of Object.keys(attributes)) if (local(key) === name) return attributes[key];
  return undefined;
}
