import type { Claim } from '../../../src/model/index.ts';
import { Shown, tongueOf } from '../marks/written.tsx';
import { useSpeech } from '../speech/speech.tsx';

type Worded = Pick<Claim, 'text' | 'texts'>;

/** The words of a claim in a language, in its own where nobody says it so. */
export const toldIn = (
  language: keyof Claim['texts'],
  { text, texts }: Worded,
): NonNullable<Claim['texts'][typeof language]> =>
  texts[language] ?? Object.values(texts).find((told) => told?.text === text) ?? { text };

/**
 * The claim as one sentence, in the language of the page where any report says it so. Its figure stands out: one
 * sentence may carry two claims.
 */
export function Sentence({ claim }: { readonly claim: Worded }) {
  const { language } = useSpeech();
  const { text, figure } = toldIn(language, claim);
  return (
    <bdi className="sentence" lang={tongueOf(text)}>
      {figure ? (
        <>
          <Shown text={text.slice(0, figure.start)} />
          <b>{text.slice(figure.start, figure.end)}</b>
          <Shown text={text.slice(figure.end)} />
        </>
      ) : (
        <Shown text={text} />
      )}
    </bdi>
  );
}
