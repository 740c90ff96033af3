import { Option } from 'commander';
import type { NewCustody } from '../../custody/index.ts';
import { CUSTODY_STEPS, type CustodyStep, type ItemId } from '../../model/index.ts';
import { type ExitCode, examples, type Register } from '../command.ts';
import { withLooks } from '../open.ts';

type Values = Partial<
  Pick<NewCustody, 'from' | 'to' | 'when' | 'place' | 'how' | 'consent' | 'conditions' | 'address'>
>;
interface CustodyCommand extends Values {
  readonly add?: CustodyStep;
  readonly by?: string;
  readonly json?: true;
}
const VALUES = ['from', 'to', 'when', 'place', 'how', 'consent', 'conditions', 'address'] as const;

export const registerCustody: Register = (program, words, run) => {
  const command = program
    .command('custody')
    .description(words.text('custody.about'))
    .argument('<case>', words.text('argument.case'))
    .argument('<item>', words.text('custody.item'))
    .addOption(new Option('--add <step>', words.text('custody.step')).choices(CUSTODY_STEPS));
  for (const value of VALUES) command.option(`--${value} <${value}>`, words.text(`custody.${value}`));
  command
    .option('--by <name>', words.text('option.by'))
    .option('--json', words.text('option.json'))
    .addHelpText(
      'after',
      examples(
        words,
        'custody mycase k3f9x0a1b2c3d4e5',
        'custody mycase k3f9x0a1b2c3d4e5 --add transferred --from Maha --to "the prosecutor" --when 2025-03-01',
      ),
    )
    .action(
      run(async ({ terminal }, folder: string, item: string, options: CustodyCommand) =>
        withLooks(
          terminal,
          folder,
          options.add ? 'write' : 'read',
          'custody',
          async (opened, look): Promise<ExitCode> => {
            const { completenessOf, custodyOf, noteCustody } = await import('../../custody/index.ts');
            const id = item as ItemId;
            if (options.add) {
              const given = Object.fromEntries(
                VALUES.flatMap((name) => (options[name] ? [[name, options[name]]] : [])),
              );
              noteCustody(opened, { item: id, what: options.add, by: terminal.actor, ...given });
            }
            const chain = custodyOf(opened, id);
            await look({ items: [id] });
            if (options.json) terminal.json({ item: id, chain, completeness: completenessOf(opened, id) });
            else
              for (const { at, what, from = '·', to = '·', by = '·', when } of chain)
                terminal.out(terminal.text('custody.line', { at: when ?? at, what, from, to, by }));
            return 0;
          },
        ),
      ),
    );
};
