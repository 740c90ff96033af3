/**
 * Text made to break a reader, at n, 2n and 4n: CPU-seconds, and how they grow (2 is twice the time for twice the
 * text), and the most memory:
 *   node bench/reading/bounds.ts [n in thousands of characters, 1000]
 * Each text is read in a process of its own. What was not read is said with its reason.
 */
import { execFileSync } from 'node:child_process';
import { plainTextLayer } from '../../src/model/index.ts';
import { readReport } from '../../src/reading/index.ts';

const repeated = (words: string, length: number): string =>
  words.repeat(Math.ceil(length / words.length)).slice(0, length);

const TEXTS: Readonly<Record<string, (length: number) => string>> = {
  'an ordinary report, many paragraphs': (length) =>
    repeated(
      'The mayor of Alma said that about 12 men were freed from Marj Prison on Sunday. The council denied it.\n\n',
      length,
    ),
  'one paragraph of many sentences': (length) =>
    repeated('The mayor of Alma said that about 12 men were freed from Marj Prison on Sunday. ', length),
  'many short lines, no punctuation': (length) =>
    repeated(
      'the mayor said that twelve men were freed and the council said that forty were missing\n',
      length,
    ),
  'one sentence without an end': (length) =>
    repeated('the men and the women and the guards said that the prison was ', length),
  'nested quotation marks': (length) =>
    `${'“'.repeat(length / 2)}The mayor said no.${'”'.repeat(length / 2)}`,
  'quotations one after another': (length) =>
    repeated('“We saw 12 men,” the mayor said. "Nobody was there," said the council. ', length),
  'straight marks never closed': (length) => repeated('"a \'b ', length),
  'mixed direction': (length) => repeated('قال said إن that ١٢ men رجلا \u202e\u202d. ', length),
  Arabic: (length) =>
    repeated('قالت بلدية ألما إن نحو ١٢ رجلا خرجوا من سجن المرج يوم الأحد، ونفت الرابطة ذلك.\n\n', length),
  'lines of a menu': (length) => `The mayor said no.\n${repeated('menu\n', length)}`,
  'a menu alone': (length) => repeated('menu\n', length),
  'a heading a line': (length) => repeated('Latest news\n\nAlma and the river\n\n', length),
  'figures alone': (length) => repeated('1,000 and 2,000 ', length),
  'names alone': (length) => repeated('Said The Mayor Of Alma To The Council. ', length),
  'a language not known': (length) =>
    repeated('Der Bürgermeister sagte, dass 12 Männer aus dem Gefängnis entlassen wurden. ', length),
  'fifty times as long': (length) => repeated('The mayor said that twelve men were freed. ', length * 50),
};

if (process.argv[2] === 'one') {
  const text = TEXTS[process.argv[3]!]!(Number(process.argv[4]));
  readReport(plainTextLayer('The mayor said that 12 men were freed.'), { outlet: 'Daily Bell' });
  const before = process.cpuUsage();
  const read = readReport(plainTextLayer(text), { outlet: 'Daily Bell', published: '2031-05-12' });
  const used = process.cpuUsage(before);
  console.log(
    JSON.stringify({
      seconds: (used.user + used.system) / 1e6,
      megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
      statements: read.statements.length,
      why: read.problems.map(({ code }) => code),
    }),
  );
} else {
  const n = Number(process.argv[2] ?? 1000) * 1000;
  console.log('text | CPU-s at n, 2n, 4n | growth a doubling | MB at 4n | statements at 4n, not read');
  for (const name of Object.keys(TEXTS)) {
    const runs = [n, 2 * n, 4 * n].map(
      (length): { seconds: number; megabytes: number; statements: number; why: string[] } =>
        JSON.parse(
          execFileSync(process.execPath, [import.meta.filename, 'one', name, String(length)], {
            encoding: 'utf8',
          }),
        ),
    );
    const last = runs[2]!;
    const growth = Math.sqrt(last.seconds / runs[0]!.seconds);
    console.log(
      `${name} | ${runs.map(({ seconds }) => seconds.toFixed(2)).join(', ')} | ${growth.toFixed(1)} | ${last.megabytes} | ${last.statements} ${last.why.join(' ')}`,
    );
  }
}
