import { type Problem, severityOf, type TextLayer } from '../../model/index.ts';
import { examples, type Register } from '../command.ts';

export const registerRead: Register = (program, words, run) => {
  program
    .command('read')
    .description(words.text('read.about'))
    .argument('<file...>', words.text('argument.paths'))
    .option('--json', words.text('option.json'))
    .addHelpText('after', examples(words, 'read article.html statement.txt', 'read article.html --json'))
    .action(
      run(async ({ terminal }, paths: string[], options: { readonly json?: true }) => {
        const { filesAt, reportDraft } = await import('../../receive/index.ts');
        const { readItem } = await import('../../intake/index.ts');
        const { findReuse } = await import('../../reading/index.ts');
        const found = await filesAt(paths);
        const problems: Problem[] = [...found.problems];
        const layers: { key: string; layer: TextLayer }[] = [];
        const reports = [];
        for (const [at, incoming] of found.files.entries()) {
          terminal.progress(terminal.text('add.progress', { file: incoming.file }), at, found.files.length);
          const { content, problems: own } = await readItem(incoming.file, await incoming.read());
          problems.push(...own);
          if (content.kind !== 'report') {
            if (own.length === 0) problems.push({ code: 'file.unknown-kind', file: incoming.file });
            continue;
          }
          const { layer } = content;
          const read = reportDraft(incoming.file, layer, problems);
          layers.push({ key: incoming.path, layer });
          reports.push({
            file: incoming.path,
            title: read.title,
            published: read.published,
            language: read.language,
            dropped: read.dropped,
            statements: read.statements.map((statement, index) => ({
              id: `${at + 1}.${index + 1}`,
              ...statement,
            })),
          });
        }
        const reuse = Array.from(findReuse(layers), ({ a, b, kind }) => ({
          a: { file: a.key, start: a.start, end: a.end },
          b: { file: b.key, start: b.start, end: b.end },
          kind,
        }));
        for (const problem of problems) terminal.problem(problem);
        if (options.json) terminal.json({ reports, reuse });
        else
          for (const report of reports) {
            terminal.out(`${report.file}${report.title === undefined ? '' : ` — ${report.title}`}`);
            for (const statement of report.statements)
              terminal.out(
                `  ${STANCE_MARK[statement.stance]} ${statement.quote.replace(/\s+/g, ' ')}\n      ${statement.chain.join(' › ')}`,
              );
          }
        return problems.some((problem) => severityOf(problem) === 'refused') ? 1 : 0;
      }),
    );
};

/** The marks of the pages: sure and unsure look different without colour. */
const STANCE_MARK = { asserts: '■', hedged: '◐', unverified: '○', denies: '✕' } as const;
