import { availableParallelism } from 'node:os';
import { SanadError } from '../../model/index.ts';
import type { PatternCounts } from '../agreement-pattern.ts';
import { chanceAgreement } from '../chance-agreement.ts';
import { DEFAULT_RULES, EVEN_ODDS } from '../clustering.ts';
import { refuseConflicts } from '../constraints.ts';
import { learn } from '../expectation-maximisation.ts';
import type { LinkModel } from '../link-model.ts';
import { dealt, sampledRules } from './block-sample.ts';
import { NO_DECISIONS, roomForParts, type TableDecisions } from './cluster-table.ts';
import { type Crew, createCrew } from './crew.ts';
import { createEdgeRoom, type EdgeColumns, keptEdges, laidEdges } from './edge-room.ts';
import type { CountedPatterns } from './hand.ts';
import { type ReadTable, readTable, type TableSource } from './read-table.ts';
import { KEY_WORDS, sharedInts, sharedMemory } from './row-layout.ts';
import { ownLeaders, rowSets } from './row-sets.ts';
import { matchesByKeys, rulesByYield } from './rule-yield.ts';
import { chooseRules, type Reach, type RuleGroup, type Rules, USUAL_REACH } from './rules.ts';
import { spellingFacts } from './spelling-facts.ts';
import { addedLevels, type LevelCounts } from './strangers.ts';
import { chanceOfDay, drawnByContent, pairTotals } from './survey.ts';
import { BIRTH_PART, levelIn, SAME_LIST_SHIFT, TABLE_PARTS } from './table-parts.ts';
import { rarePart, type TableWeights, type TermCounts, tableWeightsOf } from './table-weights.ts';
import { addedCounts, createTermCounter, rowsAsPersons } from './term-counts.ts';

export interface TableOptions {
  /** Threads; by default as many as the machine has. The answer is the same with any number. */
  readonly threads?: number;
  /** What joins two rows: proof, as a family is owed it (the default), or even odds. */
  readonly joins?: 'proof' | 'even odds';
  readonly decisions?: TableDecisions;
  /** Which rows meet at all. */
  readonly reach?: Reach;
  /** Told after each step, for measuring. */
  readonly onStep?: (step: string) => void;
}

export interface LinkedTable {
  readonly table: ReadTable;
  /** For each row the smallest row of its cluster. */
  readonly person: Int32Array;
  /** Scored pairs from the lightest that is worth a look. */
  readonly edges: EdgeColumns;
  readonly model: LinkModel;
  readonly weights: TableWeights;
  readonly terms: TermCounts;
  readonly decisions: TableDecisions;
  readonly figures: {
    readonly rows: number;
    readonly pairs: number;
    readonly limitedRows: number;
    readonly emptyRows: number;
    readonly estimatedMatches: number;
    readonly rules: readonly number[];
  };
}

const SETS_OF_KEYS = 1 << KEY_WORDS;
/** Pairs met from which the model is learned where all are walked; of more a sample. */
const LEARNED_FROM = 1_000_000;
/** Below this a pair is not kept: two in a hundred that it is one person. */
export const LIGHTEST = -5600;

/** Which rows of a file are one person: `linkRows` for millions of rows, on all cores, in bounded memory. */
export async function linkTable(source: TableSource, options: TableOptions = {}): Promise<LinkedTable> {
  const crew = createCrew(options.threads ?? availableParallelism());
  try {
    return await linkWith(crew, source, options);
  } finally {
    await crew.close();
  }
}

