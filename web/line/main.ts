import './line.css';
import {
  type MailboxKeys,
  mailboxKeys,
  newReceiptCode,
  readReceiptCode,
  systemRandom,
} from '../../src/sealing/index.ts';
import { familyTyped, forgetFamily, readNarrowed, readRequest } from './ask.ts';
import { draftIsThere, forgetDraft, keepDraft, openDraft } from './draft.ts';
import { all, data, figure, type Step, say, show, showError, the } from './page.ts';
import { deposit } from './send.ts';
import { Refused } from './server.ts';
import { mailbox, showTalk, withdraw } from './talk.ts';

/** Whoever writes: the code, what it stands for, and how much was already sent under it. In memory alone. */
interface Writer {
  readonly code: string;
  readonly keys: Promise<MailboxKeys>;
  sent: number;
}

let writer: Writer | undefined;
let sending: AbortController | undefined;

const text = the<HTMLTextAreaElement>('#text');
const files = the<HTMLInputElement>('#files');
const keep = the<HTMLInputElement>('[data-keep]');

const fit = window.isSecureContext && 'ReadableStream' in window && 'crypto' in window;
if (fit) the('[data-doors]').hidden = false;
else {
  const notice = the('[data-unfit]');
  notice.hidden = false;
  notice.textContent = window.isSecureContext ? say('old-browser') : say('no-secure');
}
for (const button of all('[data-leave]')) {
  button.hidden = false;
  button.addEventListener('click', leave);
}

/** Empties the page and everything it holds, and puts an empty page in its place: "back" does not lead here. */
function leave(): void {
  sending?.abort();
  writer = undefined;
  forgetDraft();
  document.body.replaceChildren(say('leave.left'));
  document.title = '';
  window.location.replace('about:blank');
}

window.history.replaceState({ step: 'start' }, '');
window.addEventListener('popstate', ({ state }) => {
  const step = ((state as { step?: Step } | null)?.step ?? 'start') as Step;
  const over = step === 'send' || (writer === undefined && step !== 'back') || sending !== undefined;
  show(over ? 'start' : step, 'keep');
});
window.addEventListener('beforeunload', (event) => {
  if (text.value !== '' || familyTyped() || sending) event.preventDefault();
});

for (const button of all('[data-go]'))
  button.addEventListener('click', () => {
    const step = button.dataset.go as Step;
    if (step === 'code') begin(button.dataset.for === 'ask' ? 'ask' : 'tell');
    else if (step === 'back' && draftIsThere()) show('back');
    else show(step);
  });

function begin(next: 'tell' | 'ask'): void {
  the('[data-step=code] [data-go]').dataset.go = next;
  const code = newReceiptCode(systemRandom);
  writer = { code, keys: mailboxKeys(code, data.line), sent: 0 };
  showCode(code);
  show('code');
}

function showCode(code: string): void {
  for (const list of all('[data-code]'))
    list.replaceChildren(
      ...code.split(' ').map((digits, at) => {
        const group = document.createElement('li');
        const place = document.createElement('small');
        place.textContent = String(at + 1);
        place.setAttribute('aria-hidden', 'true');
        const spoken = document.createElement('span');
        spoken.setAttribute('role', 'img');
        spoken.setAttribute(
          'aria-label',
          say('code.spoken', { n: figure(at + 1), digits: [...digits].join(' ') }),
        );
        spoken.textContent = digits;
        group.append(place, spoken);
        return group;
      }),
    );
}

let draftTimer: number | undefined;
text.addEventListener('input', () => {
  window.clearTimeout(draftTimer);
  if (keep.checked) draftTimer = window.setTimeout(saveDraft, 500);
});
keep.addEventListener('change', () => (keep.checked ? saveDraft() : forgetDraft()));
async function saveDraft(): Promise<void> {
  if (writer && keep.checked && text.value.length <= data.textLength)
    await keepDraft(text.value, await writer.keys);
}

the('[data-tell]').addEventListener('submit', (event) => {
  event.preventDefault();
  const chosen = [...(files.files ?? [])];
  const large = chosen.find(({ size }) => size > data.fileBytes);
  const wrong =
    text.value.trim() === '' && chosen.length === 0
      ? say('tell.empty')
      : text.value.length > data.textLength
        ? say('tell.long', { n: figure(data.textLength) })
        : chosen.length > data.files
          ? say('tell.file-many', { count: figure(data.files) })
          : large
            ? say('tell.file-large', { name: large.name, size: figure(Math.floor(data.fileBytes / 2 ** 20)) })
            : undefined;
  showError('tell', wrong);
  if (wrong) (chosen.length > 0 && text.value !== '' ? files : text).focus();
  else void send(chosen);
});

