import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import { SanadError } from '../../model/index.ts';
import { damaged } from './office-parts.ts';

/** An element as it stands in a part. */
export interface Seen {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: readonly Attribute[];
  /** Names of those around it, outermost first. */
  readonly within: readonly string[];
  /** Its value, by name without prefix; the first, where several have it. */
  said(attribute: string): string | undefined;
}

export interface Attribute {
  readonly name: string;
  readonly prefixed: string;
  readonly uri: string;
  readonly value: string;
}

/** What stays of a part. A rule that finds something that must not leave throws. */
export interface Rules {
  /** `drop` takes what is inside with it, `unwrap` leaves that. */
  element(seen: Seen): 'keep' | 'drop' | 'unwrap';
  /** The value as it stays; nothing where it goes. */
  attribute(attribute: Attribute, of: Seen): string | undefined;
}

const DEEPEST = 500;

/**
 * A part written anew from its elements, attributes and text as the rules let them through. Comments and processing
 * instructions stay behind.
 *
 * @throws SanadError `document.damaged` for XML that does not parse or brings a document type; what the rules throw
 */
export function rewriteXml(part: string, bytes: Buffer, rules: Rules): Buffer {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const out: string[] = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'];
  const within: string[] = [];
  const fates: ('keep' | 'drop' | 'unwrap')[] = [];
  let dropping = 0;
  parser.on('error', (error) => {
    throw damaged(part, error);
  });
  parser.on('doctype', () => {
    throw damaged(part);
  });
  parser.on('opentag', (tag) => {
    if (within.length > DEEPEST) throw damaged(part);
    const seen = seenOf(tag, within);
    const fate = dropping > 0 ? 'drop' : rules.element(seen);
    fates.push(fate);
    within.push(seen.name);
    if (fate === 'drop') dropping++;
    if (fate === 'keep') out.push(opening(tag, seen, rules));
  });
  parser.on('closetag', (tag) => {
    const fate = fates.pop();
    within.pop();
    if (fate === 'drop') dropping--;
    if (fate === 'keep') out.push(`</${tag.name}>`);
  });
  const text = (written: string): void => {
    if (dropping === 0 && within.length > 0) out.push(escaped(written));
  };
  parser.on('text', text);
  parser.on('cdata', text);
  try {
    parser.write(decoded(part, bytes)).close();
  } catch (error) {
    throw error instanceof SanadError ? error : damaged(part, error);
  }
  return Buffer.from(out.join(''));
}

/** Looks at every element and keeps nothing. */
export function lookThrough(part: string, bytes: Buffer, look: (seen: Seen) => void): void {
  rewriteXml(part, bytes, {
    element: (seen) => {
      look(seen);
      return 'unwrap';
    },
    attribute: () => undefined,
  });
}

function seenOf(tag: SaxesTagNS, within: readonly string[]): Seen {
  const attributes = Object.values(tag.attributes as Record<string, SaxesAttributeNS>).map(
    ({ name, local, uri, value }) => ({ prefixed: name, name: local, uri, value }),
  );
  return {
    name: tag.local,
    attributes,
    within,
    said: (name) => attributes.find((one) => one.name === name)?.value,
  };
}

function opening(tag: SaxesTagNS, seen: Seen, rules: Rules): string {
  const attributes = seen.attributes.flatMap((one) => {
    const declares = one.prefixed === 'xmlns' || one.prefixed.startsWith('xmlns:');
    const value = declares ? one.value : rules.attribute(one, seen);
    return value === undefined ? [] : [` ${one.prefixed}="${escaped(value)}"`];
  });
  return `<${tag.name}${attributes.join('')}>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};
const escaped = (text: string): string => text.replace(/[&<>"\r]/g, (sign) => ENTITIES[sign]!);

function decoded(part: string, bytes: Buffer): string {
  const little = bytes[0] === 0xff && bytes[1] === 0xfe;
  const encoding = little ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // What it calls itself means nothing any more, and the parser would believe it.
    return text.replace(/^<\?xml[^>]*\?>/, '');
  } catch (error) {
    throw damaged(part, error);
  }
}
