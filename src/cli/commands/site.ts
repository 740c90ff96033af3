import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorMessages } from '../../messages/index.ts';
import { type ErrorCode, SanadError } from '../../model/index.ts';
import { examples, type Register } from '../command.ts';
import { withCase, withLooks } from '../open.ts';

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
  site
    .command('statement')
    .description(words.text('site.statement'))
    .argument('<case>', words.text('argument.case'))
    .argument('<folder>', words.text('argument.statement-folder'))
    .option('--only <id>', words.text('site.statement-only'))
    .addHelpText('after', examples(words, 'site statement mycase /media/stick/statements'))
    .action(
      run(async ({ terminal }, folder: string, out: string, options: { readonly only?: string }) => {
        const { statementFiles } = await import('../../server/index.ts');
        const files = await withLooks(terminal, folder, 'read', 'site statement', async (opened, look) => {
          await look(options.only === undefined ? {} : { things: [options.only] });
          return [...statementFiles(opened, options.only)];
        });
        if (files.length === 0) throw new SanadError('site.statement-none');
        for (const { path, html } of files) {
          mkdirSync(dirname(join(out, path)), { recursive: true });
          writeFileSync(join(out, path), html);
          terminal.say(join(out, path));
        }
        return 0;
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
