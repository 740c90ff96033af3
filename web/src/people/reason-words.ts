import { pageMessages } from '../../../src/messages/index.ts';
import type { Reason } from '../../../src/model/index.ts';
import type { MessageKey, Speech } from '../speech/speech.tsx';

const isKey = (key: string): key is MessageKey => Object.hasOwn(pageMessages, key);

/** What is compared, in words: a property, a slot of the name, or one of the two that every pair has. */
export function partWord(speech: Speech, part: string): string {
  for (const key of [`property.${part}`, `part.${part}`]) if (isKey(key)) return speech.say(key);
  return part;
}

/** One reason as a sentence: "Father's name agrees: محمد / Mohammad; 38 in 1,000 share it." */
export function reasonWords(speech: Speech, reason: Reason): string {
  const { say } = speech;
  if (reason.part === 'prior') return say('reason.prior');
  if (reason.part === 'kin') return say('reason.kin');
  const part = partWord(speech, reason.part);
  const a = reason.a ?? '';
  const b = reason.b ?? '';
  if (reason.outcome === 'missing') return say('reason.missing', { part });
  const same = a === b || b === '' || a === '';
  const key = `reason.${reason.outcome}${same ? '' : '-two'}` as const;
  const sentence = say(key, { part, a: a || b, b });
  if (reason.outcome === 'contradict' || reason.commonness === undefined) return sentence;
  const common = reason.commonness;
  return `${sentence} ${
    common < 1 ? say('reason.rare') : say('reason.common', { count: Math.round(common) })
  }`;
}

/** The two strongest for and the two strongest against; what is missing speaks for neither. */
export function strongest(
  reasons: readonly Reason[],
  most = 2,
): { readonly pro: Reason[]; readonly con: Reason[] } {
  const told = reasons.filter(({ outcome, part }) => outcome !== 'missing' && part !== 'prior');
  return {
    pro: told
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, most),
    con: told
      .filter(({ weight }) => weight < 0)
      .sort((a, b) => a.weight - b.weight)
      .slice(0, most),
  };
}
