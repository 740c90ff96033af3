import { SanadError, standingDecisions } from '../../model/index.ts';
import { examples, type Register } from '../command.ts';
import { withCase } from '../open.ts';

interface SameNameOptions {
  readonly undo?: true;
  readonly by?: string;
  readonly json?: true;
}

/** One spelling means one name, for claims at once and for every report read from now on. */
export const registerSameName: Register = (program, words, run) => {
  program
    .command('same-name')
    .description(words.text('same-name.about'))
    .argument('<case>', words.text('argument.case'))
    .argument('<written>', words.text('same-name.written'))
    .argument('<name>', words.text('same-name.name'))
    .option('--undo', words.text('same-name.undo'))
    .option('--by <name>', words.text('option.by'))
    .option('--json', words.text('option.json'))
    .addHelpText(
      'after',
      examples(
        words,
        'same-name mycase "Yellow Helmets" "Plain Civil Rescue"',
        'same-name mycase HLD "Harbour Lifeboat Dogs"',
      ),
    )
    .action(
      run(async ({ terminal }, folder: string, written: string, name: string, options: SameNameOptions) =>
        withCase(terminal, folder, 'write', (opened) => {
          const matter = { kind: 'same-name', written: written.trim(), name: name.trim() } as const;
          if (matter.written === '' || matter.name === '') throw new SanadError('name.empty', {});
          const held = standingDecisions(opened.decisions()).find(
            (one) => one.kind === 'same-name' && one.written === matter.written && one.name === matter.name,
          );
          if (options.undo && !held) throw new SanadError('request.not-found', { what: matter.written });
          const decision =
            held && !options.undo
              ? held
              : opened.decide(held ? { kind: 'undo', decision: held.id } : matter, terminal.actor);
          if (options.json)
            terminal.json({ decision: decision.id, written: matter.written, name: matter.name });
          else
            terminal.say(
              terminal.text(options.undo ? 'same-name.undone' : 'same-name.done', {
                written: matter.written,
                name: matter.name,
              }),
            );
          return 0;
        }),
      ),
    );
};
