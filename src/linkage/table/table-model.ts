import { listPairCount, listPairOf } from '../agreement-pattern.ts';
import type { LinkModel, PartModel } from '../link-model.ts';
import type { LinkedTable } from './link-table.ts';
import { NAME_WORDS } from './row-layout.ts';
import { type SpellingTable, spellingText } from './spelling-table.ts';
import { rarePart, type TermCounts } from './table-weights.ts';

/**
 * What a table taught, as `explainPair` and the register read it: the counts of its values beside the shares, and a
 * share of matches for each pair of lists, of which a table knows two: on one list, and on two.
 */
export function modelOfTable({
  table: { names, places },
  model,
  terms,
}: Pick<LinkedTable, 'table' | 'model' | 'terms'>): LinkModel {
  const { lists } = model;
  const [across, within] = model.matchShare;
  const matchShare = new Array<number>(listPairCount(lists.length) + 1).fill(across!);
  for (let list = 0; list < lists.length; list++) matchShare[listPairOf(list, list)] = within!;
  return {
    ...model,
    matchShare,
    parts: model.parts.map((part, at): PartModel => {
      const rare = rarePart(at);
      if (rare < 0) return part;
      const spellings = rare === NAME_WORDS ? places : names;
      return {
        ...part,
        frequency: {
          persons: terms.persons[rare]!,
          counts: countsOf(spellings, terms, rare * names.count),
        },
      };
    }),
  };
}

function countsOf(spellings: SpellingTable, { counts }: TermCounts, from: number): Record<string, number> {
  const told: Record<string, number> = Object.create(null) as Record<string, number>;
  for (let code = 0; code < spellings.count; code++)
    if (counts[from + code]! > 0) told[spellingText(spellings, code)] = counts[from + code]!;
  return told;
}
