/**
 * Against taking the register home name by name: how many persons an account may look up in a while. A desk answers a
 * family every few minutes; whoever opens hundreds an hour is copying, or should ask for an export, which two people
 * see. The counts live in memory and begin anew with the server.
 */
export const BUDGETS = {
  search: { count: 120, minutes: 60 },
  person: { count: 240, minutes: 60 },
  list: { count: 120, minutes: 60 },
  file: { count: 60, minutes: 60 },
} as const satisfies Record<string, Budget>;
export type BudgetKind = keyof typeof BUDGETS;

export interface Budget {
  readonly count: number;
  readonly minutes: number;
}

export interface Spending {
  /**
   * Takes one look from the account's budget. The refusal says after how many whole minutes the next is free, and
   * whether it is the first since the budget ran out, which somebody should be told of.
   */
  spend(account: string, kind: BudgetKind): 'within' | { readonly minutes: number; readonly first: boolean };
}

export function spending(
  now: () => number,
  budgets: Readonly<Record<BudgetKind, Budget>> = BUDGETS,
): Spending {
  /** When each of the looks in the window was taken, oldest first. */
  const looks = new Map<string, { times: number[]; told: boolean }>();
  return {
    spend: (account, kind) => {
      const { count, minutes } = budgets[kind];
      const key = `${kind} ${account}`;
      const spent = looks.get(key) ?? { times: [], told: false };
      looks.set(key, spent);
      const begins = now() - minutes * 60_000;
      spent.times = spent.times.filter((time) => time > begins);
      if (spent.times.length < count) {
        spent.times.push(now());
        if (spent.times.length < count / 2) spent.told = false;
        return 'within';
      }
      const first = !spent.told;
      spent.told = true;
      return { minutes: Math.ceil((spent.times[0]! - begins) / 60_000), first };
    },
  };
}
