import { fields, optionalText } from './decode';

/** What went wrong, as far as the visitor can do something about it. */
export type FailureKind =
  /** The device has no network. */
  | 'offline'
  /** The service did not answer. */
  | 'unreachable'
  /** The stream ended, or fell silent, before it was done. */
  | 'cut'
  /** Too many questions (429). */
  | 'busy'
  /** The service refuses this question as it is (other 4xx). */
  | 'invalid'
  /** The service failed (5xx), or ended the stream with an error. */
  | 'server';

/** A failure as plain data: it is kept with the conversation and shown in words. */
export interface Failure {
  readonly kind: FailureKind;
  /** The stable `code` of the problem detail. */
  readonly code?: string | undefined;
  /** The server's own words, in the visitor's language. */
  readonly detail?: string | undefined;
  /** Seconds to wait, from `Retry-After`. */
  readonly retryAfter?: number | undefined;
  /**
   * Whether the service already ended this request. A repeated `requestId` would only bring back the same failure,
   * so another try needs a new one; in every other case the same id keeps a question from being counted twice.
   */
  readonly final: boolean;
}

/** A {@link Failure} on its way up. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(readonly failure: Failure) {
    super(failure.code ?? failure.kind);
  }
}

/** A connection that could not be made or broke. */
export function connectionFailure(started: boolean): Failure {
  if (!navigator.onLine) return { kind: 'offline', final: false };
  return { kind: started ? 'cut' : 'unreachable', final: false };
}

/** Bad gateway, service unavailable, gateway timeout. */
const GATEWAY = new Set([502, 503, 504]);

/** A response outside 2xx; its body may be a problem detail. */
export async function responseFailure(response: Response): Promise<Failure> {
  const body: unknown = await response.json().catch(() => undefined);
  const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN);
  const said = problem(body);
  return {
    ...said,
    // A gateway says so before a service that is not there; the service itself names its reason.
    kind: said.code === undefined && GATEWAY.has(response.status) ? 'unreachable' : kindOf(response.status),
    retryAfter: Number.isFinite(retryAfter) && retryAfter > 0 ? Math.ceil(retryAfter) : undefined,
    final: response.status === 409,
  };
}

/** The `error` event of a stream: the service is done with this request. */
export function streamFailure(data: unknown): Failure {
  const status = fields(data)?.status;
  return { ...problem(data), kind: typeof status === 'number' ? kindOf(status) : 'server', final: true };
}

function kindOf(status: number): FailureKind {
  if (status === 429) return 'busy';
  return status >= 400 && status < 500 ? 'invalid' : 'server';
}

function problem(body: unknown): Pick<Failure, 'code' | 'detail'> {
  const detail = fields(body);
  return {
    code: optionalText(detail?.code),
    detail: optionalText(detail?.detail) ?? optionalText(detail?.title),
  };
}
