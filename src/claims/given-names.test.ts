import { describe, expect, test } from 'vitest';
import type { Decision, DecisionId } from '../model/index.ts';
import { linksGiven } from './given-names.ts';
import { deriveClaims } from './index.ts';
import { report } from './trial/reports.ts';

const said = (id: string, written: string, name: string): Decision => ({
  id: id as DecisionId,
  by: 'Amal Sader',
  at: '2031-03-06T09:00:00Z',
  kind: 'same-name',
  written,
  name,
});

const reports = [
  report('Harbour Courier', '2031-03-04', [
    {
      quote: 'Around 70 men are missing.',
      through: ['Yellow Helmets'],
      figure: ['approx', 70, 'missing'],
      place: 'Sawmill prison',
    },
  ]),
  report('Delta Radio', '2031-03-05', [
    {
      quote: '70 men are missing.',
      through: ['Plain Civil Rescue'],
      figure: ['eq', 70, 'missing'],
      place: 'Camp Nine prison',
    },
  ]),
];

describe('names that a case knows to be one', () => {
  test('unsaid, two voices speak of two places', () => {
    expect(deriveClaims(reports, []).map(({ independent }) => independent)).toEqual([1, 1]);
  });

  test('a place under two names is one place, a body under two names one voice', () => {
    const places = [said('d1', 'Camp Nine prison', 'Sawmill prison')];
    expect(deriveClaims(reports, [], places).map(({ independent }) => independent)).toEqual([2]);
    const all = [...places, said('d2', 'the yellow helmets', 'Plain Civil Rescue')];
    expect(deriveClaims(reports, [], all).map(({ independent }) => independent)).toEqual([1]);
  });

  test('undone, they are two again', () => {
    const all: Decision[] = [
      said('d1', 'Camp Nine prison', 'Sawmill prison'),
      {
        id: 'd2' as DecisionId,
        by: 'Amal Sader',
        at: '2031-03-06T10:00:00Z',
        kind: 'undo',
        decision: 'd1' as DecisionId,
      },
    ];
    expect(deriveClaims(reports, [], all)).toHaveLength(2);
  });

  test('spellings meet under a name that no report uses; a ring of names ends', () => {
    expect(
      linksGiven(
        ['HLD', 'Lifeboat Dogs', 'Mayor'],
        [
          ['HLD', 'Harbour Lifeboat Dogs'],
          ['Lifeboat Dogs', 'harbour lifeboat dogs'],
        ],
      ),
    ).toEqual([['HLD', 'Lifeboat Dogs']]);
    expect(
      linksGiven(
        ['a b', 'b c'],
        [
          ['a b', 'b c'],
          ['b c', 'a b'],
        ],
      ),
    ).toHaveLength(1);
  });
});
