import { useEffect } from 'react';

/** Every part of these pages, so that one that was never opened also opens without a network. */
const parts = import.meta.glob('./*-page.tsx');

/** Keeps the pages of a site on this device, to be opened without a network; and lets a phone install them. */
export function useAtHand(): void {
  useEffect(() => {
    const link = document.createElement('link');
    link.rel = 'manifest';
    link.href = '/site.webmanifest';
    document.head.append(link);
    if ('serviceWorker' in navigator) void keepAtHand();
    return () => link.remove();
  }, []);
}

async function keepAtHand(): Promise<void> {
  try {
    await navigator.serviceWorker.register('/site-worker.js');
    const { active } = await navigator.serviceWorker.ready;
    await Promise.all(Object.values(parts).map((part) => part()));
    const loaded = performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name))
      .filter(({ origin, pathname }) => origin === location.origin && !pathname.startsWith('/api/'))
      .map(({ pathname }) => pathname);
    active?.postMessage({ keep: ['/index.html', ...new Set(loaded)] });
  } catch {
    // without a worker the pages need the network, and the page says when it is missing
  }
}
