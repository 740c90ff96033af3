import { z } from 'zod';
import { HOW_KNOWN, type HowKnown, SEARCH_METHODS, type SearchMethod } from './site-words.ts';

/**
 * What a search is taken to be worth: how reliable a source is by how it knows, and how methods find, miss and cry out
 * for nothing. Judgements until somebody who knows says otherwise; what is set for a place says who set it and why.
 */

/** A chance that is never certain: nothing is found by 100 %, no source is always right. */
const uncertain = z.number().min(0, 'site.rate-outside').lt(1, 'site.rate-certain');

const methodRatesSchema = z.object({
  /** Square metres swept in an hour by one team. */
  sweep: z.number().gt(0, 'site.rate-outside').max(1e6, 'site.rate-outside'),
  /** Share of such places where it cannot see, however long it looks: in the open, and behind walls or below floors. */
  blind: z.object({ open: uncertain, hidden: uncertain }),
  /** Signs in an hour of one team that come from nothing. */
  alarms: z.number().gt(0, 'site.rate-outside').max(60, 'site.rate-outside'),
});
export type MethodRates = z.infer<typeof methodRatesSchema>;

export const ratesSetSchema = z.object({
  reliability: z.partialRecord(z.enum(HOW_KNOWN), uncertain).optional(),
  methods: z.partialRecord(z.enum(SEARCH_METHODS), methodRatesSchema).optional(),
  /** Of signs that come from nothing, the share that a second look still confirms. */
  wronglyConfirmed: uncertain.gt(0, 'site.rate-outside').optional(),
  /** What makes whoever set them think so. */
  why: z.string().trim().min(1).max(2_000),
});
export type RatesSet = z.infer<typeof ratesSetSchema>;

export interface SearchRates {
  readonly reliability: Readonly<Record<HowKnown, number>>;
  readonly methods: Readonly<Record<SearchMethod, MethodRates>>;
  readonly wronglyConfirmed: number;
}

/** Ours, with no data behind them: shown with every plan, and what its swings move. */
export const OUR_RATES: SearchRates = {
  reliability: { saw: 0.6, 'held-there': 0.6, told: 0.25, read: 0.1, unknown: 0.1 },
  methods: {
    'walk-through': { sweep: 600, blind: { open: 0.05, hidden: 0.9 }, alarms: 0.02 },
    dog: { sweep: 300, blind: { open: 0.1, hidden: 0.3 }, alarms: 0.05 },
    acoustic: { sweep: 120, blind: { open: 0.3, hidden: 0.4 }, alarms: 0.1 },
    endoscope: { sweep: 15, blind: { open: 0.05, hidden: 0.15 }, alarms: 0.02 },
    'ground-radar': { sweep: 100, blind: { open: 0.4, hidden: 0.35 }, alarms: 0.15 },
    breaking: { sweep: 5, blind: { open: 0.01, hidden: 0.02 }, alarms: 0.01 },
  },
  wronglyConfirmed: 0.1,
};

/** What counts at a place: what was set there, and ours for the rest. */
export const ratesAt = (set: RatesSet | undefined): SearchRates => ({
  reliability: { ...OUR_RATES.reliability, ...set?.reliability },
  methods: { ...OUR_RATES.methods, ...set?.methods },
  wronglyConfirmed: set?.wronglyConfirmed ?? OUR_RATES.wronglyConfirmed,
});
