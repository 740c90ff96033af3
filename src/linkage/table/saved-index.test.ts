import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SanadError } from '../../model/index.ts';
import { checkIndex, createFinder, createPersonRegister, openIndex, saveIndex } from '../index.ts';
import { ROW_WORDS, WORD } from './row-layout.ts';
import { indexOf, person } from './trial/invented-table.ts';

const index = await indexOf();
const saved = (of = index): Uint8Array => new Uint8Array(Buffer.concat([...saveIndex(of)]));
const bytes = saved();

/** The code of the error that this throws; other errors go on. */
function codeOf(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof SanadError) return error.code;
    throw error;
  }
}

/** Everything that an index is asked. */
function useAll(of: Uint8Array): void {
  const opened = openIndex(of);
  const find = createFinder(opened);
  for (const asked of ['سامر زيتون 1950', 'Haddad', 'Wael Kanaan Rami Homs']) find(asked, 10);
  const register = createPersonRegister(opened);
  for (let row = 0; row < register.size; row += 7) register.rowsOf(row);
  register.insert({ list: 'list1', fields: person });
  register.insert({
    list: 'list1',
    fields: { 'name.given': 'سامر', 'name.father': 'رامي', 'name.family': 'حداد' },
  });
  register.find('سامر رامي حداد', 5);
}

test('a saved index is checked to the last byte', async () => {
  await expect(checkIndex(bytes)).resolves.toBeUndefined();
  expect(openIndex(bytes.subarray(0)).rowCount).toBe(160);
  const shifted = new Uint8Array(bytes.length + 1);
  shifted.set(bytes, 1);
  expect(openIndex(shifted.subarray(1)).person).toEqual(openIndex(bytes).person);
  const harmed = bytes.slice();
  harmed[bytes.length >> 1]! ^= 4;
  await expect(checkIndex(harmed)).rejects.toThrow('link.index-damaged');
});

describe('a damaged index', () => {
  test('is refused by name, wherever the damage is, or answers: nothing hangs, nothing else is thrown', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: fc.nat({ max: bytes.length - 1 }), to: fc.nat({ max: 255 }) }), {
          minLength: 1,
          maxLength: 200,
        }),
        (changes) => {
          const harmed = bytes.slice();
          for (const { at, to } of changes) harmed[at] = to;
          expect([undefined, 'link.index-damaged', 'link.index-version']).toContain(
            codeOf(() => useAll(harmed)),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  test('is refused where its head is changed, or it is cut short', () => {
    const head = new TextDecoder().decode(bytes.slice(0, 400));
    for (const at of [0, 13, 20, 30, 60, head.indexOf('rowCount') + 10]) {
      const harmed = bytes.slice();
      harmed[at]! ^= 2;
      expect(codeOf(() => openIndex(harmed))).toMatch(/^link\.index-/);
    }
    for (let size = 0; size < bytes.length - 64; size += 997)
      expect(codeOf(() => openIndex(bytes.slice(0, size)))).toBe('link.index-damaged');
  });

  test('does not lead round without end', () => {
    const next = index.next.slice();
    const row = index.person.findIndex((own, at) => own !== at);
    next[row] = row;
    const first = index.person[row]!;
    expect(codeOf(() => createPersonRegister({ ...index, next }).rowsOf(first))).toBe('link.index-damaged');
    next[row] = 1e9;
    expect(codeOf(() => createPersonRegister({ ...index, next }).rowsOf(first))).toBe('link.index-damaged');
    const rows = index.rows.slice();
    for (let at = 0; at < 160; at++) rows[at * ROW_WORDS + WORD.family] = 1e6;
    expect(codeOf(() => createFinder({ ...index, rows })('سامر زيتون', 5))).toBe('link.index-damaged');
  });
});

