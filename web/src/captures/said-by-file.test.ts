import { expect, test } from 'vitest';
import { saidByFile } from './said-by-file.ts';

test('a page saved by a browser, by SingleFile and as MHTML says where it stood', () => {
  expect(
    saidByFile('<!DOCTYPE html>\n<!-- saved from url=(0026)https://harbour.example/a -->\n<html>'),
  ).toEqual({
    address: 'https://harbour.example/a',
  });
  expect(
    saidByFile(
      '<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://harbour.example/b \n saved date: Mon Dec 09 2024 08:41:07 GMT+0200 (EET)\n--><head>',
    ),
  ).toEqual({ address: 'https://harbour.example/b', captured: '2024-12-09T06:41Z' });
  expect(
    saidByFile(
      'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://harbour.example/c\r\nDate: Mon, 9 Dec 2024 06:41:00 -0000\r\n',
    ),
  ).toEqual({ address: 'https://harbour.example/c', captured: '2024-12-09T06:41Z' });
});

test.each([
  '',
  '<html>',
  'Date: some day',
  '<!-- saved from url=(0011)javascript:alert(1) -->',
  'PK\u0003\u0004',
])('nothing is made up: %s', (first) => {
  expect(saidByFile(first)).toEqual({});
});
