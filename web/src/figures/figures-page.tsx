import { Page } from '../shell/page.tsx';
import { DocumentedSection } from './documented.tsx';
import { EstimatedSection } from './estimated.tsx';
import { ReportedSection } from './reported.tsx';
import { useSpeech } from './speech.ts';
import './figures.css';

/** Reported, documented, estimated: three bands that never share a number. */
export default function FiguresPage() {
  const { say } = useSpeech();
  return (
    <Page title={say('nav.figures')}>
      <div className="page-head">
        <h1>{say('nav.figures')}</h1>
        <p className="lead">{say('figures.lead')}</p>
        <nav aria-label={say('figures.contents')}>
          <ul className="bands">
            {(['reported', 'documented', 'estimated'] as const).map((band) => (
              <li key={band} className={band}>
                <a href={`#${band}`} data-entry>
                  {say(`${band}.title`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <ReportedSection />
      <DocumentedSection />
      <EstimatedSection />
    </Page>
  );
}
