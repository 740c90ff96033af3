import type { Claim } from '../../../src/model/index.ts';
import { Shown, tongueOf } from '../marks/written.tsx';
import { useSpeech } from '../speech/speech.tsx';

/**
 * The claim as one sentence, in the language of the page where any report says it so. Its figure stands out: one
 * sentence may carry two claims.
 */
export function Sentence({ claim }: { readonly claim: Pick<Claim, 'text' | 'texts'> }) {
  const { language } = useSpeech();
  const { text, figure } = claim.texts[language] ??
    Object.values(claim.texts).find((told) => told?.text === claim.text) ?? { text: claim.text };
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
