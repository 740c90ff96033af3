import { collect, type MailboxKeys, openEnvelope } from '../../src/sealing/index.ts';
import { all, dayInWords, figure, say, show, the } from './page.ts';
import { post, sealedAnswer } from './server.ts';

interface Deposit {
  readonly id: string;
  readonly from: 'sender' | 'keepers';
  readonly day: string;
  readonly bytes: number;
}
export interface Mailbox {
  readonly known: boolean;
  readonly deposits: readonly Deposit[];
}

export const mailbox = (keys: MailboxKeys): Promise<Mailbox> => post('api/mailbox', { access: keys.access });

/** The keepers' answers, opened here with the receipt code, and what of the sender's still waits. */
export async function showTalk(keys: MailboxKeys, { deposits }: Mailbox): Promise<void> {
  const waiting = deposits.filter(({ from }) => from === 'sender').length;
  the('[data-waiting]').textContent =
    waiting > 0 ? say('talk.waiting', { n: figure(waiting) }) : say('talk.fetched');
  const answers = await Promise.all(
    deposits.filter(({ from }) => from === 'keepers').map((each) => openAnswer(keys, each)),
  );
  answers.sort((a, b) => a.number - b.number);
  const news = answers.flatMap((each) => newsIn(each) ?? []);
  // Of what the desk answers a family only the last holds.
  const shown = news.length > 0 ? [...answers.filter((each) => !newsIn(each)), ...news.slice(-1)] : answers;
  for (const each of all('[data-family]')) each.hidden = news.length === 0;
  const place = the('[data-answers]');
  place.replaceChildren(
    ...shown.map(({ day, text }) => {
      const article = document.createElement('article');
      article.className = 'answer';
      const head = document.createElement('h2');
      head.textContent = say('talk.answer', { day: dayInWords(day) });
      const body = document.createElement('p');
      body.dir = 'auto';
      body.textContent = text;
      article.append(head, body);
      return article;
    }),
  );
  if (answers.length === 0) place.textContent = say('talk.none');
  the('[data-sure]').hidden = true;
  for (const button of all('[data-withdraw]')) button.hidden = false;
  show('talk');
}

interface Answer {
  readonly day: string;
  readonly number: number;
  readonly text: string;
}

/** The closed answer to "anything new?", in this page's own words; nothing where a person wrote. */
function newsIn(answer: Answer): Answer | undefined {
  const found = /^\{"sanad":"answer","answer":"([a-z-]{1,20})"\}$/.exec(answer.text)?.[1];
  return found === undefined ? undefined : { ...answer, text: say(`answer.${found}`) };
}

async function openAnswer(keys: MailboxKeys, { id, day }: Deposit): Promise<Answer> {
  try {
    const sealed = await sealedAnswer(keys.access, id);
    const opened = await openEnvelope(new Blob([Uint8Array.from(sealed)]).stream(), [keys.identity]);
    if (opened?.header.kind === 'reply')
      return {
        day,
        number: opened.header.number,
        text: new TextDecoder().decode(await collect(opened.content, 1024 * 1024)),
      };
  } catch {
    // shown as one that does not open
  }
  return { day, number: Number.MAX_SAFE_INTEGER, text: say('talk.unopened') };
}

export async function withdraw(keys: MailboxKeys): Promise<void> {
  const { removed } = await post<{ removed: number }>('api/mailbox/withdraw', { access: keys.access });
  the('[data-sure]').hidden = true;
  for (const button of all('[data-withdraw]')) button.hidden = true;
  the('[data-waiting]').textContent = say('talk.withdrawn', { n: figure(removed) });
}
