import { useSpeech } from './speech.ts';

/** The family's code, large, by groups, each read out digit by digit. */
export function CodeToReadOut({ code }: { readonly code: string }) {
  const { say, number } = useSpeech();
  return (
    <ol className="family-code" dir="ltr">
      {code.split(' ').map((digits, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be equal, their place is what they are
        <li key={at}>
          <small aria-hidden="true">{number(at + 1)}</small>
          <span role="img" aria-label={say('code.group', { n: at + 1, digits: [...digits].join(' ') })}>
            {digits}
          </span>
        </li>
      ))}
    </ol>
  );
}
