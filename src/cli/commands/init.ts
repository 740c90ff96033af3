import { basename, resolve } from 'node:path';
import { SanadError } from '../../model/index.ts';
import { examples, type Register } from '../command.ts';

interface InitOptions {
  readonly unsealed?: true;
  readonly name?: string;
  readonly quiet?: true;
}

export const registerInit: Register = (program, words, run) => {
  program
    .command('init')
    .description(words.text('init.about'))
    .argument('<case>', words.text('argument.case'))
    .option('--unsealed', words.text('init.unsealed'))
    .option('--name <name>', words.text('init.name'))
    .option('--quiet', words.text('option.quiet'))
    .addHelpText('after', examples(words, 'init mycase', 'init demo --unsealed'))
    .action(
      run(async ({ terminal }, folder: string, options: InitOptions) => {
        const { createCase } = await import('../../ledger/index.ts');
        const name = options.name ?? basename(resolve(folder));
        if (options.unsealed) {
          (await createCase(folder, { name, unsealed: true })).close();
        } else {
          const passphrase = await terminal.passphrase('new');
          if (passphrase === undefined) throw new SanadError('case.passphrase-needed');
          (await createCase(folder, { name, passphrase })).close();
        }
        if (!options.quiet) {
          terminal.say(terminal.text('init.done', { folder }));
          if (options.unsealed) terminal.say(terminal.text('init.unsealed-warning'));
        }
        return 0;
      }),
    );
};
