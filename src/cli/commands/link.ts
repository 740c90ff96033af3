import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { LinkProgress, LinkRow } from '../../linkage/index.ts';
import { type Problem, type Property, SanadError, severityOf } from '../../model/index.ts';
import { examples, type Register } from '../command.ts';

interface LinkOptions {
  readonly fields?: string;
  readonly out: string;
  readonly pairs?: string;
}

export const registerLink: Register = (program, words, run) => {
  program
    .command('link')
    .description(words.text('link.about'))
    .argument('<file.csv...>', words.text('argument.paths'))
    .option('--fields <map.json>', words.text('add.fields'))
    .requiredOption('--out <clusters.csv>', words.text('link.out'))
    .option('--pairs <pairs.csv>', words.text('link.pairs'))
    .addHelpText(
      'after',
      examples(words, 'link register.csv released.csv --out persons.csv --pairs pairs.csv'),
    )
    .action(
      run(async ({ terminal }, paths: string[], options: LinkOptions) => {
        const { linkManyRows, linkRows, MANY_ROWS, parquetPieces } = await import('../../linkage/index.ts');
        const { parseFieldMap, readItem } = await import('../../intake/index.ts');
        const fields = options.fields ? parseFieldMap(options.fields, await text(options.fields)) : undefined;
        const problems: Problem[] = [];
        const rows: (LinkRow & { readonly row: number })[] = [];
        for (const [at, path] of paths.entries()) {
          terminal.progress(terminal.text('add.progress', { file: path }), at, paths.length);
          const list = listName(path, paths);
          const given = await bytes(path);
          const isParquet = isParquetFile(given);
          const { content, problems: own } = await readItem(
            isParquet ? `${basename(path)}.csv` : basename(path),
            isParquet ? await asCsv(parquetPieces(given)) : given,
            {
              ...(fields ? { fields } : {}),
              as: 'list',
            },
          );
          problems.push(...own);
          if (content.kind !== 'list') continue;
          for (const [number, table] of content.tables.entries())
            for (const draft of table.rows) {
              const values: Partial<Record<Property, string>> = {};
              for (const { property, value } of draft.statements)
                if (value !== undefined && values[property] === undefined) values[property] = value;
              rows.push({ key: `${at}.${number}.${draft.row}`, list, fields: values, row: draft.row });
            }
        }
        const onProgress = ({ done, total }: LinkProgress): void =>
          terminal.progress(terminal.text('link.progress'), done, total);
        const linkage =
          rows.length >= MANY_ROWS
            ? await linkManyRows(rows, { onProgress })
            : linkRows(rows, { onProgress });
        const rowOf = new Map(rows.map((row) => [row.key, row]));
        const place = (key: string): string => {
          const { list, row } = rowOf.get(key)!;
          return `${cell(list)},${row}`;
        };
        await writeFile(
          options.out,
          [
            'list,row,person',
            ...linkage.clusters.flatMap((keys, person) => keys.map((key) => `${place(key)},${person + 1}`)),
            '',
          ].join('\n'),
        );
        if (options.pairs !== undefined)
          await writeFile(
            options.pairs,
            [
              'list_a,row_a,list_b,row_b,probability,verdict',
              ...linkage.pairs.map(
                ({ a, b, probability, verdict }) =>
                  `${place(a)},${place(b)},${probability.toFixed(6)},${verdict}`,
              ),
              '',
            ].join('\n'),
          );
        for (const problem of problems) if (severityOf(problem) === 'refused') terminal.problem(problem);
        terminal.say(
          terminal.text('link.done', {
            rows: rows.length,
            persons: linkage.clusters.length,
            possible: linkage.pairs.filter((pair) => pair.verdict === 'possible').length,
          }),
        );
        return problems.some((problem) => severityOf(problem) === 'refused') ? 1 : 0;
      }),
    );
};

/** A list is named by its file; by its path where two files have the same name. */
const listName = (path: string, all: readonly string[]): string =>
  all.filter((other) => basename(other) === basename(path)).length > 1 ? path : basename(path);

const cell = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

async function asCsv(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

/** A Parquet file says so in its first four bytes. */
const isParquetFile = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PAR1';

async function bytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new SanadError('file.not-found', { file: path }, error);
  }
}

const text = async (path: string): Promise<string> => new TextDecoder().decode(await bytes(path));
