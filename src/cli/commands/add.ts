import { readFile } from 'node:fs/promises';
import { type Problem, SanadError, severityOf } from '../../model/index.ts';
import type { Received } from '../../receive/index.ts';
import { examples, type Register } from '../command.ts';
import { withLooks } from '../open.ts';
import type { Terminal } from '../terminal.ts';
import { lookAtLists, newerVersions, tellLooks } from './list-looks.ts';

interface AddOptions {
  readonly dryRun?: true;
  readonly supersede?: true;
  readonly json?: true;
  readonly quiet?: true;
  readonly fields?: string;
  readonly by?: string;
}

/** Of one kind of problem in one file, so many are told in full; the rest by their row numbers. */
const TOLD_IN_FULL = 5;

export const registerAdd: Register = (program, words, run) => {
  program
    .command('add')
    .description(words.text('add.about'))
    .argument('<case>', words.text('argument.case'))
    .argument('<path...>', words.text('argument.paths'))
    .option('--dry-run', words.text('add.dry-run'))
    .option('--supersede', words.text('add.supersede'))
    .option('--fields <map.json>', words.text('add.fields'))
    .option('--by <name>', words.text('option.by'))
    .option('--quiet', words.text('option.quiet'))
    .option('--json', words.text('option.json'))
    .addHelpText('after', examples(words, 'add mycase lists/ reports/', 'add mycase hospital.xlsx --dry-run'))
    .action(
      run(async ({ terminal }, folder: string, paths: string[], options: AddOptions) => {
        const { filesAt, receiveFiles } = await import('../../receive/index.ts');
        const { bagsAmong, noteBags } = await import('../bags.ts');
        const { parseFieldMap } = await import('../../intake/index.ts');
        const fields = options.fields
          ? parseFieldMap(options.fields, await readText(options.fields))
          : undefined;
        const { received, lists, versions } = await withLooks(
          terminal,
          folder,
          options.dryRun ? 'read' : 'write',
          'add',
          async (opened, look) => {
            const bags = await bagsAmong(paths);
            const plain = await filesAt(bags.others);
            const found = {
              files: [...plain.files, ...bags.files],
              problems: [...plain.problems, ...bags.problems],
            };
            const taken = await receiveFiles(opened, found, {
              by: terminal.actor,
              mode: options.dryRun ? 'dry-run' : 'add',
              ...(fields ? { fields } : {}),
              onProgress: (file, done, total) =>
                terminal.progress(terminal.text('add.progress', { file }), done, total),
            });
            if (options.dryRun) {
              // it tells how many of a list’s people are known here
              await look({ search: found.files.map(({ file }) => file).join(', ') });
              return { received: taken, lists: await lookAtLists(opened, found.files, taken), versions: [] };
            }
            noteBags(opened, bags, terminal.actor);
            const what = options.supersede ? 'supersede' : 'tell';
            return {
              received: taken,
              lists: [],
              versions: await newerVersions(opened, taken, terminal.actor, what),
            };
          },
        );
        const refused = received.problems.filter((problem) => severityOf(problem) === 'refused').length;
        if (options.json)
          terminal.json({
            ...received,
            ...(options.dryRun ? { lists } : {}),
            ...(versions.length > 0 ? { versions } : {}),
          });
        else if (options.quiet)
          tellProblems(
            terminal,
            received.problems.filter(
              (problem) => problem.file && severityOf(problem) === 'refused' && problem.row === undefined,
            ),
          );
        else {
          tell(terminal, received, refused, options.dryRun ? 'add.dry-sum' : 'add.sum');
          tellLooks(terminal, lists);
        }
        if (!options.json)
          for (const version of versions)
            terminal.say(terminal.text(options.supersede ? 'add.superseded' : 'add.newer', { ...version }));
        return refused > 0 ? 1 : 0;
      }),
    );
};

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new SanadError('file.not-found', { file: path }, error);
  }
}

function tell(terminal: Terminal, received: Received, refused: number, sum: 'add.sum' | 'add.dry-sum'): void {
  for (const item of received.added) {
    const file = item.path;
    if (item.kind === 'list') terminal.say(`✓ ${terminal.text('add.list', { file, rows: item.records })}`);
    else if (item.kind === 'report')
      terminal.say(`✓ ${terminal.text('add.report', { file, statements: item.statements })}`);
    else terminal.say(`· ${terminal.text('add.unread', { file })}`);
  }
  for (const held of received.alreadyHeld)
    terminal.say(`= ${terminal.text('add.held', { file: held.path ?? held.file })}`);
  tellProblems(terminal, received.problems);
  terminal.say(
    terminal.text(sum, { added: received.added.length, held: received.alreadyHeld.length, refused }),
  );
}

/** Every problem: the first few of a kind as sentences, the rest of that kind in that file by their rows. */
function tellProblems(terminal: Terminal, problems: readonly Problem[]): void {
  const kinds = new Map<string, Problem[]>();
  for (const problem of problems) {
    const kind = JSON.stringify([problem.file, problem.sheet, problem.code]);
    const same = kinds.get(kind);
    if (same) same.push(problem);
    else kinds.set(kind, [problem]);
  }
  for (const same of kinds.values()) {
    for (const problem of same.slice(0, TOLD_IN_FULL)) terminal.problem(problem);
    const rest = same.slice(TOLD_IN_FULL);
    if (rest.length > 0)
      terminal.say(
        `  ${terminal.text('add.more-rows', { rows: rest.map((problem) => problem.row ?? problem.line ?? '?').join(', ') })}`,
      );
  }
}
