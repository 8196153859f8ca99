import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ChatClient } from '../client/chat-client';
import type { ChatRequest } from '../client/contract';
import { ApiError, type Failure } from '../client/failure';
import { drawn, NextFrame } from './frames';
import { advance, begin, fail, stop, underWay, type Turn } from './turn';

/** After this long without a new sentence the visitor is told that it is slow. */
export const SLOW_AFTER_MS = 8_000;

/** Of an answer that comes all at once, a frame shows so many sentences more: drawing all would hold the page. */
const SENTENCES_A_FRAME = 8;

/**
 * Runs one question at a time: streams its answer into {@link turn}, one `AbortSignal` a run. A run ends exactly once,
 * as `done`, `stopped` or `failed`; a new run stops the one before; nothing of an ended run arrives late.
 */
export class RunController implements ReactiveController {
  /** The turn under way or ended last; nothing before the first run and after {@link reset}. */
  turn: Turn | undefined;
  /** Whether the answer is taking long. */
  slow = false;

  #abort: AbortController | undefined;
  #slowTimer: ReturnType<typeof setTimeout> | undefined;
  /** Sentences may come faster than frames are drawn. */
  readonly #nextFrame = new NextFrame();

  /**
   * @param changed called with every new state of the turn, before the host updates
   */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly changed: (turn: Turn, conversationId?: string) => void,
  ) {
    host.addController(this);
  }

  /** Stops the stream when the element leaves the page: nobody is reading. */
  hostDisconnected(): void {
    this.stop();
  }

  /** Asks and streams; resolves at the end of the run, however it ends, and never rejects. */
  async start(client: ChatClient, request: ChatRequest): Promise<Turn> {
    this.stop();
    const abort = new AbortController();
    const { signal } = abort;
    this.#abort = abort;
    let turn = this.#show(begin(request));
    try {
      for await (const event of client.chat(request, signal)) {
        signal.throwIfAborted();
        const next = advance(turn, event);
        turn = next;
        if (event.type === 'accepted') this.#show(next, event.conversationId);
        else if (event.type === 'done') this.#show(next);
        else if (event.type === 'sentence' && this.#fillsFrame(next)) {
          this.#show(next);
          await drawn();
        } else this.#nextFrame.run(() => this.#show(next));
      }
    } catch (error) {
      turn = signal.aborted ? stop(turn) : this.#show(fail(turn, failureOf(error)));
    }
    return turn;
  }

  /** Ends the run at once, if one is under way. */
  stop(): void {
    const abort = this.#abort;
    this.#abort = undefined;
    this.#nextFrame.flush();
    if (abort && this.turn && underWay(this.turn)) {
      abort.abort();
      this.#show(stop(this.turn));
    }
  }

  /** Forgets the last turn, stopping it if need be. */
  reset(): void {
    this.stop();
    this.turn = undefined;
    this.host.requestUpdate();
  }

  #show(turn: Turn, conversationId?: string): Turn {
    this.#nextFrame.cancel();
    if (turn.sentences.length !== this.turn?.sentences.length || !underWay(turn)) this.#watch(turn);
    this.turn = turn;
    this.changed(turn, conversationId);
    this.host.requestUpdate();
    return turn;
  }

  /** Whether as much of the answer is new as one frame draws; the first sentence does not wait for others. */
  #fillsFrame({ sentences }: Turn): boolean {
    const shown = this.turn?.sentences.length ?? 0;
    return sentences.length === 1 || sentences.length - shown >= SENTENCES_A_FRAME;
  }

  #watch(turn: Turn): void {
    clearTimeout(this.#slowTimer);
    this.slow = false;
    if (!underWay(turn)) return;
    this.#slowTimer = setTimeout(() => {
      this.slow = true;
      this.host.requestUpdate();
    }, SLOW_AFTER_MS);
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof ApiError) return error.failure;
  console.error('kepu-chat: the service broke its contract', error);
  return { kind: 'server', final: false };
}
