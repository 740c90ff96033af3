/** SparseMSE 2.0.1, stepwise at p = .02 (../shared/data/estimation/expected.md, 2.5): point, and BCa bounds of 1,000 samples. */
export const STEPWISE_ROWS = [
  { data: 'kosovo', point: 14_341.7, low: 12_484, high: 16_623 },
  { data: 'UKdat_5', point: 11_313.0, low: 8_785, high: 14_701 },
  { data: 'UKdat', point: 11_418.0, low: 9_267, high: 14_307 },
  { data: 'Ned_5', point: 121_521.6, low: 47_393, high: 162_846 },
  { data: 'NewOrl_5', point: 1_034.2, low: 588.8, high: 1_703.7 },
  { data: 'Western', point: 2_483.4, low: 1_293, high: 3_672 },
  { data: 'rcapture_lesbian', point: 5_350.5, low: 4_357, high: 7_300 },
  { data: 'rcapture_HIV', point: 11_124.6, low: 8_550, high: 13_499 },
] as const;
