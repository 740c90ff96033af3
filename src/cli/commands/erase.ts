import type { Case, Erasable, ErasureBasis } from '../../ledger/index.ts';
import { type ItemId, itemOf, type RecordId, SanadError } from '../../model/index.ts';
import { smallPicturesOf } from '../../site/index.ts';
import { examples, type Register } from '../command.ts';
import { withCase, withLooks } from '../open.ts';
import type { Terminal } from '../terminal.ts';

const BASES: readonly ErasureBasis[] = [
  'asked',
  'consent-withdrawn',
  'court',
  'danger',
  'term-ended',
  'mistake',
];

interface EraseOptions {
  readonly record?: readonly string[];
  readonly column?: readonly string[];
  readonly statement?: readonly string[];
  readonly item?: readonly string[];
  readonly file?: readonly string[];
  readonly entry?: readonly string[];
  readonly basis?: string;
  readonly reason?: string;
  readonly second?: string;
  readonly yes?: true;
  readonly list?: true;
  readonly json?: true;
}

const several = (value: string, before: readonly string[] | undefined): string[] => [
  ...(before ?? []),
  value,
];

export const registerErase: Register = (program, words, run) => {
  program
    .command('erase')
    .description(words.text('erase.about'))
    .argument('<case>', words.text('argument.case'))
    .option('--record <id>', words.text('erase.record'), several)
    .option('--column <n>', words.text('erase.column'), several)
    .option('--statement <n>', words.text('erase.statement'), several)
    .option('--item <id>', words.text('erase.item'), several)
    .option('--file <id>', words.text('erase.file'), several)
    .option('--entry <n>', words.text('erase.entry'), several)
    .option('--basis <basis>', words.text('erase.basis', { bases: BASES.join(', ') }))
    .option('--reason <words>', words.text('erase.reason'))
    .option('--second <name>', words.text('erase.second'))
    .option('--by <name>', words.text('option.by'))
    .option('--yes', words.text('erase.yes'))
    .option('--list', words.text('erase.list'))
    .option('--json', words.text('option.json'))
    .addHelpText(
      'after',
      examples(
        words,
        'erase mycase --record k3f9x0abcdefghjk.12 --basis asked --reason "asked by the family" --second Yusuf',
        'erase mycase --item k3f9x0abcdefghjk --basis consent-withdrawn --reason "witness withdrew"',
        'erase mycase --list',
      ),
    )
    .action(
      run(async ({ terminal }, folder: string, options: EraseOptions) => {
        if (options.list)
          return withLooks(terminal, folder, 'read', 'erase', async (opened, look) => {
            await look({});
            return list(terminal, opened, options.json === true);
          });
        const basis = BASES.find((one) => one === options.basis);
        if (!basis || !options.reason?.trim())
          throw new SanadError('erase.why-needed', { bases: BASES.join(', ') });
        const named = erasable(options);
        const { reason, second } = options;
        return withCase(terminal, folder, 'write', async (opened) => {
          if (!options.yes && (await terminal.ask('erase.sure'))?.trim() !== 'erase') {
            terminal.say(terminal.text('erase.not-done'));
            return 1;
          }
          const shown = [...(options.item ?? []), ...(options.file ?? [])].flatMap((id) =>
            smallPicturesOf(opened, id as ItemId),
          );
          const what = [...named, ...shown];
          const erasure = opened.erase({ what, basis, reason, by: terminal.actor, second });
          const { values, files } = sizeOf(erasure.event.facts);
          if (options.json)
            terminal.json({ entry: erasure.event.entry, ...erasure.event.facts, gone: erasure.gone });
          terminal.say(terminal.text('erase.done', { values, files }));
          for (const item of new Set(options.record?.map((id) => itemOf(id as RecordId))))
            if (!options.file?.includes(item)) terminal.say(terminal.text('erase.still-in-file', { item }));
          if (erasure.gone === 'later') terminal.say(terminal.text('erase.later'));
          return 0;
        });
      }),
    );
};

function erasable({
  record = [],
  column = [],
  statement = [],
  item = [],
  file = [],
  entry = [],
}: EraseOptions): Erasable[] {
  const parts = {
    ...(column.length > 0 ? { columns: column.map(Number) } : {}),
    ...(statement.length > 0 ? { statements: statement.map(Number) } : {}),
  };
  return [
    ...record.map((id) => ({ record: id as RecordId, ...parts })),
    ...item.map((id) => ({ item: id as ItemId })),
    ...file.map((id) => ({ file: id as ItemId })),
    ...entry.map((n) => ({ entry: Number(n) })),
  ];
}

interface Size {
  readonly values: number;
  readonly files: number;
}

/** How many entries and files an erasure speaks of. */
function sizeOf(facts: Readonly<Record<string, unknown>>): Size {
  const spans = facts.erased as readonly { readonly first: number; readonly last: number }[];
  const files = facts.files as readonly unknown[];
  return { values: spans.reduce((sum, { first, last }) => sum + last - first + 1, 0), files: files.length };
}

function list(terminal: Terminal, opened: Case, json: boolean): 0 {
  const erasures = opened.events('erasure').map(({ at, entry, by = '', facts, slots }) => ({
    at,
    entry,
    by,
    basis: String(facts.basis),
    reason: String(slots.get('reason') ?? ''),
    ...sizeOf(facts),
  }));
  if (json) terminal.json({ erasures });
  else for (const one of erasures) terminal.out(terminal.text('erase.line', one));
  return 0;
}
