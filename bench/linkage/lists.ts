/** Five lists of 4,000 made-up persons in two scripts, with brothers, cousins and namesakes. No labels are used. */
import { readShared } from './data.ts';
import { judge } from './judge-lists.ts';
import { listRows, personOfRow } from './list-rows.ts';
import { readCsv } from './measure.ts';

const personOf = personOfRow();
const household = new Map(readCsv(readShared('lists/kin.csv')).map((row) => [row.person!, row.household!]));

process.stdout.write(
  judge('lists', listRows(), {
    personOf: (key) => personOf(key)!,
    kinOf: (id) => [household.get(id)!],
  }),
);
