import { randomBytes } from 'node:crypto';
import type { Case, Sensitivity } from '../../ledger/index.ts';
import type { RequestForm } from '../../model/index.ts';
import { receiveFiles } from '../../receive/index.ts';
import { actOnRequest, enterRemains, enterRequest, keepPhotograph } from '../../requests/index.ts';

/** What stands in the case that every role asks: in each class words that occur nowhere else. */

export const WORDS: Readonly<Record<Exclude<Sensitivity, 'account'>, readonly string[]>> = {
  team: [
    'Zarzour',
    'زعرورة',
    'limping since the winter',
    'the harbour was opened at dawn',
    'Quince mothers differ',
    'MORGUE-17',
  ],
  contact: [
    '944770077',
    '944 770 077',
    '988110011',
    '988 110 011',
    'aunt@quince.example',
    // a family's request: who asks, for whom, how to reach them, the word between them
    'Asker-of-Medlar',
    'Sought-Samphire',
    '933 220 044',
    'pomegranate-word',
    'told-to-the-aunt',
    'at-the-wedding-of-samphire',
    'face-of-samphire',
  ],
  source: ['Giver-of-the-list', 'drawer-of-the-giver', 'Decider-of-links'],
  key: ['raw-bytes-of-a-picture'],
  line: ['moved at night to the third floor'],
  site: ['behind the bakery wall'],
};
export const LIST = `name,father,born,phone,notes
Zarzour Quince,Tamim,1971,+963 944 770 077,limping since the winter
زعرورة السفرجل,تميم,1969,0988110011,
Zarzour Quince,Tamim,1971,,call the neighbour 0988 110 011
Halim Medlar,Anis,1980,aunt@quince.example,`;
const REPORT = `Harbour Wire, 8 December 2024

The harbour was opened at dawn, the port office said on Sunday: "the harbour was opened at dawn". At least 40 people were released, it said.`;

export const FAMILY: RequestForm = {
  sought: { names: { given: 'Sought-Samphire', father: 'Anis', family: 'Medlar' }, birth: '1980' },
  asker: { name: 'Asker-of-Medlar', relation: 'sister' },
  contact: { channel: 'phone', at: '+963 933 220 044', codeWord: 'pomegranate-word', leave: 'nothing' },
  consent: {
    how: 'spoken',
    grants: [
      { purpose: 'compare', audience: 'team', fields: ['sought'] },
      { purpose: 'call', audience: 'team', fields: ['contact'] },
    ],
  },
};

/** Puts the words of each class into a case, by name what a route may ask about. */
export async function fillMatrixCase(opened: Case): Promise<Readonly<Record<string, string>>> {
  const file = (path: string, text: string) => {
    const bytes = new TextEncoder().encode(text);
    return { file: path.split('/').at(-1)!, path, size: bytes.length, read: async () => bytes };
  };
  await receiveFiles(
    opened,
    {
      files: [
        file('drawer-of-the-giver/list.csv', LIST),
        file('drawer-of-the-giver/report.txt', REPORT),
        file('drawer-of-the-giver/picture.bin', '\u0000\u0001raw-bytes-of-a-picture'),
      ],
      problems: [],
    },
    { by: 'Giver-of-the-list', mode: 'add' },
  );
  const rows = [...opened.records()].filter(({ kind }) => kind === 'row');
  const [a, b] = rows.map(({ id }) => id);
  opened.decide(
    { kind: 'link', a: a!, b: b!, judgement: 'different' },
    'Decider-of-links',
    'Quince mothers differ',
  );
  opened.note({
    kind: 'line',
    facts: { talk: 't1' },
    slots: [{ name: 'text', sensitivity: 'line', value: WORDS.line[0] }],
  });
  opened.note({
    kind: 'site',
    facts: { site: 's1' },
    slots: [{ name: 'lead', sensitivity: 'site', value: WORDS.site[0] }],
  });
  const request = await enterRequest(opened, { form: FAMILY, by: 'Worker-at-the-desk' }, randomBytes);
  const requestId = request.kept === 'new' ? request.id : '';
  actOnRequest(
    opened,
    requestId,
    { is: 'link', record: a!, standing: 'likely', reason: 'told-to-the-aunt', upon: 1 },
    'Worker-at-the-desk',
    { fatesOf: () => [], hidden: new Set() },
    '2026-11-22',
  );
  const photograph = keepPhotograph(
    opened,
    requestId,
    {
      consent: { screen: ['team'], paper: ['team'], how: 'spoken' },
      words: 'at-the-wedding-of-samphire',
      upon: 2,
    },
    {
      large: Buffer.from('face-of-samphire'),
      small: Buffer.from('face-of-samphire'),
      ...{ width: 3, height: 4, sha256: '', pdq: '0'.repeat(64), quality: 0 },
    },
    'Worker-at-the-desk',
    { random: randomBytes, today: '2026-11-22' },
  );
  const remains = enterRemains(
    opened,
    {
      code: 'MORGUE-17',
      state: 'whole',
      marks: [],
      teeth: [],
      belongings: [],
      photographs: [],
    },
    'Worker-at-the-desk',
    randomBytes,
  );
  return { request: requestId, photograph, remains, person: a!, a: a!, b: rows[3]!.id };
}
