/**
 * Removes what a visitor may have left in the browser, beyond the page's own elements: storages, caches, databases,
 * clipboard, selection, history. What cannot be removed does not stop the rest.
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
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
}

async function clearDatabases(): Promise<void> {
  for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
}
