import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Case, createCase } from '../ledger/index.ts';
import { type Claim, claimPageSchema, claimsPageSchema, wholeStatement } from '../model/index.ts';
import { filesAt, receiveFiles } from '../receive/index.ts';
import { type ClaimsOfCase, claimPage, claimsOf, claimsPage, tellingClaims } from './index.ts';

const example = resolve(import.meta.dirname, '../../examples/qalaat-al-rih/reports');

describe('the example case', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-claims-'));
  let opened: Case;
  let derived: ClaimsOfCase;
  let number: Claim;

  beforeAll(async () => {
    opened = await createCase(join(folder, 'case'), { unsealed: true });
    await receiveFiles(opened, await filesAt([example]), { by: 'test', mode: 'add' });
    derived = claimsOf(opened);
    number = derived.claims.find(({ figure }) => figure?.value === 80_000)!;
  });
  afterAll(() => {
    opened.close();
    rmSync(folder, { recursive: true });
  });

  test('80,000 stands in seven reports, in two languages, and goes back to one office', () => {
    const asserting = number.mentions.filter(({ stance }) => stance !== 'denies');
    expect(new Set(asserting.map(({ item }) => item)).size).toBeGreaterThanOrEqual(7);
    expect(new Set(asserting.map(({ outlet }) => outlet)).size).toBeGreaterThanOrEqual(6);
    expect(number.origins[0]?.name).toMatch(/Jawfan Governorate|محافظة جوفان/);
    expect(number.independent).toBe(1);
  });

  test('and is denied by those who know the place', () => {
    expect(number.denied).toBe(true);
    expect(number.verification).toBe('contradicted');
  });

  test('it is what the overview shows', () => expect(tellingClaims(derived.claims, 3)).toContain(number));

  test('300 released and 300 bodies are never one claim', () => {
    const bodies = derived.claims.filter(({ measure }) => measure === 'bodies-found');
    for (const { mentions } of bodies)
      for (const { figure, stance } of mentions)
        if (figure || stance !== 'denies') expect(figure?.measure).toBe('bodies-found');
    expect(
      bodies.some(({ relations }) => relations.some(({ type }) => type === 'same-number-different-thing')),
    ).toBe(true);
  });

  test('a copied line is known as a copy', () =>
    expect(derived.claims.some(({ mentions }) => mentions.some(({ copyOf }) => copyOf !== undefined))).toBe(
      true,
    ));

  test('every statement stands in a claim, each of its parts in one, at its own words', () => {
    const mentions = derived.claims.flatMap((claim) => claim.mentions);
    const all = mentions.map(({ statement }) => statement);
    expect(new Set(all).size).toBe(all.length);
    const statements = [...opened.records()].flatMap((record) =>
      record.kind === 'report' ? record.statements : [],
    );
    expect(new Set(all.map(wholeStatement))).toEqual(new Set(statements.map(({ id }) => id)));
    const parts = mentions.filter(({ statement }) => wholeStatement(statement) !== statement);
    expect(parts.length).toBeGreaterThan(5);
    for (const part of parts) {
      const whole = statements.find(({ id }) => id === wholeStatement(part.statement))!;
      expect(part.start >= whole.start && part.end <= whole.end).toBe(true);
      expect(whole.quote).toContain(part.quote);
    }
  });

  test('the pages have the shapes that the server promises', () => {
    expect(claimsPageSchema.parse(claimsPage(derived.claims)).groups[0]?.claims[0]?.id).toBe(
      derived.claims[0]?.id,
    );
    const page = claimPageSchema.parse(claimPage(opened, derived, number.id));
    for (const { mention, quote } of page.passages) expect(quote).toBe(number.mentions[mention]?.quote);
  });

  test('a withdrawn report does not count', () => {
    const item = number.mentions.find(({ outlet }) => outlet === 'Zahrin Post')!.item;
    opened.decide({ kind: 'withdraw-item', item }, 'test');
    const again = claimsOf(opened).claims.flatMap(({ mentions }) => mentions.map((mention) => mention.item));
    expect(again).not.toContain(item);
  });
});
