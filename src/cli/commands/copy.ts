import type { ItemId } from '../../model/index.ts';
import { type ExitCode, examples, type Register } from '../command.ts';
import { withLooks } from '../open.ts';

interface CopyCommand {
  readonly anew?: true;
  readonly reason?: string;
  readonly json?: true;
}

/** A copy that may be shown, kept beside its original: what the page of a file does by a button. */
export const registerCopy: Register = (program, words, run) => {
  program
    .command('copy')
    .description(words.text('copy.about'))
    .argument('<case>', words.text('argument.case'))
    .argument('<item>', words.text('custody.item'))
    .option('--anew', words.text('copy.anew'))
    .option('--reason <reason>', words.text('copy.reason'))
    .option('--by <name>', words.text('option.by'))
    .option('--json', words.text('option.json'))
    .addHelpText('after', examples(words, 'copy mycase k3f9x0a1b2c3d4e5 --reason "for the newspaper"'))
    .action(
      run(async ({ terminal }, folder: string, item: string, { anew, reason, json }: CopyCommand) =>
        withLooks(terminal, folder, 'write', 'copy', async (opened, look): Promise<ExitCode> => {
          const { keepCopy } = await import('../../custody/index.ts');
          const id = item as ItemId;
          opened.item(id);
          await look({ items: [id] });
          const copy = await keepCopy(opened, id, {
            by: terminal.actor,
            how: anew ? 'drawn-anew' : 'as-it-is',
            ...(reason === undefined ? {} : { reason }),
          });
          if (json) terminal.json({ item: copy.id, file: copy.file, sha256: copy.sha256, of: id });
          else terminal.out(terminal.text('copy.done', { item: copy.id, file: copy.file }));
          return 0;
        }),
      ),
    );
};
