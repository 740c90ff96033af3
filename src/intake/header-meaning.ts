import type { Property } from '../model/index.ts';
import { type Notion, notionsOf, wordsOfHeader } from './header-words.ts';

/**
 * What a header says by itself. Some say only half: the other columns or the cells decide.
 * `name` is a given or a full name, `nom` a full or a family name, `family-or-nickname` اللقب and الشهرة, `number` an
 * identifier or a running number, `event` a date or a place or a yes, `place-of-arrest` a street or a prison.
 */
export type HeaderMeaning =
  | { readonly kind: 'property'; readonly property: Property; readonly detail?: MeaningDetail }
  | { readonly kind: 'name'; readonly of: 'name' | 'nom' | 'person' }
  | { readonly kind: 'family-or-nickname' }
  | { readonly kind: 'identifier' }
  | { readonly kind: 'number' }
  | { readonly kind: 'event'; readonly date: Property; readonly place: Property }
  | { readonly kind: 'place-of-arrest' };

/** `about`: all values are estimates; `with-place`: a place and a date in one cell. */
export type MeaningDetail = 'about' | 'with-place';

const property = (named: Property, detail?: MeaningDetail): HeaderMeaning =>
  detail === undefined
    ? { kind: 'property', property: named }
    : { kind: 'property', property: named, detail };

/** Headers repeat within and across files; what they mean does not change. */
const remembered = new Map<string, HeaderMeaning | undefined>();

/** What a header means, or `undefined` where its words say nothing. */
export function meaningOfHeader(header: string): HeaderMeaning | undefined {
  if (remembered.has(header)) return remembered.get(header);
  const meaning = read(header);
  if (remembered.size > 5_000) remembered.clear();
  remembered.set(header, meaning);
  return meaning;
}

