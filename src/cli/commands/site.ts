import { readFile } from 'node:fs/promises';
import { errorMessages } from '../../messages/index.ts';
import { type ErrorCode, SanadError } from '../../model/index.ts';
import { examples, type Register } from '../command.ts';
import { withCase } from '../open.ts';

export const registerSite: Register = (program, words, run) => {
  const site = program.command('site').description(words.text('site.about'));
  site
    .command('add')
    .description(words.text('site.add'))
    .argument('<case>', words.text('argument.case'))
    .argument('<entries.json>', words.text('argument.site-entries'))
    .option('--json', words.text('option.json'))
    .addHelpText('after', examples(words, 'site add mycase examples/qalaat-al-rih-site.json'))
    .action(
      run(async ({ terminal }, folder: string, path: string, options: { readonly json?: true }) => {
        const { keepEntries, parseEntries } = await import('../../site/index.ts');
        const entries = parseEntries(await text(path));
        const { results } = await withCase(terminal, folder, 'write', (opened) =>
          keepEntries(opened, { entries }, new Date()),
        );
        const count = (kept: string): number => results.filter((result) => result.kept === kept).length;
        if (options.json) terminal.json({ results });
        else {
          for (const { id, code } of results)
            if (code !== undefined)
              terminal.say(`${id}: ${terminal.sentence(errorMessages[code as ErrorCode])}`);
          terminal.say(
            terminal.text('site.added', {
              kept: count('kept'),
              known: count('known'),
              refused: count('refused'),
            }),
          );
        }
        return count('refused') > 0 ? 1 : 0;
      }),
    );
};

async function text(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new SanadError('file.not-found', { file: path }, error);
  }
}
