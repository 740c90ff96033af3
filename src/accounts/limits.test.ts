import { describe, expect, test } from 'vitest';
import { spending } from './budget.ts';
import { slowDown } from './slow-down.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

function clock() {
  let now = 0;
  return { now: () => now, pass: (time: number) => (now += time) };
}

describe('wrong passwords', () => {
  test('the first four cost nothing; then each doubles the wait, up to a quarter of an hour', () => {
    const { now, pass } = clock();
    const slow = slowDown(now);
    const waits = Array.from({ length: 16 }, () => {
      pass(slow.wait('rana', 'here'));
      slow.failed('rana', 'here');
      return slow.wait('rana', 'here') / SECOND;
    });
    expect(waits.slice(0, 8)).toEqual([0, 0, 0, 0, 1, 2, 4, 8]);
    expect(Math.max(...waits)).toBe(900);
  });

  test('who knows the password is not kept out by somebody who guesses from elsewhere', () => {
    const { now } = clock();
    const slow = slowDown(now);
    for (let guess = 0; guess < 1000; guess++) slow.failed('rana', 'elsewhere');
    expect(slow.wait('rana', 'elsewhere')).toBe(900 * SECOND);
    expect(slow.wait('rana', 'here')).toBeLessThanOrEqual(20 * SECOND);
  });

  test('a whole office behind one address is not kept out by one of them', () => {
    const { now } = clock();
    const slow = slowDown(now);
    for (let guess = 0; guess < 1000; guess++) slow.failed(`name ${guess % 50}`, 'office');
    expect(slow.wait('rana', 'office')).toBeLessThanOrEqual(20 * SECOND);
  });

  test('many machines at one name are slowed down too', () => {
    const { now } = clock();
    const slow = slowDown(now);
    for (let guess = 0; guess < 200; guess++) slow.failed('rana', `machine ${guess}`);
    expect(slow.wait('rana', 'machine 201')).toBe(20 * SECOND);
  });

  test('a right password begins anew; an hour of quiet too', () => {
    const { now, pass } = clock();
    const slow = slowDown(now);
    for (let guess = 0; guess < 10; guess++) slow.failed('rana', 'here');
    slow.succeeded('rana', 'here');
    expect(slow.wait('rana', 'here')).toBe(0);
    for (let guess = 0; guess < 20; guess++) slow.failed('sami', 'here');
    pass(61 * MINUTE);
    expect(slow.wait('sami', 'here')).toBe(0);
  });

  test('a flood of names does not fill the memory', () => {
    const { now } = clock();
    const slow = slowDown(now);
    const before = process.memoryUsage().heapUsed;
    for (let guess = 0; guess < 60_000; guess++) slow.failed(`name ${guess}`, `address ${guess}`);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(100 * 1024 * 1024);
  });
});

describe('a budget of looks', () => {
  const budgets = {
    search: { count: 3, minutes: 60 },
    person: { count: 2, minutes: 60 },
    list: { count: 2, minutes: 60 },
    file: { count: 2, minutes: 60 },
  };

  test('runs out, says when it is filled again, and tells once', () => {
    const { now, pass } = clock();
    const looks = spending(now, budgets);
    for (let look = 0; look < 3; look++) {
      expect(looks.spend('rana', 'search')).toBe('within');
      pass(5 * MINUTE);
    }
    expect(looks.spend('rana', 'search')).toEqual({ minutes: 45, first: true });
    expect(looks.spend('rana', 'search')).toEqual({ minutes: 45, first: false });
    pass(45 * MINUTE);
    expect(looks.spend('rana', 'search')).toBe('within');
    expect(looks.spend('rana', 'search')).toMatchObject({ minutes: 5 });
  });

  test('is each account’s and each kind’s own', () => {
    const looks = spending(() => 0, budgets);
    for (let look = 0; look < 4; look++) looks.spend('rana', 'search');
    expect(looks.spend('rana', 'person')).toBe('within');
    expect(looks.spend('sami', 'search')).toBe('within');
  });
});
