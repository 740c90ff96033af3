// node tools/make-example-site.ts: writes examples/qalaat-al-rih-site.json again, the same bytes each time.
// The place, the teams and what they found are invented, as everything about Qalaat al-Rih is.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SearchMethod, SiteBody, SiteEntry, SiteThing } from '../src/model/index.ts';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const idOf = (word: string): string =>
  Array.from(
    createHash('sha256').update(`Qalaat al-Rih ${word}`).digest().subarray(0, 16),
    (byte) => ALPHABET[byte & 31],
  ).join('');
const site = idOf('site');
const thing = (word: string): string => (word === 'place' ? site : idOf(`thing ${word}`));
const entries: SiteEntry[] = [];

function write<Thing extends SiteThing>(
  word: string,
  is: Thing,
  at: string,
  by: string,
  body: SiteBody<Thing>,
): void {
  entries.push({
    id: idOf(`entry ${word}`),
    site,
    about: thing(word),
    upon: [],
    at,
    by,
    is,
    body,
  } as SiteEntry);
}

const START = '2025-03-08T14:00:00+03:00';
write('place', 'place', START, 'Rima Sader', {
  name: { ar: 'سجن قلعة الريح', en: 'Qalaat al-Rih prison' },
  elsewhere: 0.7,
});
const FLOORS = [
  { word: 'G', level: 0, name: { ar: 'الطابق الأرضي', en: 'Ground floor' } },
  { word: 'B1', level: -1, name: { ar: 'القبو الأول', en: 'First basement' } },
  { word: 'B2', level: -2, name: { ar: 'تحت القبو', en: 'Below the basement' } },
] as const;
for (const { word, level, name } of FLOORS)
  write(word, 'floor', START, 'Rima Sader', { name, level, metres: 1, width: 84, height: 48 });

const box = (x: number, y: number, wide: number, high: number): [number, number][] => [
  [x, y],
  [x + wide, y],
  [x + wide, y + high],
  [x, y + high],
];
const sector = (
  floor: string,
  code: string,
  kind: SiteBody<'sector'>['kind'],
  outline: [number, number][],
  name?: SiteBody<'sector'>['name'],
): void =>
  write(code, 'sector', START, 'Rima Sader', {
    floor: thing(floor),
    code,
    kind,
    outline,
    ...(name && { name }),
  });
for (const floor of ['G', 'B1'] as const) {
  for (let room = 0; room < 6; room++) {
    sector(floor, `${floor}-${String(room + 1).padStart(2, '0')}`, 'room', box(4 + room * 12.5, 4, 12, 14));
    sector(floor, `${floor}-${String(room + 7).padStart(2, '0')}`, 'room', box(4 + room * 12.5, 28, 12, 14));
  }
  sector(floor, `${floor}-C`, 'corridor', box(4, 19, 74.5, 8), { ar: 'الممر الأوسط', en: 'Middle corridor' });
}
sector('B1', 'B1-S1', 'shaft', box(79.5, 4, 3, 6), { ar: 'بئر التهوية', en: 'Air shaft' });
sector('B1', 'B1-S2', 'shaft', box(79.5, 36, 3, 6), { ar: 'خزان المياه', en: 'Water tank' });
sector(
  'B2',
  'B2-V1',
  'void',
  [
    [6, 8],
    [34, 6],
    [36, 20],
    [8, 22],
  ],
  { ar: 'فراغ مشتبه به تحت المغاسل', en: 'Suspected void under the wash house' },
);
sector('B2', 'B2-V2', 'void', box(48, 10, 24, 16), {
  ar: 'فراغ مشتبه به تحت الممر',
  en: 'Suspected void under the corridor',
});

