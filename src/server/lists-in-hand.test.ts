import { describe, expect, test } from 'vitest';
import type { Hit } from '../model/index.ts';
import { type OpenedList, openList } from '../receive/index.ts';
import { findOnce, listsInHand } from './lists-in-hand.ts';

const file = (name: string, bytes = 10): File => new File([new Uint8Array(bytes)], name);
/** Tables of so many characters in no cells, so that their memory is known. */
const table = (characters = 0): OpenedList => ({
  sha256: '',
  item: {
    size: { cells: 0, characters },
    read: () => ({ mediaType: '', problems: [], content: { kind: 'unread' } }),
  },
});

describe('lists in hand', () => {
  let now = 0;
  const hand = () => listsInHand(() => now, { bytes: 25, minutes: 30 });

  test('are there for whoever sent them, and for nobody else', () => {
    const lists = hand();
    const word = lists.take('rana', file('day-1.csv'), table());
    expect(lists.of('rana', word)?.file.name).toBe('day-1.csv');
    expect(lists.of('maha', word)).toBeUndefined();
    lists.putAway('maha', word);
    expect(lists.of('rana', word)).toBeDefined();
    lists.putAway('rana', word);
    expect(lists.of('rana', word)).toBeUndefined();
  });

  test('go half an hour after the last question about them', () => {
    const lists = hand();
    const word = lists.take('rana', file('day-1.csv'), table());
    now += 29 * 60_000;
    expect(lists.of('rana', word)).toBeDefined();
    now += 29 * 60_000;
    expect(lists.of('rana', word)).toBeDefined();
    now += 30 * 60_000;
    expect(lists.of('rana', word)).toBeUndefined();
  });

  test('take no more memory than they may: the one not asked about for longest goes', () => {
    const lists = hand();
    const [first, second] = [
      lists.take('rana', file('1.csv'), table()),
      lists.take('rana', file('2.csv'), table()),
    ];
    expect(lists.of('rana', first)).toBeDefined();
    const third = lists.take('rana', file('3.csv'), table());
    expect([first, second, third].map((word) => lists.of('rana', word)?.file.name)).toEqual([
      '1.csv',
      undefined,
      '3.csv',
    ]);
    const tooLarge = lists.take('rana', file('4.csv', 26), table());
    expect(lists.of('rana', tooLarge)).toBeUndefined();
  });

  test('of one whose tables would take too much the file alone is there: it is read again', () => {
    const lists = hand();
    const [small, large] = [
      lists.take('rana', file('1.csv'), table(7)),
      lists.take('maha', file('2.csv'), table(8)),
    ];
    expect(lists.of('rana', small)).toBeUndefined(); // 24 and 10 bytes are more than 25
    expect(lists.of('maha', large)).toMatchObject({ file: { name: '2.csv' } });
    expect(lists.of('maha', large)?.list).toBeUndefined();
    expect(lists.of('rana', lists.take('rana', file('3.csv'), table(7)))?.list).toBeDefined();
  });
});

test('each name of a list is looked up once, until people change', async () => {
  const list = await openList('list.csv', new TextEncoder().encode('name,father\nHalim Medlar,Anis\n'));
  let asked = 0;
  const people = () => ({
    find: (): Hit[] => {
      asked++;
      return [];
    },
  });
  const [before, after] = [people(), people()];
  for (const one of [before, before, after, after]) findOnce(list, one)('Halim Medlar', 1);
  expect(asked).toBe(2);
});
