import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Case, createCase } from '../ledger/index.ts';
import {
  type Fate,
  type RecordId,
  type RequestAct,
  type RequestForm,
  requestFormSchema,
  SanadError,
} from '../model/index.ts';
import {
  actOnRequest,
  enterRequest,
  type KnownPeople,
  readRequests,
  receiptAnswer,
  requestByCode,
  requestErasable,
} from './index.ts';
import { CALL, COMPARE, form } from './trial/form.ts';

const TODAY = '2026-11-22';
const ALIVE = 'list.1' as RecordId;
const DEAD = 'list.2' as RecordId;
const FATES: Readonly<Record<string, readonly Fate[]>> = {
  [ALIVE]: ['reported-detained'],
  [DEAD]: ['reported-dead'],
};
const people: KnownPeople = { fatesOf: (record) => FATES[record], hidden: new Set() };

const root = mkdtempSync(join(tmpdir(), 'sanad-requests-'));
let opened: Case;
beforeAll(async () => {
  opened = await createCase(join(root, 'case'), { unsealed: true });
});
afterAll(() => {
  opened.close();
  rmSync(root, { recursive: true, force: true });
});

let count = 0;
/** A new request of somebody of their own, so that none is taken for another. */
async function entered(changes: Partial<RequestForm> = {}): Promise<{ id: string; code: string }> {
  const asker = {
    name: `هدى ${['وردة', 'سنديان', 'ياسمين', 'حبق', 'ريحان', 'غار', 'سماق', 'دفلى'][count % 8]} ${count++}`,
    relation: 'mother' as const,
  };
  const kept = await enterRequest(
    opened,
    { form: form({ asker, ...changes }), by: 'ريم', twice: 'another-request' },
    randomBytes,
  );
  if (kept.kept !== 'new') throw new Error('not new');
  return kept;
}
type Given = RequestAct extends infer Act ? (Act extends RequestAct ? Omit<Act, 'upon'> : never) : never;
const act = (id: string, given: Given, by = 'ريم', known = people) =>
  actOnRequest(
    opened,
    id,
    { ...given, upon: readRequests(opened).get(id)!.entries.length } as RequestAct,
    by,
    known,
    TODAY,
  );
const code = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof SanadError) return error.code;
    throw error;
  }
  return 'done';
};
const linkedTo = (id: string, record: RecordId): void => {
  act(id, { is: 'link', record, standing: 'same' });
  if (record === DEAD) act(id, { is: 'link', record, standing: 'same' }, 'سليم');
};

describe('consent comes before everything', () => {
  test('a form without it is not read, so nothing of it can be kept', () => {
    const refused = (consent: unknown) => requestFormSchema.safeParse({ ...form(), consent }).success;
    expect(refused(undefined)).toBe(false);
    expect(refused({ how: 'spoken', grants: [] })).toBe(false);
    expect(refused({ how: 'spoken', grants: [CALL] })).toBe(false);
    expect(refused({ how: 'spoken', grants: [{ ...COMPARE, fields: ['asker'] }, CALL] })).toBe(false);
    expect(refused({ how: 'spoken', grants: [COMPARE, CALL] })).toBe(true);
  });

  test('a telephone number needs a consent to be called; with the code alone none is kept', () => {
    const { contact: _, ...rest } = form({ consent: { how: 'spoken', grants: [COMPARE] } });
    const read = (contact: unknown) => requestFormSchema.safeParse({ ...rest, contact }).success;
    expect(read(form().contact)).toBe(false);
    expect(read({ channel: 'code-only', leave: 'nothing' })).toBe(true);
  });

  test('what is public is public alone: no grant mixes audiences', () => {
    const mixed = { purpose: 'publish', audience: 'partners', fields: ['sought'] };
    expect(
      requestFormSchema.safeParse(
        form({ consent: { how: 'spoken', grants: [COMPARE, CALL, mixed as never] } }),
      ).success,
    ).toBe(false);
  });
});

