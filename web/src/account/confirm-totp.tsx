import { useState } from 'react';
import { encode } from 'uqr';
import type { TotpBegun } from '../../../src/model/index.ts';
import { tell } from '../api/answers.ts';
import { Field } from './fields.tsx';
import { useSpeech } from './speech.ts';
import { StepForm } from './step-form.tsx';

/** The secret as a picture to scan, and the first code that it gives. */
export function ConfirmTotp(props: {
  readonly begun: TotpBegun;
  readonly done: (codes: readonly string[]) => void;
  readonly cancel: () => void;
}) {
  const { say } = useSpeech();
  const [code, setCode] = useState('');
  const confirm = async () => {
    const { codes } = await tell<{ codes: string[] }>('/api/account/totp/confirm', { code });
    props.done(codes);
  };
  return (
    <div className="account-part">
      <p>{say('account.totp-scan')}</p>
      <QrPicture text={props.begun.uri} label={say('account.totp-picture')} />
      <p>
        {say('account.totp-by-hand')}{' '}
        <code dir="ltr" className="one-code">
          {props.begun.secret.replace(/.{4}(?=.)/g, '$& ')}
        </code>
      </p>
      <StepForm
        go={confirm}
        words={say('account.totp-confirm')}
        beside={
          <button type="button" onClick={props.cancel}>
            {say('account.cancel')}
          </button>
        }
      >
        <Field
          label={say('second.code')}
          hint={say('second.code-hint')}
          value={code}
          onChange={setCode}
          autoComplete="one-time-code"
          inputMode="numeric"
          direction="ltr"
          focus
        />
      </StepForm>
    </div>
  );
}

/** Dark on white in every colour scheme: that is what cameras read. */
function QrPicture(props: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(props.text, { ecc: 'M', border: 2 });
  const dark = data.flatMap((row, y) => row.flatMap((cell, x) => (cell ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={props.label}>
      <path d={dark.join('')} shapeRendering="crispEdges" />
    </svg>
  );
}