let count = 0;
/** Hours count from Saturday 14:00. */
const moment = (hours: number): string => new Date(Date.parse(START) + hours * 3_600_000).toISOString();
const search = (
  code: string,
  team: string,
  method: SearchMethod,
  from: number,
  hours: number,
  coverage: number,
  result: SiteBody<'search'>['result'] = 'nothing',
  note?: string,
): void =>
  write(
    `search ${count++}`,
    'search',
    moment(from + hours),
    team === 'Blue Vests 4' ? 'Nizar Obeid' : 'Rima Sader',
    {
      sector: thing(code),
      team,
      method,
      from: moment(from),
      to: moment(from + hours),
      coverage,
      result,
      ...(note && { note }),
    },
  );

for (let room = 1; room <= 12; room++) {
  const code = String(room).padStart(2, '0');
  search(`G-${code}`, room <= 6 ? 'Blue Vests 1' : 'Blue Vests 2', 'walk-through', (room - 1) * 0.4, 0.4, 1);
  search(
    `B1-${code}`,
    room <= 6 ? 'Blue Vests 3' : 'Blue Vests 4',
    'walk-through',
    3 + (room - 1) * 0.5,
    0.5,
    room === 9 ? 0.5 : 1,
    'nothing',
    room === 9 ? 'انهار السقف فوق نصفها' : undefined,
  );
}
search('G-C', 'Blue Vests 1', 'walk-through', 5, 0.7, 1);
search('B1-C', 'Blue Vests 3', 'walk-through', 9, 0.8, 1);
for (const [at, code] of ['B1-01', 'B1-02', 'B1-03', 'B1-04', 'B1-C', 'B1-09'].entries())
  search(code, at % 2 ? 'Dog unit B' : 'Dog unit A', 'dog', 18 + at * 0.8, 0.7, 1);
search('B1-S1', 'Blue Vests 5', 'endoscope', 20, 2, 1);
search('B1-S2', 'Blue Vests 5', 'endoscope', 23, 1.5, 1);
search('B2-V1', 'Blue Vests 5', 'acoustic', 26, 1, 0.8);
search('B2-V1', 'Blue Vests 4', 'breaking', 28, 6, 0.8, 'nothing', 'Bedrock at a metre and a half');
search('B2-V2', 'Dog unit A', 'dog', 30, 1, 0.5);
search('B2-V2', 'Blue Vests 4', 'ground-radar', 44, 2, 1);

const lead = (word: string, at: number, body: SiteBody<'lead'>): void =>
  write(word, 'lead', moment(at), 'Rima Sader', body);
lead('lead governorate', 1, {
  says: 'Three floors below ground, opened with a code; tens of thousands are behind those doors.',
  how: 'unknown',
  origin: 'Jawfan Governorate',
  points: [thing('B2-V1'), thing('B2-V2')],
  state: 'checked',
});
lead('lead radio', 3, {
  says: 'ثلاثة طوابق تحت الأرض وأبوابها برموز سرية',
  how: 'read',
  origin: 'Jawfan Governorate',
  points: [thing('B2-V1'), thing('B2-V2')],
  state: 'checked',
});
lead('lead guard', 20, {
  says: 'A former guard drew a stair behind the wash house that was walled up.',
  how: 'saw',
  points: [thing('B2-V1')],
  state: 'checked',
  reply: 'The wall was opened on Sunday night: bedrock.',
});
lead('lead association', 22, {
  says: 'We know every stair of that building. There is no prison beneath the prison.',
  how: 'held-there',
  origin: 'Association of Families and Former Detainees of Qalaat al-Rih',
  points: 'elsewhere',
  state: 'new',
});
lead('lead voices', 25, {
  says: 'قال رجل عند البوابة إنه سمع طرقًا تحت الممر',
  how: 'told',
  points: [thing('B2-V2')],
  state: 'with-a-team',
});
write('task radar', 'task', moment(43), 'Rima Sader', {
  sector: thing('B2-V2'),
  team: 'Blue Vests 4',
  method: 'ground-radar',
  hours: 2,
  state: 'done',
});
write('statement', 'statement', moment(51), 'Rima Sader', { until: moment(51) });

writeFileSync(
  join(import.meta.dirname, '..', 'examples', 'qalaat-al-rih-site.json'),
  `${JSON.stringify({ entries }, null, 1)}\n`,
);
