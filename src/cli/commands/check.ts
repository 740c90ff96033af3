import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Head, SignedHead } from '../../checking/index.ts';
import type { CheckedToken, KeptAttestation } from '../../ledger/index.ts';
import { SanadError } from '../../model/index.ts';
import { examples, type Register } from '../command.ts';
import { headersFrom, readSmall, readText, several, sha256OfFile } from '../proof-files.ts';
import type { Terminal } from '../terminal.ts';

interface Options {
  readonly file?: string;
  readonly key?: string;
  readonly witnessKey?: string[];
  readonly entry?: string;
  readonly from?: string;
  readonly root?: string[];
  readonly header?: string[];
  readonly json?: true;
}

/** Everything that `prove` and `witness` hand out, checked without the case. */
export const registerCheck: Register = (program, words, run) => {
  program
    .command('check')
    .description(words.text('check.about'))
    .argument('<proof>', words.text('check.proof'))
    .option('--file <file>', words.text('check.file'))
    .option('--key <key>', words.text('check.key'))
    .option('--witness-key <key>', words.text('check.witnessKey'), several)
    .option('--entry <file>', words.text('check.entry'))
    .option('--from <checkpoint>', words.text('check.from'))
    .option('--root <file>', words.text('check.root'), several)
    .option('--header <height=hex>', words.text('check.header'), several)
    .option('--json', words.text('option.json'))
    .addHelpText(
      'after',
      examples(
        words,
        'check photo.tlog-proof --file photo.jpg --key sanad/k3f9x0a1b2c3d4e5+1a2b3c4d+AQ…',
        'check grown.txt --from old.checkpoint --key …',
        'check public/log --from old.checkpoint --key …',
        'check head.tsr --file head.checkpoint --root authority.pem',
        'check head.ots --file head.checkpoint --header 358391=0200…',
      ),
    )
    .action(
      run(async ({ terminal }, proof: string, options: Options) => {
        const answering = options.json ? terminal : { ...terminal, say: terminal.out };
        const { proven, ...said } = await check(answering, proof, options);
        if (options.json) terminal.json({ ...said, proven });
        if (proven) return 0;
        answering.say(terminal.text('check.unproven'));
        return 3;
      }),
    );
};

/** What is told as JSON, and whether it proves anything: not where a key, a root or a block's header was missing. */
interface Checked extends Readonly<Record<string, unknown>> {
  readonly proven: boolean;
}

async function check(terminal: Terminal, proof: string, options: Options): Promise<Checked> {
  const checking = await import('../../checking/index.ts');
  if (statSync(proof, { throwIfNoEntry: false })?.isDirectory()) return tree(terminal, proof, options);
  const bytes = readSmall(proof);
  const text = bytes.toString('utf8');
  if (checking.isInclusionProof(text)) return inclusion(terminal, text, options);
  if (checking.isConsistencyProof(text)) return growth(terminal, text, options);
  if (bytes[0] === 0x30) return token(terminal, bytes, options);
  if (bytes[0] === 0) return timestamp(terminal, bytes, options);
  if (text.includes('\u2014 ')) return checkpoint(terminal, text, options);
  throw new SanadError('proof.unknown-form', { file: proof });
}

async function inclusion(terminal: Terminal, text: string, options: Options): Promise<Checked> {
  const { checkInclusion } = await import('../../checking/index.ts');
  const file = options.file;
  const checked = await checkInclusion(text, {
    key: options.key,
    witnessKeys: options.witnessKey,
    sha256: file === undefined ? undefined : await sha256OfFile(file),
    file,
    entry: options.entry === undefined ? undefined : readText(options.entry),
  });
  const { head, index, values, sha256, key } = checked;
  terminal.say(terminal.text('check.inLog', { entry: index, size: head.size, log: head.origin }));
  for (const [slot, value] of values)
    terminal.say(terminal.text('check.value', { slot, value: JSON.stringify(value) }));
  if (file !== undefined) terminal.say(terminal.text('check.isFile', { file }));
  else if (sha256 !== undefined) terminal.say(terminal.text('check.isSha256', { sha256 }));
  if (key.from === 'given') terminal.say(terminal.text('check.keyGiven'));
  else terminal.say(terminal.text('check.keyFound', { key: key.text }));
  tellWitnesses(terminal, head, options);
  return {
    ...headJson(head),
    entry: index,
    values: Object.fromEntries(values),
    ...(sha256 === undefined ? {} : { sha256 }),
    key,
    proven: key.from === 'given',
  };
}

async function growth(terminal: Terminal, text: string, options: Options): Promise<Checked> {
  const { checkConsistency } = await import('../../checking/index.ts');
  if (options.from === undefined || options.key === undefined)
    throw new SanadError('request.invalid', { reason: terminal.text('check.needsFrom') });
  const { before, head } = await checkConsistency(text, readText(options.from), options.key);
  terminal.say(terminal.text('check.grown', { from: before.size, to: head.size }));
  return { ...headJson(head), from: before.size, proven: true };
}

