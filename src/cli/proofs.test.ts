import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { typed } from './trial/typed.ts';

/** One file, one small proof, and nobody here to be trusted: the commands as people type them. */
let folder = '';
let key = '';
const at = (name: string): string => join(folder, name);

const sanad = (...args: readonly string[]) =>
  typed(args, { SANAD_PASSPHRASE: 'a long phrase', SANAD_ACTOR: 'Maha' });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-proofs-'));
  writeFileSync(at('list.csv'), 'name,place\nSamer Example,Homs\nRana Example,Idlib\n');
  writeFileSync(at('other.csv'), 'name,place\nLayan Example,Homs\n');
  await sanad('init', at('case'));
  expect((await sanad('add', at('case'), at('list.csv'))).err).toContain('1 item added');
  key = JSON.parse(readFileSync(at('case/sanad.json'), 'utf8')).verifierKey;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('sanad prove and sanad check', () => {
  test('a file that was received', async () => {
    const proven = await sanad('prove', at('case'), at('list.csv'), '--out', at('list.tlog-proof'));
    expect(proven.err).toContain('Disclosed: original');
    expect(proven.err).toContain(key);
    const checked = await sanad('check', at('list.tlog-proof'), '--file', at('list.csv'), '--key', key);
    expect(checked.code).toBe(0);
    expect(checked.out).toContain('list.csv is the file that was received');
    expect(checked.out).toContain('signed with the key you gave');
  });

  test('without the key it is told that nothing is proven yet', async () => {
    const { code, out } = await sanad('check', at('list.tlog-proof'));
    expect(code).toBe(3);
    expect(out).toContain('nothing is proven');
    expect(out).toContain('It proves nothing until you compare it');
  });

  test('another file, or one that was never received, is refused', async () => {
    const checked = await sanad('check', at('list.tlog-proof'), '--file', at('other.csv'), '--key', key);
    expect(checked).toMatchObject({ code: 1, out: '' });
    expect(checked.err).toContain('is not the file that was received');
    const proven = await sanad('prove', at('case'), at('other.csv'));
    expect(proven).toMatchObject({ code: 1, out: '' });
  });

  test('a file by the name under which it came, wherever one stands; a name that two files bear is refused', async () => {
    const byName = await sanad('prove', at('case'), 'list.csv', '--out', at('named.tlog-proof'));
    expect(byName.err).toContain('Disclosed: original');
    const checked = await sanad('check', at('named.tlog-proof'), '--file', at('list.csv'), '--key', key);
    expect(checked.out).toContain('list.csv is the file that was received');

    await sanad('init', at('two'));
    mkdirSync(at('later'));
    writeFileSync(at('later/list.csv'), 'name,place\nLayan Example,Homs\n');
    await sanad('add', at('two'), at('list.csv'), at('later/list.csv'));
    const shared = await sanad('prove', at('two'), 'list.csv');
    expect(shared).toMatchObject({ code: 1, out: '' });
    expect(shared.err).toMatch(/Several files of this case are called list\.csv: \w{16}, \w{16}\./);
    const absent = await sanad('prove', at('two'), 'no-such-list.csv');
    expect(absent).toMatchObject({ code: 1, out: '' });
  });

  test('one value of one row, and no other', async () => {
    await sanad('prove', at('case'), '#3', '--entry', at('row'));
    const { item } = JSON.parse(readFileSync(at('row'), 'utf8'));
    await sanad('prove', at('case'), `${item}.1`, '--value', 'c00', '--out', at('row.tlog-proof'));
    const { out } = await sanad('check', at('row.tlog-proof'), '--key', key, '--json');
    const checked = JSON.parse(out);
    expect(Object.keys(checked.values)).toEqual(['c00']);
    expect(checked.values.c00.cell).toBe('Samer Example');
    expect(readFileSync(at('row.tlog-proof'), 'latin1')).not.toContain(
      Buffer.from('Homs').toString('base64').slice(0, 5),
    );
    const absent = await sanad('prove', at('case'), `${item}.1`, '--value', 'c09');
    expect(absent.err).toContain('has no value');
  });

  test('the ledger as it was, and as it is', async () => {
    const newest = readdirSync(at('case/checkpoints')).sort().at(-1)!;
    copyFileSync(at(`case/checkpoints/${newest}`), at('old'));
    await sanad('add', at('case'), at('other.csv'));
    await sanad('prove', at('case'), '--from', at('old'), '--out', at('grown'));
    const { code, out } = await sanad('check', at('grown'), '--from', at('old'), '--key', key);
    expect(code).toBe(0);
    expect(out).toContain('nothing was changed or removed between them');
  });

  test('what is nothing of the kind is said to be that', async () => {
    const { code, err } = await sanad('check', at('list.csv'));
    expect(code).toBe(1);
    expect(err).toContain('neither a proof, a checkpoint, a time stamp');
  });
});

