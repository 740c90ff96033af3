import { SanadError, standingDecisions } from '../../model/index.ts';
import { examples, type Register } from '../command.ts';
import { withCase } from '../open.ts';

interface WithdrawOptions {
  readonly reason?: string;
  readonly undo?: true;
  readonly by?: string;
  readonly json?: true;
}

/** An import no longer counts, with all its rows; or counts again. */
export const registerWithdraw: Register = (program, words, run) => {
  program
    .command('withdraw')
    .description(words.text('withdraw.about'))
    .argument('<case>', words.text('argument.case'))
    .argument('<item>', words.text('withdraw.item'))
    .option('--reason <words>', words.text('withdraw.reason'))
    .option('--undo', words.text('withdraw.undo'))
    .option('--by <name>', words.text('option.by'))
    .option('--json', words.text('option.json'))
    .addHelpText(
      'after',
      examples(
        words,
        'withdraw mycase released-2.csv --reason "not confirmed by the hospital"',
        'withdraw mycase released-2.csv --undo',
      ),
    )
    .action(
      run(async ({ terminal }, folder: string, named: string, options: WithdrawOptions) =>
        withCase(terminal, folder, 'write', (opened) => {
          const wanted = options.undo ? 'withdrawn' : 'counting';
          const items = opened
            .items()
            .filter(
              ({ id, file }) =>
                (id === named || file === named) && opened.withdrawn(id) === (wanted === 'withdrawn'),
            );
          const item = items.at(-1);
          if (!item)
            throw new SanadError(
              opened.items().some(({ id, file }) => id === named || file === named)
                ? 'list.withdrawn-already'
                : 'request.not-found',
              { what: named },
            );
          const withdrawal = standingDecisions(opened.decisions()).find(
            (one) => one.kind === 'withdraw-item' && one.item === item.id,
          );
          const matter = withdrawal
            ? ({ kind: 'undo', decision: withdrawal.id } as const)
            : ({ kind: 'withdraw-item', item: item.id } as const);
          const decision = opened.decide(matter, terminal.actor, options.reason);
          if (options.json)
            terminal.json({ item: item.id, decision: decision.id, counts: options.undo === true });
          else
            terminal.say(
              terminal.text(options.undo ? 'withdraw.undone' : 'withdraw.done', {
                file: item.file,
                rows: item.records,
              }),
            );
          return 0;
        }),
      ),
    );
};