/** The whole tree as `prove --tiles` wrote it: without the case, without any of its keys. */
async function tree(terminal: Terminal, folder: string, options: Options): Promise<Checked> {
  const { checkTiles, readSignedHead, readUnsignedHead } = await import('../../checking/index.ts');
  const { key, from, entry } = options;
  const note = readText(join(folder, 'checkpoint'));
  const signed = key === undefined ? undefined : await readSignedHead(note, key, options.witnessKey);
  const head = signed ?? readUnsignedHead(note);
  const before = from === undefined ? undefined : await earlierHead(readText(from), head.origin, key);
  if (before && before.origin !== head.origin)
    throw new SanadError('checkpoint.other-log', { found: before.origin, expected: head.origin });
  const checked = await checkTiles(
    { read: (path) => readFile(join(folder, ...path.split('/'))).catch(() => undefined) },
    head,
    { before, entry: entry === undefined ? undefined : readText(entry) },
  );
  const { entries, texts, index } = checked;
  terminal.say(terminal.text('check.tree', { entries, texts, log: head.origin }));
  if (before) terminal.say(terminal.text('check.grown', { from: before.size, to: head.size }));
  if (index !== undefined) terminal.say(terminal.text('check.stands', { entry: index }));
  if (signed) {
    terminal.say(terminal.text('check.keyGiven'));
    tellWitnesses(terminal, signed, options);
  } else terminal.say(terminal.text('check.unsigned'));
  return {
    ...headJson({ ...head, note, witnesses: signed?.witnesses ?? [] }),
    ...checked,
    ...(before ? { from: before.size } : {}),
    proven: signed !== undefined,
  };
}

async function earlierHead(text: string, origin: string, key: string | undefined): Promise<Head> {
  const { readKeptHead, readUnsignedHead } = await import('../../checking/index.ts');
  return key === undefined ? readUnsignedHead(text) : readKeptHead(text, { origin, key });
}

async function checkpoint(terminal: Terminal, text: string, options: Options): Promise<Checked> {
  const { readSignedHead } = await import('../../checking/index.ts');
  if (options.key === undefined) throw new SanadError('proof.key-needed');
  const head = await readSignedHead(text, options.key, options.witnessKey);
  terminal.say(terminal.text('check.head', { log: head.origin, size: head.size, root: hex(head.root) }));
  terminal.say(terminal.text('check.keyGiven'));
  tellWitnesses(terminal, head, options);
  return { ...headJson(head), proven: true };
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const headJson = ({ origin, size, root, witnesses }: SignedHead): object => ({
  log: origin,
  size,
  root: hex(root),
  witnesses: witnesses.map(({ name, at }) => ({ name, at: at.toISOString() })),
});

function tellWitnesses(terminal: Terminal, { witnesses }: SignedHead, { witnessKey }: Options): void {
  for (const { name, at } of witnesses)
    terminal.say(terminal.text('check.seen', { name, time: at.toISOString() }));
  if (witnessKey && witnesses.length === 0) terminal.say(terminal.text('check.unseen'));
}

async function token(terminal: Terminal, bytes: Buffer, options: Options): Promise<Checked> {
  const { checkToken } = await import('../../ledger/index.ts');
  const file = stampedFile(terminal, options);
  const checked = checkToken(bytes, readSmall(file), (options.root ?? []).map(readText));
  tellToken(terminal, checked, file);
  return { ...checked, time: checked.time.toISOString(), proven: checked.vouched !== 'nobody' };
}

function tellToken(terminal: Terminal, checked: CheckedToken, file: string): void {
  const { authority, time, chain, vouched } = checked;
  terminal.say(terminal.text('check.stamped', { name: authority, file, time: time.toISOString() }));
  terminal.say(terminal.text('check.chain', { names: chain.map(({ name }) => name).join(' < ') }));
  terminal.say(terminal.text(`check.vouched.${vouched}`, { sha256: chain.at(-1)?.sha256 ?? '' }));
  terminal.say(terminal.text('check.revocation'));
  const [first] = chain.map(({ until }) => until).sort((a, b) => a.getTime() - b.getTime());
  if (first && first.getTime() < Date.now())
    terminal.say(terminal.text('check.expired', { time: first.toISOString() }));
}

async function timestamp(terminal: Terminal, bytes: Buffer, options: Options): Promise<Checked> {
  const { attested, readTimestampFile, attestations } = await import('../../ledger/index.ts');
  const { createHash } = await import('node:crypto');
  const stamped = stampedFile(terminal, options);
  const file = readTimestampFile(bytes);
  const digest = createHash(file.algorithm).update(readSmall(stamped)).digest();
  if (!digest.equals(file.digest)) throw new SanadError('timestamp.other-data');
  const told = attested(file, headersFrom(options.header));
  const messages = attestations(file.timestamp).map(({ message }) =>
    Buffer.from(message).reverse().toString('hex'),
  );
  for (const [at, one] of told.entries()) terminal.say(attestationLine(terminal, one, messages[at] ?? ''));
  const proven = told.some((one) => one.kind === 'block' && one.block?.time !== undefined);
  return { digest: file.digest.toString('hex'), attestations: told, proven };
}

function attestationLine(terminal: Terminal, one: KeptAttestation, root: string): string {
  if (one.kind === 'pending') return terminal.text('check.pending', { calendar: one.calendar });
  if (one.kind === 'unknown') return terminal.text('check.unknownNotary', { tag: one.tag });
  const { chain, height, block } = one;
  if (!block) return terminal.text('check.blockUnchecked', { chain, height: String(height), root });
  if (!block.time) return terminal.text('check.blockRoot', { height: String(height) });
  const values = { height: String(height), time: block.time, work: String(block.workBits) };
  return terminal.text('check.block', values);
}

function stampedFile(terminal: Terminal, { file }: Options): string {
  if (file === undefined)
    throw new SanadError('request.invalid', { reason: terminal.text('check.needsFile') });
  return file;
}
