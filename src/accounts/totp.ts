import { Secret, TOTP } from 'otpauth';
import type { RandomBytes } from '../model/index.ts';

/** Seconds of one code: RFC 6238 with what every app knows, SHA-1, six digits, thirty seconds. */
const PERIOD = 30;
/** Steps a phone's clock may be off, to either side. */
const DRIFT = 1;

const totpOf = (secret: string, label = '', issuer = ''): TOTP =>
  new TOTP({ secret: Secret.fromBase32(secret), label, issuer, period: PERIOD, digits: 6 });

/** 160 random bits, base 32, as RFC 4226 asks. */
export const newTotpSecret = (random: RandomBytes): string =>
  new Secret({ buffer: Uint8Array.from(random(20)).buffer }).base32;

/** The address that an app reads from the picture: otpauth://totp/… */
export const totpAddress = (secret: string, name: string, caseName: string): string =>
  totpOf(secret, name, `Sanad ${caseName}`).toString();

/**
 * The time step of a right code, which must then never be taken again; `undefined` for a wrong code, and for one of a
 * step not later than `lastStep`: a code seen over a shoulder is of no use.
 */
export function totpStep(secret: string, typed: string, now: Date, lastStep: number): number | undefined {
  const token = westernDigits(typed).replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const timestamp = now.getTime();
  const delta = totpOf(secret).validate({ token, timestamp, window: DRIFT });
  if (delta === null) return undefined;
  const step = Math.floor(timestamp / 1000 / PERIOD) + delta;
  return step > lastStep ? step : undefined;
}

/** ٠١٢ and ۰۱۲ as 012: a phone set to Arabic shows them so. */
const westernDigits = (typed: string): string =>
  typed.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15));
