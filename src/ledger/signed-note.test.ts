import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SanadError } from '../model/index.ts';
import { readCheckpoint } from './checkpoint.ts';
import { noteSigner, openNote, parseNote, parseVerifierKey } from './signed-note.ts';

const signer = noteSigner('sanad/0123456789abcdef', Buffer.alloc(32, 7));
const text = 'sanad/0123456789abcdef\n42\nqqqq\n';

test('a note opens with the key that signed it', () => {
  const note = signer.sign(text);
  expect(note).toMatch(
    /^sanad\/0123456789abcdef\n42\nqqqq\n\n— sanad\/0123456789abcdef [A-Za-z0-9+/]{91}=\n$/,
  );
  expect(openNote(note, signer.verifierKey)).toBe(text);
});

test('and with no other, nor after any change', () => {
  const note = signer.sign(text);
  const other = noteSigner(signer.name, Buffer.alloc(32, 8));
  expect(openNote(note, other.verifierKey)).toBeUndefined();
  expect(openNote(note.replace('42', '43'), signer.verifierKey)).toBeUndefined();
  expect(openNote('', signer.verifierKey)).toBeUndefined();
  expect(openNote(note, 'sanad/x')).toBeUndefined();
});

test('10,000 notes, keys and checkpoints with characters changed, lost or added: read, or refused by name', () => {
  const note = signer.sign(`${signer.name}\n42\n${Buffer.alloc(32, 3).toString('base64')}\n`);
  const pieces = fc.constantFrom(
    '',
    '\n',
    ' ',
    '+',
    '\u2014',
    'A',
    '0',
    '\u0000',
    '\u2028',
    '\ud800',
    '=',
    '\n\n',
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(9), pieces), { minLength: 1, maxLength: 4 }), (steps) => {
      const damaged = (text: string): string =>
        steps.reduce((before, [place, gap, put]) => {
          const at = place % (before.length + 1);
          return before.slice(0, at) + put + before.slice(at + gap);
        }, text);
      const read = (work: () => unknown): void => {
        try {
          work();
        } catch (error) {
          expect(error).toBeInstanceOf(SanadError);
        }
      };
      const changed = damaged(note);
      read(() => parseNote(changed));
      read(() => parseVerifierKey(damaged(signer.verifierKey)));
      read(() => readCheckpoint(damaged(note.split('\n\n')[0] ?? '')));
      if (changed !== note) expect(openNote(changed, signer.verifierKey)).toBeUndefined();
    }),
    { numRuns: 10_000 },
  );
});
