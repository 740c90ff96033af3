import { z } from 'zod';
import { SanadError, type Witness, type WitnessKind } from '../../model/index.ts';
import type { Case } from '../case.ts';
import { readCheckpoint, type SignedCheckpoint } from '../checkpoint.ts';
import type { LedgerEvent } from '../event.ts';
import { sha256Hex } from '../sha256.ts';
import { parseNote, parseVerifierKey, signaturesBy } from '../signed-note.ts';
import { blockHolds } from './bitcoin-header.ts';
import { attestations, readTimestampFile, type TimestampFile } from './opentimestamps.ts';
import { checkToken } from './time-stamp-token.ts';

/**
 * What others hold or signed of this ledger's head, kept with the case: each an entry of its own with the checkpoint it
 * speaks of, and looked at anew whenever it is asked for.
 */
export type KeptAttestation = NonNullable<Witness['attestations']>[number];

/** All that is kept, oldest first, each looked at anew; what a later one replaced is left out. */
export function witnesses(opened: Case): Witness[] {
  const events = standingEvents(opened);
  const sizes = events.map(({ facts }) => Number(facts.size));
  const roots = opened.log.rootsAt(sizes);
  return events.map((event) => witnessOf(event, roots));
}

/**
 * The newest checkpoint that somebody else signed too and that covers an entry, with their lines under it: what a proof
 * should stand on where there is one.
 */
export function cosignedCheckpoint(opened: Case, index: number): SignedCheckpoint | undefined {
  const events = standingEvents(opened).filter(({ facts }) => facts.witness === 'cosignature');
  const roots = opened.log.rootsAt(events.map(({ facts }) => Number(facts.size)));
  const holding = events.filter((event) => witnessOf(event, roots).state === 'holds');
  const size = Math.max(0, ...holding.map(({ facts }) => Number(facts.size)));
  if (size <= index) return undefined;
  let note = '';
  for (const event of holding) {
    const kept = Number(event.facts.size) === size ? readSlots(event) : undefined;
    if (kept) note = cosignedNote(note || kept.checkpoint, Buffer.from(kept.file ?? '', 'base64'));
  }
  return { size, root: roots.get(size)!, note };
}

const slotsSchema = z.object({
  checkpoint: z.string(),
  file: z.string().optional(),
  key: z.string().optional(),
  roots: z.array(z.string()).readonly().optional(),
  headers: z.record(z.string(), z.string()).readonly().optional(),
  holder: z.string().optional(),
});
export type Kept = z.infer<typeof slotsSchema>;

export function readSlots(event: LedgerEvent): Kept | undefined {
  const parsed = slotsSchema.safeParse(Object.fromEntries(event.slots));
  return parsed.success ? parsed.data : undefined;
}

export function standingEvents(opened: Case): LedgerEvent[] {
  const events = opened.events('witness');
  const replaced = new Set(events.map(({ facts }) => facts.replaces));
  return events.filter(({ entry }) => !replaced.has(entry));
}

export function witnessOf(event: LedgerEvent, roots: ReadonlyMap<number, Uint8Array>): Witness {
  const { entry, at, by, facts } = event;
  const size = Number(facts.size);
  const root = String(facts.root);
  const base = {
    entry,
    at,
    ...(by === undefined ? {} : { by }),
    kind: facts.witness as WitnessKind,
    size,
    root,
  };
  const here = roots.get(size);
  if (!here || Buffer.from(here).toString('hex') !== root)
    return { ...base, state: 'fault', fault: here ? 'checkpoint.differs' : 'checkpoint.ahead' };
  const kept = readSlots(event);
  if (!kept) return { ...base, state: 'closed' };
  try {
    const about = readCheckpoint(parseNote(kept.checkpoint).text);
    if (about.size !== size || about.root.toString('hex') !== root)
      throw new SanadError('witness.no-such-checkpoint', { file: `${entry}` });
    return { ...base, ...judged(base.kind, kept) };
  } catch (error) {
    if (!(error instanceof SanadError)) throw error;
    return { ...base, state: 'fault', fault: error.code };
  }
}

type Judgement = Pick<Witness, 'state' | 'time' | 'name' | 'vouched' | 'until' | 'attestations'>;

function judged(kind: WitnessKind, kept: Kept): Judgement {
  const note = Buffer.from(kept.checkpoint);
  const bytes = Buffer.from(kept.file ?? '', 'base64');
  switch (kind) {
    case 'paper':
      return { state: 'holds', ...(kept.holder === undefined ? {} : { name: kept.holder }) };
    case 'cosignature': {
      const key = parseVerifierKey(kept.key ?? '');
      const [signed] = signaturesBy(parseNote(cosignedNote(kept.checkpoint, bytes)), key);
      if (signed?.seconds === undefined) throw new SanadError('proof.signature-wrong', { name: key.name });
      return { state: 'holds', name: key.name, time: new Date(signed.seconds * 1000).toISOString() };
    }
    case 'time-stamp': {
      const { time, authority, vouched, chain } = checkToken(bytes, note, kept.roots ?? []);
      const until = chain.map((one) => one.until.toISOString()).sort()[0];
      const ends = until === undefined ? {} : { until };
      const state = vouched === 'nobody' ? 'unchecked' : 'holds';
      return { state, name: authority, time: time.toISOString(), vouched, ...ends };
    }
    case 'opentimestamps': {
      const file = readTimestampFile(bytes);
      if (file.digest.toString('hex') !== sha256Hex(note)) throw new SanadError('timestamp.other-data');
      const all = attested(file, kept.headers ?? {});
      const times = all.flatMap((one) => (one.kind === 'block' && one.block?.time ? [one.block.time] : []));
      const [first] = times.sort();
      const blocks = all.filter((one) => one.kind === 'block');
      const checked = blocks.some((one) => one.block?.time);
      return {
        state: checked ? 'holds' : blocks.length > 0 ? 'unchecked' : 'waits',
        attestations: all,
        ...(first ? { time: first } : {}),
      };
    }
  }
}

/** What a timestamp file attests, each block held against its header where that was supplied. */
export function attested(file: TimestampFile, headers: Readonly<Record<string, string>>): KeptAttestation[] {
  return attestations(file.timestamp).map((one): KeptAttestation => {
    if (one.kind === 'pending') return { kind: 'pending', calendar: one.calendar };
    if (one.kind === 'unknown') return { kind: 'unknown', tag: one.tag };
    const header = one.kind === 'bitcoin' ? headers[String(one.height)] : undefined;
    const place = { kind: 'block', chain: one.kind, height: one.height } as const;
    if (header === undefined) return place;
    const { time, workBits } = blockHolds(one.message, one.height, header);
    return { ...place, block: time ? { time: time.toISOString(), workBits } : {} };
  });
}

/** A checkpoint with the signature lines of what was brought: the lines alone, or a whole cosigned note. */
export function cosignedNote(note: string, bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('utf8');
  const lines = text.slice(text.lastIndexOf('\n\n') + 1).split('\n');
  return (
    note +
    lines
      .filter((line) => line.startsWith('\u2014 ') && !note.includes(line))
      .map((line) => `${line}\n`)
      .join('')
  );
}
