import type { ReactiveControllerHost } from 'lit';
import type { ChatClient } from '../client/chat-client';
import type { VisitContext } from '../client/contract';

/**
 * The questions offered before the first one is asked, fetched once a place. Without them the panel is only emptier, so
 * a failure is silent and the next opening tries again.
 */
export class SuggestionsController {
  questions: readonly string[] = [];
  #place = '';
  #abort: AbortController | undefined;

  constructor(private readonly host: ReactiveControllerHost) {}

  /** The next load fetches anew; until then what is here stays. */
  again(): void {
    this.#place = '';
  }

  /** Fetches the questions of a place, unless they are here or on their way. */
  load(client: ChatClient, { venue, exhibit, audience }: VisitContext): void {
    const place = JSON.stringify([client.apiBase, venue, exhibit, audience]);
    if (place === this.#place) return;
    if (this.#place !== '') this.questions = [];
    this.#place = place;
    this.#abort?.abort();
    const { signal } = (this.#abort = new AbortController());
    client.suggestions({ venue, exhibit, audience }, signal).then(
      (questions) => {
        if (signal.aborted) return;
        this.questions = questions.slice(0, 8);
        this.host.requestUpdate();
      },
      () => {
        if (!signal.aborted) this.#place = '';
      },
    );
  }
}
