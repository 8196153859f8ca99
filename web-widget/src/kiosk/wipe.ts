import { KEPT_CACHES } from './cache-name';
import { QUEUE_NAME } from './event-queue';

/**
 * Removes what a visitor may have left in the browser, beyond the page's own elements: storages, caches, databases,
 * clipboard, selection, history. What is the terminal's own stays: its page, its pack, and the events that wait, in which
 * no words of a visitor are. What cannot be removed does not stop the rest.
 */
export async function wipe(): Promise<void> {
  getSelection()?.removeAllRanges();
  history.replaceState(null, '', location.href);
  // An engine remembers the last text that an expression was tried on.
  ''.startsWith('');
  await Promise.allSettled([
    attempt(() => {
      sessionStorage.clear();
    }),
    attempt(() => {
      localStorage.clear();
    }),
    attempt(clearCaches),
    attempt(clearDatabases),
    attempt(() => navigator.clipboard.writeText('')),
  ]);
}

async function attempt(step: () => unknown): Promise<void> {
  await step();
}

async function clearCaches(): Promise<void> {
  await Promise.all(
    (await caches.keys()).filter((name) => !name.startsWith(KEPT_CACHES)).map((name) => caches.delete(name)),
  );
}

async function clearDatabases(): Promise<void> {
  for (const { name } of await indexedDB.databases())
    if (name && name !== QUEUE_NAME) indexedDB.deleteDatabase(name);
}