describe('a request', () => {
  test('a script tag in every field is text, kept and given back as it is', async () => {
    const tag = '<script>alert(1)</script>';
    const { id } = await entered({
      sought: { names: { given: tag, father: tag, family: tag }, home: tag, heldAt: tag, words: tag },
      asker: { name: tag, relation: 'mother' },
      contact: { channel: 'phone', at: tag, hours: tag, codeWord: tag, leave: 'nothing', notes: tag },
      description: { belongings: [tag], words: tag },
    });
    const kept = readRequests(opened).get(id)!;
    expect([
      kept.sought?.names.given,
      kept.asker?.name,
      kept.contact?.notes,
      kept.description?.belongings,
    ]).toEqual([tag, tag, tag, [tag]]);
  });

  test('sent twice is recognised and told, and stored once', async () => {
    const twice = form({
      sought: { names: { given: 'غيث', father: 'مازن', family: 'التركماني' }, birth: '1990' },
    });
    const first = await enterRequest(opened, { form: twice, by: 'ريم' }, randomBytes);
    const before = opened.version();
    const spelled = form({
      sought: { names: { given: 'غيث', father: 'مازن', family: 'تركماني' }, birth: '1990-03' },
    });
    const again = await enterRequest(opened, { form: spelled, by: 'سليم' }, randomBytes);
    expect(first.kept).toBe('new');
    expect(again).toMatchObject({ kept: 'known', same: [{ id: first.kept === 'new' && first.id }] });
    expect(opened.version()).toBe(before);
  });

  test('by two relatives stays two, and they meet at the record', async () => {
    const mother = await entered();
    const brother = await entered({ asker: { name: 'زياد الزعرور', relation: 'brother' } });
    act(mother.id, { is: 'link', record: ALIVE, standing: 'same' });
    act(brother.id, { is: 'link', record: ALIVE, standing: 'same' });
    const requests = readRequests(opened);
    expect(requests.get(mother.id)!.asker).not.toEqual(requests.get(brother.id)!.asker);
    expect([mother, brother].map(({ id }) => requests.get(id)!.links[0]!.record)).toEqual([ALIVE, ALIVE]);
  });

  test('two desks that decide at once: the second is told and nothing is lost', async () => {
    const { id } = await entered();
    const upon = readRequests(opened).get(id)!.entries.length;
    const decide = (state: 'open' | 'incomplete') =>
      actOnRequest(opened, id, { is: 'state', state, reason: 'قرأناه', upon }, 'ريم', people, TODAY);
    decide('open');
    expect(code(() => decide('incomplete'))).toBe('tracing.moved-on');
    expect(readRequests(opened).get(id)!.state).toBe('open');
  });

  test('is answered and closed only when somebody was told something', async () => {
    const { id } = await entered();
    act(id, { is: 'state', state: 'open', reason: 'كامل' });
    expect(code(() => act(id, { is: 'state', state: 'answered', reason: '-' }))).toBe('tracing.needs-told');
    expect(code(() => act(id, { is: 'state', state: 'closed', reason: '-' }))).toBe('tracing.needs-told');
    expect(code(() => act(id, { is: 'state', state: 'received', reason: '-' }))).toBe(
      'tracing.state-impossible',
    );
    const call = act(id, { is: 'propose', matter: 'nothing-new', words: 'مضى شهر' }).calls[0]!.call;
    act(id, { is: 'told', call, to: 'الأم', checked: 'code-word', script: 'nothing-new.1', words: 'شكرت' });
    expect(act(id, { is: 'state', state: 'answered', reason: 'قيل' }).state).toBe('answered');
  });
});

