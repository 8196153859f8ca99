import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { KEPT_HEADER } from '../client/request';

const HERE = 'https://kepu.example';
const SHELL = { files: ['/kiosk', '/kiosk/kiosk.js'] };

type Listener = (event: unknown) => void;

let listeners: Map<string, Listener>;
let kept: Map<string, Response>;
let network: (path: string) => Response | Promise<Response>;

function pathOf(request: Request | string): string {
  const { pathname, search } = new URL(typeof request === 'string' ? request : request.url, HERE);
  return pathname + search;
}

beforeEach(async () => {
  listeners = new Map();
  kept = new Map();
  network = (path) => (path === '/kiosk/shell.json' ? Response.json(SHELL) : new Response(`new ${path}`));
  vi.stubGlobal('self', {
    addEventListener: (type: string, listener: Listener) => listeners.set(type, listener),
    skipWaiting: () => Promise.resolve(),
    clients: { claim: () => Promise.resolve() },
    location: { origin: HERE },
  });
  vi.stubGlobal('fetch', (request: Request | string) =>
    Promise.resolve().then(() => network(pathOf(request))),
  );
  const cache = {
    match: (key: Request | string) => Promise.resolve(kept.get(pathOf(key))?.clone()),
    put: (key: Request | string, response: Response) => Promise.resolve(void kept.set(pathOf(key), response)),
    delete: (key: Request | string) => Promise.resolve(kept.delete(pathOf(key))),
    addAll: async (requests: Request[]) => {
      for (const request of requests) kept.set(pathOf(request), await fetch(request));
    },
  };
  vi.stubGlobal('caches', { open: () => Promise.resolve(cache) });
  vi.stubGlobal(
    'Request',
    class {
      readonly url: string;
      constructor(path: string) {
        this.url = HERE + path;
      }
    },
  );
  vi.resetModules();
  await import('./worker');
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** What the page gets; nothing where the worker leaves the request alone. */
function asked(path: string, init: { method?: string; mode?: string } = {}): Promise<Response> | undefined {
  let response: Promise<Response> | undefined;
  listeners.get('fetch')?.({
    request: { url: new URL(path, HERE).href, method: 'GET', mode: 'cors', ...init },
    respondWith: (answer: Promise<Response>) => (response = answer),
  });
  return response;
}

async function text(path: string, init?: { mode?: string }): Promise<string | undefined> {
  return (await asked(path, init))?.text();
}

async function install(): Promise<void> {
  let done: Promise<unknown> = Promise.resolve();
  listeners.get('install')?.({ waitUntil: (work: Promise<unknown>) => (done = work) });
  await done;
}

function noNetwork(): Promise<Response> {
  return Promise.reject(new TypeError('no network'));
}

it('keeps the whole page when it is installed', async () => {
  await install();
  expect([...kept.keys()]).toEqual(SHELL.files);
});

it('answers from the network where there is one, and keeps what it says', async () => {
  await install();
  network = (path) => new Response(`newer ${path}`);
  expect(await text('/kiosk/kiosk.js')).toBe('newer /kiosk/kiosk.js');
  network = noNetwork;
  expect(await text('/kiosk/kiosk.js')).toBe('newer /kiosk/kiosk.js');
});

it('shows the same page for every address of it, without a network', async () => {
  await install();
  network = noNetwork;
  expect(await text('/kiosk?terminal=a&venue=milu', { mode: 'navigate' })).toBe('new /kiosk');
});

it.each([
  ['without a network', noNetwork],
  ['where the service fails', () => new Response('broken', { status: 502 })],
])('gives what it kept of its settings and its pack %s, and says so', async (_, broken) => {
  for (const path of ['/api/v1/kiosk/configuration', '/api/v1/kiosk/pack?venue=milu']) {
    network = () => new Response('good');
    expect((await asked(path))?.headers.has(KEPT_HEADER)).toBe(false);
    network = broken;
    const response = await asked(path);
    expect(await response?.text()).toBe('good');
    expect(response?.headers.has(KEPT_HEADER)).toBe(true);
  }
});

it('does not wait for a network that takes too long', async () => {
  vi.useFakeTimers();
  await install();
  network = () => new Promise<Response>(() => undefined);
  const answer = text('/kiosk/kiosk.js');
  await vi.advanceTimersByTimeAsync(4_100);
  expect(await answer).toBe('new /kiosk/kiosk.js');
});

it('forgets the settings of a terminal that is paired no longer', async () => {
  network = () => new Response('good');
  await text('/api/v1/kiosk/configuration');
  network = () => new Response('', { status: 401 });
  expect((await asked('/api/v1/kiosk/configuration'))?.status).toBe(401);
  expect(kept.size).toBe(0);
});

it.each([
  ['/api/v1/chat', { method: 'POST' }],
  ['/api/v1/events', { method: 'POST' }],
  ['/api/v1/documents/milu', {}],
  ['/api/v1/conversations/c', { method: 'DELETE' }],
  ['https://elsewhere.example/kiosk/kiosk.js', {}],
])('leaves %s alone: what visitors ask passes by', (path, init) => {
  expect(asked(path, init)).toBeUndefined();
  expect(kept.size).toBe(0);
});
