import { renderSVG } from 'uqr';
import { format, type Language, proofMessages } from '../messages/index.ts';

interface Paper {
  /** The signed checkpoint, word for word. */
  readonly note: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly verifierKey: string;
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);

/** Four characters at a time, eight groups a line: so that it can be typed off and read aloud. */
export const inGroups = (hex: string): string =>
  (hex.match(/.{1,32}/g) ?? []).map((line) => (line.match(/.{1,4}/g) ?? []).join(' ')).join('\n');

/**
 * A page of A4 in both languages with a checkpoint as text and as a code, to be printed, signed and taken away. One file
 * without a script or anything from elsewhere.
 */
export function witnessPaper({ note, size, root, verifierKey }: Paper): string {
  const say = (language: Language, key: keyof typeof proofMessages): string =>
    escaped(format(proofMessages[key], language));
  const both = (key: keyof typeof proofMessages): string =>
    `<span lang="ar" dir="rtl">${say('ar', key)}</span> <span lang="en" dir="ltr">${say('en', key)}</span>`;
  const column = (language: Language): string =>
    `<section lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><h1>${say(language, 'paper.title')}</h1>` +
    `<p>${say(language, 'paper.says')}</p><p>${say(language, 'paper.keep')}</p><p>${say(language, 'paper.compare')}</p></section>`;
  const line = (key: keyof typeof proofMessages): string =>
    `<div class="line"><span class="word">${both(key)}</span></div>`;
  const rootHex = inGroups(Buffer.from(root).toString('hex'));
  return `<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say('ar', 'paper.title')} · ${say('en', 'paper.title')} · ${size}</title>
<style>
@page { size: A4; margin: 16mm }
body { font: 10.5pt/1.5 "Noto Sans", "Noto Sans Arabic", sans-serif; color: #000; background: #fff; max-width: 178mm; margin: 0 auto; padding: 4mm }
h1 { font-size: 16pt; margin: 0 0 2mm } h2 { font-size: 10pt; margin: 5mm 0 1mm; font-weight: 600 }
h2 span[lang=en] { margin-inline-start: 3mm }
p { margin: 0 0 2mm }
.columns { display: grid; grid-template-columns: 1fr 1fr; gap: 8mm }
[lang=ar] { font-size: 11.5pt }
.head { display: grid; grid-template-columns: 62mm 1fr; gap: 6mm; direction: ltr; align-items: start }
.head svg { width: 62mm; height: 62mm }
.head h2:first-child { margin-top: 0 }
pre { direction: ltr; text-align: left; font: 9pt/1.45 "Noto Sans Mono", monospace; margin: 0; white-space: pre-wrap; overflow-wrap: anywhere }
pre.root { font-size: 12pt }
.lines { display: grid; grid-template-columns: 1fr 1fr; gap: 9mm 8mm; margin-top: 12mm }
.line { border-bottom: .3mm solid #000; padding-bottom: 1mm } .line span[lang=en] { margin-inline-start: 2mm }
@media (max-width: 640px) { .columns, .head, .lines { grid-template-columns: 1fr } }
</style>
</head>
<body>
<div class="columns">${column('ar')}${column('en')}</div>
<div class="head">
<div><h2>${both('paper.code')}</h2>${renderSVG(note, { ecc: 'M', border: 2 })}</div>
<div><h2>${both('proof.checkpoint')}</h2><pre>${escaped(note)}</pre>
<h2>${both('paper.rootToType')}</h2><pre class="root">${size}\n${rootHex}</pre>
<h2>${both('paper.key')}</h2><pre>${escaped(verifierKey)}</pre></div>
</div>
<div class="lines">${line('paper.name')}${line('paper.place')}${line('paper.date')}${line('paper.signature')}</div>
</body>
</html>
`;
}