test('an index of the format before is read; one of a later release is refused by its name', () => {
  const text = new TextDecoder('latin1').decode(bytes);
  const size = Number(text.slice(14, 26));
  const head = JSON.parse(new TextDecoder().decode(bytes.slice(38, 38 + size))) as {
    columns: { kind: string; length: number }[];
    uniqueLists?: number[];
  };
  const contents = Math.ceil((38 + size) / 64) * 64;
  delete head.uniqueLists;
  head.columns.splice(-2);
  const before = new TextEncoder().encode(JSON.stringify(head));
  const old = new Uint8Array(Math.ceil((26 + before.length) / 64) * 64 + bytes.length - contents);
  old.set(new TextEncoder().encode(`sanad-index-2\n${String(before.length).padEnd(12)}`));
  old.set(before, 26);
  old.set(bytes.subarray(contents), Math.ceil((26 + before.length) / 64) * 64);
  const opened = openIndex(old);
  expect(opened.decisions).toMatchObject({ mustLink: [], cannotLink: [] });
  expect(createFinder(opened)('سامر زيتون', 5)).toEqual(createFinder(index)('سامر زيتون', 5));
  const later = bytes.slice();
  later[12] = '9'.charCodeAt(0);
  expect(() => openIndex(later)).toThrow(new SanadError('link.index-version', { version: 9 }).message);
});

test('an index holds the places that a case has added', async () => {
  const asked = { name: 'سامر', place: 'Dar al-Kabira' };
  const places = (of: typeof index): string[] =>
    createFinder(of)(asked, 5).map(({ row }) => {
      const { start, units } = of.places;
      const code = of.rows[row * ROW_WORDS + WORD.home]!;
      return String.fromCharCode(...units.subarray(start[code]!, start[code + 1]!));
    });
  const added = openIndex(saved(await indexOf({ gazetteer: [['Homs', 'Dar al-Kabira']] })));
  expect(new Set(places(added)).size).toBe(1);
  expect(new Set(places(index)).size).toBeGreaterThan(1);
});

describe('decisions', () => {
  const [a, b] = [3, 83] as const;

  test('an index holds those under which it was linked', async () => {
    expect(index.person[b]).toBe(a);
    const decisions = {
      mustLink: [[5, 90]],
      cannotLink: [[a, b]],
      uniqueLists: Uint8Array.of(0, 1, 0),
    } as const;
    const decided = openIndex(saved(await indexOf({}, { decisions })));
    expect(decided.decisions).toEqual(decisions);
    const register = createPersonRegister(decided);
    expect(register.personOf(b)).not.toBe(a);
    expect(register.personOf(90)).toBe(register.personOf(5));
    expect(codeOf(() => register.keepApart(5, 90))).toBe('link.decisions-conflict');
    expect(codeOf(() => register.keepTogether(a, b))).toBe('link.decisions-conflict');
    expect(codeOf(() => register.keepApart(5, 9999))).toBe('link.key-unknown');
  });

  test('those that came after hold when the index is opened again, whatever comes in', () => {
    const register = createPersonRegister(index);
    expect(register.keepApart(a, b)).not.toEqual([]);
    expect(register.keepTogether(10, 20)).not.toEqual([]);
    expect(register.personOf(10)).toBe(register.personOf(20));
    const again = createPersonRegister(openIndex(saved({ ...index, decisions: register.decisions() })));
    for (const own of [register, again]) {
      for (let time = 0; time < 3; time++) own.insert({ list: `new${time}`, fields: person });
      expect(own.personOf(a)).not.toBe(own.personOf(b));
      expect(own.personOf(10)).toBe(own.personOf(20));
    }
    expect(again.personOf(10)).toBe(register.personOf(10));
  });

  test('a list that promises one row a person keeps it as rows come in', () => {
    const promising = { ...index, decisions: { ...index.decisions, uniqueLists: Uint8Array.of(0, 1, 0) } };
    const together = (of: typeof index, list: string): boolean => {
      const register = createPersonRegister(of);
      const first = register.insert({ list, fields: person });
      return register.insert({ list, fields: person }).person === first.person;
    };
    const [, list1, list2] = index.about.lists;
    expect(together(index, list1!)).toBe(true);
    expect(together(promising, list1!)).toBe(false);
    expect(together(promising, list2!)).toBe(true);
  });
});
