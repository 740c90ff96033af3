import { createHash, randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import type { Case, KeepOptions } from '../../ledger/index.ts';
import { errorMessages } from '../../messages/index.ts';
import { SanadError, type Witness } from '../../model/index.ts';
import { type ExitCode, examples, type Register, type Run } from '../command.ts';
import { withCase } from '../open.ts';
import { headersFrom, readSmall, readText, several, writeOut } from '../proof-files.ts';
import type { Terminal } from '../terminal.ts';

/** What others hold of a ledger's head; the ways to bring it to them and back; and being such a witness for others. */
export const registerWitness: Register = (program, words, run) => {
  const witness = program
    .command('witness')
    .description(words.text('witness.about'))
    .addHelpText(
      'after',
      examples(
        words,
        'witness mycase',
        'witness mycase --print --out head.html',
        'witness query mycase --out head',
        'witness add mycase head.tsr',
        'witness compare mycase typed.txt',
        'witness cosign grown.txt --state witness.json --log sanad/…',
      ),
    );
  registerList(witness, words, run);
  registerQuery(witness, words, run);
  registerAdd(witness, words, run);
  registerUpgrade(witness, words, run);
  registerCompare(witness, words, run);
  registerCosign(witness, words, run);
};

interface Brought {
  readonly by?: string;
  readonly key?: string;
  readonly root?: string[];
  readonly header?: string[];
  readonly checkpoint?: string;
  readonly paper?: string;
  readonly size?: string;
}

function registerList(witness: Command, words: Terminal, run: Run): void {
  witness
    .command('list', { isDefault: true, hidden: true })
    .argument('<case>', words.text('argument.case'))
    .option('--print', words.text('witness.print'))
    .option('--out <file>', words.text('prove.out'))
    .option('--json', words.text('option.json'))
    .action(
      run(async ({ terminal }, folder: string, options: { print?: true; out?: string; json?: true }) =>
        withCase(terminal, folder, 'read', async (opened): Promise<ExitCode> => {
          if (options.print) {
            await print(terminal, opened, folder, options.out);
            return 0;
          }
          const { witnesses } = await import('../../ledger/index.ts');
          const all = witnesses(opened);
          if (options.json) terminal.json({ witnesses: all });
          else if (all.length === 0) terminal.say(terminal.text('witness.none'));
          else for (const one of all) terminal.out(witnessLine(terminal, one));
          return all.some(({ state }) => state === 'fault') ? 1 : 0;
        }),
      ),
    );
}

async function print(terminal: Terminal, { log }: Case, folder: string, out?: string): Promise<void> {
  const { witnessPaper } = await import('../witness-paper.ts');
  const page = witnessPaper({ ...log.newest(), verifierKey: log.verifierKey });
  if (out === undefined) terminal.out(page.trimEnd());
  else writeOut(out, page);
  terminal.say(terminal.text('witness.printed', { out: out ?? '-', folder }));
}

const MARKS: Readonly<Record<Witness['state'], string>> = {
  holds: '✓',
  unchecked: '!',
  waits: '…',
  fault: '✕',
  closed: '–',
};

function witnessLine(terminal: Terminal, one: Witness): string {
  const { kind, size, state } = one;
  const values = { name: one.name ?? '?', at: one.at, time: one.time ?? '?', told: toldBy(terminal, one) };
  const parts = [terminal.text(`witness.is.${kind}`, values)];
  if (one.fault !== undefined)
    parts.push(
      terminal.sentence(errorMessages[one.fault], {
        size,
        entries: '?',
        name: one.name ?? '?',
        time: '?',
        height: '?',
      }),
    );
  if (state === 'closed') parts.push(terminal.text('witness.closed'));
  if (one.vouched === 'nobody') parts.push(terminal.text('witness.unvouched'));
  return terminal.text('witness.line', { state: MARKS[state], size, what: parts.join(' · ') });
}

function toldBy(terminal: Terminal, { attestations = [] }: Witness): string {
  const blocks = attestations.flatMap((one) => {
    if (one.kind !== 'block') return [];
    const height = String(one.height);
    return one.block
      ? terminal.text('witness.told.checked', { height, time: one.block.time ?? '' })
      : terminal.text('witness.told.block', { height });
  });
  const calendars = attestations.flatMap((one) => (one.kind === 'pending' ? [one.calendar] : []));
  if (blocks.length > 0 || calendars.length === 0) return blocks.join(', ');
  return terminal.text('witness.told.waits', { calendars: calendars.join(', ') });
}

const DEFAULT_CALENDAR = 'https://alice.btc.calendar.opentimestamps.org';

function registerQuery(witness: Command, words: Terminal, run: Run): void {
  witness
    .command('query')
    .description(words.text('witness.query.about'))
    .argument('<case>', words.text('argument.case'))
    .requiredOption('--out <name>', words.text('witness.query.out'))
    .option('--calendar <url>', words.text('witness.query.calendar'), DEFAULT_CALENDAR)
    .option('--submit', words.text('witness.query.submit'))
    .action(
      run(
        async (
          { terminal },
          folder: string,
          { out, calendar, submit }: { out: string; calendar: string; submit?: true },
        ) => {
          const ledger = await import('../../ledger/index.ts');
          const { note } = await withCase(terminal, folder, 'read', ({ log }) => log.newest());
          const data = Buffer.from(note);
          const digest = createHash('sha256').update(data).digest();
          let stamp = ledger.pendingTimestampFile(digest, randomBytes(16), calendar);
          const [pending] = ledger.attestations(stamp.timestamp);
          if (submit && pending) stamp = await ledger.askCalendar(calendar, 'submit', stamp, pending.message);
          writeOut(`${out}.checkpoint`, data);
          writeOut(`${out}.tsq`, ledger.timeStampQuery(data, randomBytes(8)));
          writeOut(`${out}.ots`, ledger.writeTimestampFile(stamp));
          terminal.say(terminal.text('witness.query.done', { out }));
          if (!submit) terminal.say(terminal.text('witness.query.waits', { out, calendar }));
          return 0;
        },
      ),
    );
}

const broughtOptions = (command: Command, words: Terminal): Command =>
  command
    .option('--by <name>', words.text('option.by'))
    .option('--header <height=hex>', words.text('check.header'), several);

const keepOptions = (terminal: Terminal, file: string, options: Brought): KeepOptions => ({
  by: terminal.actor,
  file,
  key: options.key,
  roots: options.root?.map(readText),
  headers: headersFrom(options.header),
  checkpoint: options.checkpoint === undefined ? undefined : readText(options.checkpoint),
});

function registerAdd(witness: Command, words: Terminal, run: Run): void {
  broughtOptions(
    witness
      .command('add')
      .description(words.text('witness.add.about'))
      .argument('<case>', words.text('argument.case'))
      .argument('[file]', words.text('witness.add.file'))
      .option('--paper <who>', words.text('witness.add.paper'))
      .option('--size <n>', words.text('witness.add.size'))
      .option('--key <key>', words.text('witness.add.key'))
      .option('--root <file>', words.text('check.root'), several)
      .option('--checkpoint <file>', words.text('witness.add.checkpoint')),
    words,
  ).action(
    run(async ({ terminal }, folder: string, file: string | undefined, options: Brought) => {
      const { keepPaper, keepWitness } = await import('../../ledger/index.ts');
      const { paper } = options;
      if ((file === undefined) === (paper === undefined))
        throw new SanadError('request.invalid', { reason: terminal.text('witness.add.file') });
      const bytes = file === undefined ? undefined : readSmall(file);
      return withCase(terminal, folder, 'write', (opened): ExitCode => {
        const kept =
          bytes && file !== undefined
            ? keepWitness(opened, bytes, keepOptions(terminal, file, options))
            : keepPaper(opened, paper ?? '', terminal.actor, options.size);
        tellKept(terminal, kept);
        return 0;
      });
    }),
  );
}

function tellKept(terminal: Terminal, kept: Witness): void {
  terminal.out(witnessLine(terminal, kept));
  terminal.say(terminal.text('witness.kept', { entry: kept.entry }));
}

function registerUpgrade(witness: Command, words: Terminal, run: Run): void {
  broughtOptions(
    witness
      .command('upgrade')
      .description(words.text('witness.upgrade.about'))
      .argument('<case>', words.text('argument.case'))
      .argument('[file]', words.text('witness.add.file'))
      .option('--calendar <url>', words.text('witness.upgrade.calendar')),
    words,
  ).action(
    run(
      async (
        { terminal },
        folder: string,
        file: string | undefined,
        options: Brought & { readonly calendar?: string },
      ) => {
        const { upgradeTimestamp } = await import('../../ledger/index.ts');
        const { calendar } = options;
        if ((file === undefined) === (calendar === undefined))
          throw new SanadError('request.invalid', { reason: terminal.text('witness.add.file') });
        return withCase(terminal, folder, 'write', async (opened): Promise<ExitCode> => {
          const brought = file === undefined ? await answersOf(opened, calendar ?? '') : [readSmall(file)];
          if (brought.length === 0) throw new SanadError('timestamp.nothing-new');
          for (const bytes of brought)
            tellKept(terminal, upgradeTimestamp(opened, bytes, keepOptions(terminal, file ?? '', options)));
          return 0;
        });
      },
    ),
  );
}

/** Every file that waits for this calendar, with its answer in it. */
async function answersOf(opened: Case, calendar: string): Promise<Buffer[]> {
  const { askCalendar, attestations, keptTimestamps, writeTimestampFile } = await import(
    '../../ledger/index.ts'
  );
  const upgraded: Buffer[] = [];
  for (const { file } of keptTimestamps(opened)) {
    const all = attestations(file.timestamp);
    const waiting = all.find((one) => one.kind === 'pending' && one.calendar === calendar);
    if (!waiting || all.some((one) => one.kind === 'bitcoin')) continue;
    upgraded.push(writeTimestampFile(await askCalendar(calendar, 'upgrade', file, waiting.message)));
  }
  return upgraded;
}

function registerCompare(witness: Command, words: Terminal, run: Run): void {
  witness
    .command('compare')
    .description(words.text('witness.compare.about'))
    .argument('<case>', words.text('argument.case'))
    .argument('<checkpoint...>', words.text('witness.compare.file'))
    .action(
      run(async ({ terminal }, folder: string, given: string[]) => {
        const { readKeptHead } = await import('../../checking/index.ts');
        const [first = ''] = given;
        const typed = /^\d+$/.test(first) ? given.join('\n') : readText(first);
        return withCase(terminal, folder, 'read', async ({ log, head }): Promise<ExitCode> => {
          const kept = await readKeptHead(typed, { origin: log.origin, key: log.verifierKey });
          log.compare(kept);
          terminal.out(terminal.text('witness.compare.same', { size: kept.size, entries: head().entries }));
          if (kept.form === 'typed') terminal.say(terminal.text('witness.compare.typed'));
          return 0;
        });
      }),
    );
}

function registerCosign(witness: Command, words: Terminal, run: Run): void {
  witness
    .command('cosign')
    .description(words.text('witness.cosign.about'))
    .argument('<request>', words.text('witness.cosign.request'))
    .requiredOption('--state <file>', words.text('witness.cosign.state'))
    .option('--log <key>', words.text('witness.cosign.log'))
    .option('--name <name>', words.text('witness.cosign.name'))
    .option('--out <file>', words.text('prove.out'))
    .action(
      run(
        async (
          { terminal },
          request: string,
          { state, log, name, out }: { state: string; log?: string; name?: string; out?: string },
        ) => {
          const { cosign } = await import('../../ledger/index.ts');
          const clock = (): Date => new Date();
          const signed = cosign(state, readText(request), { log, name, clock, random: randomBytes });
          if (out === undefined) terminal.out(signed.line.trimEnd());
          else writeOut(out, signed.note);
          const { origin, size, before } = signed;
          terminal.say(
            before === undefined
              ? terminal.text('witness.cosign.first', { log: origin, size })
              : terminal.text('witness.cosign.next', { log: origin, size, before }),
          );
          terminal.say(terminal.text('witness.cosign.back', { key: signed.verifierKey }));
          return 0;
        },
      ),
    );
}
