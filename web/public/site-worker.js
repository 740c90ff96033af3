// Keeps the pages of a site at hand where there is no network: scripts, styles and fonts, and the page itself. Nothing
// that the API answers is ever kept here; what was seen of a site lies sealed in the page's own store.
const SHELF = 'sanad-pages-1';
const SITE_PAGE = /^\/(?:ar|en)\/sites(?:\/|$)/;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name !== SHELF) await caches.delete(name);
      await self.clients.claim();
    })(),
  );
});

// What the page had loaded before this worker stood behind it.
self.addEventListener('message', (event) => {
  const paths = event.data?.keep;
  if (!Array.isArray(paths)) return;
  event.waitUntil(
    (async () => {
      const shelf = await caches.open(SHELF);
      for (const path of paths)
        if (!(await shelf.match(path)))
          try {
            const answer = await fetch(path);
            if (answer.ok) await shelf.put(path, answer);
          } catch {
            // no network yet: it is kept when it is next loaded
          }
    })(),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') {
    if (SITE_PAGE.test(pathname)) event.respondWith(pageOf(request));
  } else event.respondWith(assetOf(request, pathname));
});

async function pageOf(request) {
  const shelf = await caches.open(SHELF);
  try {
    const answer = await fetch(request);
    if (answer.ok) await shelf.put('/index.html', answer.clone());
    return answer;
  } catch (error) {
    const kept = await shelf.match('/index.html');
    if (kept) return kept;
    throw error;
  }
}

/** Names of assets carry a hash of their content: what is kept under one never changes. */
async function assetOf(request, pathname) {
  const shelf = await caches.open(SHELF);
  const lasting = pathname.startsWith('/assets/');
  const kept = await shelf.match(request);
  if (kept && lasting) return kept;
  try {
    const answer = await fetch(request);
    if (answer.ok) await shelf.put(request, answer.clone());
    return answer;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}
