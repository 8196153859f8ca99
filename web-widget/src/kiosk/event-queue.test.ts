import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FakeIndexedDb } from '../testing/fake-indexeddb';
import { EventQueue, type Queued, type QueuedEvent } from './event-queue';

let database: FakeIndexedDb;
let queue: EventQueue;

beforeEach(() => {
  database = new FakeIndexedDb();
  vi.stubGlobal('indexedDB', database);
  queue = new EventQueue();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function event(id: string): QueuedEvent {
  return { id, type: 'question', at: '2026-11-30T00:00:00Z', channel: 'kiosk' };
}

function many(count: number): QueuedEvent[] {
  return Array.from({ length: count }, (_, at) => event(String(at)));
}

it('sends the oldest first, twenty at once, and keeps nothing that arrived', async () => {
  await queue.add(...many(45));
  const batches: string[][] = [];
  await queue.drain((batch) => {
    batches.push(batch.map(({ id }) => id));
    return Promise.resolve();
  });
  expect(batches.map(({ length }) => length)).toEqual([20, 20, 5]);
  expect(batches.flat()).toEqual(many(45).map(({ id }) => id));
  expect(await queue.size()).toBe(0);
});

it('keeps what did not arrive for sure, and sends it again by the same ids', async () => {
  await queue.add(...many(25));
  let deliveries = 0;
  const sent: string[] = [];
  const receiptLost = (batch: readonly Queued[]): Promise<void> => {
    sent.push(...batch.map(({ id }) => id));
    return ++deliveries === 2 ? Promise.reject(new Error('no receipt')) : Promise.resolve();
  };
  await expect(queue.drain(receiptLost)).rejects.toThrow('no receipt');
  expect(await queue.size()).toBe(5);
  await queue.drain(receiptLost);
  expect(sent.slice(-5)).toEqual(sent.slice(20, 25));
  expect(await queue.size()).toBe(0);
});

it('drains once, however many ask for it', async () => {
  await queue.add(event('a'));
  const send = vi.fn(() => Promise.resolve());
  await Promise.all([queue.drain(send), queue.drain(send)]);
  expect(send).toHaveBeenCalledOnce();
});

it('keeps an event once, and those beside it all the same', async () => {
  await queue.add(event('a'));
  await queue.add(event('a'), event('b'));
  expect(await queue.size()).toBe(2);
});

it('outlives the page', async () => {
  await queue.add(event('a'));
  expect(await new EventQueue().size()).toBe(1);
});

it('is full at some time, and then keeps what it has', async () => {
  for (let at = 1; at <= 20_000; at++) database.rows.set(at, event(`old ${at}`));
  await queue.add(event('new'));
  expect(await queue.size()).toBe(20_000);
});
