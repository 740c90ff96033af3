import { Option } from 'commander';
import { examples, type Register } from '../command.ts';
import { withLooks } from '../open.ts';

interface ExportCommand {
  readonly as: 'bagit';
  readonly clean?: true;
  readonly by?: string;
  readonly json?: true;
}

export const registerExport: Register = (program, words, run) => {
  program
    .command('export')
    .description(words.text('export.about'))
    .argument('<case>', words.text('argument.case'))
    .argument('<out>', words.text('export.out'))
    .addOption(new Option('--as <format>', words.text('export.as')).choices(['bagit']).makeOptionMandatory())
    .option('--clean', words.text('export.clean'))
    .option('--by <name>', words.text('option.by'))
    .option('--json', words.text('option.json'))
    .addHelpText(
      'after',
      examples(words, 'export mycase --as bagit handover', 'export mycase --as bagit --clean bulletin'),
    )
    .action(
      run(async ({ terminal }, folder: string, out: string, options: ExportCommand) =>
        withLooks(terminal, folder, 'write', 'export', async (opened, look) => {
          const { writeBag } = await import('../../exchange/index.ts');
          const going = opened.items().filter(({ id }) => !opened.withdrawn(id));
          await look({ items: going.map(({ id }) => id) });
          const written = await writeBag(opened, out, {
            by: terminal.actor,
            metadata: options.clean ? 'clean' : 'as-received',
            onProgress: (file, done, total) => terminal.progress(file, done, total),
          });
          if (options.json) terminal.json(written);
          else {
            for (const problem of written.problems) terminal.problem(problem);
            terminal.say(terminal.text('export.done', { items: written.items.length, folder: out }));
          }
          return written.problems.length > 0 ? 1 : 0;
        }),
      ),
    );
};
