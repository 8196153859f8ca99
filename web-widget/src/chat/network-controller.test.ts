import type { ReactiveControllerHost } from 'lit';
import { afterEach, expect, it, vi } from 'vitest';
import { ApiError } from '../client/failure';
import { KEPT_HEADER, request, watchReach } from '../client/request';
import { NetworkController } from './network-controller';

const host = {
  addController: () => undefined,
  requestUpdate: () => undefined,
} as unknown as ReactiveControllerHost;
let network: NetworkController;

function watching(): { changed: boolean[] } {
  const changed: boolean[] = [];
  network = new NetworkController(host, (online) => changed.push(online), watchReach);
  network.hostConnected();
  return { changed };
}

/** One request that is answered so. */
async function asks(answer: () => Response | Promise<Response>): Promise<void> {
  vi.stubGlobal('fetch', () => Promise.resolve().then(answer));
  await request('/api/v1/suggestions', {}).catch((error: unknown) => {
    expect(error).toBeInstanceOf(ApiError);
  });
}

const broken = (): never => {
  throw new TypeError('nobody there');
};
const fine = (): Response => new Response('{}');

afterEach(() => {
  network.hostDisconnected();
  vi.unstubAllGlobals();
});

it.each([
  ['cannot be made', broken],
  ['ends at a gateway', () => new Response('<html>', { status: 502 })],
  [
    'is answered with what the service worker kept',
    () => new Response('{}', { headers: { [KEPT_HEADER]: 'true' } }),
  ],
])('misses the service after a request that %s, until one is answered', async (_, answer) => {
  const { changed } = watching();
  await asks(answer);
  expect(network.state).toBe('unreachable');
  await asks(fine);
  expect(network.state).toBe('online');
  expect(changed).toEqual([false, true]);
});

it('does not miss a service that says what is wrong', async () => {
  watching();
  await asks(() => Response.json({ code: 'unavailable' }, { status: 503 }));
  await asks(() => new Response('', { status: 500 }));
  expect(network.state).toBe('online');
});

it('a request that was given up says nothing', async () => {
  watching();
  const abort = new AbortController();
  abort.abort();
  vi.stubGlobal('fetch', () => Promise.reject(new DOMException('', 'AbortError')));
  await request('/', { signal: abort.signal }).catch(() => undefined);
  expect(network.state).toBe('online');
});

it('a network that is back is not yet the service', async () => {
  watching();
  const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  window.dispatchEvent(new Event('offline'));
  expect(network.state).toBe('offline');
  onLine.mockReturnValue(true);
  window.dispatchEvent(new Event('online'));
  expect(network.state).toBe('unreachable');
  await asks(fine);
  expect(network.state).toBe('online');
});
