/// <reference lib="webworker" />
import { KEPT_HEADER } from '../client/request';
import { KEPT_CACHES } from './cache-name';

/*
 * Keeps the terminal's page and what it answers from, for a time without a network: the network comes first, what was
 * kept answers where it does not. What visitors ask passes by and is not kept.
 */
declare const self: ServiceWorkerGlobalScope;

const CACHE = `${KEPT_CACHES}-1`;
/** A network that takes longer is as good as none, for what is kept. */
const PATIENCE_MS = 4_000;
/** What the page fetches for itself; nothing in these addresses or answers is a visitor's. */
const KEPT = ['/api/v1/kiosk/configuration', '/api/v1/kiosk/pack', '/api/v1/suggestions'];

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (url.pathname.startsWith('/kiosk/') || KEPT.includes(url.pathname)) {
    event.respondWith(networkFirst(request, request.url));
  }
});

async function keepShell(): Promise<void> {
  const cache = await caches.open(CACHE);
  const response = await fetch('/kiosk/shell.json', { cache: 'no-store' });
  const { files } = (await response.json()) as { files: string[] };
  await cache.addAll(files.map((file) => new Request(file, { cache: 'reload' })));
}

/** Whatever stands behind the question mark, it is the same page. */
async function page(request: Request): Promise<Response> {
  return networkFirst(request, '/kiosk');
}

async function networkFirst(request: Request, key: string): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(key);
  try {
    const response = await (kept ? withinPatience(fetch(request)) : fetch(request));
    if (response.ok) await cache.put(key, response.clone());
    else if (response.status === 401) await cache.delete(key);
    return response.status >= 500 && kept ? marked(kept) : response;
  } catch (error) {
    if (kept) return marked(kept);
    throw error;
  }
}

/** The page is to know that the service did not answer. */
function marked(kept: Response): Response {
  const headers = new Headers(kept.headers);
  headers.set(KEPT_HEADER, 'true');
  return new Response(kept.body, { status: kept.status, headers });
}

async function withinPatience(answer: Promise<Response>): Promise<Response> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('the network takes too long'));
    }, PATIENCE_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
