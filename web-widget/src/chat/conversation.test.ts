import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ChatClient } from '../client/chat-client';
import type { Ticket } from '../client/contract';
import {
  ACCEPTED,
  CITATION,
  DONE,
  FakeService,
  problem,
  SENTENCE,
  type FakeStream,
} from '../testing/fake-service';
import { ConversationController } from './conversation-controller';
import { ConversationStore } from './conversation-store';
import { SLOW_AFTER_MS } from './run-controller';
import type { Turn } from './turn';

const BASE = 'https://kepu.example';
const CONTEXT = { venue: 'milu', locale: 'zh-CN' } as const;
const TICKET: Ticket = { number: '7F3Q-X9KM', state: 'received' };
const host = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};

let service: FakeService;
let conversation: ConversationController;

function openConversation(): ConversationController {
  const opened = new ConversationController(host);
  opened.open(new ChatClient(BASE), 'milu');
  return opened;
}

function answer(stream: FakeStream): void {
  stream
    .send('accepted', ACCEPTED)
    .send('sentence', SENTENCE)
    .send('citation', CITATION)
    .send('suggestions', ['麋鹿吃什么？'])
    .send('done', DONE);
}

function last(): Turn {
  const turn = conversation.turns.at(-1);
  if (!turn) throw new Error('nothing was asked');
  return turn;
}

beforeEach(() => {
  sessionStorage.clear();
  vi.useRealTimers();
  service = new FakeService();
  conversation = openConversation();
});

describe('asking', () => {
  it('sends the question with its context and collects the answer', async () => {
    answer(service.nextStream());
    const turn = await conversation.ask('尾巴多长？', { ...CONTEXT, exhibit: 'milu-01', audience: 'child' });
    expect(service.questions[0]?.body).toEqual({
      question: '尾巴多长？',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      channel: 'web',
      venue: 'milu',
      exhibit: 'milu-01',
      audience: 'child',
      locale: 'zh-CN',
    });
    expect(turn).toMatchObject({
      phase: 'done',
      outcome: 'answered',
      answerId: 'a-1',
      aiLabel: '人工智能生成',
    });
    expect(turn.sentences).toEqual([SENTENCE]);
    expect(turn.citations[0]).toMatchObject({ documentId: 'milu-tail', start: 14 });
    expect(conversation.busy).toBe(false);
  });

  it('shows each sentence as it arrives', async () => {
    const stream = service.nextStream().send('accepted', ACCEPTED);
    const asked = conversation.ask('尾巴多长？', CONTEXT);
    expect(last().phase).toBe('waiting');
    stream.send('sentence', SENTENCE);
    await vi.waitFor(() => {
      expect(last()).toMatchObject({ phase: 'streaming', sentences: [SENTENCE], citations: [] });
    });
    stream.send('done', DONE);
    expect((await asked).phase).toBe('done');
  });

  it('shows the first of many sentences at once, and so few more at a time that no frame is held up', async () => {
    const stream = service.nextStream().send('accepted', ACCEPTED);
    for (let index = 0; index < 50; index++) stream.send('sentence', { ...SENTENCE, index });
    stream.send('done', DONE);
    const asked = conversation.ask('尾巴多长？', CONTEXT);
    const counts: number[] = [];
    const frame = (): void => {
      counts.push(last().sentences.length);
      if (conversation.busy) requestAnimationFrame(frame);
    };
    frame();
    expect((await asked).sentences).toHaveLength(50);
    expect(counts.find((count) => count > 0)).toBe(1);
    const more = counts.slice(1).map((count, place) => count - (counts[place] ?? 0));
    expect(Math.max(...more)).toBeLessThanOrEqual(8);
  });

  it('stays in the conversation it was given', async () => {
    answer(service.nextStream());
    await conversation.ask('尾巴多长？', CONTEXT);
    answer(service.nextStream());
    await conversation.ask('它吃什么？', CONTEXT);
    expect(service.questions.map(({ body }) => body.conversationId)).toEqual([undefined, 'c-1']);
  });

  it('ignores events it does not know and whatever follows the end', async () => {
    const stream = service.nextStream().send('accepted', ACCEPTED).send('later', { x: 1 });
    stream
      .send('sentence', SENTENCE)
      .send('done', DONE)
      .send('sentence', { ...SENTENCE, index: 1 });
    expect((await conversation.ask('尾巴多长？', CONTEXT)).sentences).toHaveLength(1);
  });

  it('says that it is slow after a while without a sentence', async () => {
    vi.useFakeTimers();
    const stream = service.nextStream().send('accepted', ACCEPTED);
    const asked = conversation.ask('尾巴多长？', CONTEXT);
    await vi.advanceTimersByTimeAsync(SLOW_AFTER_MS - 1);
    expect(conversation.slow).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(conversation.slow).toBe(true);
    stream.send('sentence', SENTENCE);
    await vi.advanceTimersByTimeAsync(0);
    expect(conversation.slow).toBe(false);
    stream.send('done', DONE);
    await vi.advanceTimersByTimeAsync(SLOW_AFTER_MS);
    expect((await asked).phase).toBe('done');
    expect(conversation.slow).toBe(false);
  });
});

