import type { ReactiveControllerHost } from 'lit';
import type { ChatClient } from '../client/chat-client';
import type { ChatRequest, Citation, Feedback, Ticket, VisitContext } from '../client/contract';
import { requestId } from '../client/request-id';
import type { Locale } from '../i18n/locale';
import { ConversationStore } from './conversation-store';
import { RunController } from './run-controller';
import { underWay, type Turn } from './turn';

const SAVE_EVERY_MS = 1_000;

/** Where and how a question is asked. */
export interface AskContext extends VisitContext {
  readonly activity?: string | undefined;
  readonly locale: Locale;
}

/**
 * The turns of one conversation: asks, stops, tries again, votes, forgets, and keeps it all over a reload.
 */
export class ConversationController {
  /** The turns in the order they were asked. */
  turns: readonly Turn[] = [];
  /** The answer whose last vote could not be sent. */
  unsentVote: string | undefined;

  readonly #run: RunController;
  #conversationId: string | undefined;
  #client: ChatClient | undefined;
  #store: ConversationStore | undefined;
  #savedAt = 0;

  /** @param channel the way the questions come in, in the words of the contract */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly channel = 'web',
  ) {
    this.#run = new RunController(host, (turn, conversationId) => {
      this.#conversationId ??= conversationId;
      this.#keep(turn);
    });
  }

  /** Goes to the conversation kept for this service and venue. */
  open(client: ChatClient, venue: string | undefined): void {
    this.#run.reset();
    this.#client = client;
    this.#store = new ConversationStore(client.apiBase, venue);
    ({ conversationId: this.#conversationId, turns: this.turns } = this.#store.load());
    this.host.requestUpdate();
  }

  /**
   * Begins a conversation of which nothing is kept on the device. It has its name from the start, so that the service
   * can be told to forget it even before it accepted anything.
   */
  openUnkept(client: ChatClient): void {
    this.#run.reset();
    this.#client = client;
    this.#store = undefined;
    this.#conversationId = requestId();
    this.turns = [];
  }

  /** The service's name for this conversation; unknown before it accepted the first question. */
  get conversationId(): string | undefined {
    return this.#conversationId;
  }

  /** Whether an answer is on its way. */
  get busy(): boolean {
    return underWay(this.#run.turn);
  }

  /** Whether the answer on its way takes long. */
  get slow(): boolean {
    return this.busy && this.#run.slow;
  }

  /** The id of the answer that cites it; what has none from the service goes by its request's. */
  answerOf(citation: Citation): string | undefined {
    const turn = this.turns.find(({ citations }) => citations.includes(citation));
    return turn?.answerId ?? turn?.request.requestId;
  }

  /** Asks a new question; an answer still on its way is stopped. Resolves at the end of the answer. */
  async ask(question: string, context: AskContext): Promise<Turn> {
    this.#run.stop();
    const { venue, exhibit, activity, audience, locale } = context;
    return this.#start({
      question,
      requestId: requestId(),
      channel: this.channel,
      ...(this.#conversationId ? { conversationId: this.#conversationId } : {}),
      ...(venue ? { venue } : {}),
      ...(exhibit ? { exhibit } : {}),
      ...(activity ? { activity } : {}),
      ...(audience ? { audience } : {}),
      locale,
    });
  }

  /**
   * Asks once more what stopped or failed. The same request goes out again, so that the service counts it once, unless
   * the service itself ended it: then it is a new one.
   */
  async retry(turn: Turn): Promise<Turn> {
    const ended = turn.phase === 'stopped' || turn.failure?.final === true;
    const request = ended ? { ...turn.request, requestId: requestId() } : turn.request;
    this.turns = this.turns.filter((other) => other !== turn);
    return this.#start(request);
  }

  /** Stops the answer on its way. */
  stop(): void {
    this.#run.stop();
  }

  /**
   * Sends a vote and shows it at once; takes it back if it could not be sent and is still what is shown.
   *
   * @returns whether it was sent
   */
  async vote(turn: Turn, feedback: Feedback): Promise<boolean> {
    if (!turn.answerId || !this.#client) return false;
    const before = this.#present(turn)?.feedback;
    this.unsentVote = undefined;
    this.#amend(turn, { feedback });
    try {
      await this.#client.feedback(turn.answerId, feedback);
      return true;
    } catch {
      if (this.#present(turn)?.feedback === feedback) {
        this.unsentVote = turn.answerId;
        this.#amend(turn, { feedback: before });
      }
      return false;
    }
  }

  /** Keeps the ticket of a report with its turn. */
  keepTicket(turn: Turn, ticket: Ticket): void {
    this.#amend(turn, { ticket });
  }

  /** Forgets the conversation here, and asks the service to forget it too. */
  clear(): void {
    this.#run.reset();
    const forgotten = this.#conversationId;
    this.#conversationId = this.#store ? undefined : requestId();
    this.turns = [];
    this.#store?.clear();
    if (forgotten) void this.#client?.forget(forgotten).catch(() => undefined); // best effort: it expires by itself
    this.host.requestUpdate();
  }

  #start(request: ChatRequest): Promise<Turn> {
    if (!this.#client) throw new Error('open() comes before asking');
    return this.#run.start(this.#client, request);
  }

  /** The turn as it stands now; nothing once it is forgotten. */
  #present({ request }: Turn): Turn | undefined {
    return this.turns.find((other) => other.request.requestId === request.requestId);
  }

  /** Changes a turn from outside its run. What comes late must not bring back a turn that is forgotten. */
  #amend(turn: Turn, change: Pick<Turn, 'feedback'> | Pick<Turn, 'ticket'>): void {
    const present = this.#present(turn);
    if (present) this.#keep({ ...present, ...change });
  }

  /** Puts a turn in its place, or at the end where it is new, which only its run may say. */
  #keep(turn: Turn): void {
    const present = this.#present(turn);
    this.turns = present
      ? this.turns.map((other) => (other === present ? turn : other))
      : [...this.turns, turn];
    this.#save(turn);
    this.host.requestUpdate();
  }

  /** Keeps an answer's end at once, and its growing now and then: what is lost in between can be fetched again. */
  #save(turn: Turn): void {
    const now = Date.now();
    if (turn.phase === 'streaming' && now - this.#savedAt < SAVE_EVERY_MS) return;
    this.#savedAt = now;
    this.#store?.save({ conversationId: this.#conversationId, turns: this.turns });
  }
}
