/**
 * node bench/claims/many.ts [REPORTS]: how long claims take to derive from many reports (50 and 1,000 unless said
 * otherwise), each with some sixty statements about one of many places, a third of them told again in other words.
 */
import { deriveClaims, type ReportIn } from '../../src/claims/index.ts';
import { report, type TrialStatement } from '../../src/claims/trial/reports.ts';

const WHO =
  'Prisoners,Detainees,Families,Guards,Rescuers,Volunteers,Doctors,Witnesses,Officials,Neighbours'.split(',');
const DID =
  'were held in,searched,walked out of,were driven to,waited outside,broke into,named,counted,guarded,photographed'.split(
    ',',
  );
const WHAT =
  'the cellar,the east wing,the old barracks,the registry,the hospital,the gate,the lower floor,the river road,the chapel,the yard'.split(
    ',',
  );
const WHEN =
  'at dawn,by night,on the third day,after the storm,before the offensive,in winter,within hours,for years'.split(
    ',',
  );

/** Numerical Recipes' linear congruential generator: the same reports each time. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

function reports(count: number): ReportIn[] {
  const random = numbers(7);
  const upTo = (most: number): number => Math.floor(random.next().value! * most);
  const one = <T>(list: readonly T[]): T => list[upTo(list.length)]!;
  const told: TrialStatement[] = [];
  return Array.from({ length: count }, (_, n) =>
    report(
      `Outlet ${n % 40}`,
      `2031-0${1 + (n % 9)}-1${n % 10}`,
      Array.from({ length: 60 }, () => {
        if (told.length > 20 && random.next().value! < 0.33) return told[upTo(told.length)]!;
        const value = 20 + upTo(5000);
        const quote = `${value} ${one(WHO).toLowerCase()} ${one(DID)} ${one(WHAT)} of Keep ${upTo(count)} ${one(WHEN)}`;
        const statement: TrialStatement =
          upTo(2) === 0
            ? { quote, figure: ['eq', value, one(['released', 'detained', 'died', 'people'])] }
            : { quote: `${one(WHO)} ${one(DID)} ${one(WHAT)} and ${one(DID)} ${one(WHAT)} ${one(WHEN)}` };
        told.push(statement);
        return statement;
      }),
      `report-${n}`,
    ),
  );
}

const asked = process.argv.slice(2).map(Number).filter(Boolean);
for (const count of asked.length > 0 ? asked : [50, 1000]) {
  const made = reports(count);
  const started = process.cpuUsage();
  const claims = deriveClaims(made, []);
  const { user, system } = process.cpuUsage(started);
  console.log(
    `${count} reports, ${count * 60} statements: ${claims.length} claims in ${((user + system) / 1e6).toFixed(1)} CPU-seconds, ${(process.memoryUsage().heapUsed / 2 ** 20).toFixed(0)} MB`,
  );
}
