import { ApiError, connectionFailure, responseFailure } from './failure';

/** Fetches; an abort rejects with the signal's reason, everything but a 2xx with an {@link ApiError}. */
export async function request(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { ...init, credentials: 'same-origin' });
  } catch {
    init.signal?.throwIfAborted();
    throw new ApiError(connectionFailure(false));
  }
  if (!response.ok) throw new ApiError(await responseFailure(response));
  return response;
}
