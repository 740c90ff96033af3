import type { lineMessages } from '../messages/index.ts';

type Words = typeof lineMessages;

const RELATIONS = [
  ['mother', 'ask.mother-of'],
  ['father', 'ask.father-of'],
  ['wife', 'ask.wife'],
  ['husband', 'ask.husband'],
  ['daughter', 'ask.daughter'],
  ['son', 'ask.son'],
  ['sister', 'ask.sister'],
  ['brother', 'ask.brother'],
  ['relative', 'ask.relative'],
] as const;

/** The steps of the public page for a family: asking, and making narrower what it allows. Consent stands first. */
export function familySteps(say: (name: keyof Words) => string): string {
  const line = (id: string, name: keyof Words, more = ''): string =>
    `<p><label for="${id}">${say(name)}</label><input id="${id}" dir="auto" maxlength="200" autocomplete="off" spellcheck="false"${more}></p>`;
  const tick = (id: string, name: keyof Words): string =>
    `<p><label class="choice"><input type="checkbox" id="${id}"> <span>${say(name)}</span></label></p>`;
  return `<section data-step="ask" hidden>
<form data-ask novalidate>
<h1 tabindex="-1">${say('ask.title')}</h1>
<p>${say('ask.consent')}</p>
<p class="error" role="alert" data-error hidden></p>
${tick('ask-compare', 'ask.compare')}
${tick('ask-call', 'ask.call')}
${tick('ask-partners', 'ask.partners')}
${tick('ask-mandated', 'ask.mandated')}
${line('ask-given', 'ask.given')}
${line('ask-father', 'ask.father')}
${line('ask-family', 'ask.family')}
${line('ask-mother', 'ask.mother')}
${line('ask-birth', 'ask.birth', ' inputmode="numeric"')}
${line('ask-home', 'ask.home')}
${line('ask-seen', 'ask.seen', ' inputmode="numeric"')}
<p><label for="ask-words">${say('ask.words')}</label></p>
<textarea id="ask-words" rows="4" dir="auto" maxlength="1500" autocomplete="off" spellcheck="false"></textarea>
<p class="hint">${say('ask.no-photograph')}</p>
<h2>${say('ask.you')}</h2>
${line('ask-name', 'ask.name')}
<p><label for="ask-relation">${say('ask.relation')}</label><select id="ask-relation"><option value="">${say('ask.choose')}</option>${RELATIONS.map(
    ([value, name]) => `<option value="${value}">${say(name)}</option>`,
  ).join('')}</select></p>
${line('ask-at', 'ask.at', ' inputmode="tel" aria-describedby="ask-at-hint"')}
<p id="ask-at-hint" class="hint">${say('ask.at-hint')}</p>
${line('ask-hours', 'ask.hours')}
${line('ask-word', 'ask.word')}
<p><button class="main">${say('ask.send')}</button></p>
</form>
</section>
<section data-step="narrow" hidden>
<form data-narrow novalidate>
<h1 tabindex="-1">${say('narrow.title')}</h1>
<p class="hint">${say('narrow.hint')}</p>
<p class="error" role="alert" data-error hidden></p>
${tick('narrow-compare', 'ask.compare')}
${tick('narrow-call', 'ask.call')}
${tick('narrow-partners', 'ask.partners')}
${tick('narrow-mandated', 'ask.mandated')}
<p><button class="main">${say('ask.send')}</button></p>
</form>
</section>
`;
}
