import { describe, expect, test } from 'vitest';
import { assertionsIn } from './index.ts';

/** The parts of a statement, each with its kind and whom it is said of. */
const parts = (words: string): string[] =>
  assertionsIn(words).map(({ kind, start, end, of, negated, alone }) => {
    const marks = `${negated ? ', negated' : ''}${alone ? ', alone' : ''}`;
    const about = of ? ` (${words.slice(of.start, of.end)})` : '';
    return `${kind}${marks}: ${words.slice(start, end)}${about}`;
  });

describe('what else one statement says', () => {
  test.each<[words: string, ...found: string[]]>([
    [
      'The minister left the country on a cargo plane and was granted asylum in Norvia.',
      'beside: was granted asylum in Norvia (The minister)',
    ],
    [
      'Guards set the archive on fire before they left, fleeing over the river in boats.',
      'beside: fleeing over the river in boats (Guards)',
    ],
    [
      'Three teams are searching the mill, accompanied by a former guard.',
      'beside: accompanied by a former guard (Three teams)',
    ],
    [
      'They recovered two bodies from the yard, where five dogs had been at work.',
      'beside: where five dogs had been at work (the yard)',
    ],
    ['Some 200 people are held in secret cells below the mill.', 'hidden-room: secret cells'],
    ['Hidden rooms were found beneath the prison.', 'hidden-room, alone: Hidden rooms'],
    ['No hidden rooms were found under the kilns.', 'hidden-room, negated: hidden rooms'],
    ['The army has not found secret tunnels near Sule.', 'hidden-room, negated: secret tunnels'],
    [
      'About 200 people can be seen on surveillance cameras inside the mill.',
      'shown: About 200 people can be seen on surveillance cameras',
    ],
    ['He left for Norvia amid rumours of a crash.', 'rumour: rumours of a crash'],
    ['They spread false claims that he died in a crash.', 'untrue: he died in a crash'],
    [
      'Crews are rushing to the mill amid growing fears that those inside could choke.',
      'beside: fears that those inside could choke (Crews)',
    ],
    [
      'Crews drilled into the floor amid claims that 700 captives were walled in',
      'beside: claims that 700 captives were walled in (Crews)',
    ],
    ['The gates were open, and the wardens had gone', 'beside: the wardens had gone'],
    ['كثيرون محتجزون في زنازين سرية تحت الأرض', 'hidden-room: زنازين سرية تحت الأرض'],
    ['لم يُعثر على زنازين سرية في المطحنة', 'hidden-room, negated: زنازين سرية'],
    [
      'نُقل الجرحى إلى مشفى بيلان، الذي طلب التبرع بالدم',
      'beside: الذي طلب التبرع بالدم (نُقل الجرحى إلى مشفى بيلان)',
    ],
  ])('%s', (words, ...found) => expect(parts(words)).toEqual(found));

  test.each([
    // Known already, so that it is not said.
    'The rescuers reached the secret cells.',
    // One predicate of two participles, two infinitives.
    'Prisoners were beaten and starved for years.',
    'Teams were sent to find and break the doors.',
    // A list is one thing.
    'Volunteers brought bread, water and blankets.',
    'Cell doors were broken open.',
  ])('nothing: %s', (words) => expect(parts(words)).toEqual([]));

  test('very long words are left whole', () =>
    expect(assertionsIn('He came and was seen '.repeat(200))).toEqual([]));
});
