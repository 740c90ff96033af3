import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { canonicalText } from './verify/canonical.ts';

test('the example of RFC 8785, section 3.2', () => {
  const value = {
    numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '€$\u000f\nA\'B"\\\\"/',
    literals: [null, true, false],
  };
  expect(canonicalJson(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test('keys stand in the order of their UTF-16 units (section 3.2.3), numbers among them too', () => {
  const value = {
    '\u20ac': 1,
    '\r': 2,
    '\ufb33': 3,
    '1': 4,
    '\ud83d\ude00': 5,
    '\u0080': 6,
    '\u00f6': 7,
    '10': 8,
  };
  expect(Object.values(JSON.parse(canonicalJson(value)))).toHaveLength(8);
  expect(canonicalJson(value).match(/:\d/g)?.join('')).toBe(':2:4:8:6:7:1:5:3');
});

test('what is left out, and what is refused', () => {
  expect(canonicalJson({ b: undefined, a: [undefined, 1] })).toBe('{"a":[null,1]}');
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, { a: 1n }, [() => 1]])
    expect(() => canonicalJson(value)).toThrow(TypeError);
});

test('reads back as what it was, whatever it was, and verify writes it the same way', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      // JSON knows no negative zero.
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(canonicalText(JSON.parse(text))).toBe(text);
    }),
  );
});
