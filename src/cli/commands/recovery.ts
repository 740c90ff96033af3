import { existsSync, readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { SanadError } from '../../model/index.ts';
import { examples, type Register, type Run } from '../command.ts';
import { withCase } from '../open.ts';
import type { Terminal } from '../terminal.ts';
import { newPassphrase } from './key.ts';

export const registerRecovery: Register = (program, words, run) => {
  const recovery = program
    .command('recovery')
    .description(words.text('recovery.about'))
    .addHelpText('after', examples(words, 'recovery make mycase --of 2/3', 'recovery join mycase'));
  registerMake(recovery, words, run);
  registerJoin(recovery, words, run);
};

function registerMake(recovery: Command, words: Terminal, run: Run): void {
  recovery
    .command('make')
    .description(words.text('recovery.make.about'))
    .argument('<case>', words.text('argument.case'))
    .option('--of <k/n>', words.text('recovery.of'), '2/3')
    .option('--json', words.text('option.json'))
    .action(
      run(async ({ terminal }, folder: string, options: { readonly of: string; readonly json?: true }) => {
        const { splitRecovery } = await import('../../ledger/index.ts');
        const [k = Number.NaN, n = Number.NaN] = options.of.split('/').map(Number);
        const made = await withCase(terminal, folder, 'write', (opened) => ({
          id: opened.id,
          shares: splitRecovery(opened, { k, n }),
        }));
        if (options.json) terminal.json({ case: made.id, k, n, shares: made.shares });
        else
          for (const [at, share] of made.shares.entries())
            terminal.out(
              `${terminal.text('recovery.share', { share: at + 1, n, k, case: made.id })}\n\n${inLines(share)}\n`,
            );
        terminal.say(terminal.text('recovery.make.done'));
        return 0;
      }),
    );
}

function registerJoin(recovery: Command, words: Terminal, run: Run): void {
  recovery
    .command('join')
    .description(words.text('recovery.join.about'))
    .argument('<case>', words.text('argument.case'))
    .option('--shares <file>', words.text('recovery.shares'))
    .action(
      run(async ({ terminal }, folder: string, options: { readonly shares?: string }) => {
        const { joinRecovery } = await import('../../ledger/index.ts');
        const shares = options.shares === undefined ? await askedShares(terminal) : sharesIn(options.shares);
        await joinRecovery(folder, shares, { passphrase: await newPassphrase(terminal) });
        terminal.say(terminal.text('recovery.join.done', { folder }));
        return 0;
      }),
    );
}

/** Six groups a line: what a person copies without losing the place. */
const inLines = (share: string): string =>
  share.replaceAll(/((?:[^-]+-){6})/g, '$1\n').replaceAll(/-\n/g, '\n');

function sharesIn(file: string): string[] {
  if (!existsSync(file)) throw new SanadError('file.not-found', { file });
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

async function askedShares(terminal: Terminal): Promise<string[]> {
  const shares: string[] = [];
  for (;;) {
    const share = await terminal.ask('recovery.ask', { share: shares.length + 1 });
    if (!share?.trim()) return shares;
    shares.push(share);
  }
}
