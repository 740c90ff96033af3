import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { runSanad } from '../program.ts';

const folder = mkdtempSync(join(tmpdir(), 'sanad-estimate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function sanad(...args: string[]) {
  const [out, err, input] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const code = await runSanad(args, { env: {}, out, err, input });
  return { code, out: String(out.read() ?? ''), err: String(err.read() ?? '') };
}

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const TWO = file('two.csv', 'a,b,count\n1,0,781\n0,1,254\n1,1,167\n');

describe('sanad estimate', () => {
  test('gives the panel as JSON', async () => {
    const { code, out } = await sanad('estimate', TWO, '--json');
    const answer = JSON.parse(out);
    expect(code).toBe(0);
    expect(answer).toMatchObject({ lists: ['a', 'b'], named: 1202, seed: 1, level: 0.95 });
    expect(answer.panel[0]).toMatchObject({ method: 'two-lists', ok: true });
    expect(answer.panel[0].estimate).toBeCloseTo(2382.8, 1);
    expect(answer.panel[0].low).toBeLessThan(answer.panel[0].estimate);
  });

  test('says the interval first, in either language', async () => {
    expect((await sanad('estimate', TWO)).out).toContain(
      '■ Two lists (Chapman): between 2,156 and 2,664, middle 2,383',
    );
    expect((await sanad('estimate', TWO, '--lang', 'ar')).out).toContain('٢٬٣٨٣');
  });

  test('refuses what the lists cannot bear, and says why', async () => {
    const thin = file('thin.csv', 'a,b,c,count\n1,0,0,40\n0,1,0,30\n0,0,1,20\n1,1,0,6\n');
    const { code, out } = await sanad('estimate', thin, '--json');
    expect(code).toBe(1);
    for (const one of JSON.parse(out).panel) {
      expect(one).toMatchObject({ ok: false, estimate: null, low: null, high: null });
      expect(one.why).toContain('Only 6 people');
    }
    expect((await sanad('estimate', thin)).out.match(/Only 6 people/g)).toHaveLength(1);
  });

  test.each([
    ['a,b,count\n1,0,-3\n0,1,12\n1,1,5', 'below zero'],
    ['a,b,count\n1,0,3.5\n0,1,12\n1,1,5', 'not a whole number'],
    ['a,b,count\n1,0,3\n1,0,4\n0,1,12\n1,1,5', 'same combination'],
    ['a,b,count\n1,0,0\n0,1,12\n1,1,5', 'probably copied'],
    ['a,b,c,count\n1,0,0,9\n0,1,0,12\n1,1,0,5', 'Nobody stands on the list c'],
    [`${[...'abcdefghijkl'].join()},count\n${Array(12).fill(1).join()},40`, '12'],
    ['a,b,count\n1,0,999999999\n0,1,12\n1,1,5', '1,000,000,000'],
  ])('names what is wrong with a table: %j', async (text, words) => {
    const { code, err, out } = await sanad('estimate', file('wrong.csv', text), '--json');
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain(words);
    expect(err).not.toMatch(/\n\s+at /);
  });

  test('a thousand million people are still counted right', async () => {
    const most = file('most.csv', 'a,b,count\n1,0,400000000\n0,1,400000000\n1,1,200000000\n');
    const { out } = await sanad('estimate', most, '--json');
    const [one] = JSON.parse(out).panel;
    // Lincoln and Petersen's own arithmetic: 600 × 600 / 200 million
    expect(one.estimate / 1.8e9).toBeCloseTo(1, 6);
    expect(one.low).toBeLessThan(1.8e9);
    expect(one.high).toBeGreaterThan(1.8e9);
  });

  test('methods that are named run alone', async () => {
    const three = file(
      'three.csv',
      'a,b,c,count\n1,0,0,90\n0,1,0,80\n0,0,1,70\n1,1,0,30\n1,0,1,25\n0,1,1,20\n1,1,1,9\n',
    );
    const { out } = await sanad('estimate', three, '--methods', 'stepwise,independence', '--json');
    expect(JSON.parse(out).panel.map(({ method }: { method: string }) => method)).toEqual([
      'independence',
      'stepwise',
    ]);
    const wrong = await sanad('estimate', three, '--methods', 'oracle');
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('latent-classes');
  });

  test('from a case’s own lists, into stretches of years', async () => {
    const folderOfCase = join(folder, 'case');
    await sanad('init', folderOfCase, '--unsealed');
    await sanad('add', folderOfCase, join(import.meta.dirname, '../../../examples/qalaat-al-rih/lists'));
    const by = ['--by', 'year', '--years-from', '2013', '--methods', 'log-linear-bic', '--json'];
    const { code, out } = await sanad('estimate', '--case', folderOfCase, ...by);
    expect(code).toBe(0);
    const answer = JSON.parse(out);
    const sums = [...answer.panel, ...answer.overLinkages].filter(({ scope }) => scope === 'stratified');
    expect(sums).toHaveLength(2);
    for (const { low } of sums) expect(low).toBeGreaterThan(100);
    const unknown = await sanad('estimate', '--case', folderOfCase, '--lists', 'nowhere.csv');
    expect(unknown.code).toBe(1);
    expect(unknown.err).toContain('nowhere.csv');
  }, 60_000);

  test('wrong use is wrong use', async () => {
    expect((await sanad('estimate')).code).toBe(2);
    expect((await sanad('estimate', TWO, '--case', 'x')).code).toBe(2);
    expect((await sanad('estimate', TWO, '--covers', 'register')).code).toBe(2);
    expect((await sanad('estimate', TWO, '--level', '2')).code).toBe(2);
    expect((await sanad('estimate', TWO, '--seed', 'x')).code).toBe(2);
  });
});
