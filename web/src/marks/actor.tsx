import { useSpeech } from '../speech/speech.tsx';
import { Written } from './written.tsx';

/** Who acted. Whoever may not read names of actors is given a pseudonym, sixteen signs drawn by chance: a colleague. */
export function Actor(props: { readonly name: string }) {
  const { say } = useSpeech();
  return /^[0-9a-z]{16}$/.test(props.name) ? say('actor.colleague') : <Written text={props.name} />;
}
