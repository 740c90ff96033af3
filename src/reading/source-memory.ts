import type { Span } from '../model/index.ts';
import type { Bodies } from './bodies.ts';
import { officeAndNameArabic, officeBehindArabic, officeOf } from './offices.ts';
import { capital, type NamedSource, nameSource, PLURAL_BEHIND, UNNAMED_SOURCE } from './sources.ts';
import {
  BODY_MEANT,
  BODY_MEANT_AR,
  BODY_OF_PERSON,
  type Gender,
  genderAsked,
  genderOf,
  NO_NAME,
  NOBODY,
  PERSON_MEANT,
  PRONOUN_SORTS,
  placesNamed,
} from './who-is-meant.ts';

/** Who was named so far, most recent last; learns short forms and surnames, and finds what a pronoun means. */
export interface SourceMemory {
  resolve(text: string, span: Span, antecedent?: Span): string;
  /** The body for which the text says that this person speaks: "its spokesman, X". */
  office(name: string): string | undefined;
  /** Whether a name that stands in a chain is that of a body. */
  isBody(name: string): boolean;
  /** An outlet that somebody spoke to: "told the Hill agency". */
  outlet(name: string): void;
  /** A subject that was no source: "The Harbour Watch is searching. They have …". */
  notice(text: string, span: Span): void;
  /** The speaker's verb has this gender, as in Arabic: «قالت». */
  agrees(name: string, gender: Gender): void;
  /** Whoever was named last and, where a gender is asked, may have it. */
  last(gender?: Gender): string | undefined;
}

