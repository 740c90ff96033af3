import type { Consent, Grant, LineLetter } from '../../src/model/index.ts';
import { all, the } from './page.ts';

/** What a family typed, as the letter that is sealed to the desk; or why it cannot be sent. Kept nowhere but on the page. */
export type ReadLetter = { readonly letter: LineLetter } | { readonly wrong: string };

const field = (id: string): string => the<HTMLInputElement>(`#ask-${id}`).value.trim();
const fields = (): HTMLInputElement[] =>
  all('[data-ask] :is(input:not([type=checkbox]), textarea)') as HTMLInputElement[];

export const familyTyped = (): boolean => fields().some(({ value }) => value !== '');

export function forgetFamily(): void {
  for (const each of fields()) each.value = '';
  the<HTMLSelectElement>('#ask-relation').value = '';
  for (const each of all(':is([data-ask], [data-narrow]) [type=checkbox]') as HTMLInputElement[])
    each.checked = false;
}

function consentIn(form: 'ask' | 'narrow'): Consent | undefined {
  const ticked = (name: string): boolean => the<HTMLInputElement>(`#${form}-${name}`).checked;
  if (!ticked('compare')) return undefined;
  const grants: Grant[] = [{ purpose: 'compare', audience: 'team', fields: ['sought'] }];
  if (ticked('call')) grants.push({ purpose: 'call', audience: 'team', fields: ['contact'] });
  if (ticked('partners')) grants.push({ purpose: 'share', audience: 'partners', fields: ['sought'] });
  if (ticked('mandated')) grants.push({ purpose: 'share', audience: 'mandated', fields: ['sought'] });
  return { grants, how: 'own-device' };
}

/** A year in any of the region's digits. */
const yearIn = (typed: string): string =>
  typed.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15));
const isYear = (text: string): boolean => text === '' || /^[12]\d{3}$/.test(text);

export function readRequest(): ReadLetter {
  const consent = consentIn('ask');
  if (!consent) return { wrong: 'ask.no-consent' };
  const given = (id: string, name: string) => (field(id) === '' ? {} : { [name]: field(id) });
  const [birth, seen] = [yearIn(field('birth')), yearIn(field('seen'))];
  if ((field('given') === '' && field('family') === '') || field('name') === '')
    return { wrong: 'ask.no-name' };
  if (field('relation') === '') return { wrong: 'ask.no-relation' };
  if (!isYear(birth) || !isYear(seen)) return { wrong: 'ask.year' };
  const at = field('at');
  if (at !== '' && !consent.grants.some(({ purpose }) => purpose === 'call')) return { wrong: 'ask.no-call' };
  const names = { ...given('given', 'given'), ...given('father', 'father'), ...given('family', 'family') };
  return {
    letter: {
      sanad: 'request',
      form: {
        sought: {
          names: { ...names, ...given('mother', 'mother') },
          ...(birth === '' ? {} : { birth }),
          ...(seen === '' ? {} : { lastSeen: seen }),
          ...given('home', 'home'),
          ...given('words', 'words'),
        },
        asker: { name: field('name'), relation: field('relation') as 'mother' },
        contact:
          at === ''
            ? { channel: 'code-only', leave: 'nothing' }
            : {
                channel: 'phone',
                at,
                leave: 'nothing',
                ...given('hours', 'hours'),
                ...(field('word').length > 1 ? given('word', 'codeWord') : {}),
              },
        consent,
      },
    },
  };
}

export function readNarrowed(): ReadLetter {
  const consent = consentIn('narrow');
  return consent ? { letter: { sanad: 'consent', consent } } : { wrong: 'ask.no-consent' };
}
