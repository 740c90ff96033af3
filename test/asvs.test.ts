import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** docs/asvs.md says the truth: no row is missing, and what it names is there. */
const root = resolve(import.meta.dirname, '..');
const list = resolve(root, '../shared/data/evidence/asvs/asvs-5.0.0-en.flat.json');
const page = readFileSync(resolve(root, 'docs/asvs.md'), 'utf8');

interface Row {
  readonly id: string;
  readonly level: string;
  readonly state: string;
  readonly cell: string;
}
const rows: Row[] = [...page.matchAll(/^\| (V[\d.]+) \| ([12]) \| [^|]+ \| ([^|]+) \| (.+) \|$/gm)].map(
  ([, id = '', level = '', state = '', cell = '']) => ({ id, level, state, cell }),
);
const named = (cell: string) =>
  cell.split('<br>').flatMap((part) => {
    const [, file, name] = /^`([^`]+)`(?: › (.+))?$/.exec(part) ?? [];
    return file ? [{ file, name }] : [];
  });

describe.skipIf(!existsSync(list))('the rows of the standard (../shared/data/evidence/asvs)', () => {
  test('of Levels 1 and 2 stand here, each once, and no other', () => {
    const { requirements } = JSON.parse(readFileSync(list, 'utf8')) as {
      requirements: { req_id: string; L: string }[];
    };
    const wanted = requirements
      .filter(({ L }) => L === '1' || L === '2')
      .map(({ req_id, L }) => `${req_id} ${L}`);
    expect(rows.map(({ id, level }) => `${id} ${level}`).sort()).toEqual(wanted.sort());
  });
});

describe('each row', () => {
  test('is held, in part, not held, or does not apply', () => {
    expect(rows.length).toBeGreaterThan(200);
    for (const { id, state } of rows) expect(['held', 'part', 'not held', 'n/a'], id).toContain(state);
  });

  test('that is held names what holds it; any other says why', () => {
    for (const { id, state, cell } of rows) {
      const why = cell.split('<br>').filter((part) => !part.startsWith('`'));
      if (state === 'held') expect(named(cell).length, id).toBeGreaterThan(0);
      else expect(why.join(' ').length, id).toBeGreaterThan(3);
      if (state === 'part') expect(named(cell).length, id).toBeGreaterThan(0);
    }
  });

  test('names files and tests that are there', () => {
    const missing: string[] = [];
    for (const { id, cell } of rows)
      for (const { file, name } of named(cell)) {
        const path = resolve(root, file);
        if (!existsSync(path)) missing.push(`${id}: ${file}`);
        else if (name !== undefined && !readFileSync(path, 'utf8').includes(name))
          missing.push(`${id}: ${file} › ${name}`);
      }
    expect(missing).toEqual([]);
  });

  test('is counted in the table above them', () => {
    for (const state of ['held', 'part', 'not held', 'n/a']) {
      const of = (level?: string) =>
        rows.filter((row) => row.state === state && (level === undefined || row.level === level)).length;
      expect(page).toContain(`| ${state} | ${of('1')} | ${of('2')} | ${of()} |`);
    }
  });
});
