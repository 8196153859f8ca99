import { afterEach, expect, it, vi } from 'vitest';
import { requestId } from './request-id';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('makes a UUID that begins with the time', () => {
  vi.useFakeTimers({ now: 0x0123456789ab });
  vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes.fill(255) });
  expect(requestId()).toBe('01234567-89ab-7fff-bfff-ffffffffffff');
});

it('makes each once', () => {
  const made = Array.from({ length: 1_000 }, requestId);
  expect(new Set(made).size).toBe(1_000);
  for (const id of made) expect(id).toMatch(UUID);
});
