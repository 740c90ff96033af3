import { readFile } from 'node:fs/promises';
import { SanadError } from '../../model/index.ts';
import { examples, type Register } from '../command.ts';

export const registerPlan: Register = (program, words, run) => {
  program
    .command('plan')
    .description(words.text('plan.about'))
    .argument('<site.json>', words.text('argument.plan'))
    .option('--json', words.text('option.json'))
    .addHelpText(
      'after',
      `${examples(words, 'plan site.json', 'plan site.json --json')}
  {"cells":[{"id":"B1-north","probability":0.2,"effectiveness":{"dog":0.8,"radar":0.3}}],
   "resources":[{"id":"dog","effort":4},{"id":"radar","effort":6}],"elsewhere":0.5}`,
    )
    .action(
      run(async ({ terminal }, path: string, options: { readonly json?: true }) => {
        const { parsePlanQuestion, planSearch } = await import('../../site/index.ts');
        const answer = planSearch(parsePlanQuestion(await text(path)));
        const weights = Math.abs(answer.total - 1) > 1e-6;
        if (weights) terminal.say(terminal.text('plan.weights', { total: figure(answer.total) }));
        if (options.json) {
          terminal.json(answer);
          return 0;
        }
        if (answer.allocation.length === 0) terminal.out(terminal.text('plan.nothing'));
        for (const { cell, resource, effort } of answer.allocation)
          terminal.out(terminal.text('plan.row', { cell, resource, effort: figure(effort) }));
        terminal.out(
          terminal.text('plan.success', {
            success: figure(answer.success),
            elsewhere: figure(answer.elsewhere),
          }),
        );
        for (const { resource, chance } of answer.worth)
          terminal.out(terminal.text('plan.worth', { resource, chance: figure(chance) }));
        return 0;
      }),
    );
};

const figure = (value: number): string => value.toPrecision(4).replace(/\.?0+$/, '');

async function text(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new SanadError('file.not-found', { file: path }, error);
  }
}
