import type { Language, lineMessages } from '../messages/index.ts';
import { escapeHtml } from '../model/index.ts';
import { familySteps } from './family-steps.ts';
import type { Line } from './line-folder.ts';

type Words = typeof lineMessages;

/** Characters of one message, and files with it. */
export const TEXT_LENGTH = 20_000;
export const FILES = 8;

/**
 * The whole public page as HTML: all that it says stands in it, so that it is read without a script too; the script
 * shows one step after the other. What the script itself says comes along as a block of data.
 */
export function publicPage(line: Line, language: Language, state: 'open' | 'full', words: Words): string {
  const say = (name: keyof Words, values: Readonly<Record<string, string | number>> = {}): string =>
    escapeHtml(fill(words[name][language], values));
  const own = (given: Line['reward']): string | undefined => given && paragraphs(given[language]);
  const list = (...names: (keyof Words)[]): string =>
    `<ul>${names.map((name) => `<li>${say(name)}</li>`).join('')}</ul>`;
  const size = Math.floor(line.limits.fileBytes / 1024 / 1024);
  const name = line.name?.[language];
  const title = name ? say('title.named', { name }) : say('title');
  const other = language === 'ar' ? 'en' : 'ar';

  const data = {
    line: line.id,
    recipients: line.recipients,
    language,
    fileBytes: line.limits.fileBytes,
    files: FILES,
    textLength: TEXT_LENGTH,
    words: Object.fromEntries(SCRIPT_WORDS.map((each) => [each, words[each][language]])),
  };

  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="line.css">
<script type="module" src="line.js"></script>
</head>
<body>
<header><a lang="${other}" hreflang="${other}" href="${other === 'en' ? 'en' : './'}">${say('other-language')}</a><button type="button" class="leave" data-leave hidden>${say('leave')}</button></header>
<main>
<section data-step="start">
<h1 tabindex="-1">${title}</h1>
<p class="lead">${say('lead')}</p>
${state === 'full' ? `<p class="notice">${say('full')}</p>` : ''}
<noscript><p class="notice">${say('no-script')}</p></noscript>
<p class="notice" data-unfit hidden></p>
<p class="doors" data-doors hidden>${state === 'full' ? '' : `<button type="button" class="main" data-go="code">${say('write')}</button><button type="button" class="main" data-go="code" data-for="ask">${say('seek')}</button>`}<button type="button" data-go="back">${say('return')}</button></p>
<h2>${say('safe.title')}</h2>
${list('safe.device', 'safe.place', 'safe.tor', 'safe.files', 'safe.risk', 'safe.after')}
<h2>${say('cannot.title')}</h2>
${list('cannot.screen', 'cannot.few', 'cannot.server')}
<h2>${say('kept.title')}</h2>
<p>${say('kept.what')}</p>
<h2>${say('next.title')}</h2>
${list('next.read', 'next.use', 'next.back')}
<h2>${say('reward.title')}</h2>
${own(line.reward) ?? `<p>${say('reward.none')}</p>`}
<p>${say('reward.never')}</p>
<h2>${say('ways.title')}</h2>
${own(line.otherWays) ?? `<p>${say('ways.default')}</p>`}
</section>
<section data-step="code" hidden>
<h1 tabindex="-1">${say('code.title')}</h1>
<p>${say('code.what')}</p>
<ol class="code" dir="ltr" data-code></ol>
<p><button type="button" class="main" data-go="tell">${say('code.written')}</button></p>
</section>
<section data-step="tell" hidden>
<form data-tell novalidate>
<h1 tabindex="-1"><label for="text">${say('tell.title')}</label></h1>
<p id="text-hint" class="hint">${say('tell.hint')}</p>
<p class="error" role="alert" data-error hidden></p>
<textarea id="text" rows="9" dir="auto" autocomplete="off" spellcheck="false" aria-describedby="text-hint draft"></textarea>
<p><label for="files">${say('tell.files')}</label></p>
<p id="files-hint" class="hint">${say('tell.files-hint', { size, count: FILES })}</p>
<input id="files" type="file" multiple aria-describedby="files-hint">
<p id="draft" class="hint">${say('tell.draft')}</p>
<p><label class="choice"><input type="checkbox" data-keep> <span>${say('tell.keep')}</span></label></p>
<p><button class="main">${say('tell.send')}</button></p>
</form>
</section>
${familySteps(say)}<section data-step="send" hidden>
<h1 tabindex="-1">${say('send.title')}</h1>
<p>${say('send.work')}</p>
<progress max="1" value="0" aria-labelledby="sending"></progress>
<p id="sending" role="status" data-sending></p>
<p><button type="button" data-cancel>${say('send.cancel')}</button></p>
</section>
<section data-step="done" hidden>
<h1 tabindex="-1">${say('done.title')}</h1>
<p class="notice" data-missing hidden>${say('done.files-missing')}</p>
<p data-done-tell>${say('done.next')}</p>
<p data-done-ask hidden>${say('ask.done')}</p>
<ol class="code" dir="ltr" data-code></ol>
<p><button type="button" class="main" data-leave>${say('leave')}</button></p>
</section>
<section data-step="back" hidden>
<form data-back novalidate>
<h1 tabindex="-1"><label for="code">${say('back.title')}</label></h1>
<p id="code-hint" class="hint">${say('back.hint')}</p>
<p class="error" role="alert" data-error hidden></p>
<input id="code" class="typed" dir="ltr" inputmode="numeric" autocomplete="off" spellcheck="false" aria-describedby="code-hint">
<p><button class="main">${say('back.open')}</button></p>
</form>
</section>
<section data-step="talk" hidden>
<h1 tabindex="-1">${say('talk.title')}</h1>
<p role="status" data-waiting></p>
<div data-answers></div>
<p class="doors"><button type="button" class="main" data-go="tell">${say('talk.more')}</button><button type="button" data-go="narrow" data-family hidden>${say('narrow.open')}</button><button type="button" data-withdraw>${say('talk.withdraw')}</button></p>
<div class="notice" data-sure hidden><p>${say('talk.withdraw-sure')}</p><p class="doors"><button type="button" class="danger" data-withdraw-yes>${say('talk.withdraw-yes')}</button><button type="button" data-withdraw-no>${say('talk.withdraw-no')}</button></p></div>
</section>
</main>
<script type="application/json" id="data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
</body>
</html>
`;
}

/** What the script says by itself. */
const SCRIPT_WORDS = [
  'ask.no-consent',
  'ask.no-name',
  'ask.no-relation',
  'ask.year',
  'ask.no-call',
  'answer.nothing-new',
  'answer.will-call',
  'answer.withdrawn',
  'leave.left',
  'no-secure',
  'old-browser',
  'code.spoken',
  'tell.empty',
  'tell.long',
  'tell.file-large',
  'tell.file-many',
  'send.text',
  'send.part',
  'send.waits',
  'back.count',
  'back.wrong',
  'back.nothing',
  'back.working',
  'talk.none',
  'talk.answer',
  'talk.waiting',
  'talk.fetched',
  'talk.unopened',
  'talk.withdrawn',
  'wrong.line.full',
  'wrong.line.busy',
  'wrong.line.mailbox-full',
  'wrong.line.too-large',
  'wrong.network',
  'wrong.other',
] as const satisfies readonly (keyof Words)[];

const fill = (pattern: string, values: Readonly<Record<string, string | number>>): string =>
  pattern.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

const paragraphs = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((each) => `<p>${escapeHtml(each.trim()).replaceAll('\n', '<br>')}</p>`)
    .join('');
