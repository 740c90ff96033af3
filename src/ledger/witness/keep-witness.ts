import { hash } from 'node:crypto';
import { SanadError, type Witness, type WitnessKind } from '../../model/index.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Case } from '../case.ts';
import { readCheckpoint, type SignedCheckpoint } from '../checkpoint.ts';
import type { Slot } from '../entry.ts';
import { sha256Hex } from '../sha256.ts';
import { openNote, parseNote, parseVerifierKey, signaturesBy } from '../signed-note.ts';
import { attested, cosignedNote, type Kept, readSlots, standingEvents, witnessOf } from './kept-witnesses.ts';
import {
  mergeTimestamps,
  readTimestampFile,
  type TimestampFile,
  writeTimestampFile,
} from './opentimestamps.ts';
import { checkToken, imprintOf } from './time-stamp-token.ts';

export interface KeepOptions {
  readonly by: string;
  /** Certificates to trust (PEM), kept with a time stamp. */
  readonly roots?: readonly string[] | undefined;
  /** The key of a cosigning witness. */
  readonly key?: string | undefined;
  /** Block headers or merkle roots by height, hexadecimal. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The checkpoint it speaks of, where the case no longer has that file. */
  readonly checkpoint?: string | undefined;
  /** What the file is called, for errors. */
  readonly file: string;
}

/**
 * Checks a file that somebody brought and keeps it: an RFC 3161 token or answer, an OpenTimestamps file, a cosigned
 * checkpoint or the line alone.
 *
 * @throws SanadError `proof.unknown-form`, `witness.no-such-checkpoint`, `witness.key-needed`, and whatever is wrong
 *   with the file itself; nothing is kept then
 */
export function keepWitness(opened: Case, bytes: Uint8Array, options: KeepOptions): Witness {
  const kind = kindOf(bytes);
  if (!kind) throw new SanadError('proof.unknown-form', { file: options.file });
  const about = checkpointOf(opened, kind, bytes, options);
  const base64 = Buffer.from(bytes).toString('base64');
  const { key, roots, headers } = options;
  if (kind === 'time-stamp') checkToken(bytes, Buffer.from(about.note), roots ?? []);
  if (kind === 'opentimestamps') attested(readTimestampFile(bytes), headers ?? {});
  return keep(opened, kind, about, options.by, {
    file: base64,
    ...(key === undefined ? {} : { key }),
    ...(roots?.length ? { roots } : {}),
    ...(headers && Object.keys(headers).length > 0 ? { headers } : {}),
  });
}

/**
 * Somebody signed the printed page and took it away.
 *
 * @param size of the checkpoint on the page; the newest where it is not said
 * @throws SanadError `witness.no-such-checkpoint`
 */
export function keepPaper(opened: Case, holder: string, by: string, size?: string): Witness {
  const { log } = opened;
  const printed = [...log.checkpoints()].find((one) => String(one.size) === size);
  if (size !== undefined && !printed) throw new SanadError('witness.no-such-checkpoint', { file: size });
  return keep(opened, 'paper', printed ?? log.newest(), by, { holder });
}

/**
 * A proof that was waiting is replaced by what has come of it; the earlier entry stays.
 *
 * @param bytes an upgraded `.ots` file
 * @throws SanadError `timestamp.nothing-new`, `timestamp.malformed`, `witness.no-such-checkpoint`
 */
export function upgradeTimestamp(opened: Case, bytes: Uint8Array, options: KeepOptions): Witness {
  const brought = readTimestampFile(bytes);
  for (const { entry, kept, file: before } of keptTimestamps(opened)) {
    if (!before.digest.equals(brought.digest)) continue;
    const after = { ...before, timestamp: mergeTimestamps(before.timestamp, brought.timestamp) };
    const headers = { ...kept.headers, ...options.headers };
    attested(after, headers);
    const file = writeTimestampFile(after).toString('base64');
    if (file === kept.file && canonicalJson(headers) === canonicalJson(kept.headers ?? {}))
      throw new SanadError('timestamp.nothing-new');
    const about = { ...readCheckpoint(parseNote(kept.checkpoint).text), note: kept.checkpoint };
    const more = Object.keys(headers).length > 0 ? { headers } : {};
    return keep(opened, 'opentimestamps', about, options.by, { file, ...more }, entry);
  }
  throw new SanadError('witness.no-such-checkpoint', { file: options.file });
}

