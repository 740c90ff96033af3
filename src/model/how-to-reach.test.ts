import { describe, expect, test } from 'vitest';
import { isContact, tellsHowToReach } from './how-to-reach.ts';

describe('what tells how to reach somebody', () => {
  test.each([
    '+963 944 123 456',
    '00963944123456',
    '0944123456',
    '0944-123-456',
    '٠٩٤٤١٢٣٤٥٦',
    '011 222 3333',
    'brother, 0944 123 456, after six',
    'أخوه ٠٩٤٤١٢٣٤٥٦',
    'rana@example.org',
    '+49 (0)30 1234567',
  ])('%s does', (text) => expect(tellsHowToReach(text)).toBe(true));
  test.each([
    '12/03/2013',
    '2013-03-12',
    '1976',
    '01/02/2013',
    '05-11-2014',
    '12345678901',
    'Ward 4, bed 12',
    '34',
    '',
    'محمد علي الشماس',
    'row 00012',
    '8.50',
  ])('%s does not', (text) => expect(tellsHowToReach(text)).toBe(false));

  test('a number under a heading of its own is what the heading says', () => {
    expect(isContact(['id'], '0944123456')).toBe(false);
    expect(isContact(['contact'], 'at the shop')).toBe(true);
    expect(isContact(['text'], 'ask 0944123456')).toBe(true);
    expect(isContact([], '0944123456')).toBe(true);
  });
});
