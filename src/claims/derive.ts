import {
  type Claim,
  type ClaimId,
  claimIdOf,
  type Mention,
  type Reuse,
  type TimeWindow,
  type Verification,
} from '../model/index.ts';
import { clearest, plainSentence, textsOf } from './claim-text.ts';
import { copiesOf } from './copies.ts';
import { type Ground, sense } from './ground.ts';
import { isDefinite } from './measure-families.ts';
import { independentVoices, type Origin, originsOf, speakerOf } from './origins.ts';
import { type Period, periodOf } from './period.ts';
import { placesOf } from './places.ts';
import { propositionsOf } from './propositions.ts';
import { quantityOf } from './quantity.ts';
import { type Relation, relationsOf, type Side } from './relations.ts';
import { allSaid, type ReportIn, type Said } from './said.ts';
import { byTelling } from './telling.ts';
import { voicesOf } from './voices.ts';
import { rarityOf, type Wording, wordingOf } from './wording.ts';

/** What a claim without a figure is filed under. */
export const NO_MEASURE = 'statement';

/**
 * The claims of a set of reports: statements that say the same thing joined, each with its mentions, the voices it goes
 * back to and how it stands to the others. The order in which reports and passages are given changes nothing. Claims
 * that tell most come first: many outlets and few voices, and those denied.
 */
export function deriveClaims(reports: readonly ReportIn[], reuse: readonly Reuse[]): Claim[] {
  const all = allSaid(reports);
  const voices = voicesOf(all);
  const wordings = new Map<string, Wording>();
  const wordingOfSaid = (said: Said): Wording => {
    const text = wordsSaid(said);
    let wording = wordings.get(text);
    if (!wording) {
      wording = wordingOf(text);
      wordings.set(text, wording);
    }
    return wording;
  };
  const perStatement = all.map(wordingOfSaid);
  const rarity = rarityOf([...wordings.values()]);
  const wording = (at: number): Wording => perStatement[at]!;
  const copies = copiesOf(all, reuse, wording, rarity);
  const spoken = all.map(({ statement, record }) => {
    const last = speakerOf(statement.chain);
    const voice = last === undefined ? undefined : voices.of(last);
    return voice === undefined || voice === voices.of(record.outlet) || voices.nameless(voice)
      ? undefined
      : voice;
  });
  const ground: Ground = {
    all,
    places: placesOf(all),
    quantities: all.map(({ statement }) => quantityOf(statement)),
    periods: all.map(periodOf),
    copies,
    rarity,
    wording,
    voice: (at) => spoken[at],
  };
  const copied = new Map<number, number>();
  for (const { earlier, later } of copies) if (!copied.has(later)) copied.set(later, earlier);

  const drafts = propositionsOf(ground).map((members) => draftClaim(members, ground, copied, voices));
  const relations = new Map<ClaimId, Relation[]>();
  for (const relation of relationsOf(
    drafts.map(({ side }) => side),
    rarity,
  )) {
    const list = relations.get(relation.from);
    if (list) list.push(relation);
    else relations.set(relation.from, [relation]);
  }
  const sides = new Map(drafts.map(({ side }) => [side.id, side]));
  const denied = new Set<ClaimId>(drafts.filter(({ claim }) => claim.denied).map(({ claim }) => claim.id));
  for (const list of relations.values())
    for (const { type, to } of list) if (type === 'denies') denied.add(to);

  return drafts
    .map(({ claim, side }): Claim => {
      const own = relations.get(claim.id) ?? [];
      const opposed = own.some(
        ({ type, to }) =>
          type === 'contradicts' && [...sides.get(to)!.voices].some((voice) => !side.voices.has(voice)),
      );
      const verification: Verification =
        denied.has(claim.id) || opposed
          ? 'contradicted'
          : claim.independent > 1
            ? 'corroborated'
            : 'reported';
      return {
        ...claim,
        denied: denied.has(claim.id),
        verification,
        relations: own
          .map(({ type, to }) => ({ type, claim: to, suggested: true }))
          .sort((a, b) => (a.type === b.type ? (a.claim < b.claim ? -1 : 1) : a.type < b.type ? -1 : 1)),
      };
    })
    .sort(byTelling);
}

/** A statement's words without the names of those who say it, so that likeness is of what is said. */
function wordsSaid({ statement }: Said): string {
  let text = statement.quote;
  for (const name of statement.chain) if (name.length > 3) text = text.replaceAll(name, ' ');
  return text;
}

interface Draft {
  readonly claim: Claim;
  readonly side: Side;
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
  const definite = counted.filter(({ statement }) => isDefinite(statement.figure?.measure ?? ''));
  const clear = clearest(definite.length > 0 ? definite : counted);
  const measured = clear.statement.figure ? clear : counted.find(({ statement }) => statement.figure);
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
    text: plainSentence(clear.statement.quote),
    language: clear.record.language,
    texts: textsOf(definite.length > 0 ? definite : counted, mentions),
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