for (const kind of ['ask', 'narrow'] as const)
  the(`[data-${kind}]`).addEventListener('submit', (event) => {
    event.preventDefault();
    const read = kind === 'ask' ? readRequest() : readNarrowed();
    showError(kind, 'wrong' in read ? say(read.wrong) : undefined);
    if ('letter' in read) void send([], { step: kind, words: JSON.stringify(read.letter) });
  });

/** The text first, then one file after the other: what has arrived stays, whatever happens to the rest. */
async function send(
  chosen: readonly File[],
  given: { readonly step: Step; readonly words: string } = { step: 'tell', words: text.value },
): Promise<void> {
  if (!writer) return show('start', 'replace');
  const { keys: coming } = writer;
  sending = new AbortController();
  const { signal } = sending;
  const bar = the<HTMLProgressElement>('progress');
  const status = the('[data-sending]');
  show('send');
  let through = 0;
  try {
    const keys = await coming;
    const written = new TextEncoder().encode(given.words);
    const watch = (what: string) => {
      let said = '';
      return {
        signal,
        progress: (share: number) => {
          bar.value = share;
          const sentence = say('send.part', { what, share: figure(Math.floor(share * 20) * 5) });
          if (sentence !== said) status.textContent = said = sentence;
        },
        waits: () => {
          status.textContent = said = say('send.waits');
        },
      };
    };
    const message = {
      kind: 'message',
      language: data.language,
      replyTo: keys.recipient,
      number: writer.sent + 1,
      bytes: written.length,
    } as const;
    await deposit(keys, message, written, watch(say('send.text')));
    through++;
    writer.sent++;
    text.value = '';
    forgetDraft();
    if (given.step !== 'tell') forgetFamily();
    for (const file of chosen) {
      const header = {
        kind: 'file',
        name: file.name,
        type: file.type,
        number: writer.sent + 1,
        bytes: file.size,
      } as const;
      await deposit(keys, header, file.stream(), watch(file.name));
      through++;
      writer.sent++;
    }
  } catch (error) {
    if (through === 0) {
      show(given.step, 'replace');
      showError(given.step, sentenceFor(error));
      sending = undefined;
      return;
    }
  }
  sending = undefined;
  files.value = '';
  the('[data-missing]').hidden = through === chosen.length + 1;
  the('[data-done-tell]').hidden = given.step !== 'tell';
  the('[data-done-ask]').hidden = given.step === 'tell';
  showCode(writer.code);
  show('done', 'replace');
}

the('[data-cancel]').addEventListener('click', () => sending?.abort());

const typed = the<HTMLInputElement>('#code');
the('[data-back]').addEventListener('submit', async (event) => {
  event.preventDefault();
  const read = readReceiptCode(typed.value);
  if (!read.ok) {
    showError(
      'back',
      read.groups.length > 0
        ? say('back.wrong', { groups: listed(read.groups) })
        : say('back.count', { n: figure(read.digits) }),
    );
    typed.focus();
    return;
  }
  showError('back', say('back.working'));
  try {
    const keys = await mailboxKeys(read.code, data.line);
    const [found, draft] = await Promise.all([mailbox(keys), openDraft(keys)]);
    if (!found.known && draft === undefined) return showError('back', say('back.nothing'));
    showError('back', undefined);
    typed.value = '';
    const sent = found.deposits.filter(({ from }) => from === 'sender').length;
    writer = { code: read.code, keys: Promise.resolve(keys), sent };
    if (draft !== undefined) {
      text.value = draft;
      keep.checked = true;
      show('tell');
    } else await showTalk(keys, found);
  } catch (error) {
    showError('back', sentenceFor(error));
  }
});

the('[data-withdraw]').addEventListener('click', () => {
  the('[data-sure]').hidden = false;
  the('[data-withdraw-no]').focus();
});
the('[data-withdraw-no]').addEventListener('click', () => {
  the('[data-sure]').hidden = true;
  the('[data-withdraw]').focus();
});
the('[data-withdraw-yes]').addEventListener('click', async () => {
  if (writer)
    await withdraw(await writer.keys).catch(
      (error) => (the('[data-waiting]').textContent = sentenceFor(error)),
    );
});

const listed = (places: readonly number[]): string =>
  new Intl.ListFormat(data.language).format(places.map(figure));

function sentenceFor(error: unknown): string {
  if (!(error instanceof Refused)) return say('wrong.network');
  const name = `wrong.${error.code}`;
  return say(name in data.words ? name : 'wrong.other');
}
