/** Five lists of 4,000 made-up persons in two scripts, with brothers, cousins and namesakes. No labels are used. */
import { judge } from './judge-lists.ts';
import { sharedLists } from './list-rows.ts';

const { rows, truth } = sharedLists();
process.stdout.write(judge('lists', rows, truth));
