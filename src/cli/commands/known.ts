import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { SanadError } from '../../model/index.ts';
import { type ExitCode, examples, type Register } from '../command.ts';
import { withLooks } from '../open.ts';

export const registerKnown: Register = (program, words, run) => {
  program
    .command('known')
    .description(words.text('known.about'))
    .argument('<case>', words.text('argument.case'))
    .argument('<hashes>', words.text('known.set'))
    .option('--pdq', words.text('known.pdq'))
    .option('--json', words.text('option.json'))
    .addHelpText('after', examples(words, 'known mycase archive.sha256', 'known mycase pictures.csv --json'))
    .action(
      run(async ({ terminal }, folder: string, list: string, options: { pdq?: true; json?: true }) => {
        const { hashSetSize, parseHashSet } = await import('../../files/index.ts');
        const { whichAreHeld } = await import('../../custody/index.ts');
        const text = await readFile(list, 'utf8').catch((error: unknown) => {
          throw new SanadError('file.not-found', { file: list }, error);
        });
        const set = parseHashSet(basename(list), text, options.pdq ? 'pdq' : 'sha256');
        return withLooks(terminal, folder, 'write', 'known', async (opened, look): Promise<ExitCode> => {
          const held = await whichAreHeld(opened, set, (file, done, total) =>
            terminal.progress(terminal.text('known.progress', { file }), done, total),
          );
          await look({ items: held.map(({ item }) => item) });
          if (options.json) terminal.json({ held });
          else {
            for (const { item, by, label, apart } of held) {
              const { file } = opened.item(item);
              terminal.out(
                apart === undefined
                  ? terminal.text('known.same', { file, by, label })
                  : terminal.text('known.like', { file, apart, label }),
              );
            }
            terminal.say(terminal.text('known.sum', { held: held.length, size: hashSetSize(set) }));
          }
          return 0;
        });
      }),
    );
};
