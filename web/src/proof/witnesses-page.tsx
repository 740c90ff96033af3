import type { WitnessesPage as Answer, SignedHeadAnswer } from '../../../src/model/index.ts';
import { useAnswer } from '../api/answers.ts';
import { Awaited, Empty } from '../shell/loading.tsx';
import { Page, Section } from '../shell/page.tsx';
import { CheckpointCode } from './checkpoint-code.tsx';
import { GrowthSection } from './growth.tsx';
import { useSpeech } from './speech.ts';
import { WitnessTable } from './witness-table.tsx';
import './proof.css';

/** The ledger's head, to be carried out of the house; and who carried it. Printed, it is the page that is signed. */
export default function WitnessesPage() {
  const { say } = useSpeech();
  const answer = useAnswer<Answer>('/api/witnesses');
  return (
    <Page title={say('witnesses.title')}>
      <div className="page-head no-paper">
        <h1>{say('witnesses.title')}</h1>
        <p className="lead">{say('witnesses.why')}</p>
      </div>
      <Awaited answer={answer} lines={10}>
        {({ head, witnesses }) => (
          <>
            <Head head={head} />
            <div className="no-paper">
              <Section id="witnesses" title={say('proof.witnesses')} note={say('witnesses.bring')}>
                {witnesses.length > 0 ? (
                  <WitnessTable witnesses={witnesses} />
                ) : (
                  <Empty title={say('witnesses.none')} />
                )}
              </Section>
              <GrowthSection witnesses={witnesses} size={head.size} />
            </div>
          </>
        )}
      </Awaited>
    </Page>
  );
}

/** Four characters at a time, eight groups a line: so that it can be typed off and read aloud. */
const inGroups = (hex: string): string =>
  (hex.match(/.{1,32}/g) ?? []).map((line) => (line.match(/.{1,4}/g) ?? []).join(' ')).join('\n');

function Head({ head }: { readonly head: SignedHeadAnswer }) {
  const { say } = useSpeech();
  return (
    <section className="section" aria-labelledby="head">
      <h2 id="head" className="no-paper">
        {say('witnesses.now', { size: head.size })}
      </h2>
      <div className="on-paper">
        <h1>{say('paper.title')}</h1>
        <p>{say('paper.says')}</p>
        <p>{say('paper.keep')}</p>
      </div>
      <div className="head-sheet">
        <CheckpointCode note={head.checkpoint} />
        <div>
          <h3>{say('proof.checkpoint')}</h3>
          <pre className="checkpoint-note" dir="ltr">
            {head.checkpoint}
          </pre>
          <h3>{say('paper.rootToType')}</h3>
          <pre className="root-to-type" dir="ltr">{`${head.size}\n${inGroups(head.root)}`}</pre>
          <h3>{say('proof.key')}</h3>
          <p>
            <code dir="ltr">{head.key}</code>
          </p>
        </div>
      </div>
      <div className="on-paper">
        <p>{say('paper.compare')}</p>
        <div className="to-sign">
          <p>{say('paper.name')}</p>
          <p>{say('paper.place')}</p>
          <p>{say('paper.date')}</p>
          <p>{say('paper.signature')}</p>
        </div>
      </div>
      <p className="actions">
        <button type="button" className="main" onClick={() => window.print()}>
          {say('witnesses.print')}
        </button>
      </p>
    </section>
  );
}
