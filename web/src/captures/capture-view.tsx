import { Fragment } from 'react';
import { Link } from 'wouter';
import type { CaptureView as Capture } from '../../../src/model/index.ts';
import { Written } from '../marks/written.tsx';
import { Section } from '../shell/page.tsx';
import { toItem } from '../speech/addresses.ts';
import { useSpeech } from './speech.ts';
import './captures.css';

const SAID = ['address', 'captured', 'published', 'collector', 'how', 'note'] as const;
const LEFT_TO_RIGHT: readonly string[] = ['address', 'captured', 'published'];

/** A captured page as one: what is known of it, and its files, each with its hash. */
export default function CaptureView(props: { readonly capture: Capture; readonly here: string }) {
  const { say, number } = useSpeech();
  const { capture, here } = props;
  const said = SAID.flatMap((name) => {
    const value = capture[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return (
    <Section
      id="capture"
      title={say('capture.title')}
      note={say('capture.title-note', { entry: number(capture.entry) })}
    >
      {said.length === 0 ? (
        <p className="quiet">{say('capture.hidden')}</p>
      ) : (
        <dl className="file-facts">
          {said.map(([name, value]) => (
            <Fragment key={name}>
              <dt>{say(`capture.${name}`)}</dt>
              <dd>
                {LEFT_TO_RIGHT.includes(name) ? (
                  <bdi dir="ltr" className="long">
                    {value}
                  </bdi>
                ) : (
                  <Written text={value} />
                )}
              </dd>
            </Fragment>
          ))}
        </dl>
      )}
      <ul className="capture-parts">
        {capture.parts.map(({ item, as, file, sha256 }) => (
          <li key={item}>
            <p>
              <strong>{say(`capture.as-${as}`)}</strong>{' '}
              {item === here ? (
                <>
                  <Written text={file} /> <span className="quiet small">· {say('capture.this')}</span>
                </>
              ) : (
                <Link href={toItem(item)}>
                  <Written text={file} />
                </Link>
              )}
            </p>
            <code className="small">{sha256.replace(/.{8}/g, '$& ').trim()}</code>
          </li>
        ))}
      </ul>
    </Section>
  );
}
