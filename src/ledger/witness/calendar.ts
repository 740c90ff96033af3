import { SanadError } from '../../model/index.ts';
import { readCalendarAnswer, type TimestampFile, withAnswer } from './opentimestamps.ts';

/** As much as an answer may be long. */
const LONGEST = 100_000;
const PATIENCE = 30_000;

/**
 * Asks one calendar of OpenTimestamps, over the network: the only thing here that needs one, and done only when somebody
 * names the calendar. `submit` hands it 32 bytes; `upgrade` asks what has become of them.
 *
 * @param message what the calendar was, or is to be, given
 * @returns the file with the calendar's answer in it
 * @throws SanadError `timestamp.calendar-failed`, `timestamp.malformed`
 */
export async function askCalendar(
  calendar: string,
  errand: 'submit' | 'upgrade',
  file: TimestampFile,
  message: Buffer,
): Promise<TimestampFile> {
  const fail = (reason: string, cause?: unknown): never => {
    throw new SanadError('timestamp.calendar-failed', { calendar, reason }, cause);
  };
  const base = calendar.replace(/\/+$/, '');
  if (!/^https?:\/\/[^/?#@]+(\/[^?#]*)?$/.test(base)) return fail('?');
  const headers = { Accept: 'application/vnd.opentimestamps.v1' };
  const signal = AbortSignal.timeout(PATIENCE);
  let answer: Response;
  let bytes: Buffer;
  try {
    answer =
      errand === 'submit'
        ? await fetch(`${base}/digest`, { method: 'POST', body: Uint8Array.from(message), headers, signal })
        : await fetch(`${base}/timestamp/${message.toString('hex')}`, { headers, signal });
    bytes = Buffer.from(await answer.arrayBuffer());
  } catch (cause) {
    return fail(cause instanceof Error ? cause.message : String(cause), cause);
  }
  if (!answer.ok || bytes.length > LONGEST) return fail(`HTTP ${answer.status}`);
  return { ...file, timestamp: withAnswer(file.timestamp, readCalendarAnswer(bytes, message)) };
}
