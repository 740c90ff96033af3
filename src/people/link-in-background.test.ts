import { expect, test } from 'vitest';
import { type LinkRow, linkRows } from '../linkage/index.ts';
import { linkInBackground } from './link-in-background.ts';

test('another thread comes to the same linkage, and says how far it is', async () => {
  const rows = Array.from(
    { length: 40 },
    (_, at): LinkRow => ({
      key: `r${at}`,
      list: at % 2 ? 'a' : 'b',
      fields: {
        'name.full': ['Omar Zahrin', 'عمر زهرين', 'Layla Wardan', 'سامي غراب'][at % 4]!,
        'birth.date': `${1960 + (at % 9)}`,
      },
    }),
  );
  const stages = new Set<string>();
  const { linkage, keep } = await linkInBackground(rows, ({ stage }) => stages.add(stage));
  expect(linkage).toEqual(linkRows(rows));
  expect(stages).toContain('cluster');

  stages.clear();
  const again = await linkInBackground(rows, ({ stage }) => stages.add(stage), [keep!]);
  expect(again).toEqual({ kind: 'linked', linkage });
  const second = await linkInBackground(rows, ({ stage }) => stages.add(stage), [new Uint8Array(3), keep!]);
  expect(second).toEqual({ kind: 'linked', linkage, keep });
  expect(stages.size).toBe(0);
});