describe('failing', () => {
  it('takes a stream without an end for a broken connection, keeping what came', async () => {
    service.nextStream().send('accepted', ACCEPTED).send('sentence', SENTENCE).end();
    const turn = await conversation.ask('尾巴多长？', CONTEXT);
    expect(turn).toMatchObject({ phase: 'failed', failure: { kind: 'cut', final: false } });
    expect(turn.sentences).toHaveLength(1);
  });

  it('takes a stream that breaks, or falls silent, for the same', async () => {
    const stream = service.nextStream().send('accepted', ACCEPTED);
    const broken = conversation.ask('尾巴多长？', CONTEXT);
    await vi.waitFor(() => {
      expect(last().answerId).toBe('a-1');
    });
    stream.break();
    expect((await broken).failure?.kind).toBe('cut');

    vi.useFakeTimers();
    const silent = service.nextStream();
    const asked = conversation.ask('尾巴多长？', CONTEXT);
    await vi.advanceTimersByTimeAsync(40_000);
    expect((await asked).failure?.kind).toBe('cut');
    expect(silent.cancelled).toBe(true);
  });

  it('is kept awake by comments', async () => {
    vi.useFakeTimers();
    const stream = service.nextStream().send('accepted', ACCEPTED);
    const asked = conversation.ask('尾巴多长？', CONTEXT);
    for (let i = 0; i < 6; i++) {
      await vi.advanceTimersByTimeAsync(10_000);
      stream.raw(': awake\n\n');
    }
    stream.send('sentence', SENTENCE).send('done', DONE);
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await asked).phase).toBe('done');
  });

  it('tells offline from unreachable', async () => {
    service.nextFails();
    expect((await conversation.ask('一', CONTEXT)).failure?.kind).toBe('unreachable');
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    service.nextFails();
    expect((await conversation.ask('二', CONTEXT)).failure?.kind).toBe('offline');
  });

  it.each([
    [problem(429, { code: 'rate_limited' }, { 'Retry-After': '20' }), { kind: 'busy', retryAfter: 20 }],
    [problem(400, { code: 'question_length', detail: '太长' }), { kind: 'invalid', detail: '太长' }],
    [problem(409, { code: 'request_id_reused' }), { kind: 'invalid', final: true }],
    [problem(503, { code: 'unavailable' }), { kind: 'server', code: 'unavailable', final: false }],
    [problem(500, {}), { kind: 'server' }],
    [new Response('<html>Bad gateway</html>', { status: 502 }), { kind: 'unreachable', final: false }],
  ])('understands a refusal (%#)', async (response, failure) => {
    service.nextResponse(response);
    expect((await conversation.ask('尾巴多长？', CONTEXT)).failure).toMatchObject(failure);
  });

  it('understands an error in the stream', async () => {
    service.nextStream().send('accepted', ACCEPTED).send('error', { code: 'internal', title: 'x' });
    expect((await conversation.ask('尾巴多长？', CONTEXT)).failure).toMatchObject({
      kind: 'server',
      final: true,
    });
  });

  it.each([
    ['an event that is not JSON', 'event:sentence\ndata:{"text":\n\n'],
    ['a sentence without text', 'event:sentence\ndata:{"index":0}\n\n'],
  ])('does not swallow %s', async (_, raw) => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    service.nextStream().raw(raw).send('done', DONE);
    expect(await conversation.ask('尾巴多长？', CONTEXT)).toMatchObject({
      phase: 'failed',
      failure: { kind: 'server' },
    });
  });
});

