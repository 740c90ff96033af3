import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Case, createCase } from '../ledger/index.ts';
import { type LinkRow, linkRows } from '../linkage/index.ts';
import type { RecordId, RequestForm } from '../model/index.ts';
import { peopleOf } from '../people/index.ts';
import { receiveFiles } from '../receive/index.ts';
import { actOnRequest, enterRequest, freeze, readRequests, watchHits } from './index.ts';
import { form } from './trial/form.ts';
import { compareEach, registerOf, rowOfRequest } from './watch.ts';

const GIVEN = ['سعيد', 'وليد', 'منير', 'نبيل', 'عادل', 'جميل', 'بدر', 'حمزة', 'طارق', 'زياد'];
const FILLER: LinkRow[] = GIVEN.flatMap((given, n) =>
  GIVEN.map((father, m) => ({
    key: `f${n}.${m}`,
    list: 'l',
    fields: { 'name.full': `${given} ${father} الأحمد`, 'birth.date': String(1960 + n + m) },
  })),
);
const { model } = linkRows(FILLER);
const sought = form().sought;
const requests = registerOf(
  [rowOfRequest('r1', sought), ...FILLER.map((row) => ({ ...row, key: `q${row.key}` }))],
  model,
);
const ask = (fields: LinkRow['fields']) =>
  [...compareEach([{ key: 'row', list: 'l', fields }], requests, model, 'rows-ask')][0]!;

describe('a new row asks the requests', () => {
  test.each<[string, LinkRow['fields']]>([
    ['as it is', { 'name.full': 'سامر نعيم الزعرور', 'birth.date': '1988' }],
    ['in other letters', { 'name.full': 'Samer Naim al-Zaarour', 'birth.date': '1988' }],
    ['without a father, a year off', { 'name.full': 'سامر الزعرور', 'birth.date': '1989' }],
    ['with a slip', { 'name.full': 'سامر نعيم الزعروز', 'birth.date': '1988', 'name.mother': 'هدى' }],
  ])('%s: the right one first, with reasons', (_, fields) => {
    const [best] = ask(fields).toSorted((a, b) => b.probability - a.probability);
    expect(best).toMatchObject({ request: 'r1', record: 'row' });
    expect(best!.reasons.some(({ part, outcome }) => part === 'name.given' && outcome !== 'contradict')).toBe(
      true,
    );
  });

  test('of somebody else brings nothing, and several who fit share one chance', () => {
    expect(ask({ 'name.full': 'غيث مازن التركماني', 'birth.date': '1979' })).toEqual([]);
    const chances = ask({ 'name.full': 'سعيد وليد الأحمد' }).map(({ probability }) => probability);
    expect(chances.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1);
  });
});

describe('in a case', () => {
  const root = mkdtempSync(join(tmpdir(), 'sanad-watch-'));
  let opened: Case;
  const enter = async (changes: Partial<RequestForm>): Promise<string> => {
    const kept = await enterRequest(opened, { form: form(changes), by: 'ريم' }, randomBytes);
    return kept.kept === 'new' ? kept.id : '';
  };
  const list = async (name: string, rows: string): Promise<void> => {
    const bytes = new TextEncoder().encode(`الاسم الكامل,سنة الميلاد\n${rows}`);
    const file = { file: name, path: name, size: bytes.length, read: async () => bytes };
    await receiveFiles(opened, { files: [file], problems: [] }, { by: 'سليم', mode: 'add' });
  };
  const hits = async () =>
    (await watchHits(opened, readRequests(opened), peopleOf(opened))).map(
      ({ request, name }) => `${request} ${name}`,
    );
  beforeAll(async () => {
    opened = await createCase(join(root, 'case'), { unsealed: true });
    await list(
      'first.csv',
      FILLER.slice(0, 60)
        .map(({ fields }) => `${fields['name.full']},${fields['birth.date']}`)
        .join('\n'),
    );
  });
  afterAll(() => {
    opened.close();
    rmSync(root, { recursive: true, force: true });
  });

  test('a request that comes later asks the rows, a row that comes later the requests', async () => {
    const known = await enter({
      sought: { names: { given: 'سعيد', father: 'منير', family: 'الأحمد' }, birth: '1962' },
    });
    expect(await hits()).toContain(`${known} سعيد منير الأحمد`);
    const waiting = await enter({ sought });
    expect((await hits()).some((hit) => hit.startsWith(waiting))).toBe(false);
    await list('second.csv', 'سامر نعيم الزعرور,1988');
    expect(await hits()).toContain(`${waiting} سامر نعيم الزعرور`);
  });

  test('a corrected request is compared anew, a withdrawn one no more, a frozen row for nobody', async () => {
    const id = [...readRequests(opened).values()].find(({ sought: who }) => who?.names.given === 'سامر')!.id;
    const act = (given: object) =>
      actOnRequest(
        opened,
        id,
        { ...given, upon: readRequests(opened).get(id)!.entries.length } as never,
        'ريم',
        { fatesOf: () => [], hidden: new Set() },
        '2026-11-22',
      );
    const { consent: _, ...rest } = form({
      sought: { names: { given: 'مروان', family: 'السفرجل' }, birth: '1950' },
    });
    act({ is: 'amend', form: rest, reason: 'خطأ' });
    expect((await hits()).some((hit) => hit.startsWith(id))).toBe(false);
    act({ is: 'amend', form: { ...rest, sought }, reason: 'عاد' });
    expect((await hits()).some((hit) => hit.startsWith(id))).toBe(true);
    const { record } = (await watchHits(opened, readRequests(opened), peopleOf(opened))).find(
      (hit) => hit.request === id,
    )!;
    freeze(
      opened,
      peopleOf(opened),
      { record: record as RecordId, says: 'أنا هو', how: 'نلتقي', by: 'ريم' },
      randomBytes,
    );
    expect((await hits()).some((hit) => hit.startsWith(id))).toBe(false);
    act({ is: 'withdraw', reason: 'طلبت' });
    expect((await hits()).some((hit) => hit.startsWith(id))).toBe(false);
  });
});
