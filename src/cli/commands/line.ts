import { existsSync, readFileSync } from 'node:fs';
import { SanadError } from '../../model/index.ts';
import { examples, type Register } from '../command.ts';
import { port } from '../port.ts';

const LINE_PORT = 8485;

interface ServeOptions {
  readonly keys: string;
  readonly port: number;
  readonly host: string;
}

/** `sanad line FOLDER`: the machine that takes tips. It opens no case. */
export const registerLine: Register = (program, words, run) => {
  program
    .command('line')
    .description(words.text('line.about'))
    .argument('<folder>', words.text('line.folder'))
    .requiredOption('--keys <file>', words.text('line.keys'))
    .option('--port <n>', words.text('serve.port'), port, LINE_PORT)
    .option('--host <address>', words.text('line.host'), '127.0.0.1')
    .addHelpText('after', examples(words, 'line post --keys keepers.txt', 'line keys mycase > keepers.txt'))
    .action(
      run(async ({ terminal }, folder: string, options: ServeOptions) => {
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
};