describe('sanad witness', () => {
  test('the page is one file in both languages, with the checkpoint as text and as a code', async () => {
    await sanad('witness', at('case'), '--print', '--out', at('head.html'));
    const page = readFileSync(at('head.html'), 'utf8');
    expect(page).toContain('<svg');
    expect(page).toContain('lang="ar" dir="rtl"');
    expect(page).toContain(key);
    expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
  });

  test('what stands on it can be typed off and compared', async () => {
    const page = readFileSync(at('head.html'), 'utf8');
    const [, size = '', root = ''] = /<pre class="root">(\d+)\n([0-9a-f \n]+)<\/pre>/.exec(page) ?? [];
    writeFileSync(at('typed'), `${size}\n${root.toUpperCase()}\n`);
    expect(await sanad('witness', 'compare', at('case'), at('typed'))).toMatchObject({ code: 0 });
    const other = root.replace(/^./, (one) => (one === '0' ? '1' : '0'));
    const differs = await sanad('witness', 'compare', at('case'), size, other);
    expect(differs.code).toBe(1);
    expect(differs.err).toContain('its history was changed');
    const ahead = await sanad('witness', 'compare', at('case'), '999', root);
    expect(ahead.err).toContain('the end of its ledger is missing here');
  });

  test('somebody takes it away, another office signs, and a proof stands on both', async () => {
    await sanad('witness', 'add', at('case'), '--paper', 'A. Notary');
    await sanad('witness', 'query', at('case'), '--out', at('head'));
    const cosign = ['witness', 'cosign', at('head.checkpoint'), '--state', at('office.json')];
    expect((await sanad(...cosign)).err).toContain('is not known to this witness');
    const signed = await sanad(
      ...cosign,
      '--log',
      key,
      '--name',
      'office.example/one',
      '--out',
      at('signed'),
    );
    const office = /office\.example\/one\+\S+/.exec(signed.err)?.[0] ?? '';
    expect((await sanad('witness', 'add', at('case'), at('signed'), '--key', office)).code).toBe(0);
    expect((await sanad('witness', 'add', at('case'), at('head.ots'))).out).toContain('waits for');

    // verify looks at each of them anew, and whoever has no key is told what was not looked at
    const whole = await sanad('verify', at('case'));
    expect(whole.code).toBe(0);
    expect(whole.err).toMatch(/seen by cosignature office\.example\/one \S+: holds/);
    expect(whole.err).toContain('seen by paper A. Notary');
    const keyless = await sanad('verify', at('case'), '--keyless');
    expect(keyless.code).toBe(3);
    expect(keyless.err).toContain('what witnesses signed');

    const listed = await sanad('witness', at('case'));
    expect(listed.out).toContain('page taken away by A. Notary');
    expect(listed.out).toContain('signed by office.example/one');
    await sanad('prove', at('case'), at('list.csv'), '--witnessed', '--out', at('seen.tlog-proof'));
    const { out } = await sanad('check', at('seen.tlog-proof'), '--key', key, '--witness-key', office);
    expect(out).toContain('office.example/one signed that it saw this checkpoint');
  });

  test('help speaks Arabic too', async () => {
    const { out } = await sanad('witness', '--help', '--lang', 'ar');
    expect(out).toContain('مقارنة نقطة تحقّق');
  });
});

test('the whole tree, with no key of the case: to its root, from an earlier checkpoint, with one entry', async () => {
  await sanad('prove', at('case'), '--tiles', at('earlier'));
  writeFileSync(at('newer.csv'), 'name,place\nMaysa Example,Homs\n');
  await sanad('add', at('case'), at('newer.csv'));
  await sanad('prove', at('case'), '--tiles', at('tree'));
  const grown = ['--from', join(at('earlier'), 'checkpoint')];
  const checked = await sanad('check', at('tree'), '--key', key, ...grown);
  expect(checked.code).toBe(0);
  expect(checked.out).toMatch(/✓ \d+ entries lead to the root of sanad\//);
  expect(checked.out).toContain('signed with the key you gave');
  const unsigned = await sanad('check', at('tree'), ...grown);
  expect(unsigned.code).toBe(3);
  expect(unsigned.out).toContain('could be anybody’s');
  const turned = await sanad('check', at('earlier'), '--key', key, '--from', join(at('tree'), 'checkpoint'));
  expect([turned.code, turned.out]).toEqual([1, '']);
  expect(turned.err).toContain('are not those of the earlier checkpoint');
});