const ALSO_KNOWN =
  /^[^,]{2,60},?\s+(?:(?:better|also|widely)\s+)known as\s+(?:the\s+)?["“‘']?((?:\p{Lu}[\p{L}’-]*\s?){1,4})/u;

/** «المصدر نفسه», «المنظمة ذاتها»: named already. */
const SAME_AR = /^(ال\p{L}+)\s+(?:نفسه|نفسها|ذاته|ذاتها|عينه|عينها)$/u;

/** A phrase that a preposition opens, and many people at once: nobody whom a later pronoun would mean. */
const LED_INTO = /^(?:in|on|at|by|with|from|for|of|during|after|before|among|under|inside)\s/i;

/** A paragraph may open in capitals: they tell nothing of the word. */
const OPENS_IN_CAPITALS = /^\p{Lu}{5,}$/u;

/** Without digits or "of", no crowd. */
const MAY_COUNT = /\d|of/i;
const A_CROWD = /^(?:\p{L}+\s+){0,3}(?:\d{2,}[\d,.]*\s|(?:thousands|hundreds|dozens|scores|tens)\s+of\s)/iu;

/** Words that a later "he" or "it" never means, and that are no name of anybody new. */
const isNobody = (written: string): boolean =>
  BODY_MEANT.test(written) ||
  PERSON_MEANT.test(written) ||
  NO_NAME.test(written) ||
  NOBODY.test(written) ||
  LED_INTO.test(written) ||
  (MAY_COUNT.test(written) && A_CROWD.test(written));

/** The same words stand in a report again and again: what they alone decide is found out once. */
function onceForEach<Answer>(answer: (written: string) => Answer): (written: string) => Answer {
  const known = new Map<string, Answer>();
  return (written) => {
    const before = known.get(written);
    if (before !== undefined || known.has(written)) return before as Answer;
    const found = answer(written);
    known.set(written, found);
    return found;
  };
}

/** `aliases` maps a spelling, lower case, to the name it stands for; given by the case. */
export function sourceMemory(
  aliases: ReadonlyMap<string, string>,
  bodies?: Bodies,
  stated: Iterable<{ person: string; owner: string; at: number }> = [],
): SourceMemory {
  const named: NamedSource[] = [];
  /** `nameSource`, once for the same words. */
  const nameOf = onceForEach((written) => nameSource(written, { start: 0, end: written.length }));
  const genderSaid = onceForEach(genderOf);
  const standsForNobody = onceForEach(isNobody);
  /** Where sources began that are known already: the subject of a verb behind them is the same words run on. */
  const begun = new Set<number>();
  const offices = new Map<string, string>();
  /** As the report says it in a sentence of its own. */
  const officers = new Map<string, string>();
  /** A body by its bare noun: named in full before, or by a word of its kind ("the rescuers" of a Rescue). */
  const bodyMeant = (written: string, at: number): string | undefined => {
    const full = bodies?.fullName(written, at);
    if (full !== undefined) return full;
    const bare = /^ال(\p{L}+)$/u.exec(written)?.[1];
    if (bare !== undefined)
      return (
        named.findLast((each) => each.name.startsWith(`${bare} `))?.name ??
        (/^(?:فرق|فريق)$/u.test(bare) ? lastOf(['organisation']) : undefined)
      );
    const stem = /^(?:the\s+)?(\p{Ll}{5,}?)(?:rs|s)$/u.exec(written)?.[1];
    return stem === undefined
      ? undefined
      : named.findLast((each) => each.sort === 'organisation' && each.name.toLowerCase().includes(stem))
          ?.name;
  };
  const learnOffice = (written: string, at: number, person: string, behind: string): void => {
    const arabic = /^[\u0600-\u06ff]/.test(written);
    const owner = arabic
      ? (officeAndNameArabic(written)?.office ?? officeBehindArabic(behind))
      : officeOf(written);
    if (owner === undefined) return;
    const office = /^(?:its|their)$/i.test(owner)
      ? lastOf(['organisation'])
      : (bodyMeant(owner, at) ??
        (arabic && owner.startsWith('ال') && !owner.includes(' ')
          ? undefined
          : nameSource(owner, { start: 0, end: owner.length }).name));
    if (office !== undefined && office !== person && office !== UNNAMED_SOURCE) offices.set(person, office);
  };
  const shorts = new Map<string, string>();
  const remember = (source: NamedSource): string => {
    const key = source.name.toLowerCase();
    const alias = aliases.get(key) ?? shorts.get(key);
    const full = alias ?? fullName(source.name);
    if (source.short) shorts.set(source.short.toLowerCase(), full);
    named.push({ ...source, name: full });
    if (named.length > 60) named.splice(0, 20);
    return full;
  };
  const fullName = (name: string): string => {
    if (/\s/.test(name)) return name;
    const [surname, opening] = [` ${name}`, `${name} `];
    let body: string | undefined;
    for (let at = named.length - 1; at >= 0; at--) {
      const { sort, name: full } = named[at]!;
      if (sort === 'person' && full.endsWith(surname)) return full;
      if (sort === 'organisation' && body === undefined && full.startsWith(opening)) body = full;
    }
    return body ?? name;
  };
  const plural = (text: string, span: Span, source: NamedSource): NamedSource =>
    source.sort === 'person' && PLURAL_BEHIND.test(text.slice(span.end, span.end + 12))
      ? { ...source, sort: 'organisation' }
      : source;
  for (const { person, owner, at } of stated) {
    const office = bodies?.fullName(owner, at) ?? nameSource(owner, { start: 0, end: owner.length }).name;
    officers.set(person, office);
  }
  const officeOfName = (name: string): string | undefined =>
    offices.get(name) ??
    (officers.size === 0 ? undefined : (officers.get(name) ?? officers.get(name.split(' ').at(-1)!)));
  const lastOf = (sorts: readonly string[]): string | undefined =>
    named.findLast((each) => sorts.includes(each.sort))?.name;
  const genders = new Map<string, Gender>();
  let places: ReadonlySet<string> | undefined;
  /** Whom "he" means: not a place, and nobody whom the text calls "she". */
  const personMeant = (text: string, asked: Gender | undefined, known?: 'by name'): string | undefined => {
    places ??= placesNamed(text);
    const fits = ({ sort, name }: NamedSource): boolean =>
      sort === 'person' &&
      !places!.has(name) &&
      (known === undefined || /^\p{Lu}\S*\s+(?:\S+\s+)?\p{Lu}/u.test(name)) &&
      (asked === undefined || (genders.get(name) ?? asked) === asked);
    const name = named.findLast(fits)?.name;
    if (name !== undefined && asked !== undefined) genders.set(name, asked);
    return name;
  };
  /** Who spoke, most recent last. */
  const speakers: string[] = [];
  const agreement = new Map<string, Gender>();
  const meantBy = (text: string, span: Span, antecedent?: Span): string => {
    const written = text.slice(span.start, Math.min(span.end, span.start + 400)).trim();
    const lower = written.toLowerCase();
    if (antecedent) return remember(nameOf(text.slice(antecedent.start, antecedent.end)));
    const same = SAME_AR.exec(written)?.[1];
    if (same !== undefined) {
      const sort = same === 'المصدر' ? undefined : BODY_MEANT_AR.test(same) ? 'organisation' : 'person';
      const name = sort === undefined ? speakers.at(-1) : lastOf([sort]);
      if (name !== undefined) return name;
    }
    const sorts = PRONOUN_SORTS.get(lower);
    if (sorts) {
      const person = sorts.includes('person') ? personMeant(text, genderAsked(lower)) : undefined;
      return person ?? lastOf(sorts) ?? named.at(-1)?.name ?? capital(written);
    }
    if (lower === 'who' || lower === 'which' || lower === 'that')
      return named.at(-1)?.name ?? capital(written);
    const meant = bodyMeant(written, span.start);
    if (meant !== undefined) return remember({ name: meant, sort: 'organisation' });
    if (BODY_OF_PERSON.test(written)) {
      const office = officeOfName(lastOf(['person']) ?? '') ?? lastOf(['organisation']);
      if (office !== undefined) return office;
    }
    if (BODY_MEANT.test(written) || BODY_MEANT_AR.test(written)) {
      const name = lastOf(['organisation']) ?? named.find(({ sort }) => sort === 'other')?.name;
      if (name !== undefined) return name;
    }
    if (PERSON_MEANT.test(written)) {
      const name = personMeant(text, genderOf(written), 'by name');
      if (name !== undefined) return name;
    }
    if (NO_NAME.test(written)) return nameOf(text.slice(span.start, span.end)).name;
    begun.add(span.start);
    const source = plural(text, span, nameOf(text.slice(span.start, span.end)));
    // Before it is remembered, "its" means whoever was named last.
    const owned = source.sort === 'person' ? fullName(source.name) : undefined;
    if (owned !== undefined) learnOffice(written, span.start, owned, text.slice(span.end, span.end + 90));
    const name = remember(source);
    const gender = genderSaid(written);
    if (gender !== undefined && source.sort === 'person') genders.set(name, gender);
    // Who reads several reports must know that both names are one.
    const also = ALSO_KNOWN.exec(written)?.[1]?.trim();
    return also === undefined || also === name ? name : `${name}, known as ${also}`;
  };
  return {
    resolve(text, span, antecedent) {
      const name = meantBy(text, span, antecedent);
      speakers.push(name);
      if (speakers.length > 60) speakers.splice(0, 20);
      return name;
    },
    agrees: (name, gender) => void agreement.set(name, gender),
    isBody: (name) => named.findLast((each) => each.name === name)?.sort === 'organisation',
    office: officeOfName,
    // Whoever was only spoken to is not whom a later "it" means.
    outlet: (name) => void named.unshift({ name, sort: 'other' }),
    notice(text, span) {
      if (span.end - span.start > 200 || begun.has(span.start)) return;
      const written = text.slice(span.start, span.end);
      if (standsForNobody(written)) return;
      if ((span.start === 0 || text[span.start - 1] === '\n') && OPENS_IN_CAPITALS.test(written)) return;
      const source = nameOf(written);
      if (source.name.length < 2 || PRONOUN_SORTS.get(source.name.toLowerCase())) return;
      const name = remember(plural(text, span, source));
      const gender = genderSaid(written);
      if (gender !== undefined && source.sort === 'person') genders.set(name, gender);
    },
    last: (gender) =>
      (
        named.findLast(
          ({ sort, name }) =>
            sort !== 'media' && (gender === undefined || (agreement.get(name) ?? gender) === gender),
        ) ?? named.at(-1)
      )?.name,
  };
}
