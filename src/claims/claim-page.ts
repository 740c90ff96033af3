import { readLayer } from '../intake/index.ts';
import type { Case } from '../ledger/index.ts';
import {
  type Claim,
  type ClaimId,
  type ClaimInShort,
  type ClaimPage,
  type ItemId,
  layerOffset,
  type Mention,
  SanadError,
  type Span,
  standingDecisions,
  type TextLayer,
} from '../model/index.ts';
import type { ClaimsOfCase } from './claims-of.ts';
import { namesIn } from './given-names.ts';

/** How much of the text around a quote is shown on each side, in characters. */
const AROUND = 280;

/**
 * The claim under an id. One that was joined into another is found there: its id is a statement's, and statements do
 * not go. Throws SanadError `request.not-found` where there is none.
 */
export function claimById(claims: readonly Claim[], id: ClaimId): Claim {
  const claim =
    claims.find((each) => each.id === id) ??
    claims.find(({ mentions }) => mentions.some(({ statement }) => (statement as string) === id));
  if (!claim) throw new SanadError('request.not-found');
  return claim;
}

/**
 * One claim with every quote in its place, the claims it stands to, and what its reports have in common. Throws
 * SanadError `request.not-found` where there is no such claim.
 */
export function claimPage(opened: Case, { claims, reuse }: ClaimsOfCase, id: ClaimId): ClaimPage {
  const claim = claimById(claims, id);
  const layers = new Map<ItemId, TextLayer>();
  const layerOf = ({ item }: Mention): TextLayer => {
    const known = layers.get(item);
    if (known) return known;
    const layer = readLayer(opened.item(item).file, opened.itemBytes(item));
    layers.set(item, layer);
    return layer;
  };
  const related = new Set(
    [...claim.relations, ...claim.refused, ...claim.near, ...claim.toldApart].map((each) => each.claim),
  );
  for (const other of claims)
    if (other.relations.some((relation) => relation.claim === claim.id)) related.add(other.id);
  const items = new Set(claim.mentions.map(({ item }) => item));
  return {
    claim,
    passages: claim.mentions.map((mention, i) => ({ mention: i, ...passage(layerOf(mention), mention) })),
    related: claims.filter((other) => related.has(other.id)).map(inShort),
    ...namesIn(claim, standingDecisions(opened.decisions())),
    reuse: reuse.filter(({ a, b }) => items.has(a.item) && items.has(b.item)).map((each) => ({ ...each })),
  };
}

export const inShort = ({
  id,
  text,
  texts,
  language,
  independent,
  denied,
  verification,
  relations,
}: Claim): ClaimInShort => ({
  id,
  text,
  texts,
  language,
  independent,
  denied,
  verification,
  relations,
});

function passage(layer: TextLayer, mention: Mention): Omit<ClaimPage['passages'][number], 'mention'> {
  const inText = ({ start, end }: Span): Span => {
    const first = layerOffset(layer, start, 'start');
    return { start: first, end: Math.max(first, layerOffset(layer, end, 'end')) };
  };
  const { start, end } = inText(mention);
  const inQuote = (span: Span): Span => {
    const within = inText(span);
    return { start: Math.max(0, within.start - start), end: Math.min(end, within.end) - start };
  };
  const hedges = mention.hedges.map(inQuote).filter((hedge) => hedge.end > hedge.start);
  const figure = mention.figure && inQuote(mention.figure);
  return {
    before: fromWord(layer.text.slice(Math.max(0, start - AROUND), start), start > AROUND),
    quote: layer.text.slice(start, end),
    after: toWord(layer.text.slice(end, end + AROUND), end + AROUND < layer.text.length),
    hedges,
    ...(figure && figure.end > figure.start && { figure }),
  };
}

/** Begins at a word where the text was cut. */
const fromWord = (text: string, cut: boolean): string => (cut ? text.replace(/^\S*\s+/u, '') : text);
const toWord = (text: string, cut: boolean): string => (cut ? text.replace(/\s+\S*$/u, '') : text);