/** The OpenTimestamps files that stand, newest first. */
export function keptTimestamps(opened: Case): KeptTimestamp[] {
  const standing = standingEvents(opened).filter(({ facts }) => facts.witness === 'opentimestamps');
  return standing.toReversed().flatMap((event) => {
    const kept = readSlots(event);
    return kept?.file === undefined
      ? []
      : [{ entry: event.entry, kept, file: readTimestampFile(Buffer.from(kept.file, 'base64')) }];
  });
}

interface KeptTimestamp {
  readonly entry: number;
  readonly kept: Kept;
  readonly file: TimestampFile;
}

function keep(
  opened: Case,
  kind: WitnessKind,
  { size, root, note }: SignedCheckpoint,
  by: string,
  kept: Omit<Kept, 'checkpoint'>,
  replaces?: number,
): Witness {
  const { holder, ...shared } = kept;
  const slots: Slot[] = Object.entries({ checkpoint: note, ...shared }).map(([name, value]) => ({
    name,
    sensitivity: 'team',
    value,
  }));
  if (holder !== undefined) slots.push({ name: 'holder', sensitivity: 'source', value: holder });
  const event = opened.note({
    kind: 'witness',
    by,
    facts: {
      witness: kind,
      size,
      root: Buffer.from(root).toString('hex'),
      ...(kept.file === undefined ? {} : { sha256: sha256Hex(Buffer.from(kept.file, 'base64')) }),
      ...(replaces === undefined ? {} : { replaces }),
    },
    slots,
  });
  return witnessOf(event, opened.log.rootsAt([size]));
}

function kindOf(bytes: Uint8Array): WitnessKind | undefined {
  if (bytes[0] === 0x30) return 'time-stamp';
  if (bytes[0] === 0) return 'opentimestamps';
  return Buffer.from(bytes).includes('\u2014 ') ? 'cosignature' : undefined;
}

/** The checkpoint that a file speaks of, among those of the case. */
function checkpointOf(
  opened: Case,
  kind: WitnessKind,
  bytes: Uint8Array,
  options: KeepOptions,
): SignedCheckpoint {
  const fits = matcher(kind, bytes, options);
  for (const found of candidates(opened, options.checkpoint)) {
    if (!fits(found)) continue;
    opened.log.compare(found);
    return found;
  }
  throw new SanadError('witness.no-such-checkpoint', { file: options.file });
}

function* candidates(opened: Case, given: string | undefined): Generator<SignedCheckpoint> {
  if (given === undefined) {
    yield* opened.log.checkpoints();
    return;
  }
  const text = openNote(given, opened.log.verifierKey);
  if (text === undefined) throw new SanadError('proof.key-other', { name: opened.log.origin });
  yield { ...readCheckpoint(text), note: given };
}

function matcher(
  kind: WitnessKind,
  bytes: Uint8Array,
  { key }: KeepOptions,
): (checkpoint: SignedCheckpoint) => boolean {
  if (kind === 'time-stamp') {
    // Read first, so that what is not a token at all is said to be that.
    const imprint = imprintOf(bytes);
    if (!imprint) throw new SanadError('token.malformed');
    return ({ note }) => hash(imprint.digest, note, 'buffer').equals(imprint.hash);
  }
  if (kind === 'opentimestamps') {
    const digest = readTimestampFile(bytes).digest.toString('hex');
    return ({ note }) => sha256Hex(Buffer.from(note)) === digest;
  }
  if (key === undefined) throw new SanadError('witness.key-needed');
  const witness = parseVerifierKey(key);
  if (witness.type !== 'witness') throw new SanadError('note.key-malformed');
  return ({ note }) => signaturesBy(parseNote(cosignedNote(note, bytes)), witness).length > 0;
}
