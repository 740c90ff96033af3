import { describe, expect, test } from 'vitest';
import { isExpectedHost } from './safety.ts';

describe('which Host headers are answered', () => {
  test.each([
    '127.0.0.1:8484',
    'localhost',
    'localhost:8484',
    '[::1]:8484',
    '192.168.1.20:8484',
    'desk.example:8484',
  ])('%s is', (host) => expect(isExpectedHost(host, ['desk.example'])).toBe(true));
  test.each([
    undefined,
    '',
    'evil.example',
    'evil.example:8484',
    '127.0.0.1.evil.example:8484',
    'localhost.evil.example',
    'desk.example.evil',
    'a b',
    'localhost/..',
    'user@localhost',
  ])('%s is not', (host) => expect(isExpectedHost(host, ['desk.example'])).toBe(false));
});
