import {
  checkConsistency,
  checkInclusion,
  isConsistencyProof,
  isInclusionProof,
  readSignedHead,
  type SignedHead,
} from '../../../src/checking/index.ts';
import { SanadError } from '../../../src/model/index.ts';
import type { Fault } from '../api/answers.ts';
import type { CheckSpeech } from './check-speech.ts';

/** What somebody was given, by how it begins. `time`: a time stamp, which this page does not check. */
export type ProofForm = 'inclusion' | 'growth' | 'checkpoint' | 'time' | 'unknown';

export function formOf(bytes: Uint8Array): ProofForm {
  // DER begins with a sequence, OpenTimestamps with a zero byte
  if (bytes[0] === 0x30 || bytes[0] === 0) return 'time';
  const text = new TextDecoder().decode(bytes);
  if (isInclusionProof(text)) return 'inclusion';
  if (isConsistencyProof(text)) return 'growth';
  return text.includes('\u2014 ') ? 'checkpoint' : 'unknown';
}

/** What came out, in sentences: what it shows, what it does not, or why it does not hold. */
export interface Judgement {
  readonly verdict: 'proven' | 'unproven' | 'refused' | 'unread';
  readonly shows: readonly string[];
  readonly not: readonly string[];
  readonly fault?: Fault;
}

export interface Given {
  readonly proof: string;
  readonly key: string;
  readonly before: string;
  readonly witnessKeys: string;
  /** The file that was compared, by its hash. */
  readonly file?: { readonly name: string; readonly sha256: string } | undefined;
}

/** These say that something is missing or cannot be read, not that it is false. */
const UNREAD: ReadonlySet<string> = new Set([
  'proof.malformed',
  'note.malformed',
  'note.key-malformed',
  'checkpoint.malformed',
  'proof.key-needed',
  'proof.entry-needed',
  'proof.signatures-unknown',
]);

/** Judges what was given; nothing leaves the browser. Never throws. */
export async function judge(form: ProofForm, given: Given, speech: CheckSpeech): Promise<Judgement> {
  try {
    if (form === 'inclusion') return await ofEntry(given, speech);
    if (form === 'growth') return await ofGrowth(given, speech);
    return await ofCheckpoint(given, speech);
  } catch (error) {
    const fault: Fault =
      error instanceof SanadError ? { code: error.code, data: error.data } : { code: 'internal', data: {} };
    return { verdict: UNREAD.has(fault.code) ? 'unread' : 'refused', shows: [], not: [], fault };
  }
}

const keysIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

async function ofEntry(given: Given, { say, date }: CheckSpeech): Promise<Judgement> {
  const { file } = given;
  const checked = await checkInclusion(given.proof, {
    key: given.key.trim() || undefined,
    witnessKeys: keysIn(given.witnessKeys),
    sha256: file?.sha256,
    file: file?.name,
  });
  const { head, index, values, sha256, key, entry } = checked;
  const shows = [say('check.in-log', { entry: index, log: head.origin, size: head.size })];
  const not: string[] = [];
  if (file) shows.push(say('check.is-file', { file: file.name }));
  else if (sha256 !== undefined) not.push(say('check.not-compared', { sha256 }));
  for (const [slot, value] of values)
    if (slot !== 'original') shows.push(say('check.value', { slot, value: JSON.stringify(value) }));
  if (key.from === 'given') shows.push(say('check.key-given'));
  else not.unshift(say('check.not-key', { key: key.text }));
  const seen = sightings(head, { say, date });
  const at = writtenAt(entry);
  if (at !== undefined) not.push(say('check.not-when', { time: date(at, 'clock') }));
  not.push(say('check.not-true'), say('check.not-rest'));
  if (seen.length === 0) not.push(say('check.not-alone'));
  return { verdict: key.from === 'given' ? 'proven' : 'unproven', shows: [...shows, ...seen], not };
}

async function ofGrowth(given: Given, { say }: CheckSpeech): Promise<Judgement> {
  const key = neededKey(given);
  const { before, head } = await checkConsistency(given.proof, given.before, key);
  const not = [say('check.not-all'), say('check.not-true')];
  if (before.form === 'typed') not.unshift(say('check.not-typed'));
  const grown = say('check.grown', { log: head.origin, from: before.size, to: head.size });
  return { verdict: 'proven', shows: [grown, say('check.key-given')], not };
}

async function ofCheckpoint(given: Given, { say, date }: CheckSpeech): Promise<Judgement> {
  const head = await readSignedHead(given.proof, neededKey(given), keysIn(given.witnessKeys));
  const { origin: log, size } = head;
  const root = [...head.root].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const seen = sightings(head, { say, date });
  return {
    verdict: 'proven',
    shows: [say('check.head', { log, size, root }), say('check.key-given'), ...seen],
    not: [say('check.not-all'), say('check.not-true'), ...(seen.length > 0 ? [] : [say('check.not-alone')])],
  };
}

function neededKey({ key }: Given): string {
  if (key.trim() === '') throw new SanadError('proof.key-needed');
  return key.trim();
}

const sightings = ({ witnesses }: SignedHead, { say, date }: Pick<CheckSpeech, 'say' | 'date'>): string[] =>
  witnesses.map(({ name, at }) => say('check.seen', { name, time: date(at.toISOString(), 'clock') }));

/** The time that the entry itself gives. */
function writtenAt(entry: string): string | undefined {
  try {
    const { at } = JSON.parse(entry) as { at?: unknown };
    return typeof at === 'string' ? at : undefined;
  } catch {
    return undefined;
  }
}