async function linkWith(
  crew: Crew,
  source: TableSource,
  { onStep = () => {}, joins = 'proof', decisions = NO_DECISIONS, reach = USUAL_REACH }: TableOptions,
): Promise<LinkedTable> {
  const table = await readTable(crew, source);
  refuseUnknownRows(decisions, table.rowCount);
  refuseConflicts(decisions.mustLink, decisions.cannotLink, String);
  onStep('read');
  const { rowCount, names, places, lead } = table;
  const termsOf = createTermCounter(table);
  const looked = await lookOver(crew, table, reach);
  const { chosen, counts, drawn, totals, dayChance, emptyRows } = looked;
  let terms = termsOf(counts);
  onStep('rules');

  const seen = addedLevels(await crew.all('compareStrangers', () => ({ drawn })));
  const counted = patternCounts(
    await (reach.learnsFrom === 'pairs' ? countPairs : countBlocks)(crew, chosen, rowCount),
  );
  onStep('patterns');
  let model = learnModel(table, terms, dayChance, seen, counted, totals);
  let weights = tableWeightsOf(model, terms, names.count);
  const walked =
    reach.learnsFrom === 'blocks'
      ? (rulesByYield(chosen, matchesByKeys(model, counted, counted.shared), rowCount) ?? chosen)
      : chosen;
  const { rules } = walked;
  onStep('learn');

  const leader = ownLeaders(rowCount);
  const facts = spellingFacts(names, places, weights);
  const room = createEdgeRoom();
  await crew.all('weighBy', () => ({ weights, facts, lightest: LIGHTEST, room, leader }));
  let pairs = 0;
  let limitedRows = 0;
  await eachGroup(crew, walked, async (group) => {
    for (const met of await crew.all('score', () => ({ rules, group }))) {
      pairs += met.pairs;
      limitedRows += met.limitedRows;
    }
  });
  const found = laidEdges(room, await crew.all('edges', () => undefined));
  const edges = reach.learnsFrom === 'pairs' ? eachOnce(found, rowCount) : found;
  onStep('score');

  // Once more, each person counted once.
  const persons = { leader, chains: lead.order.fill(0) };
  await crew.all('chainPersons', () => persons);
  terms = termsOf(addedCounts([counts, ...(await crew.all('countPersons', () => persons))]));
  model = learnModel(table, terms, dayChance, seen, counted, totals);
  weights = tableWeightsOf(model, terms, names.count);
  await crew.all('reweigh', inTurn({ edges, weights, leader }));
  onStep('again');
  const sets = rowSets(leader);
  for (const [a, b] of decisions.mustLink) sets.join(a, b);
  const start = lead.order.fill(0);
  await crew.all('countByPart', inTurn({ edges, leader, start }));
  const parts = roomForParts(start);
  await crew.all('layByPart', inTurn({ edges, leader, parts }));
  const person = ownLeaders(rowCount);
  const joining = joins === 'proof' ? DEFAULT_RULES : EVEN_ODDS;
  await crew.all('solve', inTurn({ leader, parts, cluster: person, decisions, rules: joining }));
  onStep('cluster');
  const estimatedMatches = Math.round(
    totals.reduce((sum, total, lists) => sum + total * model.matchShare[lists]!, 0),
  );
  return {
    table,
    person,
    edges,
    model: { ...model, gazetteer: source.gazetteer ?? [] },
    weights,
    terms,
    decisions,
    figures: { rows: rowCount, pairs, limitedRows, emptyRows, estimatedMatches, rules },
  };
}

/** One look at all rows: which rules there are, and what the threads have counted, of which no more is kept than is asked for. */
async function lookOver(crew: Crew, table: ReadTable, reach: Reach) {
  const surveying = crew.all('survey', () => ({ lists: table.lists.length }));
  const chosen = chooseRules(table, reach);
  const surveys = await surveying;
  return {
    chosen,
    counts: rowsAsPersons(
      surveys.map(({ spellings }) => spellings),
      table,
    ),
    drawn: drawnByContent(table.rows, surveys),
    totals: pairTotals(table.rowCount, surveys),
    dayChance: chanceOfDay(surveys),
    emptyRows: surveys.reduce((sum, { keyless }) => sum + keyless, 0),
  };
}

/** Orders the rows for one group of rules after the other. */
async function eachGroup(
  crew: Crew,
  { groups }: Rules,
  walk: (group: RuleGroup) => Promise<void>,
): Promise<void> {
  for (const group of groups) {
    await crew.all('countByLead', () => ({ lead: group.lead }));
    await crew.all('orderByLead', () => undefined);
    await walk(group);
  }
}

const stepOf = ({ rules }: Rules, rowCount: number): number =>
  Math.max(1, Math.round((rowCount * rules.length * 2) / LEARNED_FROM));

/** Patterns of a sample of blocks: quick, but pairs that share several keys of a crowd count by each of them. */
async function countBlocks(crew: Crew, chosen: Rules, rowCount: number): Promise<CountedPatterns[]> {
  const rules = sampledRules(chosen, rowCount);
  const found = await crew.all('sampleBlocks', () => ({ rules }));
  return crew.all('countPatterns', (share) => ({ rules, sampled: dealt(found, share, rules.length) }));
}

