import { describe, expect, test } from 'vitest';
import { mattersIn } from './matters-in.ts';

const matters = (text: string): string[] =>
  mattersIn(text, 'other').map(({ frame, negated }) => `${negated ? 'not ' : ''}${frame.matter}`);
const denied = (text: string): string[] =>
  mattersIn(text, 'denies').map(({ frame, negated }) => `${negated ? 'not ' : ''}${frame.matter}`);

describe('one matter in many words', () => {
  test.each([
    ['Captives may be locked two floors beneath the ground', 'held-below'],
    ['Dozens of inmates are still trapped below', 'held-below'],
    ['Detainees are sealed in secret vaults', 'held-below'],
    ['معتقلون محاصرون تحت الأرض', 'held-below'],
    ['وما زال سجناء محتجزين في أقبية سرية', 'held-below'],
    ['The gates open only with a keypad', 'coded-doors'],
    ['Doors that need a passcode', 'coded-doors'],
    ['أبواب لا تفتح إلا برموز', 'coded-doors'],
    ['The wardens bolted before dawn', 'guards-fled'],
    ['وهرب السجانون ليلاً', 'guards-fled'],
    ['The mission was called off', 'search-ended'],
    ['Rescuers wrapped up their search', 'search-ended'],
    ['اختتمت الفرق عمليات التمشيط', 'search-ended'],
    ['Crews turned up no survivors', 'found-nobody'],
    ['Fighters seized the compound at noon', 'opened'],
    ['اقتحم مقاتلون السجن', 'opened'],
    ['The junta collapsed overnight', 'regime-fell'],
    ['انهار النظام فجراً', 'regime-fell'],
    ['Guards set the archive ablaze and shredded files', 'archive-burnt'],
    ['احترقت الوثائق: أُتلفت ملفات السجن', 'archive-burnt'],
  ])('%s: %s', (text, matter) => {
    expect(matters(text)).toContain(matter);
  });
});

describe('what is not said', () => {
  test('a denial is told from what it denies', () => {
    expect(denied('There are no prisoners below ground')).toContain('not held-below');
  });

  test('whoever looks for hidden rooms, or takes them as known, does not say that there are some', () => {
    expect(matters('Cadets dug hidden rooms there')).toContain('hidden-room');
    expect(matters('The search for hidden rooms goes on')).not.toContain('hidden-room');
    expect(matters('Water dripped in the hidden rooms')).not.toContain('hidden-room');
    expect(matters('Crews found no hidden rooms')).toEqual(['no-hidden-room']);
  });

  test('freed prisoners are not still below', () => {
    expect(matters('Freed captives spoke of a life below ground')).not.toContain('held-below');
  });

  test.each([
    'The reward of patience is a good harvest',
    'The council met in the town hall',
    'Rain fell on the harbour',
    'He walked his dog along the quay',
    'The ministry raised wages',
  ])('%s: none', (text) => {
    expect(matters(text).filter((matter) => matter !== 'reward')).toEqual([]);
  });
});

test('a long text without end costs no more than its words', () => {
  expect(mattersIn('no prisoner found below '.repeat(5000), 'other')).toEqual([]);
  expect(mattersIn('no prisoner found below '.repeat(60), 'other').length).toBeGreaterThan(0);
});
