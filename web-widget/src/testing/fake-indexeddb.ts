/*
 * As much of IndexedDB as a queue needs, in memory: one store with counted keys and a unique index on `id`. Requests
 * succeed in tasks of their own, and a transaction completes once none is left, as in a browser.
 */
class FakeRequest {
  result: unknown;
  error: Error | null = null;
  onsuccess: (() => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  onupgradeneeded: (() => void) | null = null;
}

class FakeTransaction {
  oncomplete: (() => void) | null = null;
  onabort: (() => void) | null = null;
  onerror: (() => void) | null = null;
  readonly error = null;
  #open = 0;

  constructor(private readonly rows: Map<number, unknown>) {}

  objectStore(): unknown {
    const { rows } = this;
    return {
      count: () => this.#request(() => rows.size),
      getAll: (_: null, most: number) => this.#request(() => [...rows.values()].slice(0, most)),
      getAllKeys: (_: null, most: number) => this.#request(() => [...rows.keys()].slice(0, most)),
      delete: (key: number) => this.#request(() => rows.delete(key)),
      add: (row: { id: string }) =>
        this.#request(() => {
          if ([...rows.values()].some((known) => (known as { id: string }).id === row.id))
            throw new Error('ConstraintError');
          rows.set(Math.max(0, ...rows.keys()) + 1, structuredClone(row));
        }),
    };
  }

  #request(work: () => unknown): FakeRequest {
    const request = new FakeRequest();
    this.#open++;
    setTimeout(() => {
      try {
        request.result = work();
        request.onsuccess?.();
      } catch (error) {
        request.error = error as Error;
        const event = new Event('error', { cancelable: true });
        request.onerror?.(event);
        if (!event.defaultPrevented) this.onabort?.();
      }
      this.#open--;
      setTimeout(() => {
        if (this.#open === 0) this.oncomplete?.();
      });
    });
    return request;
  }
}

/** Stands in for `indexedDB`; what it holds outlives those who open it. */
export class FakeIndexedDb {
  readonly rows = new Map<number, unknown>();

  open(): FakeRequest {
    const request = new FakeRequest();
    request.result = {
      createObjectStore: () => ({ createIndex: () => undefined }),
      transaction: () => new FakeTransaction(this.rows),
      close: () => undefined,
    };
    setTimeout(() => {
      request.onupgradeneeded?.();
      request.onsuccess?.();
    });
    return request;
  }
}