/** Patterns of a sample of pairs, each once however often it was met: all pairs are walked for it. */
async function countPairs(crew: Crew, chosen: Rules, rowCount: number): Promise<CountedPatterns[]> {
  const { rules } = chosen;
  const step = stepOf(chosen, rowCount);
  const met = new Set<number>();
  await eachGroup(crew, chosen, async (group) => {
    for (const drawn of await crew.all('drawPairs', () => ({ rules, group, step })))
      for (const pair of drawn) met.add(pair);
  });
  const pairs = new Float64Array(sharedMemory(met.size * 8), 0, met.size);
  pairs.set([...met]);
  return crew.all('countDrawn', () => ({ pairs, step }));
}

function refuseUnknownRows({ mustLink, cannotLink }: TableDecisions, rowCount: number): void {
  for (const row of [...mustLink, ...cannotLink].flat())
    if (!(row >= 0 && row < rowCount)) throw new SanadError('link.key-unknown', { key: String(row) });
}

function learnModel(
  table: ReadTable,
  terms: TermCounts,
  dayChance: number,
  seen: LevelCounts,
  counted: PatternCounts,
  totals: readonly number[],
): LinkModel {
  const parts = TABLE_PARTS.map((part, at) =>
    rarePart(at) >= 0 || at === BIRTH_PART ? { ...part, rarity: { level: 0 } } : part,
  );
  const chance = chanceAgreement(
    parts,
    seen,
    TABLE_PARTS.map((_, at) =>
      at === BIRTH_PART
        ? { chance: dayChance }
        : rarePart(at) >= 0
          ? { chance: terms.chance[rarePart(at)]! }
          : undefined,
    ),
  );
  const learned = learn(counted, TABLE_PARTS, chance, totals, table.rowCount);
  return {
    version: 1,
    parts: TABLE_PARTS.map(({ part }, at) => ({
      part,
      matching: learned.matching[at]!,
      chance: chance[at]!,
      brothers: learned.brothers[at]!,
      cousins: learned.cousins[at]!,
    })),
    lists: table.lists,
    matchShare: learned.matchShare,
    householdShare: learned.householdShare,
    clanShare: learned.clanShare,
    habits: table.habits,
    gazetteer: [],
  };
}

interface SharingPatterns extends PatternCounts {
  /** The keys that the pairs of a pattern share: one that several sets go with stands there for each of them. */
  readonly shared: Uint8Array;
}

function patternCounts(shares: readonly CountedPatterns[]): SharingPatterns {
  const counts = new Map<number, number>();
  for (const { pattern, shared, pairs } of shares)
    pattern.forEach((own, at) => {
      const key = own * SETS_OF_KEYS + shared[at]!;
      counts.set(key, (counts.get(key) ?? 0) + pairs[at]!);
    });
  const entries = Float64Array.from(counts.keys()).sort();
  const patterns = Uint32Array.from(entries, (entry) => Math.floor(entry / SETS_OF_KEYS));
  const levels = new Uint8Array(patterns.length * TABLE_PARTS.length);
  patterns.forEach((pattern, at) => {
    TABLE_PARTS.forEach((part, index) => {
      levels[at * TABLE_PARTS.length + index] = levelIn(pattern, part);
    });
  });
  return {
    count: patterns.length,
    levels,
    pairs: Float64Array.from(entries, (entry) => counts.get(entry)!),
    listPair: Int32Array.from(patterns, (pattern) => pattern >>> SAME_LIST_SHIFT),
    shared: Uint8Array.from(entries, (entry) => entry % SETS_OF_KEYS),
  };
}

/** Work that threads take in turn. */
function inTurn<Work extends object>(work: Work): () => Work & { readonly turn: Int32Array } {
  const turn = sharedInts(1);
  return () => ({ ...work, turn });
}

/** Each pair once: rows that share several keys of a crowd have met there by each of them. */
function eachOnce(edges: EdgeColumns, rowCount: number): EdgeColumns {
  const known = new Set<number>();
  return keptEdges(edges, (edge) => {
    const before = known.size;
    return known.add(edges.a[edge]! * rowCount + edges.b[edge]!).size > before;
  });
}
