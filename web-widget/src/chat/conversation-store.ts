import type { Turn } from './turn';
import { underWay } from './turn';

/** What a visitor and the assistant said in one place. */
export interface StoredConversation {
  readonly conversationId: string | undefined;
  readonly turns: readonly Turn[];
}

const VERSION = 1;
const MOST_TURNS = 30;
const EMPTY: StoredConversation = { conversationId: undefined, turns: [] };

/**
 * Keeps a conversation over reloads and page changes, in the tab's `sessionStorage`: closing the tab forgets it. One
 * conversation for a service and venue. A browser that refuses storage only loses the keeping.
 */
export class ConversationStore {
  readonly #key: string;

  constructor(apiBase: string, venue: string | undefined) {
    this.#key = `kepu-chat:${apiBase}:${venue ?? ''}`;
  }

  /**
   * The conversation as it was saved last; empty if there is none or it is damaged. An answer that was still under way
   * when the page went comes back as cut off, so that it can be fetched again under its `requestId`.
   */
  load(): StoredConversation {
    try {
      const saved: unknown = JSON.parse(sessionStorage.getItem(this.#key) ?? 'null');
      return isSaved(saved)
        ? { conversationId: saved.conversationId, turns: saved.turns.map(interrupted) }
        : EMPTY;
    } catch {
      return EMPTY;
    }
  }

  /** Saves the last turns of a conversation. */
  save({ conversationId, turns }: StoredConversation): void {
    try {
      const saved = { version: VERSION, conversationId, turns: turns.slice(-MOST_TURNS) };
      sessionStorage.setItem(this.#key, JSON.stringify(saved));
    } catch {
      // Full or forbidden: the conversation lives on in memory.
    }
  }

  /** Forgets it. */
  clear(): void {
    try {
      sessionStorage.removeItem(this.#key);
    } catch {
      // Forbidden: then nothing was kept either.
    }
  }
}

function interrupted(turn: Turn): Turn {
  return underWay(turn) ? { ...turn, phase: 'failed', failure: { kind: 'cut', final: false } } : turn;
}

function isSaved(value: unknown): value is StoredConversation & { version: number } {
  const saved = value as { version?: unknown; conversationId?: unknown; turns?: unknown } | null;
  return (
    saved?.version === VERSION &&
    (saved.conversationId === undefined || typeof saved.conversationId === 'string') &&
    Array.isArray(saved.turns) &&
    saved.turns.every(isTurn)
  );
}

function isTurn(value: unknown): value is Turn {
  const turn = value as Partial<Turn> | null;
  return (
    typeof turn?.request?.question === 'string' &&
    typeof turn.request.requestId === 'string' &&
    typeof turn.phase === 'string' &&
    [turn.sentences, turn.citations, turn.illustrations, turn.suggestions].every(Array.isArray)
  );
}
