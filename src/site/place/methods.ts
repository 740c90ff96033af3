import type { SearchMethod, SectorKind } from '../../model/index.ts';

/**
 * What a method is worth until somebody who knows it says otherwise. Judgements, with no data behind them: shown with
 * every plan, and what its swings move.
 */
export interface MethodJudged {
  /** Square metres swept in an hour by one team. */
  readonly sweep: number;
  /** Share of such places where it cannot see, however long it looks. */
  readonly blind: { readonly open: number; readonly hidden: number };
}

export const METHODS_JUDGED: Readonly<Record<SearchMethod, MethodJudged>> = {
  'walk-through': { sweep: 600, blind: { open: 0.05, hidden: 0.9 } },
  dog: { sweep: 300, blind: { open: 0.1, hidden: 0.3 } },
  acoustic: { sweep: 120, blind: { open: 0.3, hidden: 0.4 } },
  endoscope: { sweep: 15, blind: { open: 0.05, hidden: 0.15 } },
  'ground-radar': { sweep: 100, blind: { open: 0.4, hidden: 0.35 } },
  breaking: { sweep: 5, blind: { open: 0.01, hidden: 0.02 } },
};

/** Behind walls and below floors most methods see less. */
export const isHidden = (kind: SectorKind): boolean => kind === 'shaft' || kind === 'void';

/** A sector whose plan has no scale is taken for a room of this size, in square metres. */
export const UNSCALED = 100;
