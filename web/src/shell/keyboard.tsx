import { Fragment, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useSpeech } from '../speech/speech.tsx';
import { useSingleKeys } from './single-keys.ts';

/** The entries of the page's lists, in order: each marks its own link with `data-entry`. */
const entries = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('#main [data-entry]')].filter(
    (entry) => entry.offsetParent !== null,
  );

function step(by: 1 | -1): void {
  const all = entries();
  const active = document.activeElement;
  let at = active instanceof HTMLElement ? all.indexOf(active) : -1;
  if (at < 0 && active && active !== document.body && active.id !== 'main') {
    const after = all.findIndex(
      (entry) => active.compareDocumentPosition(entry) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    at = by === 1 ? (after < 0 ? all.length : after) - 1 : after < 0 ? all.length : after;
  }
  const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

interface Key {
  readonly key: string;
  readonly does: string;
}

/** The keys that buttons of the page carry. */
const keysHere = (): readonly Key[] =>
  [...document.querySelectorAll<HTMLElement>('#main button:has(kbd)')].flatMap((button) => {
    const key = button.querySelector('kbd')?.textContent ?? '';
    const does = (button.textContent ?? '').replace(key, '').trim();
    return button.offsetParent === null || key === '' ? [] : [{ key, does }];
  });

/** `/` find, `j` and `k` move, Enter opens (a link's own), `?` shows all keys. No key is taken while someone types. */
export function KeyboardHelp() {
  const { say } = useSpeech();
  const dialog = useRef<HTMLDialogElement>(null);
  const [, go] = useLocation();
  const [here, setHere] = useState<readonly Key[]>([]);
  const show = () => {
    if (dialog.current?.open) return;
    setHere(keysHere());
    dialog.current?.showModal();
  };
  const find = () => {
    const field = [...document.querySelectorAll<HTMLInputElement>('[data-find]')].find(
      (input) => input.offsetParent !== null,
    );
    if (!field) return go('/people');
    field.focus();
    field.select();
  };
  useSingleKeys({ '/': find, '?': show, j: () => step(1), k: () => step(-1) });
  const latest = useRef(show);
  latest.current = show;
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest('[data-keys]')) latest.current();
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby="keys-title">
      <h2 id="keys-title">{say('keys.title')}</h2>
      <dl className="keys">
        {here.map(({ key, does }) => (
          <Fragment key={key}>
            <dt>
              <kbd>{key.toLowerCase()}</kbd>
            </dt>
            <dd>{does}</dd>
          </Fragment>
        ))}
        <dt>
          <kbd>/</kbd>
        </dt>
        <dd>{say('keys.find')}</dd>
        <dt>
          <kbd>j</kbd> <kbd>k</kbd>
        </dt>
        <dd>{say('keys.move')}</dd>
        <dt>
          <kbd>Enter</kbd>
        </dt>
        <dd>{say('keys.open')}</dd>
        <dt>
          <kbd>Esc</kbd>
        </dt>
        <dd>{say('keys.close')}</dd>
        <dt>
          <kbd>?</kbd>
        </dt>
        <dd>{say('keys.help')}</dd>
      </dl>
      <form method="dialog">
        <button type="submit">{say('keys.done')}</button>
      </form>
    </dialog>
  );
}
