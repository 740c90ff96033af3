import {
  createRegister,
  explainPair,
  type LinkModel,
  type LinkRow,
  type Register,
} from '../linkage/index.ts';
import type { Property, Reason, Sought, Verdict } from '../model/index.ts';

/**
 * Whether a row may be about somebody who is sought. Names find the few candidates (the register of `linkage`, across
 * scripts and spellings), then every field of both is compared and explained. Pure.
 */
export interface Hit {
  readonly request: string;
  readonly record: string;
  readonly probability: number;
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
}

/**
 * Candidates that a name brings. Its score only puts them in order: it counts namesakes already, who are counted once
 * more where the chance is shared.
 */
const CANDIDATES = 24;
/** From here on a person should look. One too many costs a minute, one too few a family its answer. */
export const LEAST_SHOWN = 0.02;

/** A request as a row to be compared with others. */
export function rowOfRequest(id: string, sought: Sought): LinkRow {
  const { names, sex, birth, birthPlace, home, arrest, lastSeen, heldAt } = sought;
  const mother = [names.mother, names['mother-family']].filter((part) => part !== undefined).join(' ');
  const fields: Partial<Record<Property, string | undefined>> = {
    'name.given': names.given,
    'name.father': names.father,
    'name.grandfather': names.grandfather,
    'name.family': names.family,
    'name.mother': mother === '' ? undefined : mother,
    'name.teknonym': names.teknonym,
    'name.nickname': names.nickname,
    'birth.date': birth,
    'place.birth': birthPlace,
    place: home,
    sex,
    'arrest.date': arrest,
    'seen.date': lastSeen,
    'place.detention': heldAt,
  };
  return {
    key: id,
    list: 'requests',
    fields: Object.fromEntries(
      Object.entries(fields).filter(([, value]) => value !== undefined),
    ) as LinkRow['fields'],
  };
}

export type Direction = 'rows-ask' | 'requests-ask';

/** Share of those who ask that stands in the register at all, where nobody knows: it moves every chance alike. */
const FOUND_AT_ALL = 0.25;

/**
 * Compares each of these with all that a register holds. One asked a step, so that whoever takes them can pause. Whoever
 * asks is one person: several who fit share the chance, and in a large register more fit by chance alone.
 */
export function* compareEach(
  asking: Iterable<LinkRow>,
  { register, rowOf }: { readonly register: Register; rowOf(key: string): LinkRow | undefined },
  model: LinkModel,
  direction: Direction,
): Generator<readonly Hit[]> {
  const share = FOUND_AT_ALL / Math.max(1, register.size);
  const prior = odds(share) / odds(model.matchShare.at(-1)!);
  for (const row of asking) {
    const fitting: { readonly hit: Omit<Hit, 'probability'>; readonly odds: number }[] = [];
    for (const { key } of register.find(queryOf(row), CANDIDATES)) {
      const other = rowOf(key);
      if (!other) continue;
      const [request, record] = direction === 'rows-ask' ? [other, row] : [row, other];
      const { probability, verdict, reasons } = explainPair(model, request, record);
      if (verdict !== 'different')
        fitting.push({
          hit: { request: request.key, record: record.key, verdict, reasons },
          odds: odds(probability) * prior,
        });
    }
    const all = 1 + fitting.reduce((sum, one) => sum + one.odds, 0);
    yield fitting
      .map(({ hit, odds: own }) => ({ ...hit, probability: own / all }))
      .filter(({ probability }) => probability >= LEAST_SHOWN);
  }
}

/** Bounded, so that a certainty still stands beside others. */
const odds = (probability: number): number => {
  const bounded = Math.min(Math.max(probability, 1e-9), 1 - 1e-9);
  return bounded / (1 - bounded);
};

/** A register of requests, for rows to ask. */
export function registerOf(requests: readonly LinkRow[], model: LinkModel) {
  const byKey = new Map(requests.map((row) => [row.key, row]));
  return { register: createRegister(requests, model), rowOf: (key: string) => byKey.get(key) };
}

const NAMES = ['name.given', 'name.father', 'name.grandfather', 'name.family'] as const;

function queryOf({ fields }: LinkRow) {
  const slots = NAMES.flatMap((slot) => fields[slot] ?? []);
  const full = fields['name.full'];
  const name = full !== undefined && slots.length < 3 ? full : slots.join(' ');
  const born = /\d{4}/.exec(fields['birth.date'] ?? '')?.[0];
  const place = fields.place ?? fields['place.birth'];
  return {
    name: name || (fields['name.nickname'] ?? ''),
    ...(born === undefined ? {} : { birthYear: Number(born) }),
    ...(place === undefined ? {} : { place }),
  };
}
