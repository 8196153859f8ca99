import { ApiError, connectionFailure, responseFailure } from './failure';

/** The service worker of a terminal marks what it kept and the service did not answer. */
export const KEPT_HEADER = 'X-Kepu-Kept';

type Watcher = (reached: boolean) => void;

const watchers = new Set<Watcher>();

/**
 * Tells of every request whether it reached the service.
 *
 * @returns ends that
 */
export function watchReach(watcher: Watcher): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function tell(reached: boolean): void {
  for (const watcher of watchers) watcher(reached);
}

/** Fetches; an abort rejects with the signal's reason, everything but a 2xx with an {@link ApiError}. */
export async function request(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { ...init, credentials: 'same-origin' });
  } catch {
    init.signal?.throwIfAborted();
    tell(false);
    throw new ApiError(connectionFailure(false));
  }
  const failure = response.ok ? undefined : await responseFailure(response);
  tell(failure?.kind !== 'unreachable' && !response.headers.has(KEPT_HEADER));
  if (failure) throw new ApiError(failure);
  return response;
}
