import { vi, type Mock } from 'vitest';

/** A stream the test writes into piece by piece. */
export class FakeStream {
  readonly body: ReadableStream<Uint8Array>;
  cancelled = false;
  #controller!: ReadableStreamDefaultController<Uint8Array>;

  constructor() {
    this.body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#controller = controller;
      },
      cancel: () => {
        this.cancelled = true;
      },
    });
  }

  /** Sends one event as the service does. */
  send(type: string, data: unknown): this {
    return this.raw(`event:${type}\ndata:${JSON.stringify(data)}\n\n`);
  }

  /** Sends bytes. */
  raw(text: string): this {
    this.#controller.enqueue(new TextEncoder().encode(text));
    return this;
  }

  /** Ends the connection in good order. */
  end(): void {
    this.#controller.close();
  }

  /** Breaks the connection. */
  break(): void {
    this.#controller.error(new TypeError('network error'));
  }
}

/** A call the widget made. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: Record<string, unknown>;
  readonly signal: AbortSignal | undefined;
}

/**
 * Stands in for `fetch`. Chat requests are answered by {@link nextStream} or {@link nextResponse}, in the order they
 * were made; everything else by `others`.
 */
export class FakeService {
  readonly calls: Call[] = [];
  readonly fetch: Mock;
  #next: (() => Response | Promise<never>)[] = [];

  constructor(others: (call: Call) => Response = () => Response.json({ suggestions: [] })) {
    this.fetch = vi.fn((url: string, init: RequestInit = {}): Promise<Response> => {
      const body = typeof init.body === 'string' ? (JSON.parse(init.body) as Record<string, unknown>) : {};
      const call: Call = { method: init.method ?? 'GET', path: url, body, signal: init.signal ?? undefined };
      this.calls.push(call);
      if (!url.endsWith('/api/v1/chat')) return Promise.resolve(others(call));
      const respond = this.#next.shift();
      return respond ? Promise.resolve().then(respond) : Promise.reject(new TypeError('nobody answers'));
    });
    vi.stubGlobal('fetch', this.fetch);
  }

  /** The calls that asked something. */
  get questions(): readonly Call[] {
    return this.calls.filter(({ path }) => path.endsWith('/api/v1/chat'));
  }

  /** Answers the next question with a stream. */
  nextStream(): FakeStream {
    const stream = new FakeStream();
    this.nextResponse(new Response(stream.body, { headers: { 'Content-Type': 'text/event-stream' } }));
    return stream;
  }

  /** Answers the next question with a response. */
  nextResponse(response: Response): void {
    this.#next.push(() => response);
  }

  /** The next question finds no network. */
  nextFails(): void {
    this.#next.push(() => Promise.reject(new TypeError('Failed to fetch')));
  }
}

/** A problem detail as the service sends it. */
export function problem(status: number, body: object, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ status, ...body }), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  });
}

/** The events of a whole answer with one source. */
export const ACCEPTED = { conversationId: 'c-1', answerId: 'a-1' };
export const SENTENCE = { index: 0, text: '麋鹿的尾巴是鹿类里最长的。', citations: [1] };
export const CITATION = {
  index: 1,
  documentId: 'milu-tail',
  documentVersion: 'sha256:1',
  title: '麋鹿',
  heading: '麋鹿的尾巴有多长？',
  quote: '麋鹿的尾巴是鹿类里最长的。',
  start: 14,
  end: 27,
};
export const DONE = { outcome: 'answered', generatedBy: 'extractive', aiLabel: '人工智能生成', timings: {} };
