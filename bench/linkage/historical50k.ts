/** historical_50k: 50,578 rows about 5,156 persons of the past, with nicknames, slips and gaps. No labels are used. */
import { type LinkRow, linkRows } from '../../src/linkage/index.ts';
import { readShared } from './data.ts';
import { agreementOf, costOf, readCsv, shown } from './measure.ts';

const table = readCsv(readShared('linkage/historical_50k.csv'));
const person = new Map(table.map((row) => [row.unique_id!, row.cluster!]));
const rows = table.map(
  (row): LinkRow => ({
    key: row.unique_id!,
    list: 'historical',
    fields: given({
      'name.given': row.first_name,
      'name.family': row.surname,
      'birth.date': row.dob,
      'place.birth': row.birth_place,
      sex: row.gender,
    }),
    extra: given({ postcode: row.postcode_fake, occupation: row.occupation, 'whole name': row.full_name }),
  }),
);

function given<T extends Record<string, string | undefined>>(values: T): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as Record<string, string>;
}

const { result, cost } = costOf(() =>
  linkRows(rows, { onProgress: ({ stage, done }) => process.stderr.write(`${stage} ${done}\n`) }),
);
const agreement = agreementOf(result.clusters, (key) => person.get(key)!);
process.stdout.write(
  `historical_50k: rows ${rows.length}, candidate pairs ${result.figures.candidatePairs}, limited rows ${result.figures.limitedRows}\n` +
    `precision ${shown(agreement.precision)}, recall ${shown(agreement.recall)}, F1 ${shown(agreement.f1)}, B3 ${shown(agreement.b3)}, largest cluster ${agreement.largest}\n` +
    `CPU ${cost.cpuSeconds.toFixed(1)} s, wall ${cost.wallSeconds.toFixed(1)} s, peak memory ${cost.peakMegabytes.toFixed(0)} MB\n`,
);
