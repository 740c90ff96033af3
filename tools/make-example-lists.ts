// node tools/make-example-lists.ts: writes the four lists of examples/qalaat-al-rih again, the same bytes each time.
// Every person, town and date is invented; ordinary given and family names are put together by a seeded generator.
import { createWriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ZipFile } from 'yazl';
import { FAMILIES, MEN, TOWNS, WOMEN, type Word } from './example-names.ts';

const folder = join(import.meta.dirname, '..', 'examples', 'qalaat-al-rih', 'lists');

/** xorshift32: the same example on every machine. */
let state = 20250308;
function next(): number {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) / 2 ** 32;
}
const below = (n: number): number => Math.floor(next() * n);
const pick = <T>(from: readonly T[]): T => from[below(from.length)]!;
const chance = (p: number): boolean => next() < p;
function shuffled<T>(from: readonly T[]): T[] {
  const out = [...from];
  for (let i = out.length - 1; i > 0; i--) {
    const j = below(i + 1);
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}

const WINGS = ['الأول', 'الثاني', 'الثالث'] as const;

interface Person {
  readonly given: Word;
  readonly father: Word;
  readonly grandfather: Word;
  readonly family: Word;
  readonly mother: Word;
  readonly sex: 'm' | 'f';
  readonly born: readonly [year: number, month: number, day: number];
  readonly town: Word;
  readonly arrested: readonly [year: number, month: number, day: number];
}

const word = (pool: readonly Word[], arabic: string): Word => pool.find(([ar]) => ar === arabic)!;
const day = (from: number, to: number): [number, number, number] => [
  from + below(to - from + 1),
  1 + below(12),
  1 + below(28),
];

/** Brothers share all but the given name; cousins share grandfather and family. */
function household(family: Word, grandfather: Word, father: Word, town: Word, size: number): Person[] {
  const mother = pick(WOMEN);
  const givens = shuffled(MEN).filter((name) => name !== father);
  const eldest = 1955 + below(34);
  const arrested = day(2011, 2020);
  return Array.from({ length: size }, (_, i) => {
    const woman = i > 0 && chance(0.15);
    return {
      given: woman ? pick(WOMEN) : givens[i]!,
      father,
      grandfather,
      family,
      mother,
      sex: woman ? 'f' : 'm',
      born: [eldest + i * 2 + below(2), 1 + below(12), 1 + below(28)],
      town,
      arrested: chance(0.6) ? arrested : day(2011, 2020),
    } satisfies Person;
  });
}

function population(): Person[] {
  const persons: Person[] = [];
  while (persons.length < 134) {
    const [family, grandfather, town] = [pick(FAMILIES), pick(MEN), pick(TOWNS)];
    const fathers = shuffled(MEN)
      .filter((name) => name !== grandfather)
      .slice(0, chance(0.35) ? 2 : 1);
    for (const father of fathers)
      persons.push(...household(family, grandfather, father, town, pick([1, 1, 2, 2, 3])));
  }
  return persons;
}

const told = (
  given: string,
  father: string,
  grandfather: string,
  family: string,
  mother: string,
  town: string,
  born: Person['born'],
  arrested: Person['arrested'],
): Person => ({
  given: word(MEN, given),
  father: word(MEN, father),
  grandfather: word(MEN, grandfather),
  family: word(FAMILIES, family),
  mother: word(WOMEN, mother),
  town: word(TOWNS, town),
  sex: 'm',
  born,
  arrested,
});

/** In the register as dead, on the volunteers' list as released, and asked for by his mother. */
const qusay = told('قصي', 'أنيس', 'إلياس', 'الشماس', 'نجوى', 'تل نسمة', [1987, 4, 19], [2014, 9, 2]);
const brotherOfQusay = told('ماهر', 'أنيس', 'إلياس', 'الشماس', 'نجوى', 'تل نسمة', [1990, 1, 7], [2014, 9, 2]);
/** The same name three times over: three different people. One of them died in the hospital. */
const namesakes = [
  told('محمد', 'أحمد', 'خالد', 'العلي', 'فاطمة', 'جوفان', [1979, 2, 11], [2012, 7, 16]),
  told('محمد', 'أحمد', 'حسن', 'العلي', 'رقية', 'عين وردان', [1994, 10, 3], [2016, 5, 30]),
  told('محمد', 'أحمد', 'يوسف', 'العلي', 'سعاد', 'زهرين', [1962, 6, 25], [2013, 3, 8]),
] as const;
/** Two cousins with one name; a father and his son. */
const cousins = [
  told('خالد', 'محمود', 'عمر', 'درويش', 'هدى', 'دير سوسنة', [1985, 8, 14], [2013, 11, 20]),
  told('خالد', 'سليم', 'عمر', 'درويش', 'ليلى', 'دير سوسنة', [1986, 3, 2], [2013, 11, 20]),
  told('محمود', 'عمر', 'علي', 'درويش', 'زينب', 'دير سوسنة', [1958, 1, 1], [2013, 11, 20]),
] as const;
/** Women are not a footnote: two sisters. */
const sisters: readonly Person[] = (
  [
    ['سلمى', [1991, 12, 5]],
    ['ديمة', [1993, 7, 22]],
  ] as const
).map(([given, born]) => ({
  ...told('علي', 'جورج', 'إلياس', 'طنوس', 'مريم', 'بيت قنديلة', [1991, 12, 5], [2018, 2, 14]),
  given: word(WOMEN, given),
  sex: 'f' as const,
  born,
}));

const cast = [qusay, brotherOfQusay, ...namesakes, ...cousins, ...sisters];
const everyone = [...population(), ...cast];

const two = (n: number): string => String(n).padStart(2, '0');
const iso = ([y, m, d]: readonly [number, number, number]): string => `${y}-${two(m)}-${two(d)}`;
const slashed = ([y, m, d]: readonly [number, number, number]): string => `${two(d)}/${two(m)}/${y}`;
const arabicDigits = (text: string): string => text.replace(/\d/g, (d) => '٠١٢٣٤٥٦٧٨٩'[Number(d)]!);

/** As a tired clerk writes: hamza, dots and spaces get lost. */
function clerk(arabic: string): string {
  let text = arabic;
  if (chance(0.35)) text = text.replace(/[أإآ]/g, 'ا');
  if (chance(0.12)) text = text.replace(/ة$/, 'ه');
  if (chance(0.12)) text = text.replace(/ى$/, 'ي');
  if (chance(0.4)) text = text.replace(/^عبد /, 'عبد');
  return text;
}
const volunteer = ([, ...latin]: Word): string => pick(latin);
const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csv = (rows: readonly (readonly string[])[]): string =>
  `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

function register(): void {
  const rows: string[][] = [
    [
      'الرقم',
      'الاسم',
      'اسم الأب',
      'اسم الجد',
      'النسبة',
      'اسم الأم',
      'تاريخ الولادة',
      'محل الولادة',
      'تاريخ التوقيف',
      'الجناح',
      'الحالة',
    ],
  ];
  const others = shuffled(everyone.filter((person) => !cast.includes(person))).slice(0, 98);
  const inside = [...others, ...cast].sort((a, b) => (iso(a.arrested) < iso(b.arrested) ? -1 : 1));
  let number = 1140;
  for (const person of inside) {
    number += 1 + below(37);
    const known = cast.includes(person);
    const born = chance(0.2) && !known ? String(person.born[0]) : slashed(person.born);
    rows.push([
      String(number),
      clerk(person.given[0]),
      clerk(person.father[0]),
      known || chance(0.7) ? clerk(person.grandfather[0]) : '',
      clerk(person.family[0]),
      known || chance(0.85) ? clerk(person.mother[0]) : '',
      chance(0.06) && !known ? '' : born,
      clerk(person.town[0]),
      slashed(person.arrested),
      pick(WINGS),
      person === qusay
        ? 'متوفى 12/03/2017'
        : known
          ? 'موقوف'
          : pick(['موقوف', 'موقوف', 'موقوف', 'موقوف', 'نُقل', 'متوفى']),
    ]);
  }
  // What a real book has too: a day that is not in the calendar, a line with a cell too many, a line without a name.
  rows[17]![6] = '31/02/1984';
  rows[45]!.push('انظر الصفحة 12');
  rows[66]![1] = '';
  rows[66]![2] = '';
  rows[66]![4] = '';
  writeFileSync(join(folder, 'register-qalaat-al-rih.csv'), `\uFEFF${csv(rows)}`);
}

function released(): void {
  const free = shuffled(everyone.filter((person) => !cast.includes(person))).slice(0, 66);
  const known = [qusay, namesakes[0], namesakes[1], cousins[0], cousins[1], ...sisters];
  const rows: string[][] = [];
  for (const person of shuffled([...free, ...known])) {
    const told = cast.includes(person);
    const parts = [volunteer(person.given)];
    if (told || chance(0.75)) parts.push(volunteer(person.father));
    if (chance(0.12)) parts.push(volunteer(person.grandfather));
    parts.push(volunteer(person.family));
    const age = 2025 - person.born[0] - (chance(0.5) ? 1 : 0);
    rows.push([
      parts.join(' '),
      told || chance(0.8) ? volunteer(person.town) : '',
      chance(0.65) || person === qusay ? String(age) : chance(0.3) ? `about ${Math.round(age / 5) * 5}` : '',
      pick(['2025-03-08', '2025-03-08', '2025-03-09']),
      chance(0.1)
        ? pick([
            'family came',
            'cannot walk',
            'waiting at the mosque',
            'asked for a brother',
            'spelled it himself',
          ])
        : '',
    ]);
  }
  rows.splice(30, 0, [...rows[12]!]);
  rows.splice(51, 0, ['', 'Jawfan', 'about 60', '2025-03-08', 'does not speak; brown coat']);
  writeFileSync(
    join(folder, 'released-volunteers.csv'),
    csv([['Full name', 'From', 'Age', 'Released on', 'Remarks'], ...rows]).replaceAll('\r\n', '\n'),
  );
}

function inquiries(): void {
  const rows: string[][] = [
    [
      'missing person',
      "father's name",
      "mother's name",
      'date of birth',
      'home town',
      'last seen',
      'asked by',
    ],
  ];
  const strangers = shuffled(everyone.filter((person) => !cast.includes(person))).slice(0, 62);
  const known = [qusay, brotherOfQusay, ...namesakes, cousins[1], cousins[2], sisters[0]!];
  for (const person of shuffled([...strangers, ...known])) {
    const arabic = chance(0.6);
    const write = (name: Word): string => (arabic ? clerk(name[0]) : volunteer(name));
    const born = chance(0.45)
      ? String(person.born[0])
      : chance(0.5)
        ? iso(person.born)
        : slashed(person.born);
    const seen = chance(0.3)
      ? String(person.arrested[0])
      : chance(0.4)
        ? iso(person.arrested).slice(0, 7)
        : iso(person.arrested);
    rows.push([
      `${write(person.given)} ${write(person.family)}`,
      cast.includes(person) || chance(0.85) ? write(person.father) : '',
      cast.includes(person) || chance(0.7) ? write(person.mother) : '',
      born,
      write(person.town),
      seen,
      person === qusay
        ? 'mother'
        : pick(['mother', 'mother', 'father', 'sister', 'brother', 'wife', 'son', 'daughter']),
    ]);
  }
  rows[23] = rows[23]!.slice(0, 4);
  rows[48]![3] = '30/02/1990';
  writeFileSync(join(folder, 'inquiries-families.csv'), csv(rows).replaceAll('\r\n', '\n'));
}

function hospitalRows(): string[][] {
  const patients = shuffled(everyone.filter((person) => !cast.includes(person))).slice(0, 40);
  const rows: string[][] = [['الاسم الثلاثي', 'العمر التقريبي', 'البلدة', 'القسم', 'تاريخ الدخول', 'الحالة']];
  for (const person of shuffled([...patients, namesakes[2], cousins[0], sisters[1]!])) {
    const age = 2025 - person.born[0] + below(3) - 1;
    rows.push([
      `${clerk(person.given[0])} ${clerk(person.father[0])} ${clerk(person.family[0])}`,
      chance(0.8) ? (chance(0.25) ? arabicDigits(String(age)) : String(age)) : '',
      chance(0.7) || cast.includes(person) ? clerk(person.town[0]) : '',
      pick(['الداخلية', 'العظمية', 'الإسعاف', 'العيون']),
      pick(['2025-03-08', '2025-03-08', '2025-03-09', '٩/٣/٢٠٢٥', '2025-03-10']),
      person === namesakes[2] ? 'متوفى' : pick(['مستقرة', 'مستقرة', 'مستقرة', 'قيد العلاج', 'غادر المشفى']),
    ]);
  }
  rows.splice(9, 0, ['مجهول', 'نحو 60', '', 'الداخلية', '2025-03-08', 'مستقرة']);
  return rows;
}

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The smallest workbook that office programs open: one sheet, right to left, cells as inline strings. */
async function hospital(): Promise<void> {
  const sheet = hospitalRows()
    .map((cells, r) => {
      const row = cells
        .map((text, c) => {
          const ref = `${'ABCDEF'[c]}${r + 1}`;
          if (text === '') return '';
          return /^\d+$/.test(text)
            ? `<c r="${ref}"><v>${text}</v></c>`
            : `<c r="${ref}" t="inlineStr"><is><t>${xml(text)}</t></is></c>`;
        })
        .join('');
      return `<row r="${r + 1}">${row}</row>`;
    })
    .join('');
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const ns = 'http://schemas.openxmlformats.org';
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="${ns}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${ns}/package/2006/relationships"><Relationship Id="rId1" Type="${ns}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${ns}/spreadsheetml/2006/main" xmlns:r="${ns}/officeDocument/2006/relationships"><sheets><sheet name="المرضى" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${ns}/package/2006/relationships"><Relationship Id="rId1" Type="${ns}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${ns}/spreadsheetml/2006/main"><sheetViews><sheetView rightToLeft="1" workbookViewId="0"/></sheetViews><cols><col min="1" max="1" width="28" customWidth="1"/><col min="2" max="6" width="16" customWidth="1"/></cols><sheetData>${sheet}</sheetData></worksheet>`,
  };
  const zip = new ZipFile();
  const mtime = new Date(Date.UTC(2025, 2, 10, 12));
  for (const [name, text] of Object.entries(parts))
    zip.addBuffer(Buffer.from(text), name, { mtime, mode: 0o100644 });
  zip.end();
  await new Promise<void>((done, failed) => {
    zip.outputStream
      .pipe(createWriteStream(join(folder, 'hospital-jawfan.xlsx')))
      .on('close', done)
      .on('error', failed);
  });
}

register();
released();
inquiries();
await hospital();
