/** Letters that differ by dots alone: lost in copying by hand, on photographs, in bad fonts. */
const DOT_GROUPS: readonly string[] = ['بتثني', 'جحخ', 'دذ', 'رز', 'سش', 'صض', 'طظ', 'عغ', 'فق'];
/** Letters that one dialect or keyboard puts for the other. */
const SOUND_GROUPS: readonly string[] = ['ضظ', 'ذز', 'ثس', 'سص', 'تط', 'دض', 'قك'];

/** A name's last alef and ta marbuta are written for one another (نورا, نورة). */
const ENDINGS = 'اه';
const ENDING = 0.3;

export interface ArabicStep {
  readonly a: string;
  readonly b: string;
  readonly cost: number;
}

const inGroup = (groups: readonly string[], a: string, b: string): boolean =>
  groups.some((group) => group.includes(a) && group.includes(b));

function substitution(a: string, b: string): number {
  if (a === b) return 0;
  if (inGroup(DOT_GROUPS, a, b)) return 0.45;
  if (inGroup(SOUND_GROUPS, a, b)) return 0.5;
  return 1;
}

/** Alef comes and goes in names (رحمان, رحمن); any other letter makes another name (محمد, محمود). */
const omission = (letter: string, before: string): number => {
  if (letter === before) return 0.3;
  if (letter === 'ا') return 0.4;
  return letter === 'ه' ? 0.6 : 0.85;
};

/**
 * The cheapest way to turn one folded Arabic word into the other: dots and sounds that are confused cost less than
 * other letters, two letters swapped cost 0.7. Costs are in letters; `steps` shows which letters met.
 */
export function arabicDistance(a: string, b: string): { cost: number; steps: ArabicStep[] } {
  const n = a.length;
  const m = b.length;
  const width = m + 1;
  const best = new Float64Array((n + 1) * width);
  const came = new Uint8Array((n + 1) * width);
  for (let i = 0; i <= n; i++)
    for (let j = 0; j <= m; j++) {
      const at = i * width + j;
      if (at === 0) continue;
      best[at] = Number.POSITIVE_INFINITY;
      const offer = (cost: number, step: number) => {
        if (cost < best[at]!) {
          best[at] = cost;
          came[at] = step;
        }
      };
      if (i > 0 && j > 0) {
        const atEnd = i === n && j === m && ENDINGS.includes(a[i - 1]!) && ENDINGS.includes(b[j - 1]!);
        offer(best[at - width - 1]! + (atEnd ? ENDING : 1) * substitution(a[i - 1]!, b[j - 1]!), 1);
      }
      if (i > 0) offer(best[at - width]! + omission(a[i - 1]!, a[i - 2] ?? ''), 2);
      if (j > 0) offer(best[at - 1]! + omission(b[j - 1]!, b[j - 2] ?? ''), 3);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && a[i - 1] !== a[i - 2])
        offer(best[at - 2 * width - 2]! + 0.7, 4);
    }
  const steps: ArabicStep[] = [];
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const step = came[i * width + j]!;
    const di = step === 3 ? 0 : step === 4 ? 2 : 1;
    const dj = step === 2 ? 0 : step === 4 ? 2 : 1;
    const cost = best[i * width + j]! - best[(i - di) * width + j - dj]!;
    steps.unshift({ a: a.slice(i - di, i), b: b.slice(j - dj, j), cost });
    i -= di;
    j -= dj;
  }
  return { cost: best[n * width + m]!, steps };
}
