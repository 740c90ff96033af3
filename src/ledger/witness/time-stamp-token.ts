import { constants, hash, type VerifyKeyObjectInput, verify, type X509Certificate } from 'node:crypto';
import { SanadError } from '../../model/index.ts';
import { type Asn1, generalizedTime, objectId, readAsn1, TAG, tagged } from './asn1.ts';
import { certificateFrom, certificatesIn, chainOf, checkValidity, nameOf } from './certificate-chain.ts';

/** What a time-stamp token (RFC 3161) says, once everything about it was seen to hold as of its own time. */
export interface CheckedToken {
  readonly time: Date;
  /** Name of the authority, from its certificate. */
  readonly authority: string;
  /** Decimal. */
  readonly serial: string;
  readonly policy: string;
  /** From the authority up, with the SHA-256 of each certificate. */
  readonly chain: readonly { readonly name: string; readonly sha256: string; readonly until: Date }[];
  /** Who vouches for the end of the chain: a root that was given, the public list that comes with Node, or nobody. */
  readonly vouched: 'given' | 'public' | 'nobody';
  /** No list of revoked certificates is read and nobody is asked, whatever came with the token. */
  readonly revocation: 'not-checked';
}

/** What was stamped, as the token names it. */
export interface Imprint {
  readonly digest: string;
  readonly hash: Buffer;
}

const OID = {
  signedData: '1.2.840.113549.1.7.2',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  pss: '1.2.840.113549.1.1.10',
} as const;

/** SHA-1 and MD5 are not here: what they sign can be forged. */
const DIGESTS: Readonly<Record<string, 'sha256' | 'sha384' | 'sha512'>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
const LONGEST = 1_000_000;

/**
 * Checks a token, or the whole answer of an authority, against what was stamped: imprint, signature, the certificates
 * that came with it and were given, each as of the token's time. A certificate that has expired since does no harm.
 * Revocation is not asked after.
 *
 * @param data the bytes that were stamped, or their hash
 * @param given certificates from elsewhere (PEM, several in one text): where any are, the chain must end in one of them
 * @throws SanadError `token.malformed`, `token.refused`, `token.other-data`, `token.signature-wrong`,
 *   `token.algorithm-unknown`, `token.certificate-missing`, `token.certificate-unfit`, `token.outside-validity`,
 *   `token.root-other`
 */
export function checkToken(
  bytes: Uint8Array,
  data: Uint8Array | Imprint,
  given: readonly string[] = [],
): CheckedToken {
  const token = readToken(bytes);
  const { digest, hash: stamped } = token.imprint;
  const same =
    data instanceof Uint8Array
      ? hash(digest, data, 'buffer').equals(stamped)
      : data.digest === digest && data.hash.equals(stamped);
  if (!same) throw new SanadError('token.other-data');
  const roots = given.flatMap(certificatesIn);
  const signer = signerCertificate(token, roots);
  checkSignature(token, signer);
  const { chain, vouched } = chainOf(signer, token.certificates, roots);
  for (const one of chain) checkValidity(one, token.time);
  if (roots.length > 0 && vouched !== 'given')
    throw new SanadError('token.root-other', { name: nameOf(chain.at(-1)!) });
  return {
    time: token.time,
    authority: nameOf(signer),
    serial: token.serial,
    policy: token.policy,
    chain: chain.map((one) => ({
      name: nameOf(one),
      sha256: one.fingerprint256.replaceAll(':', '').toLowerCase(),
      until: one.validToDate,
    })),
    vouched,
    revocation: 'not-checked',
  };
}

/** The hash that a token is about, without judging it; `undefined` where these bytes are no token. */
export function imprintOf(bytes: Uint8Array): Imprint | undefined {
  try {
    return readToken(bytes).imprint;
  } catch (error) {
    if (error instanceof SanadError && error.code === 'token.malformed') return undefined;
    throw error;
  }
}

interface Token {
  /** The signed structure, and what it says. */
  readonly content: Buffer;
  readonly time: Date;
  readonly serial: string;
  readonly policy: string;
  readonly imprint: Imprint;
  readonly certificates: readonly X509Certificate[];
  readonly signer: {
    /** Issuer and serial number, or the identifier of a key. */
    readonly who: Asn1;
    readonly digest: string;
    readonly attributes: Asn1;
    readonly algorithm: Asn1;
    readonly signature: Buffer;
  };
}

const malformed = (): never => {
  throw new SanadError('token.malformed');
};

/** The child of a given tag at a place, or the refusal of the whole. */
function child(parent: Asn1, at: number, tag: number): Asn1 {
  const found = parent.children[at];
  return found?.tag === tag ? found : malformed();
}

function readToken(bytes: Uint8Array): Token {
  const outer = (bytes.length <= LONGEST ? readAsn1(bytes) : undefined) ?? malformed();
  const info = outer.children[0]?.tag === TAG.object ? outer : tokenInAnswer(outer);
  if (objectId(info.children[0]) !== OID.signedData) malformed();
  const signed = child(child(info, 1, tagged(0)), 0, TAG.sequence);

  const encapsulated = child(signed, 2, TAG.sequence);
  if (objectId(encapsulated.children[0]) !== OID.tstInfo) malformed();
  const [inner] = child(encapsulated, 1, tagged(0)).children;
  if (!inner || (inner.tag & ~0x20) !== TAG.octetString) return malformed();

  const certificates = signed.children.find((one) => one.tag === tagged(0))?.children ?? [];
  const signers = signed.children.at(-1);
  if (signers?.tag !== TAG.set || signers.children.length !== 1) return malformed();
  return {
    content: inner.content,
    ...readContent(inner.content),
    certificates: certificates.flatMap((one) => certificateFrom(one.raw) ?? []),
    signer: readSigner(child(signers, 0, TAG.sequence)),
  };
}

