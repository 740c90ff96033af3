import { canonicalJson } from './canonical-json.ts';

/** A value with what opens its commitment: whoever has both can show that the entry meant it. */
export interface OpenedValue {
  /** base64 */
  readonly salt: string;
  /** The value's canonical JSON, word for word as it was committed to. */
  readonly text: string;
}

/** What a stranger is given to see that an entry stands in a log. */
export interface ProofParts {
  /** From 0. */
  readonly index: number;
  /** RFC 6962, section 2.1.1, nearest sibling first. */
  readonly path: readonly Uint8Array[];
  /** The signed checkpoint, word for word. */
  readonly checkpoint: string;
  /** The entry's body: what was hashed. */
  readonly entry: string;
  /** The key that signed the checkpoint, as a convenience: it proves nothing until it is compared with another copy. */
  readonly key: string;
  /** Only what is to be disclosed; the entry's other values stay closed. */
  readonly values: ReadonlyMap<string, OpenedValue>;
}

/**
 * C2SP tlog-proof@v1. The opaque `extra` line holds what is needed beside it to get from a file or a value to the leaf:
 * `{"entry":<text>,"key":<verifier key>,"proof":"sanad@1","values":{<slot>:{"salt":<base64>,"text":<canonical JSON>}}}`.
 */
export function tlogProof({ index, path, checkpoint, entry, key, values }: ProofParts): string {
  const extra = canonicalJson({ proof: 'sanad@1', entry, key, values: Object.fromEntries(values) });
  const base64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64');
  return [
    'c2sp.org/tlog-proof@v1',
    `extra ${base64(extra)}`,
    `index ${index}`,
    ...path.map(base64),
    '',
    checkpoint,
  ].join('\n');
}

/**
 * A later checkpoint with the proof that it continues one of `from` entries, in the form in which C2SP tlog-witness
 * hands it to a witness.
 */
export const consistencyRequest = (from: number, path: readonly Uint8Array[], checkpoint: string): string =>
  [`old ${from}`, ...path.map((hash) => Buffer.from(hash).toString('base64')), '', checkpoint].join('\n');
