import { useMemo, useState } from 'react';
import { encode } from 'uqr';
import { Link } from 'wouter';
import { type Language, requestMessages } from '../../../src/messages/index.ts';
import { Page } from '../shell/page.tsx';
import { Field } from '../site/field.tsx';
import { newPaperNumber } from './paper-number.ts';
import { type RequestKey, useSpeech } from './speech.ts';
import './requests.css';

const MOST = 50;

/** Forms to print: A4, one a page, in either language, each with a number of its own. */
export default function PaperPage() {
  const { say, language } = useSpeech();
  const [count, setCount] = useState(1);
  const [tongue, setTongue] = useState<Language>(language);
  const numbers = useMemo(
    () =>
      Array.from({ length: MOST }, () =>
        newPaperNumber((length) => crypto.getRandomValues(new Uint8Array(length))),
      ),
    [],
  );
  return (
    <Page title={say('paper.title')}>
      <p className="crumb">
        <Link href="/requests">{say('file.back')}</Link>
      </p>
      <div className="page-head actions-only">
        <h1>{say('paper.title')}</h1>
        <p className="lead">{say('paper.lead')}</p>
      </div>
      <form className="desk-act" onSubmit={(event) => event.preventDefault()}>
        <Field label={say('paper.count')}>
          <input
            type="number"
            min={1}
            max={MOST}
            value={count}
            onChange={(event) => setCount(Math.max(1, Math.min(MOST, Number(event.target.value) || 1)))}
          />
        </Field>
        <Field label={say('paper.language')}>
          <select value={tongue} onChange={(event) => setTongue(event.target.value as Language)}>
            <option value="ar">العربية</option>
            <option value="en">English</option>
          </select>
        </Field>
        <p className="actions">
          <button type="button" className="main" onClick={() => window.print()}>
            {say('paper.print')}
          </button>
        </p>
      </form>
      {numbers.slice(0, count).map((number) => (
        <PaperForm key={number} number={number} language={tongue} />
      ))}
    </Page>
  );
}

const NARROW = [
  'given',
  'father',
  'grandfather',
  'family',
  'mother',
  'mother-family',
  'nickname',
  'birth',
  'birthPlace',
  'home',
  'arrest',
  'lastSeen',
  'lastPlace',
  'heldAt',
] as const;
const CONTACT = [
  'form.asker',
  'form.relation',
  'form.at',
  'form.hours',
  'form.codeWord',
  'form.leave',
] as const;
const ALLOWED = ['compare', 'call', 'partners', 'partners-asker', 'mandated', 'public'] as const;

function PaperForm({ number, language }: { readonly number: string; readonly language: Language }) {
  const word = (key: RequestKey): string => requestMessages[key][language];
  return (
    <article className="paper-form" lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
      <header>
        <div>
          <h1>{word('paper.head')}</h1>
          <p>{word('paper.free')}</p>
          <p>
            {word('paper.number')} <strong dir="ltr">{number}</strong>
          </p>
        </div>
        <NumberCode number={number} label={`${word('paper.number')} ${number}`} />
      </header>
      <p className="read-out">{word('form.consent-text')}</p>
      <ul className="ticks">
        {ALLOWED.map((one) => (
          <li key={one}>{word(`form.consent-${one}`)}</li>
        ))}
      </ul>
      <div className="boxes">
        {NARROW.map((one) => (
          <div key={one} className="box">
            {word(`form.${one}`)}
          </div>
        ))}
        <div className="box wide">{word('paper.marks')}</div>
        <div className="box wide">{word('form.words')}</div>
        {CONTACT.map((one) => (
          <div key={one} className="box">
            {word(one)}
          </div>
        ))}
        <div className="box wide">{word('paper.sign')}</div>
      </div>
    </article>
  );
}

function NumberCode({ number, label }: { readonly number: string; readonly label: string }) {
  const { data, size } = encode(number, { ecc: 'M', border: 2 });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])))
    .join('');
  return (
    <svg className="paper-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
