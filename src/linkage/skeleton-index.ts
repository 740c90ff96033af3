import type { Spellings } from './spellings.ts';

/** The skeleton and each of its neighbours with one letter left out; one of two letters or fewer stands alone. */
export function withDeletions(skeleton: string): string[] {
  if (skeleton.length < 3) return [skeleton];
  const found = new Set([skeleton]);
  for (let at = 0; at < skeleton.length; at++) found.add(skeleton.slice(0, at) + skeleton.slice(at + 1));
  return [...found];
}

/** Finds spellings whose skeletons are at most one letter left out on either side apart. */
export interface SkeletonIndex {
  near(skeleton: string): Iterable<number>;
}

export function indexSkeletons(names: Spellings): SkeletonIndex {
  const codesOf = new Map<string, number[]>();
  names.values.forEach((_, code) => {
    for (const key of withDeletions(names.spelling(code).skeleton)) {
      const codes = codesOf.get(key);
      if (codes === undefined) codesOf.set(key, [code]);
      else codes.push(code);
    }
  });
  return {
    near(skeleton) {
      const found = new Set<number>();
      for (const key of withDeletions(skeleton)) for (const code of codesOf.get(key) ?? []) found.add(code);
      return found;
    },
  };
}
