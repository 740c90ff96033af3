/**
 * Half-remembered names against the rows of the five lists: the name of one row of a person is asked, cut short and
 * shuffled, and another row of that person is to be found. Usage: node bench/linkage/find.ts [queries]
 */
import { createRegister, type FindQuery, type LinkRow } from '../../src/linkage/index.ts';
import { nameSlotsOf } from '../../src/linkage/name-slots.ts';
import { listRows, personOfRow } from './list-rows.ts';
import { seededRandom } from './made-people.ts';
import { costOf } from './measure.ts';

const random = seededRandom(11);
const rows = listRows();
const personOf = personOfRow();
const { result: register, cost } = costOf(() => createRegister(rows));
const people = [...Map.groupBy(rows, (row) => personOf(row.key)!).values()].filter((own) => own.length > 1);
const isArabic = (row: LinkRow): boolean => /\p{Script=Arabic}/u.test(nameSlotsOf(row).given ?? '');

interface Tally {
  asked: number;
  first: number;
  ten: number;
}
const tallies = new Map<string, Tally>();
const milliseconds: number[] = [];

const wanted = Number(process.argv[2] ?? 1500);
for (let asked = 0; asked < wanted; ) {
  const own = people[Math.floor(random() * people.length)]!;
  const from = own[Math.floor(random() * own.length)]!;
  const others = own.filter((row) => row !== from);
  const slots = nameSlotsOf(from);
  const words = [slots.given, slots.father, slots.family].filter((word) => word !== undefined);
  if (words.length < 2) continue;
  asked++;
  const parts = words.length > 2 && random() < 0.4 ? words.filter((_, at) => at !== 1) : words;
  const shuffled = random() < 0.3 ? parts.toReversed() : parts;
  const born = /^\d{4}/.exec(from.fields['birth.date'] ?? '')?.[0];
  const query: FindQuery = {
    name: shuffled.join(' '),
    ...(born !== undefined && random() < 0.5 ? { birthYear: Number(born) } : {}),
  };
  const started = performance.now();
  const hits = register.find(query, 11);
  milliseconds.push(performance.now() - started);
  const place = hits
    .filter(({ key }) => key !== from.key)
    .slice(0, 10)
    .findIndex(({ key }) => others.some((row) => row.key === key));
  const across = others.every((row) => isArabic(row) !== isArabic(from)) ? 'other script only' : 'any script';
  for (const name of [`${parts.length} parts${query.birthYear ? ' + year' : ''}`, across, 'all']) {
    const tally = tallies.get(name) ?? { asked: 0, first: 0, ten: 0 };
    tally.asked++;
    if (place === 0) tally.first++;
    if (place >= 0) tally.ten++;
    tallies.set(name, tally);
  }
}
milliseconds.sort((a, b) => a - b);
const at = (share: number): string => milliseconds[Math.floor(share * (milliseconds.length - 1))]!.toFixed(2);
process.stdout.write(
  `register of ${register.size} rows, built in ${cost.cpuSeconds.toFixed(1)} CPU-s; a query: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms\n` +
    [...tallies]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([name, { asked, first, ten }]) =>
          `${name}: ${asked} queries, recall@1 ${(first / asked).toFixed(3)}, recall@10 ${(ten / asked).toFixed(3)}\n`,
      )
      .join(''),
);
