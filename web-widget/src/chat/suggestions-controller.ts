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
  #fetched = '';
  #abort: AbortController | undefined;

  constructor(private readonly host: ReactiveControllerHost) {}

  /** The next load fetches anew; until then what is here stays. */
  again(): void {
    this.#fetched = '';
  }

  /**
   * Fetches the questions of a place for somebody, unless they are here or on their way. Those of the same place for
   * somebody else stay until then.
   */
  load(client: ChatClient, context: VisitContext): void {
    const { venue, hall, exhibit, audience, locale } = context;
    const place = JSON.stringify([client.apiBase, venue, hall, exhibit]);
    const wanted = JSON.stringify([place, audience, locale]);
    if (wanted === this.#fetched) return;
    if (place !== this.#place) this.questions = [];
    this.#place = place;
    this.#fetched = wanted;
    this.#abort?.abort();
    const { signal } = (this.#abort = new AbortController());
    client.suggestions(context, signal).then(
      (questions) => {
        if (signal.aborted) return;
        this.questions = questions.slice(0, 8);
        this.host.requestUpdate();
      },
      () => {
        if (!signal.aborted) this.#fetched = '';
      },
    );
  }
}
