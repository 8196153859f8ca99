import { describe, expect, it } from 'vitest';
import { SseParser, type ServerSentEvent } from './sse-parser';

function parse(text: string, chunkSize = Number.POSITIVE_INFINITY): ServerSentEvent[] {
  const bytes = new TextEncoder().encode(text);
  const parser = new SseParser();
  const events: ServerSentEvent[] = [];
  for (let at = 0; at < bytes.length; at += chunkSize) {
    events.push(...parser.push(bytes.slice(at, at + chunkSize)));
  }
  return events;
}

describe('SseParser', () => {
  const answer = ': awake\n\nevent:sentence\ndata:{"text":"麋鹿🦌"}\n\nevent: done\ndata: {}\n\n';
  const events = [
    { type: 'sentence', data: '{"text":"麋鹿🦌"}' },
    { type: 'done', data: '{}' },
  ];

  it('reads events and skips comments', () => {
    expect(parse(answer)).toEqual(events);
  });

  it.each([1, 2, 3, 5, 7])('does not mind chunks of %i bytes, even inside a character', (size) => {
    expect(parse(answer, size)).toEqual(events);
  });

  it.each([
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('reads lines that end in %s, in one piece or byte by byte', (_, ending) => {
    const text = answer.replaceAll('\n', ending);
    expect(parse(text)).toEqual(events);
    expect(parse(text, 1)).toEqual(events);
  });

  it('joins several data lines by line feeds', () => {
    expect(parse('data: one\ndata:two\ndata\n\n')).toEqual([{ type: 'message', data: 'one\ntwo\n' }]);
  });

  it('takes one space after the colon away, not two', () => {
    expect(parse('data:  x\n\n')).toEqual([{ type: 'message', data: ' x' }]);
  });

  it('drops a byte order mark and fields it does not know', () => {
    expect(parse('\uFEFFid: 7\nretry: 10\ndata: x\n\n')).toEqual([{ type: 'message', data: 'x' }]);
  });

  it('dispatches nothing for an event without data', () => {
    expect(parse('event: done\n\ndata: x\n\n')).toEqual([{ type: 'message', data: 'x' }]);
  });

  it('drops an event that was cut off', () => {
    expect(parse('event: done\ndata: {}\n')).toEqual([]);
  });
});
