import type { Command } from 'commander';
import type { Sensitivity } from '../../ledger/index.ts';
import { SanadError } from '../../model/index.ts';
import { examples, type Register, type Run } from '../command.ts';
import { withCase } from '../open.ts';
import type { Terminal } from '../terminal.ts';

const CLASSES = ['team', 'contact', 'source', 'key', 'line', 'account', 'site'].join(', ');

export const registerKey: Register = (program, words, run) => {
  const key = program
    .command('key')
    .description(words.text('key.about'))
    .addHelpText(
      'after',
      examples(
        words,
        'key list mycase',
        'key add mycase desk-2 --classes team,contact',
        'key change mycase',
        'key remove mycase desk-2',
        'key rotate mycase --new-passphrase',
      ),
    );
  registerList(key, words, run);
  registerAdd(key, words, run);
  registerRemove(key, words, run);
  registerChange(key, words, run);
  registerRotate(key, words, run);
};

function registerList(key: Command, words: Terminal, run: Run): void {
  key
    .command('list')
    .description(words.text('key.list.about'))
    .argument('<case>', words.text('argument.case'))
    .option('--json', words.text('option.json'))
    .action(
      run(async ({ terminal }, folder: string, options: { readonly json?: true }) => {
        const { listLocks } = await import('../../ledger/index.ts');
        const locks = listLocks(folder);
        if (options.json) terminal.json({ locks });
        else if (locks.length === 0) terminal.say(terminal.text('key.list.none'));
        else
          for (const { id, kind, writes, classes } of locks)
            terminal.out(
              terminal.text('key.list.line', {
                id,
                kind: terminal.text(`key.kind.${kind}`),
                writes: terminal.text(writes ? 'key.writes.yes' : 'key.writes.no'),
                classes: classes.join(', '),
              }),
            );
        return 0;
      }),
    );
}

function registerAdd(key: Command, words: Terminal, run: Run): void {
  interface Options {
    readonly classes?: string;
    readonly readOnly?: true;
  }
  key
    .command('add')
    .description(words.text('key.add.about'))
    .argument('<case>', words.text('argument.case'))
    .argument('<id>', words.text('key.id'))
    .option('--classes <classes>', words.text('key.classes', { classes: CLASSES }))
    .option('--read-only', words.text('key.read-only'))
    .action(
      run(async ({ terminal }, folder: string, id: string, options: Options) => {
        const { addLock, SENSITIVITIES } = await import('../../ledger/index.ts');
        const classes = options.classes?.split(',').map((one) => one.trim()) ?? SENSITIVITIES;
        for (const one of classes)
          if (!SENSITIVITIES.some((known) => known === one))
            throw new SanadError('key.class-unknown', { class: one, known: CLASSES });
        await withCase(terminal, folder, 'write', async (opened) => {
          const passphrase = await newPassphrase(terminal);
          const granted = { classes: classes as readonly Sensitivity[], writes: !options.readOnly };
          await addLock(folder, opened, { id, passphrase, ...granted });
        });
        terminal.say(terminal.text('key.add.done', { id }));
        return 0;
      }),
    );
}

function registerRemove(key: Command, words: Terminal, run: Run): void {
  key
    .command('remove')
    .description(words.text('key.remove.about'))
    .argument('<case>', words.text('argument.case'))
    .argument('<id>', words.text('key.id'))
    .action(
      run(async ({ terminal }, folder: string, id: string) => {
        const { removeLock } = await import('../../ledger/index.ts');
        await withCase(terminal, folder, 'write', (opened) => removeLock(folder, opened, id));
        terminal.say(terminal.text('key.remove.done', { id }));
        return 0;
      }),
    );
}

function registerChange(key: Command, words: Terminal, run: Run): void {
  key
    .command('change')
    .description(words.text('key.change.about'))
    .argument('<case>', words.text('argument.case'))
    .argument('[id]', words.text('key.id'), 'owner')
    .action(
      run(async ({ terminal }, folder: string, id: string) => {
        const { changePassphrase } = await import('../../ledger/index.ts');
        const old = await terminal.passphrase('open');
        if (old === undefined) throw new SanadError('case.passphrase-needed', { folder });
        await changePassphrase(folder, id, old, await newPassphrase(terminal));
        terminal.say(terminal.text('key.change.done', { id }));
        return 0;
      }),
    );
}

function registerRotate(key: Command, words: Terminal, run: Run): void {
  key
    .command('rotate')
    .description(words.text('key.rotate.about'))
    .argument('<case>', words.text('argument.case'))
    .option('--new-passphrase', words.text('key.rotate.new-passphrase'))
    .addHelpText('after', `\n${words.text('key.rotate.done')}`)
    .action(
      run(async ({ terminal }, folder: string, options: { readonly newPassphrase?: true }) => {
        const { rotateKeys } = await import('../../ledger/index.ts');
        const passphrase = await terminal.passphrase('open');
        if (passphrase === undefined) throw new SanadError('case.passphrase-needed', { folder });
        const next = options.newPassphrase ? await newPassphrase(terminal) : undefined;
        await rotateKeys(folder, { passphrase, newPassphrase: next });
        terminal.say(terminal.text('key.rotate.done'));
        return 0;
      }),
    );
}

/** A passphrase that is to be set, asked for twice. */
export async function newPassphrase(terminal: Terminal): Promise<string> {
  const passphrase = await terminal.passphrase('next');
  if (passphrase === undefined) throw new SanadError('key.new-passphrase-needed');
  return passphrase;
}
