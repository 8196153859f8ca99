import type {
  ChatEvent,
  ChatRequest,
  Feedback,
  SourceDocument,
  Ticket,
  TimedEvent,
  VisitContext,
} from './contract';
import { decodeChatEvent, decodeDocument, decodeSuggestions, decodeTicket } from './decode';
import { ApiError, connectionFailure, streamFailure } from './failure';
import { request as send } from './request';
import type { SitePass } from './site-pass';
import { SseParser, type ServerSentEvent } from './sse-parser';

/** The service sends a comment every 10 s; a stream silent for longer than this is dead. */
const SILENCE_LIMIT_MS = 35_000;

/**
 * The service's HTTP interface. Every method takes an `AbortSignal` or ends quickly; an abort rejects with the signal's
 * reason, every other failure with an {@link ApiError}.
 */
export class ChatClient {
  /**
   * @param apiBase the service's address without a slash at the end, e.g. `https://kepu.example`
   * @param pass what lets a page of another origin ask; pages of the service need none
   */
  constructor(
    readonly apiBase: string,
    readonly pass?: SitePass,
  ) {}

  /**
   * Asks a question and yields the answer's events as they arrive. Returns after `done`; throws an {@link ApiError} if
   * the stream says `error` or ends without either. Leaving the loop closes the connection, which cancels the work on
   * the server.
   */
  async *chat(request: ChatRequest, signal: AbortSignal): AsyncGenerator<ChatEvent, void, undefined> {
    const response = await this.#send('/api/v1/chat', signal, {
      method: 'POST',
      headers: {
        Accept: 'text/event-stream',
        'Content-Type': 'application/json',
        'Accept-Language': request.locale,
      },
      body: JSON.stringify(request),
    });
    for await (const { type, data } of serverSentEvents(response, signal)) {
      const json = parse(data);
      if (type === 'error') throw new ApiError(streamFailure(json));
      const event = decodeChatEvent(type, json);
      if (event) yield event;
      if (event?.type === 'done') return;
    }
    throw new ApiError(connectionFailure(true));
  }

  /** Six to eight questions a visitor may tap. */
  async suggestions(context: VisitContext, signal: AbortSignal): Promise<readonly string[]> {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(context)) if (value) query.set(name, String(value));
    const response = await this.#send(`/api/v1/suggestions?${query.toString()}`, signal);
    return decodeSuggestions(await response.json());
  }

  /** The text a citation points into. */
  async document(id: string, version: string | undefined, signal: AbortSignal): Promise<SourceDocument> {
    const query = version ? `?version=${encodeURIComponent(version)}` : '';
    const response = await this.#send(`/api/v1/documents/${encodeURIComponent(id)}${query}`, signal);
    return decodeDocument(await response.json());
  }

  /** Sends a vote; the last one counts. */
  async feedback(answerId: string, feedback: Feedback): Promise<void> {
    await this.#send(`/api/v1/answers/${encodeURIComponent(answerId)}/feedback`, undefined, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(feedback),
      keepalive: true,
    });
  }

  /** Reports that an answer is wrong. The same words about the same answer again give the same ticket. */
  async report(answerId: string, text: string): Promise<Ticket> {
    const response = await this.#send(
      `/api/v1/answers/${encodeURIComponent(answerId)}/corrections`,
      undefined,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ text }),
      },
    );
    return decodeTicket(await response.json());
  }

  /** What became of a report. */
  async ticket(number: string): Promise<Ticket> {
    const response = await this.#send(`/api/v1/tickets/${encodeURIComponent(number)}`);
    return decodeTicket(await response.json());
  }

  /** Whether a code is the one of the terminals' operators; an {@link ApiError} says no. */
  async unlock(code: string): Promise<void> {
    await this.#send('/api/v1/kiosk/unlock', undefined, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ code }),
    });
  }

  /** Tells what happened on the page; it is sent even while the page goes. */
  async happened(events: readonly TimedEvent[]): Promise<void> {
    const sentAt = new Date().toISOString();
    await this.#send('/api/v1/events', undefined, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(events.map((event) => ({ ...event, sentAt }))),
      keepalive: true,
    });
  }

  /** Asks the service to forget a conversation. */
  async forget(conversationId: string): Promise<void> {
    await this.#send(`/api/v1/conversations/${encodeURIComponent(conversationId)}`, undefined, {
      method: 'DELETE',
      keepalive: true,
    });
  }

  async #send(path: string, signal?: AbortSignal, init: RequestInit = {}): Promise<Response> {
    const wish: RequestInit = { ...init, signal: signal ?? null };
    if (!this.pass) return send(this.apiBase + path, wish);
    try {
      return await this.#sendWithToken(this.pass, path, wish);
    } catch (error) {
      if (!(error instanceof ApiError) || error.failure.code !== 'site_token_expired') throw error;
      this.pass.renew();
      return this.#sendWithToken(this.pass, path, wish);
    }
  }

  async #sendWithToken(pass: SitePass, path: string, init: RequestInit): Promise<Response> {
    const { token } = await pass.config();
    const headers = new Headers(init.headers);
    if (token) headers.set('X-Kepu-Site-Token', token);
    return send(this.apiBase + path, { ...init, headers });
  }
}

async function* serverSentEvents(
  response: Response,
  signal: AbortSignal,
): AsyncGenerator<ServerSentEvent, void> {
  const reader = response.body?.getReader();
  if (!reader) return;
  const parser = new SseParser();
  try {
    for (;;) {
      const { done, value } = await withinSilenceLimit(reader.read());
      signal.throwIfAborted();
      if (done) return;
      yield* parser.push(value);
    }
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof ApiError ? error : new ApiError(connectionFailure(true));
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

async function withinSilenceLimit<T>(read: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new ApiError(connectionFailure(true)));
    }, SILENCE_LIMIT_MS);
  });
  try {
    return await Promise.race([read, silence]);
  } finally {
    clearTimeout(timer);
  }
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    throw new ApiError({ kind: 'server', code: 'malformed_event', final: false });
  }
}
