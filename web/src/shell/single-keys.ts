import { useEffect, useRef } from 'react';

/** Keys belong to the field in which somebody types. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, select, textarea, [contenteditable]') !== null;

/**
 * The key as a Latin keyboard has it. Under another script's layout it is known by its place, since the same key writes
 * another letter there.
 */
function keyOf({ key, code, shiftKey }: KeyboardEvent): string {
  if (key.length > 1) return key;
  if (/^[!-~]$/.test(key)) return key.toLowerCase();
  if (code === 'Slash') return shiftKey ? '?' : '/';
  return code.startsWith('Key') ? code.slice(3).toLowerCase() : key;
}

/** Keys that may be held down: they move and decide nothing. */
const MOVING = ['j', 'k'];

/** Single keys of a page, by letter; none is taken while somebody types or a dialog is open. */
export function useSingleKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
      const key = keyOf(event);
      const act = latest.current[key];
      if (!act || (event.repeat && !MOVING.includes(key))) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
