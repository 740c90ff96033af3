import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readItem } from './index.ts';
import { encoded, registerLike, workbookOf } from './trial/made-files.ts';
import { madePdfTable } from './trial/made-pdf.ts';
import { mutated, seeded } from './trial/mutations.ts';
import { unsound } from './trial/sound-result.ts';

const example = (path: string): Uint8Array =>
  readFileSync(join(resolve(import.meta.dirname, '../../examples/qalaat-al-rih'), path));

const TURNS = 60;

const csv = registerLike(60)
  .map((cells) => cells.join(','))
  .join('\r\n');

test.each([
  ['list.csv', encoded(csv, 'utf-8')],
  ['wide.csv', encoded(csv, 'utf-16le')],
  ['old.csv', encoded(csv, 'windows-1256')],
  ['list.xlsx', workbookOf([{ name: 'أ', rows: registerLike(20) }])],
  ['page.html', example('reports/05-meridian-courier-hell-below.html')],
  ['copy.txt', example('reports/03-coastal-tribune-gates-opened.txt')],
  ['register.csv', example('lists/register-qalaat-al-rih.csv')],
])('%s, damaged in any way, gives rows or a named reason', async (file, given) => {
  const bytes = await given;
  const other = encoded(csv, 'utf-8');
  for (let seed = 1; seed <= TURNS; seed++) {
    const damaged = mutated(bytes, other, seeded(seed));
    const result = await readItem(file, damaged);
    expect([seed, unsound(result, damaged.length)]).toEqual([seed, undefined]);
  }
});

test('a PDF, damaged in any way, gives rows or a named reason', async () => {
  const bytes = madePdfTable(registerLike(20));
  for (let seed = 1; seed <= 12; seed++) {
    const damaged = mutated(bytes, encoded(csv, 'utf-8'), seeded(seed));
    const result = await readItem('list.pdf', damaged);
    expect([seed, unsound(result, damaged.length)]).toEqual([seed, undefined]);
  }
}, 240_000);
