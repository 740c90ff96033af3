import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentDisposition } from './content-disposition.ts';

test.each([
  ['register.csv', `attachment; filename="register.csv"; filename*=UTF-8''register.csv`],
  ['سجل.csv', `attachment; filename="___.csv"; filename*=UTF-8''%D8%B3%D8%AC%D9%84.csv`],
  ['photo\u202egpj.exe', `attachment; filename="photogpj.exe"; filename*=UTF-8''photogpj.exe`],
  ['a"; filename="b', `attachment; filename="a_; filename=_b"; filename*=UTF-8''a%22%3B%20filename%3D%22b`],
  ['../../etc/passwd', `attachment; filename="passwd"; filename*=UTF-8''passwd`],
  ['', `attachment; filename="file"; filename*=UTF-8''file`],
])('%j', (file, header) => expect(contentDisposition(file)).toBe(header));

test('whatever the name, it is one header that says attachment', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (file) => {
      const header = contentDisposition(file);
      expect(header).toMatch(/^attachment; filename="[^"\\%]+"; filename\*=UTF-8''[\w.!~%#$&+^`|-]+$/);
      expect(new Headers({ 'Content-Disposition': header }).get('content-disposition')).toBe(header);
    }),
  );
});
