import type { Case } from '../../ledger/index.ts';
import {
  type FoundBody,
  NEXT_REMAINS_STATES,
  type RandomBytes,
  type RemainsAct,
  type RemainsFile,
  type RemainsState,
  type RemainsSummary,
  randomId,
  SanadError,
} from '../../model/index.ts';
import { isSamePerson } from '../kept.ts';

/**
 * The register of a hospital or morgue. What a body shows is of the class `team`; whose it may be, and who said so, of
 * the class `contact`, as are the families. Photographs are items of the vault, behind the class `key`.
 */
export type KeptRemains = RemainsFile;

type Growing = { -readonly [Name in keyof KeptRemains]: KeptRemains[Name] } & {
  history: RemainsFile['history'];
};

/** Every body of the case by its id, in the order entered. */
export function readRemains(opened: Case): ReadonlyMap<string, KeptRemains> {
  const all = new Map<string, Growing>();
  const confirming = new Map<string, string>();
  for (const { facts, slots, at, entry, by } of opened.events('remains')) {
    const id = String(facts.remains);
    const body = slots.get('body') as FoundBody | undefined;
    let file = all.get(id);
    if (!file) {
      file = {
        id,
        code: body?.code ?? '',
        state: 'unidentified',
        enteredAt: at,
        marks: 0,
        photographs: 0,
        upon: 0,
        history: [],
      };
      all.set(id, file);
    }
    file.upon++;
    if (body) {
      file.body = body;
      file.code = body.code;
      file.marks = body.marks.filter(({ absent }) => !absent).length;
      file.photographs = body.photographs.length;
      file.found = body.found;
      file.sex = body.sex;
    }
    const state = facts.state as RemainsState | undefined;
    const who = String(slots.get('who') ?? by ?? '');
    const words = slots.get('reason') as string | undefined;
    file.history.push({ entry, at, by: who, is: String(facts.is), words, state });
    if (state === undefined) continue;
    if (state === 'confirmed' && !confirming.has(id)) {
      confirming.set(id, who);
      file.waits = 'second-person';
      continue;
    }
    file.state = state;
    delete file.waits;
    confirming.delete(id);
    if (state === 'unidentified') delete file.request;
    const request = slots.get('request');
    if (typeof request === 'string') file.request = request;
  }
  return all;
}

/** @throws SanadError `remains.code-taken` */
export function enterRemains(opened: Case, body: FoundBody, by: string, random: RandomBytes): string {
  freeCode(opened, body.code, undefined);
  const id = randomId(random);
  opened.note({ kind: 'remains', by, facts: { remains: id, is: 'entered' }, slots: slotsOf(body, by) });
  return id;
}

/**
 * @param requests ids that a preliminary decision may name
 * @throws SanadError `request.not-found`, `tracing.moved-on`, `tracing.same-person`, `remains.state-impossible`,
 *   `remains.code-taken`
 */
export function actOnRemains(
  opened: Case,
  id: string,
  act: RemainsAct,
  by: string,
  requests: ReadonlySet<string>,
): KeptRemains {
  const file = readRemains(opened).get(id);
  if (!file) throw new SanadError('request.not-found');
  if (act.upon !== file.upon) throw new SanadError('tracing.moved-on');
  if (act.is === 'amend') {
    freeCode(opened, act.body.code, id);
    opened.note({
      kind: 'remains',
      by,
      facts: { remains: id, is: 'amend' },
      slots: [...slotsOf(act.body, by), { name: 'reason', sensitivity: 'team', value: act.reason }],
    });
  } else {
    // Who said it first is known by name to those alone who may read it: else one person could be two.
    if (!opened.classes.has('contact')) throw new SanadError('case.class-closed', { class: 'contact' });
    const { state, request, reason } = act;
    const named = request !== undefined && requests.has(request);
    if (!NEXT_REMAINS_STATES[file.state].includes(state) || (state === 'preliminary') !== named)
      throw new SanadError('remains.state-impossible');
    const first = file.waits ? file.history.findLast((one) => one.state === 'confirmed')?.by : undefined;
    if (state === 'confirmed' && first !== undefined && isSamePerson(first, by))
      throw new SanadError('tracing.same-person');
    opened.note({
      kind: 'remains',
      by,
      facts: { remains: id, is: 'state', state },
      slots: [
        { name: 'reason', sensitivity: 'team', value: reason },
        { name: 'who', sensitivity: 'contact', value: by },
        ...(request === undefined
          ? []
          : [{ name: 'request', sensitivity: 'contact' as const, value: request }]),
      ],
    });
  }
  return readRemains(opened).get(id)!;
}

const slotsOf = (body: FoundBody, by: string) => [
  { name: 'body', sensitivity: 'team' as const, value: body },
  { name: 'who', sensitivity: 'contact' as const, value: by },
];

function freeCode(opened: Case, code: string, own: string | undefined): void {
  for (const [id, file] of readRemains(opened))
    if (id !== own && file.code.toLowerCase() === code.toLowerCase())
      throw new SanadError('remains.code-taken', { code });
}

export const remainsSummary = ({
  id,
  code,
  state,
  waits,
  enteredAt,
  found,
  sex,
  marks,
  photographs,
}: KeptRemains): RemainsSummary => ({
  id,
  code,
  state,
  enteredAt,
  marks,
  photographs,
  ...(waits ? { waits } : {}),
  ...(found === undefined ? {} : { found }),
  ...(sex === undefined ? {} : { sex }),
});
