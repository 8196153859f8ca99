/**
 * What a terminal has still to tell the service. Nothing in it says what somebody asked: it outlives the reset, and
 * the next visitor could come upon it.
 */
export interface QueuedEvent {
  /** A UUID; the service keeps each once, however often it comes. A question has its request's. */
  readonly id: string;
  readonly type:
    | 'question'
    | 'answer'
    | 'conversation_end'
    | 'attract_view'
    | 'source_open'
    | 'suggestion_click'
    | 'speech_play';
  /** When it happened, by this device's clock. */
  readonly at: string;
  readonly channel: 'kiosk';
  readonly conversationId?: string | undefined;
  /** Of a question that this terminal answered itself, its request's id: the service knows it by that. */
  readonly answerId?: string | undefined;
  readonly terminal?: string;
  readonly venue?: string | undefined;
  readonly exhibit?: string | undefined;
  readonly audience?: string;
  readonly locale?: string | undefined;
  readonly offline?: boolean;
  readonly outcome?: string;
  readonly citations?: readonly string[];
  readonly reason?: string;
  readonly activeMs?: number;
}

/** A conversation that the service is still to forget. */
export interface QueuedForgetting {
  readonly id: string;
  readonly forget: string;
}

export type Queued = QueuedEvent | QueuedForgetting;

/** The database's name; the reset spares it. */
export const QUEUE_NAME = 'kepu-queue';

const STORE = 'waiting';
/** The service takes 100 at once, and 16 KiB. */
const BATCH = 20;
/** More are not kept: a month without a network is a broken terminal. */
const MOST = 20_000;

/** Keeps what waits over reloads and power cuts, in IndexedDB. Each is sent at least once, and counted once. */
export class EventQueue {
  #draining: Promise<void> | undefined;

  /** Keeps events; one that waits already is kept once. */
  async add(...events: readonly Queued[]): Promise<void> {
    await transact('readwrite', async (store) => {
      if ((await done(store.count())) + events.length > MOST) return;
      for (const event of events) {
        // What waits already is not a failure of the others.
        store.add(event).onerror = (known) => {
          known.preventDefault();
          known.stopPropagation();
        };
      }
    });
  }

  async size(): Promise<number> {
    return transact('readonly', (store) => done(store.count()));
  }

  /**
   * Sends what waits, the oldest first, and takes out what arrived. One draining goes on at a time. What fails waits on.
   *
   * @param send to the service; it throws where it did not arrive for sure
   */
  async drain(send: (batch: readonly Queued[]) => Promise<void>): Promise<void> {
    this.#draining ??= this.#drain(send).finally(() => (this.#draining = undefined));
    return this.#draining;
  }

  async #drain(send: (batch: readonly Queued[]) => Promise<void>): Promise<void> {
    for (;;) {
      const [keys, batch] = await transact('readonly', (store) =>
        Promise.all([
          done(store.getAllKeys(null, BATCH)),
          done(store.getAll(null, BATCH) as IDBRequest<Queued[]>),
        ]),
      );
      if (batch.length === 0) return;
      await send(batch);
      await transact('readwrite', (store) => {
        for (const key of keys) store.delete(key);
        return Promise.resolve();
      });
    }
  }
}

async function transact<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const database = await open();
  try {
    const transaction = database.transaction(STORE, mode);
    const ended = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => {
        resolve();
      };
      transaction.onabort = transaction.onerror = () => {
        reject(transaction.error ?? new Error('the queue cannot be written'));
      };
    });
    const result = await work(transaction.objectStore(STORE));
    await ended;
    return result;
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  const opening = indexedDB.open(QUEUE_NAME, 1);
  opening.onupgradeneeded = () => {
    opening.result
      .createObjectStore(STORE, { autoIncrement: true })
      .createIndex('id', 'id', { unique: true });
  };
  return done(opening);
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('the queue cannot be read'));
    };
  });
}
