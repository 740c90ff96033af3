import { expect, test } from 'vitest';
import { plainTextLayer } from '../model/index.ts';
import { reportDraft } from './receive-files.ts';

test.each([
  ['017_hill_wire.txt', 'hill wire'],
  ['3 - نداء زهرين.html', 'نداء زهرين'],
  ['Daily Bell.txt', 'Daily Bell'],
  ['2026.txt', '2026'],
  ['____.txt', '____'],
])('a report that does not say who published it stands under its file’s name: %s', (file, outlet) => {
  expect(reportDraft(file, plainTextLayer('The gates were opened on Saturday.'), []).outlet).toBe(outlet);
});