describe('trying again', () => {
  it('sends the very same request after a broken connection, so that it counts once', async () => {
    service.nextStream().send('accepted', ACCEPTED).send('sentence', SENTENCE).end();
    const turn = await conversation.ask('尾巴多长？', CONTEXT);
    answer(service.nextStream());
    const again = await conversation.retry(turn);
    expect(again.phase).toBe('done');
    expect(conversation.turns).toHaveLength(1);
    expect(again.sentences).toHaveLength(1);
    const [first, second] = service.questions;
    expect(second?.body).toEqual(first?.body);
  });

  it.each([
    ['an error of the service', { send: 'error' }],
    ['a stop by the visitor', { send: 'stop' }],
  ])('is a new request after %s', async (_, { send }) => {
    const stream = service.nextStream().send('accepted', ACCEPTED);
    const asked = conversation.ask('尾巴多长？', CONTEXT);
    if (send === 'error') stream.send('error', { code: 'internal' });
    else conversation.stop();
    const turn = await asked;
    answer(service.nextStream());
    await conversation.retry(turn);
    const [first, second] = service.questions;
    expect(second?.body.question).toBe('尾巴多长？');
    expect(second?.body.requestId).not.toBe(first?.body.requestId);
  });
});

describe('stopping', () => {
  it('closes the connection and lets nothing arrive late', async () => {
    const stream = service.nextStream().send('accepted', ACCEPTED).send('sentence', SENTENCE);
    const asked = conversation.ask('尾巴多长？', CONTEXT);
    await vi.waitFor(() => {
      expect(last().phase).toBe('streaming');
    });
    conversation.stop();
    expect(service.questions[0]?.signal?.aborted).toBe(true);
    expect(last()).toMatchObject({ phase: 'stopped', sentences: [SENTENCE] });
    stream.send('sentence', { ...SENTENCE, index: 1 });
    expect(await asked).toMatchObject({ phase: 'stopped' });
    expect(last().sentences).toHaveLength(1);
  });

  it('happens by itself when the next question is asked', async () => {
    service.nextStream().send('accepted', ACCEPTED);
    const first = conversation.ask('一', CONTEXT);
    answer(service.nextStream());
    const second = conversation.ask('二', CONTEXT);
    expect((await first).phase).toBe('stopped');
    expect((await second).phase).toBe('done');
    expect(conversation.turns.map(({ phase }) => phase)).toEqual(['stopped', 'done']);
  });
});

