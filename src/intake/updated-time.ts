import type { Line } from './plain-report.ts';
import { readMoment } from './read-moment.ts';

const UPDATED =
  /(?:^|[\s|•·(—–-])(?:last\s+)?(?:updated|modified|mis(?:e)? à jour|آخر تحديث|حُدّث|تحديث)(?:\s+(?:on|at|le|à|في|بتاريخ|الساعة))?\s*[:：]?\s+(?<when>[^|•·)]{4,60})/iu;

const CLOCK = /^(?:at\s+)?(\d{1,2})[:.](\d{2})(?!\d)\s*(?:gmt|utc)?\.?$/iu;

/** How many lines from the top and from the end may say when a report was changed. */
const TOP = 14;
const END = 4;

/**
 * When a report says that it was last changed: ISO date or date-time. "Updated 12:30" is a time of the day on which it
 * was published. The latest counts where several stand; a line of prose never does.
 */
export function updatedIn(lines: readonly Line[], published: string | undefined): string | undefined {
  const filled = lines.filter(({ text }) => text !== '');
  const near = filled.length <= TOP + END ? filled : [...filled.slice(0, TOP), ...filled.slice(-END)];
  let latest: string | undefined;
  for (const { text } of near) {
    if (text.length > 140) continue;
    const when = UPDATED.exec(text)?.groups?.when?.trim();
    if (when === undefined) continue;
    const clock = CLOCK.exec(when);
    const moment =
      clock && published !== undefined && Number(clock[1]) < 24 && Number(clock[2]) < 60
        ? `${published.slice(0, 10)}T${clock[1]!.padStart(2, '0')}:${clock[2]}:00`
        : readMoment(when);
    if (moment !== undefined && (latest === undefined || moment > latest)) latest = moment;
  }
  return latest;
}
