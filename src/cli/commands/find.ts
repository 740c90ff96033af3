import { InvalidArgumentError } from 'commander';
import { SanadError } from '../../model/index.ts';
import { type ExitCode, examples, type Register } from '../command.ts';
import { withLooks } from '../open.ts';

interface FindOptions {
  readonly json?: true;
  readonly top: number;
}

/** In letters; longer ones are no names. */
const LONGEST_NAME = 400;

/** A whole number from 1 to 1,000. */
export function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 1000) throw new InvalidArgumentError('1 … 1000');
  return value;
}

export const registerFind: Register = (program, words, run) => {
  program
    .command('find')
    .description(words.text('find.about'))
    .argument('<case>', words.text('argument.case'))
    .argument('<name>', words.text('argument.name'))
    .option('--top <n>', words.text('find.top'), count, 10)
    .option('--json', words.text('option.json'))
    .addHelpText(
      'after',
      examples(words, 'find mycase "Ahmad Abdelrahman"', 'find mycase "أحمد عبد الرحمن" --json'),
    )
    .action(
      run(async ({ terminal }, folder: string, name: string, options: FindOptions) => {
        if (name.trim() === '') throw new SanadError('name.empty');
        if (name.length > LONGEST_NAME) throw new SanadError('name.too-long', { limit: LONGEST_NAME });
        const { linkedPeople } = await import('../../people/index.ts');
        return withLooks(terminal, folder, 'read', 'find', async (opened, look): Promise<ExitCode> => {
          const people = await linkedPeople(opened, ({ done, total }) =>
            terminal.progress(terminal.text('progress.people'), done, total),
          );
          const hits = people.find(name, options.top);
          await look({ search: name, persons: hits.map(({ person }) => person.id) });
          if (options.json)
            terminal.json({
              hits: hits.map((hit) => ({
                person: hit.person.id,
                score: hit.score,
                verdict: hit.verdict,
                records: hit.person.records.map(({ record, list, row, name: written }) => ({
                  record,
                  list,
                  row,
                  name: written,
                })),
                why: hit.why,
              })),
            });
          else if (hits.length === 0) terminal.say(terminal.text('find.none'));
          else
            for (const hit of hits) {
              const verdict = terminal.text(`find.verdict.${hit.verdict}`);
              terminal.out(`${hit.score.toFixed(2)}  ${hit.person.name}  (${verdict})`);
              for (const record of hit.person.records)
                terminal.out(
                  `      ${terminal.text('find.row', { list: record.list, row: record.row, name: record.name })}`,
                );
            }
          return 0;
        });
      }),
    );
};
