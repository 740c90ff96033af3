import {
  type Claim,
  type ClaimId,
  claimIdOf,
  type Decision,
  type Mention,
  type Reuse,
  type StatementId,
  type TimeWindow,
  type Verification,
} from '../model/index.ts';
import { saidOfClaims } from './assessed.ts';
import { clearest, sentenceOf, textsOf } from './claim-text.ts';
import { type DecidedPropositions, withDecisions } from './decided-propositions.ts';
import { type DecidedRelation, decidedRelations } from './decided-relations.ts';
import { givenNames } from './given-names.ts';
import { type Ground, sense } from './ground.ts';
import { groundOf } from './ground-of.ts';
import { isDefinite } from './measure-families.ts';
import { type Near, nearGroups } from './near-claims.ts';
import { independentVoices, type Origin, originsOf } from './origins.ts';
import type { Period } from './period.ts';
import { propositionsOf } from './propositions.ts';
import { putRightBy, readingsPutRight } from './put-right.ts';
import { relationsOf, type Side } from './relations.ts';
import { allSaid, type ReportIn, type Said, saidById } from './said.ts';
import { byTelling } from './telling.ts';
import { voicesOf } from './voices.ts';

/** What a claim without a figure is filed under. */
export const NO_MEASURE = 'statement';

/**
 * The claims of a set of reports: statements that say the same thing joined, each with its mentions, the voices it goes
 * back to and how it stands to the others. The order in which reports and passages are given changes nothing. Claims
 * that tell most come first: many outlets and few voices, and those denied.
 *
 * @param standing people's decisions that still count; those about statements of other reports are passed over
 */
export function deriveClaims(
  reports: readonly ReportIn[],
  reuse: readonly Reuse[],
  standing: readonly Decision[] = [],
): Claim[] {
  const right = readingsPutRight(standing);
  const all = allSaid(reports, right);
  const given = givenNames(standing);
  const voices = voicesOf(all, given);
  const ground = groundOf(all, reuse, given, voices);
  const { copies, rarity } = ground;
  const copied = new Map<number, number>();
  for (const { earlier, later } of copies) if (!copied.has(later)) copied.set(later, earlier);

  const decided = withDecisions(propositionsOf(ground), ground, standing);
  const drafts = decided.groups.map((members) => draftClaim(members, ground, copied, voices));
  const claimAt: ClaimId[] = [];
  for (const { claim, side } of drafts) for (const { at } of side.mentions) claimAt[at] = claim.id;
  const indexOf = saidById(all);
  const sides = new Map(drafts.map(({ side }) => [side.id, side]));
  const claimOf = (statement: StatementId): ClaimId | undefined => {
    const at = indexOf(statement);
    return at === undefined ? undefined : claimAt[at];
  };
  const suggested = relationsOf(
    drafts.map(({ side }) => side),
    rarity,
  );
  const near = nearOf(ground, decided, indexOf);
  const { holding, refused } = decidedRelations(suggested, standing, claimOf);
  const relations = Map.groupBy(holding, ({ from }) => from);
  const refusals = Map.groupBy(refused, ({ from }) => from);
  const said = saidOfClaims(standing, claimOf, (claim) => sides.get(claim)!.mentions.length);
  const confirmed = confirmedStatements(standing, claimOf, (id) => all[indexOf(id)!]!.statement.id);
  const denied = new Set<ClaimId>(drafts.filter(({ claim }) => claim.denied).map(({ claim }) => claim.id));
  for (const { type, to } of holding) if (type === 'denies') denied.add(to);

  return drafts
    .map(({ claim, side }): Claim => {
      const own = relations.get(claim.id) ?? [];
      const opposed = own.some(
        ({ type, to }) =>
          type === 'contradicts' && [...sides.get(to)!.voices].some((voice) => !side.voices.has(voice)),
      );
      const counted: Verification =
        denied.has(claim.id) || opposed
          ? 'contradicted'
          : claim.independent > 1
            ? 'corroborated'
            : 'reported';
      const { assessment, corrections = [] } = said.get(claim.id) ?? {};
      return {
        ...claim,
        mentions: claim.mentions.map((each) => {
          const read = putRightBy(right, each.statement);
          return {
            ...each,
            ...(confirmed.has(each.statement) && { confirmed: true }),
            ...(read && { putRight: { decision: read.id, by: read.by, at: read.at } }),
          };
        }),
        denied: denied.has(claim.id),
        verification: assessment?.verification ?? counted,
        relations: own.map(asSeen).sort(byTypeAndClaim),
        refused: (refusals.get(claim.id) ?? []).map(asSeen).sort(byTypeAndClaim),
        near: near(side.mentions).map(({ own, other }) => {
          const [mine, theirs] = [ground.all[own]!.statement.id, ground.all[other]!.statement.id];
          return { claim: claimOf(theirs)!, own: mine, other: theirs };
        }),
        ...(assessment && { assessment }),
        corrections: [...corrections],
        toldApart: decided.apart.flatMap(({ id, by, at, a, b }) =>
          [
            { own: a, other: b },
            { own: b, other: a },
          ]
            .filter(({ own: mine }) => claimOf(mine) === claim.id)
            .map((pair) => ({ ...pair, claim: claimOf(pair.other)!, decision: id, by, at })),
        ),
      };
    })
    .sort(byTelling);
}

