import type { RequestsPage } from '../../../src/model/index.ts';
import { useAnswer } from '../api/answers.ts';
import { Section } from '../shell/page.tsx';
import { RequestList } from './requests-page.tsx';
import { useSpeech } from './speech.ts';
import './requests.css';

/** The families' requests that meet in one person's file, for those alone who may read requests. */
export default function RequestsOfPerson({ id }: { readonly id: string }) {
  const { say } = useSpeech();
  const answer = useAnswer<Pick<RequestsPage, 'requests'>>(`/api/people/${encodeURIComponent(id)}/requests`);
  if (answer.state !== 'here' || answer.data.requests.length === 0) return null;
  return (
    <Section id="requests" title={say('requests.title')} note={say('file.beside-note')}>
      <RequestList requests={answer.data.requests} />
    </Section>
  );
}
