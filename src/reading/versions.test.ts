import { describe, expect, test } from 'vitest';
import { readLayer } from '../intake/index.ts';
import { compareVersions, readReport, type VersionIn } from './index.ts';

const version = (text: string): VersionIn => {
  const layer = readLayer('report.txt', new TextEncoder().encode(text));
  const { dropped, statements } = readReport(layer, { outlet: 'Harbour Wire', published: '2025-03-08' });
  return { text, dropped, statements };
};
const told = (before: string, after: string) => {
  const [a, b] = [version(before), version(after)];
  return compareVersions(a, b).map((change) => ({
    kind: change.kind,
    before: change.before && a.text.slice(change.before.start, change.before.end),
    after: change.after && b.text.slice(change.after.start, change.after.end),
  }));
};

const INTRO = 'Rescuers opened the old mill of Marsa on Saturday morning.';
const COUNT = 'As many as 900 people are still inside, the Jawfan Governorate said.';

describe('two versions of a report', () => {
  test('the same text is kept, sentence by sentence', () => {
    expect(told(`${INTRO} ${COUNT}`, `${INTRO} ${COUNT}`).map(({ kind }) => kind)).toEqual(['kept', 'kept']);
  });

  test('what is gone is told where it stood, what is new where it stands', () => {
    const added = 'Two dogs were flown in from Zahrin overnight.';
    expect(told(`${INTRO} ${COUNT}`, `${INTRO} ${added}`)).toEqual([
      { kind: 'kept', before: INTRO, after: INTRO },
      { kind: 'added', before: undefined, after: added },
      { kind: 'dropped', before: COUNT, after: undefined },
    ]);
  });

  test('another number is told as that', () => {
    const fewer = 'As many as 400 people are still inside, the Jawfan Governorate said.';
    expect(told(COUNT, fewer)).toEqual([{ kind: 'figure', before: COUNT, after: fewer }]);
  });

  test('a doubt added behind a sentence softens it though its words stay; taken away, it hardens', () => {
    const doubt = 'This figure has not been independently verified.';
    expect(told(COUNT, `${COUNT} ${doubt}`).map(({ kind }) => kind)).toEqual(['softened', 'added']);
    expect(told(`${COUNT} ${doubt}`, COUNT).map(({ kind }) => kind)).toEqual(['hardened', 'dropped']);
  });

  test('a sentence that moved is kept, one in other words is reworded', () => {
    const moved = 'Nobody had seen the third cellar before Sunday.';
    const other = 'Rescuers opened the old mill of Marsa early on Saturday.';
    const kinds = told(`${INTRO} ${moved} ${COUNT}`, `${moved} ${other} ${COUNT}`).map(({ kind }) => kind);
    expect(kinds).toEqual(['kept', 'reworded', 'kept']);
  });

  test('Arabic too', () => {
    const before = 'قالت محافظة جوفان إن 900 شخص ما زالوا داخل الطاحونة.';
    const after = 'قالت محافظة جوفان إن 400 شخص ما زالوا داخل الطاحونة.';
    expect(told(before, after)).toEqual([{ kind: 'figure', before, after }]);
  });

  test('two long texts without a common word are all gone and all new', () => {
    const long = (word: string) =>
      Array.from({ length: 4000 }, (_, i) => `${word}${i} ${word}${i + 7} ${word}there.`).join(' ');
    const changes = compareVersions(
      { text: long('Sea'), dropped: [], statements: [] },
      { text: long('Hill'), dropped: [], statements: [] },
    );
    expect(changes.map(({ kind }) => kind).filter((kind) => kind === 'added')).toHaveLength(4000);
    expect(changes).toHaveLength(8000);
  });
});
