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
  ])('names what is wrong with a table: %j', async (text, words) => {
    const { code, err, out } = await sanad('estimate', file('wrong.csv', text), '--json');
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain(words);
    expect(err).not.toContain('at ');
  });

  test('wrong use is wrong use', async () => {
    expect((await sanad('estimate')).code).toBe(2);
    expect((await sanad('estimate', TWO, '--level', '2')).code).toBe(2);
    expect((await sanad('estimate', TWO, '--seed', 'x')).code).toBe(2);
  });
});
