import { fields, optionalText } from '../client/decode';
import { request } from '../client/request';

/** A hall's name by the languages' tags; in English only where the museum gave one. */
export type HallNames = Readonly<Record<string, unknown>>;

/** What a paired terminal is set to. */
export interface TerminalSettings {
  readonly terminal: string;
  readonly version: number;
  readonly venue: string;
  readonly hall: string | undefined;
  /** The hall's name by the languages' tags; none where the service does not know the hall. */
  readonly hallNames: HallNames | undefined;
  readonly exhibit: string | undefined;
  readonly audience: string | undefined;
  readonly low: boolean;
  readonly large: boolean;
}

/** What a terminal asks of the service for itself. Its token is a cookie; every method throws an `ApiError`. */
export class TerminalClient {
  /** Pairs this device by a code. */
  async pair(code: string): Promise<TerminalSettings> {
    const response = await send('POST', '/api/v1/kiosk/pair', { code });
    return decodeSettings(await response.json());
  }

  /** What this terminal is set to. */
  async settings(): Promise<TerminalSettings> {
    return decodeSettings(await (await request('/api/v1/kiosk/configuration', {})).json());
  }

  /** Says that this terminal lives and what it shows; the version it should show comes back. */
  async beat(version: number): Promise<number> {
    const response = await send('PUT', '/api/v1/kiosk/heartbeat', { version });
    return Number(fields(await response.json())?.version);
  }

  /** Sends what waited. Whatever comes back without an error need not be sent again. */
  async events(events: readonly unknown[]): Promise<void> {
    await send('POST', '/api/v1/events', events);
  }
}

function decodeSettings(data: unknown): TerminalSettings {
  const it = fields(data);
  return {
    terminal: optionalText(it?.terminal) ?? '',
    version: Number(it?.version),
    venue: optionalText(it?.venue) ?? '',
    hall: optionalText(it?.hall),
    hallNames: fields(it?.hallNames),
    exhibit: optionalText(it?.exhibit),
    audience: optionalText(it?.audience),
    low: it?.low === true,
    large: it?.large === true,
  };
}

function send(method: string, path: string, body: unknown): Promise<Response> {
  return request(path, {
    method,
    headers: { 'Content-Type': 'application/json', 'Accept-Language': document.documentElement.lang },
    body: JSON.stringify(body),
  });
}
