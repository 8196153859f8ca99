import { fields, optionalText } from '../client/decode';
import { ApiError, connectionFailure, responseFailure } from '../client/failure';

export type Role = 'admin' | 'curator' | 'educator' | 'analyst';

/** Somebody who works with the service. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  /** The venues the account is for; empty: all. */
  readonly venues: readonly string[];
  readonly active: boolean;
}

/** Who is signed in and how one can be. */
export interface AccountState {
  readonly account?: Account | undefined;
  /** There is no account yet. */
  readonly setUp: boolean;
  /** The institution's own sign-in. */
  readonly provider?: { readonly label: string; readonly href: string } | undefined;
}

/**
 * The service as somebody sees it who signs in. Whatever changes something carries the token against forged requests,
 * which `state()` brings and which is fetched anew once where it has gone stale.
 *
 * Every method throws an `ApiError`.
 */
export class AccountClient {
  #csrf: { readonly header: string; readonly token: string } | undefined;

  async state(): Promise<AccountState> {
    const body = fields(await this.get('/api/v1/account'));
    const csrf = fields(body?.csrf);
    const header = optionalText(csrf?.header);
    const token = optionalText(csrf?.token);
    this.#csrf = header && token ? { header, token } : undefined;
    const provider = fields(body?.provider);
    return {
      account: body?.account ? (body.account as Account) : undefined,
      setUp: body?.setUp === true,
      provider: provider ? (provider as { label: string; href: string }) : undefined,
    };
  }

  async signIn(name: string, password: string): Promise<Account> {
    return (await this.send('POST', '/api/v1/account/session', { name, password })) as Account;
  }

  /** Makes the first account, with the link of the first start. */
  async setUp(link: string, name: string, password: string): Promise<Account> {
    return (await this.send('POST', '/api/v1/account/setup', { link, name, password })) as Account;
  }

  /** Sets a password with a link from an administrator. */
  async byLink(link: string, password: string): Promise<Account> {
    return (await this.send('POST', '/api/v1/account/link', { link, password })) as Account;
  }

  async changePassword(current: string, changed: string): Promise<void> {
    await this.send('PUT', '/api/v1/account/password', { current, changed });
  }

  async signOut(): Promise<void> {
    await this.send('DELETE', '/api/v1/account/session');
  }

  /** What a path holds, as JSON. */
  async get(path: string, signal?: AbortSignal): Promise<unknown> {
    return this.#exchange(path, signal ? { signal } : {});
  }

  /** Changes something. What comes back is JSON, or nothing. */
  async send(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<unknown> {
    if (!this.#csrf) await this.state();
    try {
      return await this.#exchange(path, this.#request(method, body));
    } catch (error) {
      if (!(error instanceof ApiError) || error.failure.code !== 'csrf_token') throw error;
      await this.state();
      return this.#exchange(path, this.#request(method, body));
    }
  }

  #request(method: string, body: unknown): Call {
    const file = body instanceof Blob;
    return {
      method,
      headers: {
        ...(this.#csrf ? { [this.#csrf.header]: this.#csrf.token } : {}),
        ...(body === undefined
          ? {}
          : { 'Content-Type': file ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body === undefined ? {} : { body: file ? body : JSON.stringify(body) }),
    };
  }

  async #exchange(path: string, request: Call): Promise<unknown> {
    let response: Response;
    try {
      response = await fetch(path, {
        ...request,
        headers: { Accept: 'application/json', 'Accept-Language': language(), ...request.headers },
        credentials: 'same-origin',
      });
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      throw new ApiError(connectionFailure(false));
    }
    if (!response.ok) throw new ApiError(await responseFailure(response));
    const text = await response.text();
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  }
}

/** A request whose headers are a plain object. */
interface Call extends RequestInit {
  readonly headers?: Record<string, string>;
}

/** Problems are told in the language of the page. */
function language(): string {
  return document.documentElement.lang || 'zh-CN';
}

/** What went wrong, in words for whoever sits before the page. */
export function reasonOf(error: unknown, unreachable: string): string {
  return (error instanceof ApiError ? error.failure.detail : undefined) ?? unreachable;
}
