import { createHash, createPublicKey, type KeyObject, verify, X509Certificate } from 'node:crypto';

/** The signature that a WACZ file carries over the hash of its description, and so over every hash in it. */
export interface CaptureSignature {
  /** `not-checked`: of a form that is not known here. */
  readonly state: 'right' | 'wrong' | 'not-checked';
  /** SHA-256 of the key in SPKI form, hexadecimal: two files with the same one were signed by the same key. */
  readonly key?: string;
  /** Said by the file. */
  readonly software?: string;
  readonly created?: string;
  /** The name in the certificate that came with it. Who issued that is not asked here, so the name proves nothing. */
  readonly domain?: string;
}

const LONGEST = 200;

/**
 * Looks at the `signedData` of `datapackage-digest.json` (WACZ Signing and Verification 0.1): an unnamed key, or the
 * certificate of a domain, beside its signature over the text of the hash. ECDSA with SHA-256 over any curve that Node
 * knows, in either form of writing; RSA with SHA-256. What it proves: whoever had that key signed these very bytes. Anybody
 * can make a key, so it says neither who that was nor when.
 *
 * @param hash of `datapackage.json` as it is: `sha256:` and hexadecimal
 */
export function waczSignature(signedData: unknown, hash: string): CaptureSignature | undefined {
  if (signedData === null || typeof signedData !== 'object') return undefined;
  const said = signedData as Record<string, unknown>;
  const told = (name: string): string | undefined =>
    typeof said[name] === 'string' ? said[name].slice(0, LONGEST) : undefined;
  const about = {
    ...(told('software') === undefined ? {} : { software: told('software')! }),
    ...(told('created') === undefined ? {} : { created: told('created')! }),
  };
  if (typeof said.signature !== 'string') return { state: 'not-checked', ...about };
  const signer = signerOf(said);
  if (!signer) return { state: 'not-checked', ...about };
  const { key, domain } = signer;
  const spki = key.export({ type: 'spki', format: 'der' });
  const signature = Buffer.from(said.signature, 'base64');
  const right = said.hash === hash && isSigned(Buffer.from(hash), signature, key);
  return {
    state: right ? 'right' : 'wrong',
    key: createHash('sha256').update(spki).digest('hex'),
    ...about,
    ...(domain === undefined ? {} : { domain }),
  };
}

function signerOf({
  publicKey,
  domainCert,
}: Record<string, unknown>): { key: KeyObject; domain?: string } | undefined {
  try {
    if (typeof domainCert === 'string') {
      const certificate = new X509Certificate(domainCert);
      const domain = /(?:^|\n)CN=(.*)/.exec(certificate.subject)?.[1]?.slice(0, LONGEST);
      return { key: certificate.publicKey, ...(domain === undefined ? {} : { domain }) };
    }
    if (typeof publicKey !== 'string') return undefined;
    return { key: createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' }) };
  } catch {
    return undefined;
  }
}

function isSigned(text: Buffer, signature: Buffer, key: KeyObject): boolean {
  const forms = key.asymmetricKeyType === 'ec' ? (['ieee-p1363', 'der'] as const) : [undefined];
  return forms.some((dsaEncoding) => {
    try {
      return verify('sha256', text, { key, ...(dsaEncoding ? { dsaEncoding } : {}) }, signature);
    } catch {
      return false;
    }
  });
}
