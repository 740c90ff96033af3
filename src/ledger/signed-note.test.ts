import { expect, test } from 'vitest';
import { noteSigner, openNote } from './signed-note.ts';

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
