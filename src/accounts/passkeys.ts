import type {
  AuthenticationResponseJSON,
  generateRegistrationOptions,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { SanadError } from '../model/index.ts';
import type { Account, Passkey } from './account.ts';

/** Where a page was opened: passkeys answer to one host and never to an address in numbers. */
export interface Place {
  /** `https://desk.example` */
  readonly origin: string;
  /** `desk.example` */
  readonly host: string;
}

/** A dozen megabytes of certificates' formats, for the few who have a passkey. */
const library = () => import('@simplewebauthn/server');

type Options = Record<string, unknown>;
type Transports = NonNullable<
  Parameters<typeof generateRegistrationOptions>[0]['excludeCredentials']
>[number]['transports'];

export const canHavePasskeys = (host: string): boolean => !/^[\d.]+$|:/.test(host);

const here = (account: Account, host: string): Passkey[] =>
  account.passkeys.filter((passkey) => passkey.host === host);

/** What the browser asks its authenticator for, to make a new passkey. */
export async function passkeyOptions(
  account: Account,
  caseName: string,
  { host }: Place,
): Promise<{ readonly options: Options; readonly challenge: string }> {
  const options = await (await library()).generateRegistrationOptions({
    rpName: `Sanad ${caseName}`,
    rpID: host,
    userID: new TextEncoder().encode(account.id),
    userName: account.name,
    attestationType: 'none',
    excludeCredentials: here(account, host).map(({ id, transports }) => ({
      id,
      transports: transports as Transports & string[],
    })),
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'required' },
  });
  return { options: options as unknown as Options, challenge: options.challenge };
}

/** @throws SanadError `account.passkey-refused` */
export async function newPasskey(
  response: unknown,
  challenge: string,
  { origin, host }: Place,
  label: string,
): Promise<Omit<Passkey, 'addedAt'>> {
  const { verified, registrationInfo } = await orRefused(
    (await library()).verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: host,
    }),
  );
  if (!verified || !registrationInfo) throw new SanadError('account.passkey-refused');
  const { id, publicKey, counter, transports } = registrationInfo.credential;
  return {
    id,
    publicKey: Buffer.from(publicKey).toString('base64url'),
    counter,
    transports: transports ?? [],
    host,
    label,
  };
}

/** What the browser asks its authenticator for, to sign in; `undefined` where no passkey was made for this host. */
export async function passkeyQuestion(
  account: Account,
  { host }: Place,
): Promise<{ readonly options: Options; readonly challenge: string } | undefined> {
  const passkeys = here(account, host);
  if (passkeys.length === 0) return undefined;
  const options = await (await library()).generateAuthenticationOptions({
    rpID: host,
    userVerification: 'required',
    allowCredentials: passkeys.map(({ id, transports }) => ({
      id,
      transports: transports as Transports & string[],
    })),
  });
  return { options: options as unknown as Options, challenge: options.challenge };
}

/**
 * The passkey that answered, and its counter now.
 *
 * @throws SanadError `account.passkey-refused`
 */
export async function answeredPasskey(
  account: Account,
  response: unknown,
  challenge: string,
  { origin, host }: Place,
): Promise<{ readonly id: string; readonly counter: number }> {
  const given = response as AuthenticationResponseJSON;
  const passkey = here(account, host).find(({ id }) => id === given.id);
  if (!passkey) throw new SanadError('account.passkey-refused');
  const { verified, authenticationInfo } = await orRefused(
    (await library()).verifyAuthenticationResponse({
      response: given,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: host,
      credential: {
        id: passkey.id,
        publicKey: Uint8Array.from(Buffer.from(passkey.publicKey, 'base64url')),
        counter: passkey.counter,
      },
    }),
  );
  if (!verified) throw new SanadError('account.passkey-refused');
  return { id: passkey.id, counter: authenticationInfo.newCounter };
}

/** The library throws plain errors for whatever does not fit. */
async function orRefused<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    throw new SanadError('account.passkey-refused', {}, cause);
  }
}