describe('keeping', () => {
  it('brings the conversation back after a reload, for this service and venue alone', async () => {
    answer(service.nextStream());
    await conversation.ask('尾巴多长？', CONTEXT);
    expect(openConversation().turns).toEqual(conversation.turns);
    expect(new ConversationStore(BASE, 'nature').load().turns).toEqual([]);
    expect(new ConversationStore('', 'milu').load().turns).toEqual([]);
    answer(service.nextStream());
    conversation = openConversation();
    await conversation.ask('它吃什么？', CONTEXT);
    expect(service.questions[1]?.body.conversationId).toBe('c-1');
  });

  it('brings an answer cut off by the reload back as one to try again with the same request', async () => {
    service.nextStream().send('accepted', ACCEPTED).send('sentence', SENTENCE);
    void conversation.ask('尾巴多长？', CONTEXT);
    await vi.waitFor(() => {
      expect(last().phase).toBe('streaming');
    });
    conversation = openConversation();
    expect(last()).toMatchObject({ phase: 'failed', failure: { kind: 'cut' } });
    answer(service.nextStream());
    await conversation.retry(last());
    expect(service.questions[1]?.body).toEqual(service.questions[0]?.body);
  });

  it.each(['{', 'null', '[]', '{"version":1,"turns":[{}]}', '{"version":0,"turns":[]}'])(
    'starts empty from damaged storage %j',
    (damaged) => {
      sessionStorage.setItem(`kepu-chat:${BASE}:milu`, damaged);
      expect(openConversation().turns).toEqual([]);
    },
  );

  it('forgets on request, here and at the service', async () => {
    answer(service.nextStream());
    await conversation.ask('尾巴多长？', CONTEXT);
    conversation.clear();
    expect(conversation.turns).toEqual([]);
    expect(sessionStorage.length).toBe(0);
    expect(service.calls.at(-1)).toMatchObject({
      method: 'DELETE',
      path: `${BASE}/api/v1/conversations/c-1`,
    });
  });
});

describe('voting', () => {
  it('sends the vote and shows it', async () => {
    answer(service.nextStream());
    await conversation.vote(await conversation.ask('尾巴多长？', CONTEXT), {
      vote: 'down',
      reason: 'unclear',
    });
    expect(service.calls.at(-1)).toMatchObject({
      path: `${BASE}/api/v1/answers/a-1/feedback`,
      body: { vote: 'down', reason: 'unclear' },
    });
    expect(last().feedback).toEqual({ vote: 'down', reason: 'unclear' });
  });

  it('takes it back if it could not be sent', async () => {
    service = new FakeService(() => problem(503, {}));
    answer(service.nextStream());
    const turn = await conversation.ask('尾巴多长？', CONTEXT);
    expect(await conversation.vote(turn, { vote: 'up' })).toBe(false);
    expect(last().feedback).toBeUndefined();
    expect(conversation.unsentVote).toBe('a-1');
  });

  it('takes back the vote alone: a ticket that came meanwhile stays', async () => {
    service = new FakeService(() => problem(503, {}));
    answer(service.nextStream());
    const turn = await conversation.ask('尾巴多长？', CONTEXT);
    const voted = conversation.vote(turn, { vote: 'down' });
    conversation.keepTicket(turn, TICKET);
    expect(await voted).toBe(false);
    expect(last()).toMatchObject({ ticket: TICKET });
    expect(last().feedback).toBeUndefined();
  });

  it('leaves a later vote when the one before fails', async () => {
    let status = 503;
    service = new FakeService(() => problem(status, {}));
    answer(service.nextStream());
    const turn = await conversation.ask('尾巴多长？', CONTEXT);
    const first = conversation.vote(turn, { vote: 'down' });
    status = 200;
    const second = conversation.vote(turn, { vote: 'up' });
    expect([await first, await second]).toEqual([false, true]);
    expect(last().feedback).toEqual({ vote: 'up' });
    expect(conversation.unsentVote).toBeUndefined();
  });
});

describe('what comes after the conversation is forgotten', () => {
  it.each([
    ['a vote that fails', 503],
    ['a vote that succeeds', 200],
  ])('does not bring it back: %s', async (_, status) => {
    service = new FakeService(() => problem(status, {}));
    answer(service.nextStream());
    const turn = await conversation.ask('尾巴多长？', CONTEXT);
    const voted = conversation.vote(turn, { vote: 'up' });
    conversation.clear();
    expect(await voted).toBe(status === 200);
    expect(conversation.turns).toEqual([]);
    expect(conversation.unsentVote).toBeUndefined();
    expect(sessionStorage.length).toBe(0);
  });

  it('does not bring it back: a late ticket', async () => {
    answer(service.nextStream());
    const turn = await conversation.ask('尾巴多长？', CONTEXT);
    conversation.clear();
    conversation.keepTicket(turn, TICKET);
    expect(conversation.turns).toEqual([]);
    expect(sessionStorage.length).toBe(0);
  });
});
