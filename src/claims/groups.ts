/** Disjoint groups of whole numbers (union-find); a group is named by its smallest member. */
export interface Groups {
  join(a: number, b: number): void;
  of(a: number): number;
  /** Every group's members, ascending, in the order of their smallest. */
  all(): number[][];
}

export function createGroups(size: number): Groups {
  const parent = Int32Array.from({ length: size }, (_, i) => i);
  const of = (a: number): number => {
    let root = a;
    while (parent[root]! !== root) root = parent[root]!;
    for (let at = a; parent[at]! !== root; ) {
      const next = parent[at]!;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  return {
    of,
    join(a, b) {
      const [x, y] = [of(a), of(b)];
      if (x !== y) parent[Math.max(x, y)] = Math.min(x, y);
    },
    all() {
      const groups = new Map<number, number[]>();
      for (let at = 0; at < size; at++) {
        const root = of(at);
        const group = groups.get(root);
        if (group) group.push(at);
        else groups.set(root, [at]);
      }
      return [...groups.values()];
    },
  };
}
