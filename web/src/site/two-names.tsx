import { useState } from 'react';
import type { SiteName } from '../../../src/model/index.ts';
import { Field } from './field.tsx';
import { useSpeech } from './speech.ts';

/** A name in either language while it is typed. */
export interface TwoNames {
  readonly ar: string;
  readonly en: string;
}

/** What was typed, as a name; nothing where both are empty. */
export function nameOf({ ar, en }: TwoNames): SiteName | undefined {
  const name = { ...(ar.trim() && { ar: ar.trim() }), ...(en.trim() && { en: en.trim() }) };
  return Object.keys(name).length > 0 ? name : undefined;
}

export function useTwoNames(before?: SiteName) {
  return useState<TwoNames>({ ar: before?.ar ?? '', en: before?.en ?? '' });
}

export function TwoNameFields(props: {
  readonly names: TwoNames;
  readonly onChange: (names: TwoNames) => void;
}) {
  const { say } = useSpeech();
  const { names, onChange } = props;
  return (
    <div className="pair">
      {(['ar', 'en'] as const).map((language) => (
        <Field key={language} label={say(`site.name-${language}`)}>
          <input
            type="text"
            dir="auto"
            lang={language}
            maxLength={200}
            value={names[language]}
            onChange={(e) => onChange({ ...names, [language]: e.target.value })}
          />
        </Field>
      ))}
    </div>
  );
}
