/** Febrl 3: 5,000 rows, 2,000 persons with up to five copies each, errors made up. No labels are used. */
import { type LinkRow, linkRows } from '../../src/linkage/index.ts';
import { readShared } from './data.ts';
import { agreementOf, costOf, readCsv, shown } from './measure.ts';

const set = process.argv[2] ?? '3';
const rows = readCsv(readShared(`linkage/dataset${set}.csv`)).map(
  (row): LinkRow => ({
    key: row.rec_id!,
    list: 'febrl',
    fields: given({
      'name.given': row.given_name,
      'name.family': row.surname,
      'birth.date': row.date_of_birth,
      place: row.suburb,
      id: row.soc_sec_id,
    }),
    extra: given({
      'street number': row.street_number,
      street: row.address_1,
      address: row.address_2,
      postcode: row.postcode,
      state: row.state,
    }),
  }),
);

function given<T extends Record<string, string | undefined>>(values: T): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as Record<string, string>;
}

const { result, cost } = costOf(() => linkRows(rows));
const agreement = agreementOf(result.clusters, (key) => key.split('-')[1]!);
process.stdout.write(
  `Febrl ${set}: rows ${rows.length}, candidate pairs ${result.figures.candidatePairs}\n` +
    `precision ${shown(agreement.precision)}, recall ${shown(agreement.recall)}, F1 ${shown(agreement.f1)}, B3 ${shown(agreement.b3)}, largest cluster ${agreement.largest}\n` +
    `CPU ${cost.cpuSeconds.toFixed(1)} s, wall ${cost.wallSeconds.toFixed(1)} s, peak memory ${cost.peakMegabytes.toFixed(0)} MB\n`,
);
