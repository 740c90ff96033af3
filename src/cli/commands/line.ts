import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { SanadError } from '../../model/index.ts';
import { examples, type Register, type Run } from '../command.ts';
import { withCase } from '../open.ts';
import { port } from '../port.ts';
import type { Terminal } from '../terminal.ts';

const LINE_PORT = 8485;

/**
 * `sanad line FOLDER` takes tips and opens no case; `keys` and `fetch` are for those who read them, on another machine.
 */
export const registerLine: Register = (program, words, run) => {
  const line = program
    .command('line')
    .description(words.text('line.about'))
    .addHelpText(
      'after',
      examples(
        words,
        'line keys mycase >> keepers.txt',
        'line post --keys keepers.txt',
        'line fetch mycase http://127.0.0.1:8485',
        'line fetch mycase /media/stick/post',
      ),
    );
  registerServe(line, words, run);
  registerKeys(line, words, run);
  registerFetch(line, words, run);
};

function registerServe(line: Command, words: Terminal, run: Run): void {
  line
    .command('serve', { isDefault: true })
    .description(words.text('line.serve.about'))
    .argument('<folder>', words.text('line.folder'))
    .requiredOption('--keys <file>', words.text('line.keys'))
    .option('--port <n>', words.text('serve.port'), port, LINE_PORT)
    .option('--host <address>', words.text('line.host'), '127.0.0.1')
    .action(
      run(async ({ terminal }, folder: string, options: { keys: string; port: number; host: string }) => {
        const { openLine, serveLine } = await import('../../line/index.ts');
        if (!existsSync(options.keys)) throw new SanadError('file.not-found', { file: options.keys });
        const opened = openLine(folder, readFileSync(options.keys, 'utf8'));
        const served = await serveLine(opened, { port: options.port, host: options.host });
        terminal.out(terminal.text('line.ready', { url: served.url, keepers: opened.recipients.length }));
        terminal.say(terminal.text('serve.stop'));
        await new Promise<void>((resolve) => {
          for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
            process.once(signal, () => resolve());
        });
        await served.close();
        return 0;
      }),
    );
}

function registerKeys(line: Command, words: Terminal, run: Run): void {
  line
    .command('keys')
    .description(words.text('line.keys.about'))
    .argument('<case>', words.text('argument.case'))
    .option('--list', words.text('line.keys.list'))
    .option('--by <name>', words.text('option.by'))
    .action(
      run(async ({ terminal }, folder: string, options: { list?: true }) => {
        const { keepersOf, makeKeeper } = await import('../../keepers/index.ts');
        await withCase(terminal, folder, options.list ? 'read' : 'write', async (opened) => {
          const keys = options.list ? keepersOf(opened) : [await makeKeeper(opened, terminal.actor)];
          for (const recipient of keys) terminal.out(recipient);
        });
        if (!options.list) terminal.say(terminal.text('line.keys.made'));
        return 0;
      }),
    );
}

function registerFetch(line: Command, words: Terminal, run: Run): void {
  line
    .command('fetch')
    .description(words.text('line.fetch.about'))
    .argument('<case>', words.text('argument.case'))
    .argument('<place>', words.text('line.fetch.place'))
    .option('--leave', words.text('line.fetch.leave'))
    .option('--json', words.text('option.json'))
    .option('--by <name>', words.text('option.by'))
    .action(
      run(async ({ terminal }, folder: string, at: string, options: { leave?: true; json?: true }) => {
        const { fetchTips, placeAt } = await import('../../keepers/index.ts');
        const fetched = await withCase(terminal, folder, 'write', async (opened) =>
          fetchTips(opened, await placeAt(at, opened), {
            by: terminal.actor,
            clock: () => new Date(),
            random: randomBytes,
            fetched: options.leave ? 'left' : 'removed',
            onProgress: (done, total) => terminal.progress(terminal.text('line.fetch.progress'), done, total),
          }),
        );
        if (options.json) terminal.json(fetched);
        else {
          const { answersDelivered: answers, ...counts } = fetched;
          terminal.out(terminal.text('line.fetch.done', { ...counts, answers }));
        }
        return 0;
      }),
    );
}
