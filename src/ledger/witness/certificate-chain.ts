import { X509Certificate } from 'node:crypto';
import tls from 'node:tls';
import { SanadError } from '../../model/index.ts';
import { objectId, readAsn1, TAG, tagged } from './asn1.ts';

const EXTENDED_KEY_USAGE = '2.5.29.37';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const LONGEST = 8;

export interface Chain {
  readonly chain: readonly X509Certificate[];
  /** Who vouches for its end: whoever gave that certificate, the public list that comes with Node, or nobody. */
  readonly vouched: 'given' | 'public' | 'nobody';
}

/**
 * From the certificate of a time-stamp authority up to the first that somebody here vouches for, or as far as those that
 * were sent along lead. Each must be allowed to do what it did.
 *
 * @throws SanadError `token.certificate-unfit`
 */
export function chainOf(
  signer: X509Certificate,
  sent: readonly X509Certificate[],
  given: readonly X509Certificate[],
): Chain {
  if (!stampsTime(signer)) throw new SanadError('token.certificate-unfit', { name: nameOf(signer) });
  const chain = [signer];
  if (given.some((one) => one.raw.equals(signer.raw))) return { chain, vouched: 'given' };
  const climb = (issuer: X509Certificate): void => {
    if (!issuer.ca) throw new SanadError('token.certificate-unfit', { name: nameOf(issuer) });
    chain.push(issuer);
  };
  let publicRoots: readonly X509Certificate[] | undefined;
  while (chain.length < LONGEST) {
    const last = chain.at(-1)!;
    const known = given.find((one) => issued(last, one));
    if (known) {
      climb(known);
      return { chain, vouched: 'given' };
    }
    publicRoots ??= tls.rootCertificates.map((pem) => new X509Certificate(pem));
    const root = publicRoots.find((one) => issued(last, one));
    if (root) {
      if (!root.raw.equals(last.raw)) climb(root);
      return { chain, vouched: 'public' };
    }
    const next = sent.find((one) => issued(last, one));
    if (!next || chain.some((one) => one.raw.equals(next.raw))) break;
    climb(next);
  }
  return { chain, vouched: 'nobody' };
}

function issued(one: X509Certificate, by: X509Certificate): boolean {
  try {
    return one.checkIssued(by) && one.verify(by.publicKey);
  } catch {
    return false;
  }
}

/** Extended key usage: time stamping, alone and critical (RFC 3161, section 2.3). */
function stampsTime(certificate: X509Certificate): boolean {
  const fields = readAsn1(certificate.raw)?.children[0]?.children ?? [];
  const extensions = fields.find((one) => one.tag === tagged(3))?.children[0]?.children ?? [];
  const usage = extensions.find((one) => objectId(one.children[0]) === EXTENDED_KEY_USAGE);
  const [, critical, value] = usage?.children ?? [];
  const purposes = value && readAsn1(value.content)?.children.map(objectId);
  return critical?.tag === TAG.boolean && critical.content[0] === 0xff && purposes?.join() === TIME_STAMPING;
}

/** @throws SanadError `token.outside-validity` */
export function checkValidity(certificate: X509Certificate, time: Date): void {
  if (time < certificate.validFromDate || time > certificate.validToDate)
    throw new SanadError('token.outside-validity', { name: nameOf(certificate), time: time.toISOString() });
}

/** Every certificate in a text of PEM blocks that can be read. */
export function certificatesIn(text: string): X509Certificate[] {
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.flatMap((pem) => certificateFrom(pem) ?? []);
}

export function certificateFrom(bytes: Buffer | string): X509Certificate | undefined {
  try {
    return new X509Certificate(bytes);
  } catch {
    return undefined;
  }
}

/** Its common name, else its organisation. */
export const nameOf = (certificate: X509Certificate): string =>
  /^CN=(.+)$/m.exec(certificate.subject)?.[1] ??
  /^O=(.+)$/m.exec(certificate.subject)?.[1] ??
  certificate.subject.replaceAll('\n', ', ');
