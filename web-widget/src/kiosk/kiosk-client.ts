import { ChatClient } from '../client/chat-client';
import type { ChatEvent, ChatRequest, SourceDocument } from '../client/contract';
import { fields, optionalText } from '../client/decode';
import { ApiError } from '../client/failure';
import { request as send } from '../client/request';
import { requestId } from '../client/request-id';
import { localeOf, messagesOf } from '../i18n/locale';
import type { EventQueue, Queued, QueuedEvent } from './event-queue';
import type { PackAnswer, PackSearch } from './pack-search';
import { TerminalClient } from './terminal-client';
import { WORDS } from './words';

/** What of the pack a citation points into; the service has no such version. */
const PACKED = 'pack:';
/** The same text again so soon is the same question, tapped twice: the service's rule, which needs the text. */
const REPETITION_MS = 5_000;

/** An address to scan. */
export interface TakeAlong {
  readonly url: string;
}

/**
 * The service as a terminal sees it: where the network is away, questions are answered from the pack, and what
 * happened meanwhile is told once it is back.
 */
export class KioskClient extends ChatClient {
  /** What is answered from without a network. */
  pack: PackSearch | undefined;
  /** Which terminal a trial says it is; a paired one is known by its token. */
  trial: string | undefined;

  readonly terminal = new TerminalClient();
  /** The last question without a network; goes with its visitor. */
  #last: { readonly text: string; readonly at: number } | undefined;

  constructor(private readonly queue: EventQueue) {
    super('');
  }

  override async *chat(asked: ChatRequest, signal: AbortSignal): AsyncGenerator<ChatEvent, void, undefined> {
    const request = this.trial ? { ...asked, terminal: this.trial } : asked;
    let begun = false;
    try {
      for await (const event of super.chat(request, signal)) {
        begun = true;
        yield event;
      }
      return;
    } catch (error) {
      if (signal.aborted || begun || !this.pack || !isAway(error)) throw error;
    }
    yield* this.#fromPack(asked, this.pack);
  }

  override async document(
    id: string,
    version: string | undefined,
    signal: AbortSignal,
  ): Promise<SourceDocument> {
    if (!version?.startsWith(PACKED)) return super.document(id, version, signal);
    const section = this.pack?.pack.sections[Number(version.slice(PACKED.length))];
    if (!section) throw new ApiError({ kind: 'offline', final: true });
    const { title, heading, text, source, licence, reviewedOn } = section;
    return {
      id,
      version,
      title,
      text: `${heading}\n${text}`,
      sections: [{ heading, level: 2, start: 0, end: heading.length + 1 + text.length }],
      sources: source ? [source] : [],
      licence,
      reviewedOn,
    };
  }

  /** A conversation is forgotten even if the network is away: then the service is told later. */
  override async forget(conversationId: string): Promise<void> {
    this.#last = undefined;
    try {
      await super.forget(conversationId);
    } catch {
      await this.queue.add({ id: requestId(), forget: conversationId });
    }
  }

