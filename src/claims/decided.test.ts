import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim, ClaimMatter, Decision, DecisionId, StatementId } from '../model/index.ts';
import { deriveClaims } from './index.ts';
import { report } from './trial/reports.ts';

const inside = (quote: string, through: readonly string[], place?: string) => ({
  quote,
  through,
  figure: ['approx', 900, 'still-inside'] as const,
  ...(place !== undefined && { place }),
});
const wire = report('Harbour Wire', '2025-03-08', [
  inside('About 900 people are still inside the mill.', ['Jawfan Governorate'], 'Marsa mill'),
  { quote: 'Nobody has found a second cellar.', through: ['rescuers'] },
]);
const post = report('Zahrin Post', '2025-03-09', [
  inside('Some 900 people are still inside the mill.', ['Jawfan Governorate'], 'Marsa mill'),
  inside('Some 900 are inside still, a guard said.', ['a guard'], 'Marsa mill'),
]);
const lantern = report('The Lantern', '2025-03-10', [
  {
    quote: 'A family counts 40 of its men among those still inside.',
    through: ['Umm Nadir'],
    figure: ['eq', 40, 'still-inside'],
    place: 'Marsa mill',
  },
]);
const reports = [wire, post, lantern];
const [first, second, guard, family] = [wire, post, post, lantern].map(
  ({ record }, at) => record.statements[at === 2 ? 1 : 0]!.id,
) as [StatementId, StatementId, StatementId, StatementId];

let made = 0;
const decided = (matter: ClaimMatter, reason?: string): Decision => ({
  id: `d${++made}` as DecisionId,
  by: 'Rula Haddadin',
  at: `2025-03-11T08:00:${String(made % 60).padStart(2, '0')}Z`,
  ...(reason !== undefined && { reason }),
  ...matter,
});
const link = (a: StatementId, b: StatementId, judgement: 'same' | 'different') =>
  decided({ kind: 'claim-link', a, b, judgement });
const claimsWith = (...standing: readonly Decision[]): Claim[] => deriveClaims(reports, [], standing);
const holding = (claims: readonly Claim[], statement: StatementId): Claim =>
  claims.find(({ mentions }) => mentions.some((each) => each.statement === statement))!;
const mentionsOf = (claim: Claim): StatementId[] => claim.mentions.map(({ statement }) => statement);

