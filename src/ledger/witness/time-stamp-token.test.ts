import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SanadError } from '../../model/index.ts';
import { timeStampQuery } from './time-stamp-query.ts';
import { checkToken, imprintOf } from './time-stamp-token.ts';

const folder = resolve(import.meta.dirname, '../../../../shared/data/evidence/rfc3161');
const read = (name: string): Buffer => readFileSync(resolve(folder, name));

describe.skipIf(!existsSync(folder))('tokens of real authorities (../shared/data/evidence/rfc3161)', () => {
  const ca = existsSync(folder) ? read('ca.pem').toString() : '';

  test.each([
    ['digicert.tsr', 'DigiCert Timestamp 2024', '2025-03-24T11:17:47.000Z', 'public'],
    ['rfc3161-client-issue-104.tsr', 'TrustID Timestamp Authority', '2025-03-11T08:52:08.000Z', 'public'],
    ['valid_timestamp.tsr', 'TrustID Timestamp Authority', '2025-03-11T10:43:58.000Z', 'public'],
    [
      'timestamp_token_http-timestamp-identrust-com',
      'TrustID Timestamp Authority',
      '2025-03-11T10:43:58.000Z',
      'public',
    ],
    ['self_signed.tsr', 'TSA SINPE v3', '2025-03-24T11:38:16.000Z', 'nobody'],
  ])('%s holds as of its time', (name, authority, time, vouched) => {
    const bytes = read(`timestamping/${name}`);
    const checked = checkToken(bytes, imprintOf(bytes)!);
    expect({ ...checked, time: checked.time.toISOString() }).toMatchObject({ authority, time, vouched });
  });

  test('two of them have certificates that have run out since, and hold all the same', () => {
    const bytes = read('timestamping/rfc3161-client-issue-104.tsr');
    const { chain, time } = checkToken(bytes, Buffer.from('hello'));
    expect(chain[0]!.until.toISOString()).toBe('2026-01-17T19:48:39.000Z');
    expect(chain[0]!.until.getTime()).toBeGreaterThan(time.getTime());
  });

  test('one made here with openssl, against its own root and no other', () => {
    const bytes = read('f.tsr');
    expect(checkToken(bytes, read('f.txt'), [ca]).vouched).toBe('given');
    expect(checkToken(bytes, read('f.txt')).vouched).toBe('nobody');
    expect(() =>
      checkToken(read('timestamping/digicert.tsr'), imprintOf(read('timestamping/digicert.tsr'))!, [ca]),
    ).toThrow('token.root-other');
  });

  test('is refused for other data', () => {
    expect(() => checkToken(read('f.tsr'), Buffer.from('evidenc3\n'), [ca])).toThrow('token.other-data');
  });

  test('a changed byte, at every ninth place: what was signed never reads otherwise; none crashes', () => {
    for (const name of ['f.tsr', 'timestamping/digicert.tsr', 'timestamping/self_signed.tsr']) {
      const good = read(name);
      const imprint = imprintOf(good)!;
      const before = checkToken(good, imprint);
      for (let at = 0; at < good.length; at += 9) {
        const changed = Buffer.from(good);
        changed[at]! ^= 0x04;
        try {
          // What may differ lies outside of what counts: the status text, certificates that the chain does not need.
          expect(checkToken(changed, imprint)).toMatchObject({
            time: before.time,
            serial: before.serial,
            policy: before.policy,
          });
        } catch (error) {
          if (!(error instanceof SanadError)) throw error;
        }
      }
    }
  });

  test('3,000 more with bytes cut, doubled or changed: refused by name', () => {
    const samples = ['f.tsr', 'timestamping/valid_timestamp.tsr'].map(read);
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.nat(),
        fc.nat(255),
        fc.nat(40),
        (sample, place, value, gap) => {
          const at = place % sample.length;
          const bytes = Buffer.concat([sample.subarray(0, at), Buffer.of(value), sample.subarray(at + gap)]);
          try {
            checkToken(bytes, imprintOf(sample)!);
          } catch (error) {
            expect(error).toBeInstanceOf(SanadError);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});

const hasOpenssl = (() => {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

describe.skipIf(!hasOpenssl)('with an authority of our own, run by openssl', () => {
  let root = '';
  const data = Buffer.from('sanad/0000000000000000\n3\nroot\n');
  const openssl = (...args: readonly string[]): Buffer =>
    execFileSync('openssl', args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
  const path = (name: string): string => join(root, name);

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'sanad-tsa-'));
    writeFileSync(
      path('tsa.cnf'),
      `[tsa]\ndefault_tsa=one\n[one]\ndir=.\nserial=./serial\nsigner_cert=./tsa.pem\ncerts=./ca.pem\nsigner_key=./tsa.key\nsigner_digest=sha256\ndefault_policy=1.2.3.4\ndigests=sha256\ness_cert_id_alg=sha256\n[usage]\nextendedKeyUsage=critical,timeStamping\n[other]\nextendedKeyUsage=critical,codeSigning\n`,
    );
    openssl(
      ...'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.pem -subj /CN=Root -days 30'.split(
        ' ',
      ),
    );
    openssl(
      ...'req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout tsa.key -out tsa.csr -subj /CN=Clock'.split(
        ' ',
      ),
    );
    openssl(
      ...'x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out tsa.pem -days 10 -extfile tsa.cnf -extensions usage'.split(
        ' ',
      ),
    );
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('our query is answered, openssl and we agree on the answer', () => {
    writeFileSync(path('checkpoint'), data);
    writeFileSync(path('q.tsq'), timeStampQuery(data, randomBytes(8)));
    openssl(...'ts -reply -config tsa.cnf -queryfile q.tsq -out r.tsr'.split(' '));
    const verified = openssl(...'ts -verify -data checkpoint -in r.tsr -CAfile ca.pem'.split(' '));
    expect(verified.toString()).toContain('Verification: OK');
    const roots = [readFileSync(path('ca.pem'), 'utf8')];
    const checked = checkToken(readFileSync(path('r.tsr')), data, roots);
    expect(checked).toMatchObject({ authority: 'Clock', vouched: 'given', policy: '1.2.3.4' });

    openssl(...'ts -reply -in r.tsr -token_out -out r.tst'.split(' '));
    expect(checkToken(readFileSync(path('r.tst')), data, roots)).toEqual(checked);
  });

  test('a certificate for another use does not stamp time', () => {
    // openssl itself refuses to stamp with it, so the good answer is read beside a certificate that lacks the use.
    openssl(
      ...'x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out code.pem -days 10 -extfile tsa.cnf -extensions other'.split(
        ' ',
      ),
    );
    const token = readFileSync(path('r.tsr'));
    const unfit = readFileSync(path('code.pem'), 'utf8');
    expect(() => checkToken(token, data, [unfit])).toThrow('token.root-other');
  });

  test('a query without the wish for certificates is answered without; then they must be given', () => {
    const query = timeStampQuery(data, randomBytes(8));
    // Without the last three bytes, `certReq TRUE`; and the length in front.
    const bare = Buffer.from(query.subarray(0, -3));
    bare[1]! -= 3;
    writeFileSync(path('bare.tsq'), bare);
    openssl(...'ts -reply -config tsa.cnf -queryfile bare.tsq -out bare.tsr'.split(' '));
    const token = readFileSync(path('bare.tsr'));
    expect(() => checkToken(token, data)).toThrow('token.certificate-missing');
    const pems = ['tsa.pem', 'ca.pem'].map((name) => readFileSync(path(name), 'utf8'));
    expect(checkToken(token, data, pems).authority).toBe('Clock');
  });
});