function tokenInAnswer(answer: Asn1): Asn1 {
  const status = child(child(answer, 0, TAG.sequence), 0, TAG.integer).content;
  if (status.length !== 1 || status[0]! > 1)
    throw new SanadError('token.refused', { status: status.toString('hex') });
  return child(answer, 1, TAG.sequence);
}

function readContent(bytes: Buffer): Pick<Token, 'time' | 'serial' | 'policy' | 'imprint'> {
  const content = readAsn1(bytes) ?? malformed();
  const imprint = child(content, 2, TAG.sequence);
  const digest = objectId(child(imprint, 0, TAG.sequence).children[0]);
  const serial = child(content, 3, TAG.integer).content;
  if (serial.length === 0 || serial.length > 64) malformed();
  return {
    policy: objectId(child(content, 1, TAG.object)),
    imprint: { digest: digestNamed(digest), hash: child(imprint, 1, TAG.octetString).content },
    serial: BigInt(`0x${serial.toString('hex')}`).toString(),
    time: generalizedTime(content.children[4]) ?? malformed(),
  };
}

function readSigner(info: Asn1): Token['signer'] {
  const [, who, digest, attributes, algorithm, signature] = info.children;
  if (!who || !digest || attributes?.tag !== tagged(0) || !algorithm || signature?.tag !== TAG.octetString)
    return malformed();
  return {
    who,
    digest: digestNamed(objectId(digest.children[0])),
    attributes,
    algorithm,
    signature: signature.content,
  };
}

function digestNamed(oid: string): string {
  const found = Object.hasOwn(DIGESTS, oid) ? DIGESTS[oid] : undefined;
  if (!found) throw new SanadError('token.algorithm-unknown', { name: oid || '?' });
  return found;
}

/** The certificate that the signed attributes name: a signature must not be laid to another one with the same key. */
function signerCertificate(token: Token, more: readonly X509Certificate[]): X509Certificate {
  const hashes = attribute(token, OID.signingCertificateV2) ?? attribute(token, OID.signingCertificate);
  const [first] = hashes?.children[0]?.children ?? [];
  if (!first) return malformed();
  const second = attribute(token, OID.signingCertificateV2) !== undefined;
  const [head] = first.children;
  const named = head?.tag === TAG.sequence ? digestNamed(objectId(head.children[0])) : 'sha256';
  const digest = second ? named : 'sha1';
  const wanted = first.children.find((one) => one.tag === TAG.octetString)?.content ?? malformed();
  const found = [...token.certificates, ...more].find((one) =>
    hash(digest, one.raw, 'buffer').equals(wanted),
  );
  if (!found || !isNamed(found, token.signer.who))
    throw new SanadError('token.certificate-missing', { name: '?' });
  return found;
}

function isNamed(certificate: X509Certificate, who: Asn1): boolean {
  if (who.tag !== TAG.sequence) return true;
  const [issuer, serial] = who.children;
  const fields = readAsn1(certificate.raw)?.children[0]?.children ?? [];
  const versioned = fields[0]?.tag === tagged(0) ? 1 : 0;
  return (
    !!issuer &&
    !!serial &&
    fields[versioned]?.raw.equals(serial.raw) === true &&
    fields[versioned + 2]?.raw.equals(issuer.raw) === true
  );
}

function attribute(token: Token, oid: string): Asn1 | undefined {
  const found = token.signer.attributes.children.filter((one) => objectId(one.children[0]) === oid);
  const values = found[0]?.children[1];
  return found.length === 1 && values?.tag === TAG.set && values.children.length === 1
    ? values.children[0]
    : undefined;
}

function checkSignature(token: Token, certificate: X509Certificate): void {
  const { attributes, digest, algorithm, signature } = token.signer;
  const kind = attribute(token, OID.contentType);
  const hashed = attribute(token, OID.messageDigest);
  // What is signed is the set of attributes as a set, not as the tagged element it is stored in.
  const signed = Buffer.from(attributes.raw);
  signed[0] = TAG.set;
  const holds =
    objectId(kind) === OID.tstInfo &&
    hashed?.tag === TAG.octetString &&
    hash(digest, token.content, 'buffer').equals(hashed.content) &&
    signatureHolds(signed, signature, certificate, objectId(algorithm.children[0]), digest);
  if (!holds) throw new SanadError('token.signature-wrong');
}

/** Digest that each signature algorithm brings along; the others take that of the signer. */
const SIGNATURES: Readonly<Record<string, string | undefined>> = {
  '1.2.840.113549.1.1.1': undefined,
  '1.2.840.113549.1.1.10': undefined,
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.2.1': undefined,
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};

function signatureHolds(
  signed: Buffer,
  signature: Buffer,
  { publicKey }: X509Certificate,
  algorithm: string,
  digest: string,
): boolean {
  if (!Object.hasOwn(SIGNATURES, algorithm))
    throw new SanadError('token.algorithm-unknown', { name: algorithm || '?' });
  const key: VerifyKeyObjectInput =
    algorithm === OID.pss ? { key: publicKey, padding: constants.RSA_PKCS1_PSS_PADDING } : { key: publicKey };
  try {
    return verify(SIGNATURES[algorithm] ?? digest, signed, key, signature);
  } catch {
    // The key is not of the kind that the algorithm says.
    return false;
  }
}
