import type { Sensitivity } from '../../ledger/index.ts';
import type { RequestForm } from '../../model/index.ts';

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
export const REPORT = `Harbour Wire, 8 December 2024

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
