/** Reading speed on made-up articles of 5 kB: node bench/reading/speed.ts [400] */
import { plainTextLayer } from '../../src/model/index.ts';
import { readReport } from '../../src/reading/index.ts';
import { article, seeded } from './articles.ts';

const count = Number(process.argv[2] ?? 400);
const random = seeded(3);
const layers = Array.from({ length: count }, () => plainTextLayer(article(random, 5000)));
readReport(layers[0]!, { outlet: 'Daily Bell', published: '2031-05-12' });
const before = process.cpuUsage();
let statements = 0;
for (const layer of layers)
  statements += readReport(layer, { outlet: 'Daily Bell', published: '2031-05-12' }).statements.length;
const used = process.cpuUsage(before);
const seconds = (used.user + used.system) / 1e6;
console.log(
  `${count} articles of 5 kB, ${statements} statements: ${seconds.toFixed(2)} CPU-s, ${(count / seconds).toFixed(0)} articles a CPU-second`,
);
