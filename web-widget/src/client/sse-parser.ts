/** One server-sent event, as the WHATWG HTML standard (9.2.6) interprets a stream. */
export interface ServerSentEvent {
  /** The event's name; `message` if the stream gives none. */
  readonly type: string;
  /** The `data:` lines joined by line feeds. */
  readonly data: string;
}

/**
 * Interprets the bytes of an event stream, however they are cut into chunks: inside a character, between CR and LF,
 * in the middle of a field. Comments, `id` and `retry` are skipped; an event without its closing blank line is dropped,
 * because it may be incomplete.
 */
export class SseParser {
  readonly #decoder = new TextDecoder(); // drops a byte order mark by itself
  #rest = '';
  #afterCarriageReturn = false;
  #type = '';
  #data: string[] = [];

  /** Takes the next chunk and returns the events it completes. */
  push(chunk: Uint8Array): ServerSentEvent[] {
    const events: ServerSentEvent[] = [];
    for (const line of this.#lines(this.#decoder.decode(chunk, { stream: true }))) {
      if (line === '') this.#dispatch(events);
      else this.#field(line);
    }
    return events;
  }

  /** The lines a text completes. A line feed that follows a carriage return over the edge of a chunk ends no second line. */
  #lines(text: string): string[] {
    if (text === '') return [];
    const fresh = this.#afterCarriageReturn && text.startsWith('\n') ? text.slice(1) : text;
    this.#afterCarriageReturn = text.endsWith('\r');
    const lines = (this.#rest + fresh).split(/\r\n|\r|\n/);
    this.#rest = lines.pop() ?? '';
    return lines;
  }

  #field(line: string): void {
    const colon = line.indexOf(':');
    if (colon === 0) return; // a comment
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    if (name === 'event') this.#type = value;
    else if (name === 'data') this.#data.push(value);
  }

  #dispatch(events: ServerSentEvent[]): void {
    if (this.#data.length > 0) events.push({ type: this.#type || 'message', data: this.#data.join('\n') });
    this.#type = '';
    this.#data = [];
  }
}
