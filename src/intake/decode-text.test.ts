import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';
import { encoded } from './trial/made-files.ts';

const LIST = 'الاسم,اسم الأب,النسبة\r\nحازم,وائل,غنوم\r\nرنا,لؤي,الصالح\r\n';

const refusal = (bytes: Uint8Array): string => {
  try {
    return `read as ${decodeText(bytes).encoding}`;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('decodeText', () => {
  test.each([
    ['UTF-8', encoded(LIST, 'utf-8'), 'utf-8'],
    ['UTF-8 with its mark', encoded(LIST, 'utf-8-bom'), 'utf-8'],
    ['UTF-16 little end first', encoded(LIST, 'utf-16le'), 'utf-16le'],
    ['UTF-16 big end first', encoded(LIST, 'utf-16be'), 'utf-16be'],
    ['UTF-16 without its mark', encoded(LIST, 'utf-16le').subarray(2), 'utf-16le'],
    ['UTF-16 big end first without its mark', encoded(LIST, 'utf-16be').subarray(2), 'utf-16be'],
    ['Windows-1256', encoded(LIST, 'windows-1256'), 'windows-1256'],
  ])('reads %s, and the mark is no part of the text', (_, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text: LIST, encoding, problems: [] });
  });

  test('reads French and curly quotes from Windows code pages alike', () => {
    const text = 'Nom,Prénom\nHaddad,Zoé\n“Abou Zayd”,Noël\n';
    expect(decodeText(encoded(text, 'windows-1256')).text).toBe(text);
  });

  test('names the line of the first broken byte and reads the rest', () => {
    const bytes = Buffer.concat([Buffer.from('الاسم\nرنا\nهد'), Buffer.of(0xff), Buffer.from('ى\nسلمى\n')]);
    const { text, problems } = decodeText(bytes, 'list.csv');
    expect(text).toBe('الاسم\nرنا\nهد\ufffdى\nسلمى\n');
    expect(problems).toEqual([
      {
        code: 'file.encoding-broken',
        file: 'list.csv',
        line: 3,
        data: { encoding: 'utf-8', offset: 12, count: 1 },
      },
    ]);
  });

  test('refuses what no reading makes plausible', () => {
    // The same list in ISO 8859-6 and in code page 866 Cyrillic.
    const iso = Uint8Array.from(LIST, (letter) =>
      letter.charCodeAt(0) > 0x600 ? letter.charCodeAt(0) - 0x600 + 0xa0 : letter.charCodeAt(0),
    );
    expect(refusal(iso)).toBe('file.encoding-unclear');
    const cyrillic = Uint8Array.from('Фамилия,Имя\nИванов,Пётр\n', (letter) =>
      letter.charCodeAt(0) > 0x400 ? 0x80 + (letter.charCodeAt(0) & 0x3f) : letter.charCodeAt(0),
    );
    expect(refusal(cyrillic)).toBe('file.encoding-unclear');
    expect(refusal(Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]))).toBe('file.encoding-unclear');
  });

  test('tells binary content by what it holds', () => {
    expect(refusal(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]))).toBe('file.binary');
    expect(refusal(Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 251))).toBe('file.binary');
    expect(refusal(new Uint8Array(0))).toBe('file.empty');
  });

  test('gives back whatever Arabic text was written, in every encoding', () => {
    const letters = fc.constantFrom(...'ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئ ,\n0123456789abcXYZ');
    const text = fc
      .array(letters, { minLength: 30, maxLength: 200 })
      .map((all) => `الاسم والنسبة\n${all.join('')}`);
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be' as const),
        (written, encoding) => {
          expect(decodeText(encoded(written, encoding as 'utf-8')).text).toBe(written);
        },
      ),
      { numRuns: 100 },
    );
  });
});
