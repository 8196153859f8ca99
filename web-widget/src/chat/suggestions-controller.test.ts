import { describe, expect, it, vi } from 'vitest';
import type { ChatClient } from '../client/chat-client';
import type { VisitContext } from '../client/contract';
import { SuggestionsController } from './suggestions-controller';

const MILU: VisitContext = { venue: 'milu', locale: 'zh-CN' };

function clientOf(answers: (context: VisitContext) => Promise<readonly string[]>): ChatClient {
  return { apiBase: '', suggestions: vi.fn(answers) } as unknown as ChatClient;
}

function controller(): SuggestionsController {
  return new SuggestionsController({
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => undefined,
    updateComplete: Promise.resolve(true),
  });
}

async function settled(): Promise<void> {
  await new Promise((next) => setTimeout(next));
}

describe('the questions to begin with', () => {
  it('are those of the locale', async () => {
    const suggestions = controller();
    const client = clientOf(({ locale }) => Promise.resolve([`in ${locale ?? ''}`]));

    suggestions.load(client, MILU);
    await settled();
    suggestions.load(client, { ...MILU, locale: 'zh-TW' });
    await settled();

    expect(suggestions.questions).toEqual(['in zh-TW']);
  });

  it.each([
    ['stay for another locale', { ...MILU, locale: 'zh-TW' }, ['麋鹿吃什么？']],
    ['stay for another audience', { ...MILU, audience: 'child' }, ['麋鹿吃什么？']],
    ['go with their place', { ...MILU, venue: 'nature' }, []],
  ])('%s where there is no network', async (_, next, expected) => {
    const suggestions = controller();
    suggestions.load(
      clientOf(() => Promise.resolve(['麋鹿吃什么？'])),
      MILU,
    );
    await settled();

    suggestions.load(
      clientOf(() => Promise.reject(new Error('offline'))),
      next,
    );
    await settled();

    expect(suggestions.questions).toEqual(expected);
  });
});
