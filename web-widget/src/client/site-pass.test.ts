import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ApiError } from './failure';
import { SitePass } from './site-pass';

const NOW = new Date('2026-11-29T10:00:00Z');
let fetched: ReturnType<typeof vi.fn<typeof fetch>>;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  fetched = vi.fn<typeof fetch>();
  vi.stubGlobal('fetch', fetched);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function answers(token: string, expiresAt: string): void {
  fetched.mockResolvedValueOnce(Response.json({ site: 'academy', token, tokenExpiresAt: expiresAt }));
}

it('fetches the settings once', async () => {
  answers('one', '2026-11-29T11:00:00Z');
  const pass = new SitePass('https://kepu.example', 'academy');

  expect((await pass.config()).token).toBe('one');
  expect((await pass.config()).token).toBe('one');
  expect(fetched).toHaveBeenCalledOnce();
  expect(fetched.mock.calls[0]?.[0]).toBe('https://kepu.example/api/v1/config?site=academy');
  expect(fetched.mock.calls[0]?.[1]?.headers).toBeUndefined();
});

it('renews a token that is about to expire', async () => {
  answers('one', '2026-11-29T11:00:00Z');
  answers('two', '2026-11-29T12:00:00Z');
  const pass = new SitePass('', 'academy');
  await pass.config();

  vi.setSystemTime(new Date('2026-11-29T10:59:45Z'));

  expect((await pass.config()).token).toBe('two');
});

it('tries again after a refusal', async () => {
  fetched.mockResolvedValueOnce(Response.json({ code: 'origin_not_registered' }, { status: 403 }));
  answers('one', '2026-11-29T11:00:00Z');
  const pass = new SitePass('', 'academy');

  await expect(pass.config()).rejects.toThrow(ApiError);
  expect((await pass.config()).token).toBe('one');
});

it('shows the token of a device', async () => {
  answers('one', '2026-11-29T11:00:00Z');

  await new SitePass('', 'academy', 'secret').config();

  expect(fetched.mock.calls[0]?.[1]?.headers).toEqual({ 'X-Kepu-Device-Token': 'secret' });
});
