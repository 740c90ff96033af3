import { existsSync, statSync } from 'node:fs';
import type { Case } from '../../ledger/index.ts';
import { SanadError } from '../../model/index.ts';
import { type ExitCode, examples, type Register } from '../command.ts';
import { type Looking, withCase, withLooks } from '../open.ts';
import { readText, several, sha256OfFile, writeOut } from '../proof-files.ts';
import type { Terminal } from '../terminal.ts';

interface Options {
  readonly out?: string;
  readonly value?: string[];
  readonly entry?: string;
  readonly witnessed?: true;
  readonly from?: string;
  readonly fromSize?: string;
  readonly tiles?: string;
}

export const registerProve: Register = (program, words, run) => {
  program
    .command('prove')
    .description(words.text('prove.about'))
    .argument('<case>', words.text('argument.case'))
    .argument('[item]', words.text('prove.item'))
    .option('--out <file>', words.text('prove.out'))
    .option('--value <slot>', words.text('prove.value'), several)
    .option('--entry <file>', words.text('prove.entry'))
    .option('--witnessed', words.text('prove.witnessed'))
    .option('--from <checkpoint>', words.text('prove.from'))
    .option('--from-size <n>', words.text('prove.fromSize'))
    .option('--tiles <folder>', words.text('prove.tiles'))
    .addHelpText(
      'after',
      examples(
        words,
        'prove mycase photo.jpg --out photo.tlog-proof',
        'prove mycase k3f9x0a1b2c3d4e5.12 --value c01 --out row.tlog-proof',
        'prove mycase --from old.checkpoint --out grown.txt',
        'prove mycase --tiles public/log',
      ),
    )
    .action(
      run(async ({ terminal }, folder: string, item: string | undefined, options: Options) => {
        const work = async (opened: Case, look: Looking): Promise<ExitCode> => {
          if (options.tiles !== undefined) tiles(terminal, opened, options.tiles);
          if (options.from !== undefined || options.fromSize !== undefined)
            await growth(terminal, opened, options);
          else if (item !== undefined) await inclusion(terminal, opened, item, options, look);
          else if (options.tiles === undefined)
            throw new SanadError('request.invalid', { reason: terminal.text('prove.item') });
          return 0;
        };
        // a proof of a file tells nothing of anybody; a value that is disclosed is read
        return options.value === undefined
          ? withCase(terminal, folder, 'read', (opened) => work(opened, async () => {}))
          : withLooks(terminal, folder, 'read', 'prove', work);
      }),
    );
};

async function inclusion(
  terminal: Terminal,
  opened: Case,
  item: string,
  options: Options,
  look: Looking,
): Promise<void> {
  const { log } = opened;
  const index = await entryNamed(opened, item);
  const body = log.entry(index);
  const { commit, kind } = JSON.parse(body) as { commit?: Record<string, string>; kind: string };
  const values = options.value ?? (kind === 'item' ? ['original'] : []);
  await look({ things: [`#${index}`] });
  const under = options.witnessed ? await cosigned(opened, index) : log.newest();
  const proof = log.prove(index, values, under);
  if (options.entry !== undefined) writeOut(options.entry, body);
  if (options.out === undefined) terminal.out(proof.trimEnd());
  else writeOut(options.out, proof);
  const rest = Object.keys(commit ?? {}).filter((slot) => !values.includes(slot));
  const list = (names: readonly string[]): string => names.join(', ') || terminal.text('prove.nothing');
  terminal.say(
    terminal.text('prove.done', {
      out: options.out ?? '-',
      entry: index,
      size: under.size,
      values: list(values),
    }),
  );
  terminal.say(terminal.text('prove.closed', { values: list(rest) }));
  terminal.say(terminal.text('prove.key', { key: log.verifierKey }));
}

async function cosigned(opened: Case, index: number) {
  const { cosignedCheckpoint } = await import('../../ledger/index.ts');
  const found = cosignedCheckpoint(opened, index);
  if (!found) throw new SanadError('proof.not-witnessed', { entry: index });
  return found;
}

/** `#` and an entry's number, a file on disk that was received, the name under which one file was received, or an id. */
async function entryNamed({ log, holds, items }: Case, item: string): Promise<number> {
  if (/^#\d{1,15}$/.test(item)) return Number(item.slice(1));
  if (existsSync(item) && statSync(item).isFile()) {
    const held = holds(await sha256OfFile(item));
    if (held === undefined) throw new SanadError('proof.file-not-held', { file: item });
    return log.entryOf(held);
  }
  const named = items().filter(({ file }) => file === item);
  if (named.length > 1)
    throw new SanadError('proof.name-shared', { file: item, items: named.map(({ id }) => id).join(', ') });
  return log.entryOf(named[0]?.id ?? item);
}

async function growth(terminal: Terminal, { log }: Case, options: Options): Promise<void> {
  const from =
    options.from === undefined ? ownHead(log, options.fromSize ?? '') : await keptHead(log, options.from);
  const proof = log.proveGrowth(from);
  if (options.out === undefined) terminal.out(proof.trimEnd());
  else writeOut(options.out, proof);
  const { size: to } = log.newest();
  terminal.say(terminal.text('prove.grown', { out: options.out ?? '-', from: from.size, to }));
}

function ownHead(log: Case['log'], given: string): { size: number; root: Uint8Array } {
  const size = /^[1-9]\d{0,14}$/.test(given) ? Number(given) : 0;
  const root = log.rootsAt([size]).get(size);
  if (!root) throw new SanadError('request.invalid', { reason: `--from-size ${given}` });
  return { size, root };
}

async function keptHead(log: Case['log'], file: string): Promise<{ size: number; root: Uint8Array }> {
  const { readKeptHead } = await import('../../checking/index.ts');
  return readKeptHead(readText(file), { origin: log.origin, key: log.verifierKey });
}

function tiles(terminal: Terminal, { log }: Case, folder: string): void {
  const { entries, files, long } = log.exportTiles(folder);
  terminal.say(terminal.text('prove.tiled', { out: folder, entries, files }));
  if (long.length > 0) terminal.say(terminal.text('prove.long', { entries: long.join(', ') }));
  terminal.say(terminal.text('prove.key', { key: log.verifierKey }));
}
