import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readItem } from '../intake/index.ts';
import { type Case, createCase } from '../ledger/index.ts';
import { linkManyRows, linkRows } from '../linkage/index.ts';
import {
  type Decision,
  type DecisionId,
  type PersonId,
  type RecordId,
  standingDecisions,
} from '../model/index.ts';
import { type Ground, groundOf, linkRowOf } from './ground.ts';
import { listedRecords } from './listed-record.ts';
import { act, allUndone, decisionsAfter, everything, files, peopleAfter } from './trial/sequences.ts';

/** Ten thousand of each: `node bench/people/reversible.ts`. */
const RUNS = 120;

const LISTS = {
  'register.csv': `الاسم,اسم الأب,النسبة,اسم الأم,تاريخ الولادة,تاريخ الاعتقال,مكان الاحتجاز
نضال,فراس,سويد,عائشة,1959,17/06/2015,الجناح الأول
حازم,وائل,غنوم,حنان,1976,05/07/2013,الجناح الثاني`,
  'released.csv': `Full name,Father,Mother,Date of birth,Release date
Nidal Swaid,Firas,Aisha,1959,2024-12-08
Hazem Ghannoum,Wael,Hanan,1976,2024-12-09`,
  'hospital.csv': `Name,Father,Sex,Date of death,Status
Nidal Suwaid,Firas,M,2014,dead
Rana Suwaid,Firas,F,,wounded`,
};

let folder: string;
let opened: Case;
let ground: Ground;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-reversible-'));
  opened = await createCase(join(folder, 'case'), { unsealed: true });
  for (const [file, text] of Object.entries(LISTS)) {
    const bytes = new TextEncoder().encode(text);
    const { mediaType, content, problems } = await readItem(file, bytes);
    if (content.kind !== 'list') throw new Error(content.kind);
    const tables = content.tables.map(({ columns }) => ({ columns }));
    const records = content.tables.flatMap(({ rows }) => rows);
    const item = { file, path: file, bytes, mediaType, receivedBy: 'Rana', problems, records };
    opened.addItem({ ...item, content: { kind: 'list', tables } });
  }
  const listed = listedRecords(opened);
  ground = groundOf(listed, linkRows([...listed.values()].map(linkRowOf)));
});
afterAll(() => {
  opened.close();
  rmSync(folder, { recursive: true, force: true });
});

const acts = fc.array(act, { minLength: 1, maxLength: 16 });

test('after any join, edit and split, all taken back, every file is byte for byte as before', () => {
  const before = files(ground, []);
  fc.assert(
    fc.property(acts, (series) => {
      expect(files(ground, allUndone(decisionsAfter(series, ground)))).toBe(before);
    }),
    { numRuns: RUNS },
  );
});

test('in the middle of any series every file is what the decisions that stand would make of it', () => {
  fc.assert(
    fc.property(acts, (series) => {
      const decisions = decisionsAfter(series, ground);
      expect(files(ground, decisions)).toBe(files(ground, standingDecisions(decisions)));
    }),
    { numRuns: RUNS },
  );
});

test('what is remembered of earlier decisions changes nothing: a case opened afresh tells the same', () => {
  fc.assert(
    fc.property(acts, (series) => {
      const decisions = decisionsAfter(series, ground);
      expect(everything(ground, decisions)).toBe(
        everything(groundOf(ground.listed, ground.linkage), decisions),
      );
    }),
    { numRuns: RUNS / 3 },
  );
});

test('"different" on any pair holds over the quick engine too: neither joined nor proposed again', async () => {
  const quick = groundOf(ground.listed, await linkManyRows([...ground.listed.values()].map(linkRowOf)));
  const records = [...ground.listed.keys()];
  const link = (a: RecordId, b: RecordId, judgement: 'same' | 'different', at: number): Decision => ({
    id: `d${at}` as DecisionId,
    by: 'Rana',
    at: `2025-01-0${1 + at}T00:00:00.000Z`,
    kind: 'link',
    a,
    b,
    judgement,
  });
  for (const a of records)
    for (const b of records) {
      if (a === b) continue;
      for (const third of records.filter((record) => record !== a && record !== b)) {
        const people = peopleAfter(quick, [
          link(a, b, 'different', 0),
          link(third, a, 'same', 1),
          link(third, b, 'same', 2),
        ]);
        expect(people.personOfRecord(a)).not.toBe(people.personOfRecord(b));
        const { possible } = people.person(a as string as PersonId)!;
        expect(possible.filter((pair) => pair.a === a && pair.b === b)).toEqual([]);
      }
    }
});
