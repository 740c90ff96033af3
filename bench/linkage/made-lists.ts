/**
 * A second opinion beside lists.ts: other names, other headers, other habits.
 * Usage: node bench/linkage/made-lists.ts [people] [seed]
 */
import { judge } from './judge-lists.ts';
import { makeLists } from './made-list-rows.ts';

const people = Number(process.argv[2] ?? 3000);
const { rows, truth } = makeLists(people, Number(process.argv[3] ?? 1));
process.stdout.write(judge(`made lists of ${people}`, rows, truth));