function read(header: string): HeaderMeaning | undefined {
  if (header.length > 200) return undefined;
  const trimmed = header.trim();
  if (/^(?:#|№|n°|nº)$/i.test(trimmed)) return { kind: 'number' };
  const words = wordsOfHeader(header);
  const notions = new Set<Notion>();
  for (const word of words) for (const notion of notionsOf(word)) notions.add(notion);
  if (notions.size === 0) return undefined;
  const has = (...any: readonly Notion[]): boolean => any.some((notion) => notions.has(notion));
  const time = has('date', 'year');

  if (has('reach') && !has('date', 'year')) return property('contact');
  if (has('relation') && !has('name', 'date')) return property('relation');
  if (has('asker') && !has('seen') && !(has('registration') && time)) return property('text');
  if (has('sex') && !has('name')) return property('sex');
  if (has('text') && !has('name', 'given', 'family'))
    return time && has('birth') ? property('birth.date') : property('text');
  if (has('age')) return ageMeaning(has);
  if (
    has('nationalId') &&
    has('number', 'id', 'nationalId') &&
    !has('name', 'place', 'date', 'status', 'home')
  )
    return property('id');

  const named = nameMeaning(has, words, time);
  if (named) return named;
  if (has('monthOrDay') && !time) return property('text');

  if (
    has('person') &&
    !time &&
    !has('place', 'home', 'facility', 'prison', 'number', 'id', 'status', 'otherStatus', 'unit')
  )
    if (words.length <= 3 && words.some(namesPerson)) return { kind: 'name', of: 'person' };
  const event = eventMeaning(has, time);
  if (event) return event;
  if (has('sequence') && !time) return { kind: 'number' };
  if (has('recordWord') && has('id', 'number')) return property('text');
  if (has('number'))
    return has('prison', 'person', 'unit')
      ? property('id')
      : words.length <= 2
        ? { kind: 'number' }
        : property('text');
  if (has('id')) return { kind: 'identifier' };
  if (has('otherStatus')) return property('text');
  if (words.length === 1 && words[0] === 'state') return { kind: 'event', date: 'date', place: 'place' };
  if (has('status')) return property('status');
  if (has('unit')) return property('text');
  if (has('facility')) return property('facility');
  if (has('prison')) return property('place.detention');
  if (has('home', 'place')) return property('place');
  if (time) return property('date');
  if (has('recordWord')) return property('text');
  return undefined;
}

/** "detainee" names somebody; "released" beside it, or alone, says what happened. */
const namesPerson = (word: string): boolean =>
  notionsOf(word).includes('person') && notionsOf(word).length === 1;

type Has = (...any: readonly Notion[]) => boolean;

function ageMeaning(has: Has): HeaderMeaning {
  // An age at arrest or at death is not the age that other lists give.
  if (has('arrest', 'death', 'disappearance', 'release', 'group')) return property('text');
  return has('approximate') ? property('age', 'about') : property('age');
}

function nameMeaning(has: Has, words: readonly string[], time: boolean): HeaderMeaning | undefined {
  if (time || has('birth', 'status', 'otherStatus')) return undefined;
  const name = has('name');
  if (has('facility') || (has('prison') && name) || (has('home') && !has('person', 'family', 'given')))
    return undefined;
  if (has('place')) return undefined;
  const joined = words.some((word) => word === 'and' || word === 'et' || word === 'و');
  if (has('mother')) return property('name.mother');
  if (has('grandfather') || (has('grand') && has('father')))
    return property(joined && has('father') ? 'name.father' : 'name.grandfather');
  if (has('kin')) return property('text');
  if (has('father')) {
    const names = words.filter((word) => notionsOf(word).includes('name')).length;
    return joined && has('family') && (names > 1 || has('given'))
      ? property('name.full')
      : property('name.father');
  }
  if (has('nickname')) return property('name.nickname');
  if (has('full') && (name || has('given', 'family', 'person') || words.length === 1))
    return property('name.full');
  const family = has('family') || (has('lastWord') && name);
  const given = has('given');
  // "First and surname", "الاسم والكنية", "nom et prénom" hold both; "family name", "nom de famille" one.
  if (family && (given || (joined && name))) return property('name.full');
  if (given && words.some((word) => word === 'nom' || word === 'noms')) return property('name.full');
  if (family) return property('name.family');
  if (has('familyOrNick')) return joined && name ? property('name.full') : { kind: 'family-or-nickname' };
  if (has('teknonym')) return property('name.teknonym');
  if (given && (name || words.length === 1) && !has('seen', 'admission', 'arrest'))
    return property('name.given');
  if (name && has('second')) return property('name.father');
  if (name && has('third')) return property('name.grandfather');
  if (name && has('fourth')) return property('name.family');
  if (!name || has('seen', 'unit', 'number', 'id', 'recordWord')) return undefined;
  return { kind: 'name', of: words.every((word) => word === 'nom' || word === 'noms') ? 'nom' : 'name' };
}

function eventMeaning(has: Has, time: boolean): HeaderMeaning | undefined {
  const place = has('place', 'home', 'facility', 'prison');
  if (has('birth')) {
    if (place) return time ? property('birth.date', 'with-place') : property('place.birth');
    return property('birth.date');
  }
  if (has('death')) return place && !time ? property('text') : occasion('death.date', 'text', time);
  if (has('release')) return place && !time ? property('text') : occasion('release.date', 'text', time);
  if (has('admission'))
    return place && !time ? property('facility') : occasion('admission.date', 'facility', time);
  if (has('seen') || (has('lastWord') && (has('place') || time)))
    return place && !time ? property('text') : occasion('seen.date', 'text', time);
  if (has('registration') && time) return property('date');
  if (has('number', 'id', 'recordWord')) return undefined;
  if (has('arrest'))
    return place && !time ? { kind: 'place-of-arrest' } : occasion('arrest.date', 'text', time);
  if (has('disappearance')) return place && !time ? property('text') : occasion('seen.date', 'text', time);
  if (has('custody'))
    return place && !time ? property('place.detention') : occasion('arrest.date', 'place.detention', time);
  if (has('prison') && time) return property('arrest.date');
  return undefined;
}

const occasion = (date: Property, place: Property, time: boolean): HeaderMeaning =>
  time ? property(date) : { kind: 'event', date, place };