describe('what people decide about claims', () => {
  test('the machine takes one number in one place for one claim', () => {
    expect(mentionsOf(holding(claimsWith(), first))).toEqual([first, second, guard]);
  });

  test('a statement told apart leaves, and its claim says where it went', () => {
    const claims = claimsWith(link(guard, first, 'different'));
    expect(mentionsOf(holding(claims, first))).toEqual([first, second]);
    expect(mentionsOf(holding(claims, guard))).toEqual([guard]);
    expect(holding(claims, first).toldApart).toMatchObject([
      { own: first, other: guard, claim: holding(claims, guard).id, by: 'Rula Haddadin' },
    ]);
  });

  test('two claims that a person joins are one, and show whose word joined them', () => {
    const claims = claimsWith(link(family, first, 'same'));
    expect(mentionsOf(holding(claims, first))).toEqual([first, second, guard, family]);
    const confirmed = holding(claims, first).mentions.map(({ confirmed: sure }) => sure === true);
    expect(confirmed).toEqual([true, false, false, true]);
  });

  test('"different" holds against a chain of "same", whichever came first', () => {
    const apart = link(family, second, 'different');
    const joined = link(family, first, 'same');
    for (const standing of [
      [apart, joined],
      [joined, apart],
    ]) {
      const claims = claimsWith(...standing);
      expect(holding(claims, family).id).not.toBe(holding(claims, second).id);
    }
  });

  test('an assessment outranks what was counted, and tells when the claim has changed since', () => {
    const assessed = decided(
      { kind: 'claim-assess', statements: [first, second, guard], verification: 'refuted' },
      'The mill has room for 300.',
    );
    const claim = holding(claimsWith(assessed), first);
    expect(claim.verification).toBe('refuted');
    expect(claim.assessment).toMatchObject({ since: 'unchanged', reason: 'The mill has room for 300.' });
    expect(claim.mentions.every(({ confirmed }) => confirmed)).toBe(true);
    const grown = holding(claimsWith(assessed, link(family, first, 'same')), first);
    expect(grown.assessment).toMatchObject({ since: 'changed', mentions: 3 });
  });

  test('a relation that does not hold is gone both ways and can be seen; one that holds is no suggestion', () => {
    const relation = { from: first, relation: 'contradicts', to: family } as const;
    const no = claimsWith(decided({ kind: 'claim-relation', ...relation, judgement: 'does-not-hold' }));
    for (const [own, other] of [
      [first, family],
      [family, first],
    ] as const) {
      const types = holding(no, own).relations.filter(({ claim }) => claim === holding(no, other).id);
      expect(types.some(({ type }) => type === 'contradicts')).toBe(false);
      expect(holding(no, own).refused).toMatchObject([{ type: 'contradicts', suggested: false }]);
    }
    const yes = claimsWith(decided({ kind: 'claim-relation', ...relation, judgement: 'holds' }));
    expect(holding(yes, family).relations).toContainEqual(
      expect.objectContaining({ type: 'contradicts', suggested: false }),
    );
    expect(holding(yes, family).verification).toBe('contradicted');
  });

  test('decisions about reports that no longer count are passed over', () => {
    const standing = [link(first, family, 'same'), link(guard, first, 'different')];
    expect(deriveClaims([wire], [], standing)).toEqual(deriveClaims([wire], []));
  });

  test('undone, everything is as it was; the order of reports never matters; every statement stands once', () => {
    const ids = reports.flatMap(({ record }) => record.statements.map(({ id }) => id));
    const anyLink = fc.record({
      a: fc.constantFrom(...ids),
      b: fc.constantFrom(...ids),
      judgement: fc.constantFrom('same' as const, 'different' as const),
    });
    fc.assert(
      fc.property(fc.array(anyLink, { maxLength: 6 }), anyLink, (links, last) => {
        const standing = links.map(({ a, b, judgement }) => link(a, b, judgement));
        const before = claimsWith(...standing);
        const during = claimsWith(...standing, link(last.a, last.b, last.judgement));
        expect(during.flatMap(mentionsOf).sort()).toEqual([...ids].sort());
        expect(claimsWith(...standing)).toEqual(before);
        expect(deriveClaims([lantern, wire, post], [], standing)).toEqual(before);
        for (const one of standing.filter((each) => 'judgement' in each && each.judgement === 'different')) {
          if (one.kind !== 'claim-link' || one.a === one.b) continue;
          const newer = standing.findLast(
            (each) =>
              each.kind === 'claim-link' && [one.a, one.b].every((id) => id === each.a || id === each.b),
          );
          if (newer === one) expect(holding(before, one.a).id).not.toBe(holding(before, one.b).id);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('what people decide about a part of a statement', () => {
  const flight = report('Harbour Wire', '2025-03-08', [
    { quote: 'The minister left the country on a cargo plane and was granted asylum in Norvia.' },
  ]);
  const refuge = report('Zahrin Post', '2025-03-09', [{ quote: 'Bread is handed out at the old station.' }]);
  const whole = flight.record.statements[0]!.id;
  const part = `${whole}.51-79` as StatementId;
  const other = refuge.record.statements[0]!.id;

  test('a part is a claim of its own, told of whom it is said', () => {
    const claims = deriveClaims([flight, refuge], []);
    expect(holding(claims, part).text).toBe('The minister … was granted asylum in Norvia');
    expect(holding(claims, whole).mentions[0]).toMatchObject({
      quote: 'The minister left the country on a cargo plane',
      start: 0,
      end: 46,
    });
  });

  test('joining it with another leaves the rest of its sentence alone', () => {
    const claims = deriveClaims([flight, refuge], [], [link(part, other, 'same')]);
    expect(mentionsOf(holding(claims, other))).toEqual([part, other]);
    expect(mentionsOf(holding(claims, whole))).toEqual([whole]);
  });

  test('a decision on words that are parted otherwise by now goes to the part that holds most of them', () => {
    const before = `${whole}.55-79` as StatementId;
    const claims = deriveClaims([flight, refuge], [], [link(before, other, 'same')]);
    expect(mentionsOf(holding(claims, other))).toEqual([part, other]);
    const gone = `${whole}.0-20` as StatementId;
    const rest = deriveClaims([flight, refuge], [], [link(gone, other, 'same')]);
    expect(mentionsOf(holding(rest, other))).toEqual([whole, other]);
  });
});
