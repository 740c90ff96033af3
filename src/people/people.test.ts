import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readItem } from '../intake/index.ts';
import { type Case, createCase, openCase } from '../ledger/index.ts';
import type { DecisionId, Item, Person, PersonId, RecordId } from '../model/index.ts';
import { peopleOf, preparePeople } from './index.ts';

let folder: string;
let opened: Case;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-people-'));
  opened = await createCase(join(folder, 'case'), { unsealed: true });
});
afterEach(() => {
  opened.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Takes a list in as the house does: read by intake, kept by the ledger. */
async function receive(file: string, csv: string): Promise<Item> {
  const bytes = new TextEncoder().encode(csv);
  const { mediaType, content, problems } = await readItem(file, bytes);
  if (content.kind !== 'list') throw new Error(`${file} is ${content.kind}`);
  return opened.addItem({
    file,
    path: file,
    bytes,
    mediaType,
    receivedBy: 'Rana',
    content: { kind: 'list', tables: content.tables.map(({ columns }) => ({ columns })) },
    problems,
    records: content.tables.flatMap((table) => table.rows),
  });
}
const row = (item: Item, at: number): RecordId => `${item.id}.${at}` as RecordId;
const personOf = (record: RecordId): Person => peopleOf(opened).person(record as string as PersonId)!;
const rowsOf = (person: Person): string[] => person.records.map(({ list, row: at }) => `${list} ${at}`);
/** Everything about everybody, to compare before and after. */
const everything = (): string => {
  const people = peopleOf(opened);
  return JSON.stringify(people.cards(0, people.total).map(({ id }) => people.person(id)));
};

const REGISTER = `الاسم,اسم الأب,النسبة,اسم الأم,تاريخ الولادة,مكان الولادة,تاريخ التوقيف
حازم,وائل,غنوم,حنان,1976,دوما,05/07/2013
نور الدين,خالد,الرشا,سميرة,17/11/1967,حماة,08/12/2012
نضال,فراس,سويد,عائشة,07/01/1959,حلب,17/06/2015
إياد,كنان,كنعان,انتصار,10/04/1964,دمشق,
`;
const RELEASED = `Full name,Father,Mother,Year of birth,From,Released on
Hazem Ghannoum,Wael,Hanan,1976,Douma,2024-12-09
Nour al-Din al-Rasha,Khaled,Samira,1967,Hama,2024-12-08
Mazen Haddad,,,,Homs,2024-12-08
`;
const FAMILIES = `missing person,father's name,mother's name,date of birth,home town,last seen,status
حازم غنوم,وائل,حنان,1976,دوما,2013,مفقود
نضال سويد,فراس,عائشة,1959,حلب,2015,شهيد
`;

describe('people of three lists', () => {
  test('each row is one person until something joins it', async () => {
    const register = await receive('register.csv', REGISTER);
    const people = peopleOf(opened);
    expect(people.total).toBe(4);
    const person = personOf(row(register, 1));
    expect(person.name).toBe('حازم وائل غنوم');
    expect(person.suggested).toBe(false);
    expect(person.names).toContainEqual({
      slot: 'mother',
      variants: [{ written: 'حنان', records: [row(register, 1)] }],
    });
    expect(person.fates).toMatchObject([
      { fate: 'reported-detained', verification: 'reported', sources: [{ property: 'arrest.date' }] },
    ]);
    expect(personOf(row(register, 4)).fates).toEqual([
      { fate: 'unknown', verification: 'reported', sources: [] },
    ]);
  });

  test('a decision joins two scripts; both names stand, each on its own record', async () => {
    const register = await receive('register.csv', REGISTER);
    const released = await receive('released.csv', RELEASED);
    opened.decide(
      { kind: 'link', a: row(register, 1), b: row(released, 1), judgement: 'same' },
      'Rana',
      'his mother told us',
    );
    const person = personOf(row(released, 1));
    expect(person.id).toBe(row(register, 1));
    expect(rowsOf(person)).toEqual(['register.csv 1', 'released.csv 1']);
    expect(person.name).toBe('حازم وائل غنوم');
    expect(person.otherScriptName).toBe('Hazem Ghannoum');
    expect(person.suggested).toBe(false);
    expect(person.links).toMatchObject([
      { verdict: 'same', decision: { by: 'Rana', judgement: 'same', reason: 'his mother told us' } },
    ]);
    expect(person.fates.map(({ fate }) => fate)).toEqual(['reported-detained', 'reported-released']);
    expect(person.conflicts).toEqual([]);
  });

  test('"different" splits, undo joins again, and all is as it was', async () => {
    const register = await receive('register.csv', REGISTER);
    const released = await receive('released.csv', RELEASED);
    await receive('families.csv', FAMILIES);
    const before = everything();
    const pair = { kind: 'link', a: row(register, 1), b: row(released, 1) } as const;
    const apart = opened.decide({ ...pair, judgement: 'different' }, 'Rana');
    expect(rowsOf(personOf(pair.a))).not.toContain('released.csv 1');
    expect(personOf(pair.a).apart).toMatchObject([{ verdict: 'different', decision: { id: apart.id } }]);
    expect(personOf(pair.a).possible.map(({ b }) => b)).not.toContain(pair.b);
    const together = opened.decide({ ...pair, judgement: 'same' }, 'Sami');
    expect(rowsOf(personOf(pair.a))).toContain('released.csv 1');
    for (const decision of [together, apart])
      opened.decide({ kind: 'undo', decision: decision.id as DecisionId }, 'Rana');
    expect(everything()).toBe(before);
  });

  test('a withdrawn list leaves nothing behind, nor do decisions about it', async () => {
    const register = await receive('register.csv', REGISTER);
    const before = everything();
    const released = await receive('released.csv', RELEASED);
    opened.decide({ kind: 'link', a: row(register, 2), b: row(released, 3), judgement: 'same' }, 'Rana');
    expect(everything()).not.toBe(before);
    opened.decide({ kind: 'withdraw-item', item: released.id }, 'Rana', 'a forgery');
    expect(everything()).toBe(before);
  });

  test('released here and dead there: both stand, the conflict is shown, no date decides', async () => {
    const released = await receive('released.csv', RELEASED);
    const families = await receive('families.csv', FAMILIES.replace('مفقود', 'شهيد'));
    const together = {
      kind: 'link',
      a: row(released, 1),
      b: row(families, 1),
      judgement: 'same',
    } as const;
    opened.decide(together, 'Rana');
    expect(personOf(together.a).records.map(({ record }) => record)).not.toContain(together.b);
    opened.decide(together, 'Sami');
    const person = personOf(row(released, 1));
    expect(person.fates.map(({ fate, verification }) => [fate, verification])).toEqual([
      ['unknown', 'reported'],
      ['reported-released', 'contradicted'],
      ['reported-dead', 'contradicted'],
    ]);
    expect(person.conflicts).toMatchObject([
      { property: 'fate', values: [{ written: '2024-12-09' }, { written: 'شهيد' }] },
    ]);
    expect(peopleOf(opened).attention.conflictedPersons).toBe(1);
    expect(
      peopleOf(opened)
        .cards(0, 10, 'conflicts')
        .map(({ id }) => id),
    ).toEqual([person.id]);
  });

  test('one list cannot corroborate itself, nor can a machine’s join; two lists joined by a person can', async () => {
    const first = await receive('released-1.csv', RELEASED);
    const again = await receive('released-2.csv', `${RELEASED}Omar Diab,,,,Homs,2024-12-10\n`);
    const other = await receive('محررون.csv', 'الاسم الثلاثي,تاريخ الإفراج\nحازم وائل غنوم,2024-12-09\n');
    const released = () =>
      personOf(row(first, 1)).fates.find(({ fate }) => fate === 'reported-released')!.verification;
    const same = (b: RecordId) =>
      opened.decide({ kind: 'link', a: row(first, 1), b, judgement: 'same' }, 'Rana');
    same(row(again, 1));
    expect(released()).toBe('reported');
    same(row(other, 1));
    expect(released()).toBe('corroborated');
  });

  test('two sexes, two years of birth, two fathers: each is shown with both its cells', async () => {
    const one = await receive(
      'one.csv',
      'Full name,Father,Sex,Date of birth\nNour Haddad,Walid,F,1990-03-01\n',
    );
    const two = await receive('two.csv', 'Full name,Father,Sex,Date of birth\nNour Haddad,Bashir,M,1978\n');
    opened.decide({ kind: 'link', a: row(one, 1), b: row(two, 1), judgement: 'same' }, 'Rana');
    const conflicts = personOf(row(one, 1)).conflicts;
    expect(conflicts.map(({ property }) => property)).toEqual(['birth.date', 'sex', 'name.father']);
    for (const { values } of conflicts)
      expect(new Set(values.map(({ record }) => record))).toEqual(new Set([row(one, 1), row(two, 1)]));
  });

  test('a year, a date in it, another spelling, another script are no conflict', async () => {
    const one = await receive('one.csv', 'Full name,Father,Date of birth\nKhaled Hindawi,Mahmoud,1990\n');
    const two = await receive(
      'two.csv',
      'الاسم الكامل,اسم الأب,تاريخ الولادة\nخالد هنداوي,محمود,03/04/1990\n',
    );
    opened.decide({ kind: 'link', a: row(one, 1), b: row(two, 1), judgement: 'same' }, 'Rana');
    expect(personOf(row(one, 1)).conflicts).toEqual([]);
  });

  test('"not sure" keeps a pair open under its name', async () => {
    const register = await receive('register.csv', REGISTER);
    const released = await receive('released.csv', RELEASED);
    opened.decide({ kind: 'link', a: row(register, 4), b: row(released, 3), judgement: 'unsure' }, 'Rana');
    expect(personOf(row(register, 4)).possible).toMatchObject([
      {
        person: row(released, 3),
        name: 'Mazen Haddad',
        verdict: 'possible',
        decision: { judgement: 'unsure' },
      },
    ]);
    expect(
      peopleOf(opened)
        .cards(0, 10, 'possible')
        .map(({ id }) => id),
    ).toContain(row(register, 4));
  });

  test('a name in Latin letters finds a row written in Arabic', async () => {
    const register = await receive('register.csv', REGISTER);
    await receive('released.csv', RELEASED);
    const [hit] = peopleOf(opened).find('Nidal Swaid', 5);
    expect(hit?.person.id).toBe(row(register, 3));
    expect(hit?.why.length).toBeGreaterThan(0);
    expect(
      new Set(
        peopleOf(opened)
          .find('حازم غنوم', 5)
          .map(({ person }) => person.id),
      ).size,
    ).toBe(peopleOf(opened).find('حازم غنوم', 5).length);
  });

  test('another thread comes to the same people', async () => {
    await receive('register.csv', REGISTER);
    await receive('released.csv', RELEASED);
    const stages = new Set<string>();
    const prepared = await preparePeople(opened, ({ stage }) => stages.add(stage));
    expect(stages).toContain('cluster');
    expect(peopleOf(opened)).toBe(prepared);
    const beside = await openCase(opened.folder, { mode: 'read' });
    const here = peopleOf(beside);
    expect(here.cards(0, 99)).toEqual(prepared.cards(0, 99));
    beside.close();
  });

  test('nobody at all is an answer too', () => {
    const people = peopleOf(opened);
    expect(people.total).toBe(0);
    expect(people.cards(0, 10)).toEqual([]);
    expect(people.find('محمد', 10)).toEqual([]);
    expect(people.person('nobody.1' as PersonId)).toBeUndefined();
  });
});

test('a list with no column for a name is kept, and is about nobody', async () => {
  await receive('kin.csv', 'drawer,shelf\n11,1\n12,1\n');
  expect(peopleOf(opened).total).toBe(0);
});

test('in a real ledger too, any series of decisions leaves what the standing ones alone would give', async () => {
  await receive('register.csv', REGISTER);
  await receive('released.csv', RELEASED);
  await receive('families.csv', FAMILIES);
  const records = [...opened.records()].map(({ id }) => id);
  const decisions: DecisionId[] = [];
  const before = everything();
  for (const seed of [3, 8, 21, 4, 17, 33, 9, 2, 28, 13, 40, 5]) {
    const [a, b] = [records[seed % records.length]!, records[(seed * 7 + 1) % records.length]!];
    if (a === b) continue;
    const judgement = (['same', 'different', 'unsure'] as const)[seed % 3]!;
    decisions.push(opened.decide({ kind: 'link', a, b, judgement }, 'Rana').id);
    everything();
    const [first] = decisions;
    if (seed % 4 === 1 && first) opened.decide({ kind: 'undo', decision: decisions.shift()! }, 'Sami');
  }
  for (const decision of decisions) opened.decide({ kind: 'undo', decision }, 'Rana');
  expect(everything()).toBe(before);
});
