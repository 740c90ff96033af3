import type { ErasureAsked } from '../../custody/index.ts';
import type { Case, Erasable, Erasure } from '../../ledger/index.ts';
import { ERASURE_BASES, type ItemId, itemOf, type RecordId, SanadError } from '../../model/index.ts';
import { smallPicturesOf } from '../../site/index.ts';
import { examples, type Register } from '../command.ts';
import { withLooks } from '../open.ts';
import type { Terminal } from '../terminal.ts';

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
  readonly carryOut?: number;
  readonly withdraw?: number;
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
    .option('--basis <basis>', words.text('erase.basis', { bases: ERASURE_BASES.join(', ') }))
    .option('--reason <words>', words.text('erase.reason'))
    .option('--second <name>', words.text('erase.second'))
    .option('--carry-out <n>', words.text('erase.carry-out'), Number)
    .option('--withdraw <n>', words.text('erase.withdraw'), Number)
    .option('--by <name>', words.text('option.by'))
    .option('--yes', words.text('erase.yes'))
    .option('--list', words.text('erase.list'))
    .option('--json', words.text('option.json'))
    .addHelpText(
      'after',
      examples(
        words,
        'erase mycase --record k3f9x0abcdefghjk.12 --basis asked --reason "asked by the family" --second Yusuf',
        'erase mycase --item k3f9x0abcdefghjk --basis consent-withdrawn --reason "witness withdrew" --second Yusuf',
        'erase mycase --carry-out 812',
        'erase mycase --list',
      ),
    )
    .action(
      run(async ({ terminal }, folder: string, options: EraseOptions) => {
        if (options.list)
          return withLooks(terminal, folder, 'read', 'erase', async (opened, look) => {
            await look({});
            const { erasuresAsked } = await import('../../custody/index.ts');
            return list(terminal, opened, erasuresAsked(opened), options.json === true);
          });
        const asked = options.carryOut ?? options.withdraw;
        const basis = ERASURE_BASES.find((one) => one === options.basis);
        if (asked === undefined && (!basis || !options.reason?.trim()))
          throw new SanadError('erase.why-needed', { bases: ERASURE_BASES.join(', ') });
        return withLooks(terminal, folder, 'write', 'erase', async (opened, _look, account) => {
          const { askErasure, carryOutErasure, eraseByTwo, withdrawErasure } = await import(
            '../../custody/index.ts'
          );
          const by = terminal.actor;
          if (options.withdraw !== undefined) {
            withdrawErasure(opened, options.withdraw, { by, account });
            terminal.say(terminal.text('erase.withdrawn'));
            return 0;
          }
          const why = { what: erasable(options), basis: basis ?? 'asked', reason: options.reason ?? '', by };
          if (account !== undefined && asked === undefined) {
            const { entry } = askErasure(opened, { ...why, account });
            if (options.json) terminal.json({ asked: entry });
            terminal.say(terminal.text('erase.asked', { entry: String(entry), folder }));
            return 0;
          }
          // asked before anybody is bothered
          if (account === undefined && asked === undefined && !options.second?.trim())
            throw new SanadError('erase.second-needed');
          if (!options.yes && (await terminal.ask('erase.sure'))?.trim() !== 'erase') {
            terminal.say(terminal.text('erase.not-done'));
            return 1;
          }
          const erasure =
            asked === undefined
              ? eraseByTwo(opened, { ...why, second: options.second }, smallPicturesOf)
              : carryOutErasure(opened, asked, { by, account }, smallPicturesOf);
          tellErased(terminal, erasure, options);
          return 0;
        });
      }),
    );
};

function tellErased(terminal: Terminal, { event, gone }: Erasure, options: EraseOptions): void {
  const { values, files } = sizeOf(event.facts);
  if (options.json) terminal.json({ entry: event.entry, ...event.facts, gone });
  terminal.say(terminal.text('erase.done', { values, files }));
  for (const item of new Set(options.record?.map((id) => itemOf(id as RecordId))))
    if (!options.file?.includes(item)) terminal.say(terminal.text('erase.still-in-file', { item }));
  if (gone === 'later') terminal.say(terminal.text('erase.later'));
}

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

function list(terminal: Terminal, opened: Case, asked: readonly ErasureAsked[], json: boolean): 0 {
  const erasures = opened.events('erasure').map(({ at, entry, by = '', facts, slots }) => ({
    at,
    entry,
    by,
    basis: String(facts.basis),
    reason: String(slots.get('reason') ?? ''),
    ...sizeOf(facts),
  }));
  if (json) terminal.json({ erasures, asked });
  else {
    for (const one of erasures) terminal.out(terminal.text('erase.line', one));
    for (const { at, entry, basis, reason = '' } of asked)
      terminal.out(terminal.text('erase.waiting', { at, entry: String(entry), basis, reason }));
  }
  return 0;
}
