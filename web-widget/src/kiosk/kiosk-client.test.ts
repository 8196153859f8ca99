import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ChatEvent, ChatRequest } from '../client/contract';
import type { EventQueue, Queued } from './event-queue';
import { KioskClient } from './kiosk-client';
import { decodePack } from './pack';
import { PackSearch } from './pack-search';

const PACK = new PackSearch(
  decodePack({
    madeOn: '2026-11-29',
    articles: [
      {
        id: 'milu',
        version: 'sha256:1',
        title: '麋鹿的食物',
        sections: [{ heading: '麋鹿吃什么？', text: '麋鹿主要吃青草。', sentences: [{ start: 0, end: 8 }] }],
      },
    ],
  }),
);

/** Keeps what waits in memory, as the database would. */
class MemoryQueue {
  readonly waiting: Queued[] = [];

  add(...events: readonly Queued[]): Promise<void> {
    this.waiting.push(...events);
    return Promise.resolve();
  }
}

function terminal(): { client: KioskClient; queue: MemoryQueue } {
  const queue = new MemoryQueue();
  const client = new KioskClient(queue as unknown as EventQueue);
  client.pack = PACK;
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  return { client, queue };
}

async function ask(client: KioskClient, question: string, requestId = 'r'): Promise<ChatEvent[]> {
  const request: ChatRequest = {
    question,
    requestId,
    conversationId: 'c',
    channel: 'kiosk',
    locale: 'zh-CN',
  };
  const events: ChatEvent[] = [];
  for await (const event of client.chat(request, new AbortController().signal)) events.push(event);
  return events;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a terminal without a network', () => {
  it('quotes its pack and says so', async () => {
    const { client } = terminal();
    const events = await ask(client, '麋鹿吃什么？');
    expect(events.map(({ type }) => type)).toEqual(['sentence', 'citation', 'suggestions', 'done']);
    expect(events[0]).toMatchObject({ sentence: { text: '麋鹿主要吃青草。', citations: [1] } });
    expect(events.at(-1)).toMatchObject({
      outcome: 'answered',
      aiLabel: expect.stringContaining('本机存储') as string,
    });
  });

  it('shows the quote in the section it stands in', async () => {
    const { client } = terminal();
    const event = (await ask(client, '麋鹿吃什么？')).find((one) => one.type === 'citation');
    if (event?.type !== 'citation') throw new Error('there is a citation');
    const { documentId, documentVersion, start, end, quote } = event.citation;
    const document = await client.document(documentId, documentVersion, new AbortController().signal);
    expect(document.text.slice(start, end)).toBe(quote);
  });

  it('says honestly where nothing fits', async () => {
    const { client } = terminal();
    const events = await ask(client, '股票怎么买？');
    expect(events[0]).toMatchObject({ sentence: { text: expect.stringContaining('离线') as string } });
    expect(events.at(-1)).toMatchObject({ outcome: 'no_source' });
  });

  it('keeps that something was asked under its request’s id, and never what', async () => {
    const { client, queue } = terminal();
    await ask(client, '麋鹿吃什么？');
    expect(queue.waiting).toMatchObject([
      { id: 'r', type: 'question', conversationId: 'c', answerId: 'r', offline: true },
      { type: 'answer', answerId: 'r', outcome: 'answered', citations: ['milu@sha256:1'] },
    ]);
    expect(JSON.stringify(queue.waiting)).not.toContain('麋鹿');
    expect(new Set(queue.waiting.map(({ id }) => id)).size).toBe(2);
  });

  it('counts a double tap once, and another visitor’s same question again', async () => {
    const { client, queue } = terminal();
    await ask(client, '麋鹿吃什么？');
    await ask(client, '麋鹿吃什么？');
    expect(queue.waiting).toHaveLength(2);
    await client.forget('c');
    expect(queue.waiting.at(-1)).toMatchObject({ forget: 'c' });
    await ask(client, '麋鹿吃什么？');
    expect(queue.waiting).toHaveLength(5);
  });

  it('keeps what a visitor did, to be told with the rest', async () => {
    const { client, queue } = terminal();
    client.trial = 'try-1';
    await client.note('source_open', { conversationId: 'c', answerId: 'r', venue: 'milu', locale: 'zh-CN' });
    expect(queue.waiting).toMatchObject([
      { type: 'source_open', channel: 'kiosk', terminal: 'try-1', answerId: 'r', venue: 'milu' },
    ]);
  });

  it('without a pack lets the failure through', async () => {
    const { client, queue } = terminal();
    client.pack = undefined;
    await expect(ask(client, '麋鹿吃什么？')).rejects.toThrow();
    expect(queue.waiting).toHaveLength(0);
  });
});