/** For the statements of one claim: others in like words that stand elsewhere, unless a person told the two apart. */
function nearOf(
  ground: Ground,
  decided: DecidedPropositions,
  indexOf: (id: StatementId) => number | undefined,
): (members: readonly Said[]) => readonly Near[] {
  const groupOf: number[] = [];
  decided.groups.forEach((members, group) => {
    for (const at of members) groupOf[at] = group;
  });
  const apart = new Set(
    decided.apart.flatMap(({ a, b }) => {
      const [x, y] = [groupOf[indexOf(a)!]!, groupOf[indexOf(b)!]!];
      return [`${x} ${y}`, `${y} ${x}`];
    }),
  );
  const near = nearGroups(ground, groupOf, (x, y) => apart.has(`${x} ${y}`));
  return (members) => near.get(groupOf[members[0]!.at]!) ?? [];
}

/** Statements whose place in their claim a person has confirmed: joined by decision, or assessed with the claim. */
function confirmedStatements(
  standing: readonly Decision[],
  claimOf: (statement: StatementId) => ClaimId | undefined,
  asRead: (statement: StatementId) => StatementId,
): ReadonlySet<StatementId> {
  const confirmed = new Set<StatementId>();
  for (const decision of standing) {
    const together =
      decision.kind === 'claim-assess'
        ? decision.statements
        : decision.kind === 'claim-link' && decision.judgement === 'same'
          ? [decision.a, decision.b]
          : [];
    const whole = new Set(together.map(claimOf));
    if (whole.size === 1 && !whole.has(undefined))
      for (const statement of together) confirmed.add(asRead(statement));
  }
  return confirmed;
}

const asSeen = ({ type, to, decision }: DecidedRelation): Claim['relations'][number] => ({
  type,
  claim: to,
  suggested: decision === undefined,
  ...(decision && {
    decided: {
      decision: decision.id,
      by: decision.by,
      at: decision.at,
      ...(decision.reason !== undefined && { reason: decision.reason }),
    },
  }),
});

const byTypeAndClaim = (a: Claim['relations'][number], b: Claim['relations'][number]): number =>
  a.type === b.type ? (a.claim < b.claim ? -1 : 1) : a.type < b.type ? -1 : 1;

interface Draft {
  readonly claim: Claim;
  readonly side: Side;
}

/**
 * The mentions that say what a claim is about, and those in whose words it is best told: those with a number of people,
 * unless it is the "many" of a few among others that count nobody.
 */
function whatTells(counted: readonly Said[]): { told: readonly Said[]; bestFrom: readonly Said[] } {
  const counting = ({ statement }: Said): boolean => isDefinite(statement.figure?.measure ?? '');
  const sized = counted.filter(counting);
  const tells =
    sized.some(({ statement }) => statement.figure?.value !== undefined) ||
    sized.length * 2 >= counted.length;
  if (sized.length > 0 && tells) return { told: counted, bestFrom: sized };
  const told = sized.length > 0 ? counted.filter((said) => !counting(said)) : counted;
  return { told, bestFrom: told };
}

