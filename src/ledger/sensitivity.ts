/**
 * Who may come to need a value; each class has its own key in a sealed case.
 *
 * `team`: what the desk works with. `contact`: how to reach a family or a witness. `source`: who gave an item, where it
 * lay, who acted. `key`: what opens a file of the vault. `line`: talk on the public line. `account`: settings of
 * accounts that carry nothing of a case. `site`: a place that is searched: sectors, leads, searches.
 */
export const SENSITIVITIES = ['team', 'contact', 'source', 'key', 'line', 'account', 'site'] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

export const isSensitivity = (name: string): name is Sensitivity =>
  (SENSITIVITIES as readonly string[]).includes(name);