  /** The address that takes an answer along. */
  async takeAlong(conversationId: string, answerId: string): Promise<TakeAlong> {
    const response = await send('/api/v1/kiosk/take-along', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ conversationId, answerId, ...(this.trial ? { terminal: this.trial } : {}) }),
    });
    return { url: optionalText(fields(await response.json())?.url) ?? '' };
  }

  /** A visit is over. */
  async ended(conversationId: string, activeMs: number): Promise<void> {
    await this.queue.add({
      ...this.#event('conversation_end'),
      conversationId,
      reason: 'reset',
      activeMs: Math.round(activeMs),
    });
    await this.tell();
  }

  /** Something happened that the service does not see; it is told with what else waits. */
  async note(
    type: 'attract_view' | 'source_open' | 'suggestion_click' | 'speech_play',
    where: Pick<QueuedEvent, 'conversationId' | 'answerId' | 'venue' | 'exhibit' | 'locale'>,
  ): Promise<void> {
    await this.queue.add({ ...this.#event(type), ...where });
  }

  /** Tells the service what waits, if it can be reached. */
  async tell(): Promise<void> {
    await this.queue.drain(async (batch) => {
      const sentAt = new Date().toISOString();
      const events = batch.filter((one): one is QueuedEvent => 'type' in one);
      if (events.length > 0) await this.terminal.events(events.map((event) => ({ ...event, sentAt })));
      for (const one of batch) if ('forget' in one) await super.forget(one.forget);
    });
  }

  /** Asks for what is asked for anyway, to learn whether the service is there. */
  async knock(): Promise<void> {
    await this.suggestions({}, new AbortController().signal).catch(() => undefined);
  }

  async *#fromPack(request: ChatRequest, pack: PackSearch): AsyncGenerator<ChatEvent, void, undefined> {
    const locale = localeOf(request.locale);
    const words = WORDS[locale];
    const found = pack.find(request.question, new Date().toISOString().slice(0, 10));
    await this.#record(request, found);
    if (found) yield* quoted(found, pack);
    else yield { type: 'sentence', sentence: { index: 0, text: words.offlineNothing, citations: [] } };
    yield { type: 'suggestions', suggestions: pack.questions(3) };
    yield {
      type: 'done',
      outcome: found ? 'answered' : 'no_source',
      generatedBy: found ? 'extractive' : undefined,
      aiLabel: found
        ? `${messagesOf(locale).aiLabel} · ${words.fromPack(pack.pack.madeOn)}`
        : messagesOf(locale).aiLabel,
    };
  }

  /** What was asked is not among it: neither the disk nor the next visitor shall have it. */
  async #record(request: ChatRequest, found: PackAnswer | undefined): Promise<void> {
    const { conversationId, requestId: asked, question, venue, exhibit, audience, locale } = request;
    const again =
      this.#last !== undefined &&
      this.#last.text === question &&
      performance.now() - this.#last.at <= REPETITION_MS;
    this.#last = { text: question, at: performance.now() };
    if (again || !conversationId) return;
    const turn = {
      conversationId,
      // The request may have arrived, and only its answer not: then the service knows the question by this id.
      answerId: asked,
      offline: true,
      ...(venue ? { venue } : {}),
      ...(exhibit ? { exhibit } : {}),
      ...(audience ? { audience } : {}),
      locale,
    };
    const events: readonly Queued[] = [
      { ...this.#event('question'), ...turn, id: asked },
      {
        ...this.#event('answer'),
        ...turn,
        outcome: found ? 'answered' : 'no_source',
        citations: found ? [`${found.section.documentId}@${found.section.documentVersion}`] : [],
      },
    ];
    await this.queue.add(...events);
  }

  #event(type: QueuedEvent['type']): Pick<QueuedEvent, 'id' | 'type' | 'at' | 'channel' | 'terminal'> {
    return {
      id: requestId(),
      type,
      at: new Date().toISOString(),
      channel: 'kiosk',
      ...(this.trial ? { terminal: this.trial } : {}),
    };
  }
}

function* quoted({ section, sentences }: PackAnswer, pack: PackSearch): Generator<ChatEvent> {
  const { documentId, title, heading, text, source, licence, reviewedOn } = section;
  const documentVersion = `${PACKED}${pack.pack.sections.indexOf(section)}`;
  const shift = heading.length + 1;
  for (const [at, { start, end }] of sentences.entries()) {
    const quote = text.slice(start, end);
    yield { type: 'sentence', sentence: { index: at, text: quote, citations: [at + 1] } };
    yield {
      type: 'citation',
      citation: {
        index: at + 1,
        documentId,
        documentVersion,
        title,
        heading,
        quote,
        start: start + shift,
        end: end + shift,
        source,
        licence,
        reviewedOn,
      },
    };
  }
}

/** Whether nothing of the request arrived, because there is no way to the service. */
function isAway(error: unknown): boolean {
  return (
    error instanceof ApiError && (error.failure.kind === 'offline' || error.failure.kind === 'unreachable')
  );
}