describe('what a family is told', () => {
  test('of a death: two people say it is the same, two people prepare the call, then it is told', async () => {
    const { id } = await entered();
    expect(act(id, { is: 'link', record: DEAD, standing: 'same' }).links[0]!.waits).toBe('second-person');
    expect(code(() => act(id, { is: 'propose', matter: 'death', words: 'السجل' }))).toBe(
      'tracing.not-established',
    );
    expect(code(() => act(id, { is: 'link', record: DEAD, standing: 'same' }, ' ريم '))).toBe(
      'tracing.same-person',
    );
    expect(act(id, { is: 'link', record: DEAD, standing: 'same' }, 'سليم').links[0]!.waits).toBeUndefined();
    const call = act(id, { is: 'propose', matter: 'death', words: 'السجل' }).calls[0]!.call;
    const told: Given = {
      is: 'told',
      call,
      to: 'الأم',
      checked: 'code-word',
      script: 'death.1',
      words: 'معها أختها',
    };
    expect(receiptAnswer(readRequests(opened).get(id)!)).toBe('nothing-new');
    expect(code(() => act(id, told))).toBe('tracing.second-person');
    expect(code(() => act(id, { is: 'agree', call }))).toBe('tracing.same-person');
    expect(receiptAnswer(act(id, { is: 'agree', call }, 'سليم'))).toBe('will-call');
    expect(code(() => act(id, { ...told, script: 'lead.1' }))).toBe('request.invalid');
    const after = act(id, told);
    expect(after.calls[0]!.told).toMatchObject({
      to: 'الأم',
      by: 'ريم',
      script: 'death.1',
      consent: [COMPARE, CALL],
    });
    expect(receiptAnswer(after)).toBe('nothing-new');
    // a statement of death closes nothing
    expect(after.state).toBe('received');
  });

  test('of somebody who is said to be dead later: what one person decided before waits for a second', async () => {
    const { id } = await entered();
    linkedTo(id, ALIVE);
    const since: KnownPeople = { ...people, fatesOf: () => ['reported-dead'] };
    const prepare: Given = { is: 'propose', matter: 'death', words: 'قائمة جديدة' };
    expect(code(() => act(id, prepare, 'ريم', since))).toBe('tracing.not-established');
    act(id, { is: 'link', record: ALIVE, standing: 'same' }, 'سليم', since);
    expect(code(() => act(id, prepare, 'ريم', since))).toBe('done');
  });

  test('a grown person who was found decides first', async () => {
    const { id } = await entered();
    linkedTo(id, ALIVE);
    const alive: Given = { is: 'propose', matter: 'alive', words: 'اتصل بنا' };
    expect(code(() => act(id, alive))).toBe('tracing.found-decides');
    act(id, { is: 'found', decision: 'asked' });
    expect(code(() => act(id, alive))).toBe('tracing.found-decides');
    act(id, { is: 'found', decision: 'may-tell-this', words: 'أنه بخير، لا أين هو' });
    const call = act(id, alive).calls[0]!.call;
    act(id, { is: 'agree', call }, 'سليم');
    // he changed his mind before the call: nothing is told, and the code says nothing
    const after = act(id, { is: 'found', decision: 'may-not-tell' });
    expect(receiptAnswer(after)).toBe('nothing-new');
    expect(
      code(() =>
        act(id, { is: 'told', call, to: 'الأم', checked: 'code-word', script: 'alive.1', words: '-' }),
      ),
    ).toBe('tracing.found-decides');
  });

  test('a narrowed consent is kept to: without “call” nobody rings up', async () => {
    const { id } = await entered();
    act(id, { is: 'consent', consent: { how: 'spoken', grants: [COMPARE] }, reason: 'الخط مراقب' });
    const call = act(id, { is: 'propose', matter: 'nothing-new', words: 'شهر' }).calls[0]!.call;
    const told = (checked: 'code-word' | 'papers') =>
      act(id, { is: 'told', call, to: 'الأم', checked, script: 'nothing-new.1', words: '-' });
    expect(code(() => told('code-word'))).toBe('tracing.no-consent');
    expect(code(() => told('papers'))).toBe('done');
  });

  test('nothing about a file that is hidden while identity is checked', async () => {
    const { id } = await entered();
    linkedTo(id, ALIVE);
    const frozen: KnownPeople = {
      fatesOf: (record) => (record === ALIVE ? undefined : FATES[record]),
      hidden: new Set([ALIVE]),
    };
    expect(code(() => act(id, { is: 'propose', matter: 'on-a-list', words: '-' }, 'ريم', frozen))).toBe(
      'tracing.not-established',
    );
    expect(code(() => act(id, { is: 'link', record: ALIVE, standing: 'likely' }, 'ريم', frozen))).toBe(
      'tracing.record-unknown',
    );
    expect(act(id, { is: 'state', state: 'open', reason: '-' }, 'ريم', frozen).links).toEqual([]);
  });
});

describe('the family’s code', () => {
  test('finds the request as it is read out, in Arabic digits too', async () => {
    const { id, code: digits } = await entered();
    const spoken = digits.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
    expect((await requestByCode(spoken, readRequests(opened).values())).id).toBe(id);
  });

  test('with a mistake names the group to ask again; of nobody it finds nothing', async () => {
    const { code: digits } = await entered();
    const wrong = digits.replace(/^\d/, (digit) => String((Number(digit) + 1) % 10));
    await expect(requestByCode(wrong, readRequests(opened).values())).rejects.toMatchObject({
      code: 'tracing.code-wrong',
      data: { groups: '1' },
    });
    await expect(requestByCode(digits, [])).rejects.toMatchObject({ code: 'tracing.code-unknown' });
  });

  test('is not in the case: what is kept cannot be turned back into it', async () => {
    const { id, code: digits } = await entered();
    expect(JSON.stringify(readRequests(opened).get(id))).not.toContain(digits.slice(0, 11));
  });
});

test('withdrawn, a request is asked about no more, answers so, and can be erased for ever', async () => {
  const { id } = await entered({ asker: { name: 'أم التي سحبت', relation: 'mother' } });
  expect(code(() => requestErasable(opened, id))).toBe('request.not-found');
  const after = act(id, { is: 'withdraw', reason: 'طلبت الأم' });
  expect(receiptAnswer(after)).toBe('withdrawn');
  expect(code(() => act(id, { is: 'propose', matter: 'nothing-new', words: '-' }))).toBe('tracing.withdrawn');
  const erasure = { basis: 'consent-withdrawn', reason: 'طلبت الأم', by: 'ريم', second: 'سامي' } as const;
  opened.erase({ what: requestErasable(opened, id), ...erasure });
  const left = readRequests(opened).get(id)!;
  expect(JSON.stringify(left)).not.toContain('سحبت');
  expect(left).toMatchObject({ withdrawn: true, grants: [] });
});

test('nobody without the class of contacts reads a request, not even that there is one', () => {
  expect(readRequests(opened).size).toBeGreaterThan(5);
  expect(readRequests(opened.as(['team', 'source', 'key'])).size).toBe(0);
});
