import { type Problem, severityOf, type TextLayer } from '../../model/index.ts';
import type { Proposed } from '../../proposing/index.ts';
import { examples, type Register } from '../command.ts';
import { readerNamed } from '../second-reader.ts';

export const registerRead: Register = (program, words, run) => {
  program
    .command('read')
    .description(words.text('read.about'))
    .argument('<file...>', words.text('argument.paths'))
    .option('--json', words.text('option.json'))
    .option('--endpoint <url>', words.text('read.endpoint'))
    .option('--model <name>', words.text('read.model'), 'default')
    .option('--consent <phrase>', words.text('read.consent'))
    .addHelpText(
      'after',
      examples(
        words,
        'read article.html statement.txt',
        'read article.html --json',
        'read article.html --endpoint http://127.0.0.1:11434/v1 --model small',
      ),
    )
    .action(
      run(async ({ terminal, around }, paths: string[], options: ReadOptions) => {
        const second = options.endpoint === undefined ? undefined : await readerNamed(options, around.env);
        const { filesAt, reportDraft } = await import('../../receive/index.ts');
        const { readItem } = await import('../../intake/index.ts');
        const { findReuse } = await import('../../reading/index.ts');
        const found = await filesAt(paths);
        const problems: Problem[] = [...found.problems];
        const layers: { key: string; layer: TextLayer }[] = [];
        const reports = [];
        const asked: Proposed[] = [];
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
            outlet: read.outlet,
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
        if (second) {
          const { proposalsFor } = await import('../../proposing/index.ts');
          const { where, address, model } = second;
          terminal.say(terminal.text('read.sends', { count: layers.length, host: address.host, where }));
          for (const [at, { layer }] of layers.entries()) {
            terminal.progress(address.host, at, layers.length);
            const proposed = await proposalsFor(layer, reports[at]!.outlet, second);
            asked.push(proposed);
            terminal.say(
              terminal.text('read.proposed', {
                model,
                kept: proposed.proposals.length,
                dropped: Object.values(proposed.dropped).reduce((sum, count) => sum + count, 0),
                unanswered: proposed.unanswered.length,
              }),
            );
          }
        }
        for (const problem of problems) terminal.problem(problem);
        if (options.json)
          terminal.json({
            reports: reports.map((report, at) => (asked[at] ? { ...report, proposed: asked[at] } : report)),
            reuse,
          });
        else
          for (const [at, report] of reports.entries()) {
            terminal.out(`${report.file}${report.title === undefined ? '' : ` — ${report.title}`}`);
            for (const statement of report.statements)
              terminal.out(
                `  ${STANCE_MARK[statement.stance]} ${statement.quote.replace(/\s+/g, ' ')}\n      ${statement.chain.join(' › ')}`,
              );
            for (const one of asked[at]?.proposals ?? [])
              terminal.out(
                `  ┄${STANCE_MARK[one.stance]}┄ ${one.quote}\n      ${one.proposedBy}: ${one.chain.join(' › ')}`,
              );
          }
        return problems.some((problem) => severityOf(problem) === 'refused') ? 1 : 0;
      }),
    );
};

interface ReadOptions {
  readonly json?: true;
  readonly endpoint?: string;
  readonly model: string;
  readonly consent?: string;
}

/** The marks of the pages: sure and unsure look different without colour. */
const STANCE_MARK = { asserts: '■', hedged: '◐', unverified: '○', denies: '✕' } as const;
