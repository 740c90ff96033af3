/** Characters that turn the direction of text or cannot be seen: `photo<RLO>gpj.exe` must not look like a picture. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/**
 * Offers a file for keeping under its own name, in any script: RFC 6266 with the encoding of RFC 5987, and a plain
 * name for programs that know only that.
 */
export function contentDisposition(file: string): string {
  const name = (file.replace(UNSEEN, '').split(/[/\\]/).at(-1) ?? '').slice(0, 200).toWellFormed() || 'file';
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
