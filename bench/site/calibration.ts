/**
 * Whether the predicted chance of finding is the rate at which it is found: invented sites, each with leads, teams of
 * several methods that also report signs where nothing is, and two shifts; where it truly is, drawn from what is
 * believed; blindness drawn once a cell and method. After a shift half of its signs are looked at again, and of those out
 * of nothing some are confirmed all the same. Prints the mean prediction beside the rate of finding, overall, for the
 * second shifts alone (which rest on all that was reported in the first), and by tenths of the prediction.
 *
 * node bench/site/calibration.ts [sites] [false-alarms|no-false-alarms]
 */
import {
  allocateSeveral,
  beliefAfter,
  type Failure,
  missedBy,
  priorFrom,
  type Signs,
  searchedCells,
} from '../../src/site/index.ts';

const sites = Number(process.argv[2] ?? 10_000);
const alarming = process.argv[3] !== 'no-false-alarms';
/** Of signs out of nothing, what a second look still confirms. */
const STANDS = 0.15;
let state = 11n;
const random = (): number => {
  state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) & ((1n << 64n) - 1n);
  return (Number(state >> 11n) + 0.5) / 2 ** 53;
};
const upTo = (limit: number): number => Math.floor(random() * limit);

let searches = 0;
let predicted = 0;
let found = 0;
const second = { searches: 0, predicted: 0, found: 0 };
let signsInAll = 0;
let signsFalse = 0;
const tenths = Array.from({ length: 10 }, () => ({ searches: 0, predicted: 0, found: 0 }));
for (let site = 0; site < sites; site++) {
  const count = 3 + upTo(40);
  const weights = Array.from({ length: count }, () => 0.2 + random());
  const leads = Array.from({ length: upTo(5) }, (_, at) => ({
    id: String(at),
    cells: random() < 0.2 ? [] : Array.from({ length: 1 + upTo(3) }, () => upTo(count)),
    reliability: 0.7 * random(),
  }));
  const prior = priorFrom({ weights, elsewhere: 0.1 + 0.7 * random() }, leads);
  const kinds = 1 + upTo(3);
  const methods = Array.from({ length: count * kinds }, () => ({
    rate: random() < 0.2 ? 0 : 2 * random(),
    blind: random() < 0.5 ? 0 : 0.6 * random(),
    alarms: alarming ? 0.02 + 0.5 * random() : 1e-9,
  }));

  // The truth: a cell or elsewhere, and which methods are blind in that cell.
  let draw = random();
  let truth = 0;
  while (truth < count && draw >= prior.cells[truth]!) draw -= prior.cells[truth++]!;
  const blindTo = Array.from(
    { length: kinds },
    (_, kind) => truth < count && random() < methods[truth * kinds + kind]!.blind,
  );
  const finds = (cell: number, kind: number, effort: number): boolean =>
    cell === truth && !blindTo[kind] && random() < -Math.expm1(-methods[cell * kinds + kind]!.rate * effort);

  const failures: Failure[] = [];
  const signs: Signs[] = [];
  for (let shift = 0; shift < 2; shift++) {
    const searched = searchedCells(count, failures, signs);
    const belief = beliefAfter(prior, searched);
    const rates = Float64Array.from(methods, ({ rate }) => rate);
    const blind = Float64Array.from(methods, (method, at) => {
      const before = searched[Math.floor(at / kinds)]!.efforts.get(String(at % kinds));
      return before?.blindNow ?? method.blind;
    });
    const hours = Array.from({ length: kinds }, () => count * 0.4 * random());
    const { efforts } = allocateSeveral({ shares: belief.cells, rates, blind, efforts: hours });
    let success = 0;
    let done = false;
    for (let cell = 0; cell < count; cell++) {
      let missed = 1;
      for (let kind = 0; kind < kinds; kind++) {
        const at = cell * kinds + kind;
        const effort = efforts[at]!;
        missed *= missedBy({ rate: rates[at]!, blind: blind[at]! }, effort);
        if (effort === 0) continue;
        const truly = finds(cell, kind, effort);
        const falsely = random() < -Math.expm1(-methods[at]!.alarms * effort);
        if (truly) done = true;
        const entry = { cell, method: String(kind), ...methods[at]!, effort };
        // Half are looked at again: what is there is confirmed, what is not is so only at times.
        const again = random() < 0.5;
        const confirmed = truly || random() < STANDS;
        if (truly || falsely) {
          signsInAll++;
          if (!truly) signsFalse++;
        }
        if (!truly && (!falsely || (again && !confirmed))) failures.push(entry);
        else signs.push({ ...entry, stands: again ? STANDS : 1 });
      }
      success += belief.cells[cell]! * (1 - missed);
    }
    const tenth = tenths[Math.min(9, Math.floor(success * 10))]!;
    for (const sum of shift === 1 ? [tenth, second] : [tenth]) {
      sum.searches++;
      sum.predicted += success;
      if (done) sum.found++;
    }
    searches++;
    predicted += success;
    if (done) found++;
  }
}
const share = (value: number, of: number): string => (of === 0 ? '–' : (value / of).toFixed(4));
console.log(
  `${sites} sites, ${searches} searches: predicted ${share(predicted, searches)}, found ${share(found, searches)}`,
);
console.log(
  `second shifts: predicted ${share(second.predicted, second.searches)}, found ${share(second.found, second.searches)}; of ${signsInAll} signs ${share(signsFalse, signsInAll)} came from nothing`,
);
console.log('tenth\tsearches\tpredicted\tfound');
for (const [at, one] of tenths.entries())
  console.log(
    `${at / 10}\t${one.searches}\t${share(one.predicted, one.searches)}\t${share(one.found, one.searches)}`,
  );
