import { describe, expect, it } from 'vitest';
import type { Citation } from '../client/contract';
import { sourcesOf } from './answer-copy';

function citation(index: number, documentId: string, heading: string): Citation {
  return {
    index,
    documentId,
    documentVersion: 'sha256:0',
    title: '木星',
    heading,
    quote: '木',
    start: 0,
    end: 1,
    url: '',
    source: '',
    licence: 'CC BY 4.0',
    reviewedOn: '2026-11-23',
  };
}

describe('the sources of an answer', () => {
  it('name a section once, however many sentences are quoted from it', () => {
    const sources = sourcesOf([
      citation(1, 'jupiter', '木星有多大？'),
      citation(2, 'jupiter', '木星有多大？'),
      citation(3, 'jupiter', '木星有环吗？'),
    ]);

    expect(sources.map(({ name }) => name)).toEqual(['木星 — 木星有多大？', '木星 — 木星有环吗？']);
    expect(sources.map(({ citations }) => citations.map(({ index }) => index))).toEqual([[1, 2], [3]]);
  });

  it('are none where nothing is quoted', () => {
    expect(sourcesOf([])).toEqual([]);
  });
});
