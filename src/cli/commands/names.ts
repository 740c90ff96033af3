import { readFile } from 'node:fs/promises';
import { SanadError } from '../../model/index.ts';
import { examples, type Register } from '../command.ts';
import { count } from './find.ts';

interface RankOptions {
  readonly queries: string;
  readonly candidates: string;
  readonly top: number;
}

async function lines(path: string): Promise<string[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new SanadError('file.not-found', { file: path }, error);
  }
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
}

export const registerNames: Register = (program, words, run) => {
  const names = program.command('names').description(words.text('names.about'));
  names
    .command('rank')
    .description(words.text('names.rank'))
    .requiredOption('--queries <file>', words.text('names.queries'))
    .requiredOption('--candidates <file>', words.text('names.candidates'))
    .option('--top <n>', words.text('find.top'), count, 10)
    .addHelpText('after', examples(words, 'names rank --queries asked.txt --candidates lists.txt --top 5'))
    .action(
      run(async ({ terminal }, options: RankOptions) => {
        const { createNameRanker } = await import('../../names/index.ts');
        const rank = createNameRanker(await lines(options.candidates));
        const queries = await lines(options.queries);
        for (const [at, query] of queries.entries()) {
          terminal.progress(terminal.text('names.rank'), at, queries.length);
          for (const [place, { candidate, score }] of rank(query, options.top).entries())
            terminal.out(`${query}\t${place + 1}\t${candidate}\t${score.toFixed(4)}`);
        }
        return 0;
      }),
    );
  names
    .command('compare')
    .description(words.text('names.compare'))
    .argument('<a>', words.text('argument.name'))
    .argument('<b>', words.text('argument.name'))
    .option('--json', words.text('option.json'))
    .addHelpText('after', examples(words, 'names compare "غسان درويش" "Ghassan Darwish"'))
    .action(
      run(async ({ terminal }, a: string, b: string, options: { readonly json?: true }) => {
        const { compareNames } = await import('../../names/index.ts');
        const comparison = compareNames(a, b);
        if (options.json) terminal.json(comparison);
        else {
          terminal.out(
            `${comparison.score.toFixed(3)}  ${terminal.text(`names.verdict.${comparison.verdict}`)}`,
          );
          for (const part of comparison.parts)
            terminal.out(`  ${part.slot}: ${part.a ?? '—'} / ${part.b ?? '—'}  ${part.score.toFixed(3)}`);
        }
        return 0;
      }),
    );
};
