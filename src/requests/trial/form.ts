import type { Grant, RequestForm } from '../../model/index.ts';

/** A mother asks for her son: invented people, for tests and the bench. */
export const form = (changes: Partial<RequestForm> = {}): RequestForm => ({
  sought: {
    names: { given: 'سامر', father: 'نعيم', family: 'الزعرور', mother: 'هدى' },
    sex: 'male',
    birth: '1988',
    home: 'قلعة الريح',
    lastSeen: '2013-05',
  },
  asker: { name: 'هدى المرجان', relation: 'mother' },
  contact: { channel: 'phone', at: '0999 000 111', hours: 'بعد العصر', codeWord: 'زيتونة', leave: 'nothing' },
  consent: { how: 'spoken', grants: [COMPARE, CALL] },
  ...changes,
});

export const COMPARE: Grant = { purpose: 'compare', audience: 'team', fields: ['sought', 'description'] };
export const CALL: Grant = { purpose: 'call', audience: 'team', fields: ['contact'] };
