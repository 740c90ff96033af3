import { describe, expect, test } from 'vitest';
import { listsInHand } from './lists-in-hand.ts';

const file = (name: string, bytes = 10): File => new File([new Uint8Array(bytes)], name);

describe('lists in hand', () => {
  let now = 0;
  const hand = () => listsInHand(() => now, { bytes: 25, minutes: 30 });

  test('are there for whoever sent them, and for nobody else', () => {
    const lists = hand();
    const word = lists.take('rana', file('day-1.csv'));
    expect(lists.of('rana', word)?.name).toBe('day-1.csv');
    expect(lists.of('maha', word)).toBeUndefined();
    lists.putAway('maha', word);
    expect(lists.of('rana', word)).toBeDefined();
    lists.putAway('rana', word);
    expect(lists.of('rana', word)).toBeUndefined();
  });

  test('go half an hour after the last question about them', () => {
    const lists = hand();
    const word = lists.take('rana', file('day-1.csv'));
    now += 29 * 60_000;
    expect(lists.of('rana', word)).toBeDefined();
    now += 29 * 60_000;
    expect(lists.of('rana', word)).toBeDefined();
    now += 30 * 60_000;
    expect(lists.of('rana', word)).toBeUndefined();
  });

  test('take no more memory than they may: the one not asked about for longest goes', () => {
    const lists = hand();
    const [first, second] = [lists.take('rana', file('1.csv')), lists.take('rana', file('2.csv'))];
    expect(lists.of('rana', first)).toBeDefined();
    const third = lists.take('rana', file('3.csv'));
    expect([first, second, third].map((word) => lists.of('rana', word)?.name)).toEqual([
      '1.csv',
      undefined,
      '3.csv',
    ]);
    const tooLarge = lists.take('rana', file('4.csv', 26));
    expect(lists.of('rana', tooLarge)).toBeUndefined();
  });
});