function draftClaim(
  members: readonly number[],
  ground: Ground,
  copied: ReadonlyMap<number, number>,
  voices: ReturnType<typeof voicesOf>,
): Draft {
  const mentions = members.map((at) => ground.all[at]!);
  const position = new Map(members.map((at, i) => [at, i]));
  const copyOf = members.map((at) => {
    const earlier = copied.get(at);
    return earlier === undefined ? undefined : position.get(earlier);
  });
  const origins = originsOf(mentions, copyOf, voices);
  const speaking = mentions.filter(({ statement }) => statement.stance !== 'denies');
  const counted = speaking.length > 0 ? speaking : mentions;
  const { told, bestFrom } = whatTells(counted);
  const clear = clearest(bestFrom);
  const measured = clear.statement.figure ? clear : told.find(({ statement }) => statement.figure);
  const figure = measured?.statement.figure;
  const place = commonest(mentions.map(({ at }) => ground.places[at]).filter((p) => p !== undefined));
  const window = stated(counted, ground.periods);
  const id = claimIdOf(
    mentions.reduce((first, said) =>
      said.order < first.order || (said.order === first.order && said.at < first.at) ? said : first,
    ).statement.id,
  );
  const claim: Claim = {
    id,
    text: sentenceOf(clear),
    language: clear.record.language,
    texts: textsOf(bestFrom, mentions),
    measure: figure?.measure ?? NO_MEASURE,
    ...(figure && {
      figure: {
        op: figure.op,
        ...(figure.value !== undefined && { value: figure.value }),
        ...(figure.high !== undefined && { high: figure.high }),
        unit: figure.unit,
        measure: figure.measure,
      },
    }),
    ...(place !== undefined && { place }),
    ...(window && { window }),
    mentions: mentions.map((said, i) => mention(said, copyOf[i])),
    origins: origins.map((origin: Origin) => ({ name: origin.name, mentions: [...origin.mentions] })),
    independent: independentVoices(origins),
    denied: mentions.some(({ statement }) => statement.stance === 'denies'),
    verification: 'reported',
    relations: [],
    refused: [],
    near: [],
    corrections: [],
    toldApart: [],
  };
  const quantity = measured && ground.quantities[measured.at];
  return {
    claim,
    side: {
      id,
      ...(figure && { measure: figure.measure, unit: figure.unit }),
      ...(quantity && { quantity }),
      ...(place !== undefined &&
        mentions.some(({ at }) => ground.places[at]?.inferred === false) && { place }),
      period: window
        ? ground.periods[counted.find(({ statement }) => statement.window === window)!.at]!
        : ground.periods[counted[0]!.at]!,
      mentions,
      voices: new Set(origins.filter(({ asserts }) => asserts).map(({ name }) => name)),
      sense: sense(clear),
      text: ground.wording(clear.at),
      matters: new Set(mentions.flatMap(({ matter }) => (matter === undefined ? [] : [matter]))),
      affirmed: new Set(mentions.flatMap(({ speaks = [] }) => speaks)),
      counted: new Set(mentions.flatMap(({ counts = [] }) => counts)),
    },
  };
}

function mention(said: Said, copyOf: number | undefined): Mention {
  const { statement, record, file } = said;
  return {
    statement: statement.id,
    record: record.id,
    item: record.item,
    file,
    outlet: record.outlet,
    ...(record.published !== undefined && { published: record.published }),
    start: statement.start,
    end: statement.end,
    quote: statement.quote,
    stance: statement.stance,
    chain: [...statement.chain],
    hedges: statement.hedges.map((hedge) => ({ ...hedge })),
    ...(statement.figure && { figure: { ...statement.figure } }),
    ...(statement.headline && { headline: true }),
    ...(copyOf !== undefined && { copyOf }),
  };
}

/** The place most mentions name; what a report says counts before what was filled in for it. */
function commonest(places: readonly { name: string; inferred: boolean }[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { name, inferred } of places) counts.set(name, (counts.get(name) ?? 0) + (inferred ? 1 : 1000));
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

/** The window that the claim states: that of its first mention with a stretch of its own, else of the first with any. */
function stated(mentions: readonly Said[], periods: readonly Period[]): TimeWindow | undefined {
  const own = mentions.find(({ at }) => periods[at]!.kind === 'period');
  return (own ?? mentions.find(({ statement }) => statement.window))?.statement.window;
}
