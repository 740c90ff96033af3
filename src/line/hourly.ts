/** Counts what happened in the last hour, in twelve steps of five minutes, so that a full hour does not end at once. */
export interface Hourly {
  add(now: Date): void;
  count(now: Date): number;
}

const STEP_MS = 5 * 60 * 1000;
const STEPS = 12;

export function hourly(): Hourly {
  const steps = new Map<number, number>();
  const stepOf = (now: Date): number => Math.floor(now.getTime() / STEP_MS);
  return {
    add: (now) => {
      const step = stepOf(now);
      steps.set(step, (steps.get(step) ?? 0) + 1);
      for (const old of steps.keys()) if (old <= step - STEPS) steps.delete(old);
    },
    count: (now) => {
      let sum = 0;
      for (const [step, count] of steps) if (step > stepOf(now) - STEPS) sum += count;
      return sum;
    },
  };
}
