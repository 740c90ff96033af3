import { expect, test } from 'vitest';
import { plainReportLayer } from './plain-report.ts';

const BODY =
  'The council of Narim said on Saturday that the gates of the old brickworks had been opened by neighbours who came with iron bars.';

test.each([
  ['Published: 8 March 2031, 19:40\nUpdated: 9 March 2031, 12:30', '2031-03-09T12:30:00'],
  ['Published: 8 March 2031\nUpdated 12:30', '2031-03-08T12:30:00'],
  ['Published: 8 March 2031\nLast updated at 12:30 GMT', '2031-03-08T12:30:00'],
  ['التاريخ: 2031-03-08\nآخر تحديث: 2031-03-09 08:15', '2031-03-09T08:15:00'],
  ['Published: 8 March 2031', undefined],
  ['Published: 8 March 2031\nUpdated plans for the bridge', undefined],
])('when a report was last changed: %s', (head, updated) => {
  expect(plainReportLayer(`Gates of the brickworks open\n${head}\n\n${BODY}\n`).updated).toBe(updated);
});
