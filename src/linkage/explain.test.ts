import { describe, expect, test } from 'vitest';
import { explainPair, type LinkRow, linkRows } from './index.ts';

const FAMILIES = ['الحموي', 'زيتون', 'كنعان', 'قاسم', 'الأسود'];
const GIVEN = ['سامر', 'وائل', 'رامي', 'هيثم', 'نزار', 'كنان', 'ماهر'];
const rows: LinkRow[] = Array.from({ length: 70 }, (_, n) => ({
  key: `k${n}`,
  list: n % 2 ? 'register' : 'inquiries',
  fields: {
    'name.given': GIVEN[n % 7]!,
    'name.father': GIVEN[(n >> 1) % 7]!,
    'name.family': FAMILIES[(n >> 2) % 5]!,
    'birth.date': String(1950 + ((n >> 1) % 40)),
  },
}));
const { model } = linkRows(rows);
const a: LinkRow = {
  key: 'a',
  list: 'register',
  fields: { 'name.full': 'سامر رامي الحموي', 'birth.date': '1970', 'name.mother': 'رنا' },
};
const outcomes = (b: LinkRow) =>
  Object.fromEntries(explainPair(model, a, b).reasons.map(({ part, outcome }) => [part, outcome]));

describe('an explanation', () => {
  test('names each part as agreeing, missing or contradicting', () => {
    const brother = {
      key: 'b',
      list: 'inquiries',
      fields: { 'name.full': 'وائل رامي الحموي', 'birth.date': '1970' },
    };
    expect(outcomes(brother)).toMatchObject({
      'name.given': 'contradict',
      'name.father': 'agree',
      'name.family': 'agree',
      'name.mother': 'missing',
      'birth.date': 'agree',
    });
    expect(explainPair(model, a, brother).verdict).not.toBe('same');
  });

  test('a given name that is written like the family of both has not moved: brothers are contradicted', () => {
    const of = (given: string) => ({
      key: given,
      list: 'register',
      fields: { 'name.given': given, 'name.father': 'رامي', 'name.family': 'السامر', 'birth.date': '1970' },
    });
    const pair = explainPair(model, of('سامر'), { ...of('وائل'), list: 'inquiries' });
    expect(pair.reasons.find(({ part }) => part === 'name.given')).toMatchObject({ outcome: 'contradict' });
  });

  test('a father left out and a father contradicted are far apart', () => {
    const omitted = {
      key: 'b',
      list: 'inquiries',
      fields: { 'name.full': 'سامر الحموي', 'birth.date': '1970' },
    };
    const contradicted = {
      key: 'b',
      list: 'inquiries',
      fields: { 'name.full': 'سامر هيثم الحموي', 'birth.date': '1970' },
    };
    const weightOf = (b: LinkRow) =>
      explainPair(model, a, b).reasons.reduce((sum, { weight }) => sum + weight, 0);
    expect(weightOf(omitted) - weightOf(contradicted)).toBeGreaterThan(2);
  });

  test('its weights sum to the log odds of its probability', () => {
    for (const b of rows.slice(0, 20)) {
      const { probability, reasons } = explainPair(model, a, b);
      const sum = reasons.reduce((total, { weight }) => total + weight, 0);
      expect(1 / (1 + 2 ** -sum)).toBeCloseTo(probability, 6);
    }
  });

  test('agreement on a name says how common it is', () => {
    const reason = explainPair(model, a, rows[0]!).reasons.find(({ part }) => part === 'name.given')!;
    expect(reason.commonness).toBeGreaterThan(50);
    expect(reason.commonness).toBeLessThan(300);
  });
});
