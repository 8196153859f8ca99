import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import './kepu-kiosk';
import type { KepuKiosk } from './kepu-kiosk';

const asked: URL[] = [];

beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal('fetch', (address: string) => {
    const url = new URL(address, 'http://kiosk');
    asked.push(url);
    return Promise.resolve(
      Response.json(url.pathname === '/api/v1/suggestions' ? { suggestions: ['芦苇是树还是草？'] } : {}),
    );
  });
});

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

async function terminal(settings: Partial<KepuKiosk>): Promise<KepuKiosk> {
  const kiosk = Object.assign(document.createElement('kepu-kiosk'), settings);
  document.body.append(kiosk);
  await kiosk.updateComplete;
  return kiosk;
}

const title = (kiosk: KepuKiosk): string =>
  kiosk.shadowRoot?.querySelector('h1')?.textContent.replace(/\s+/gu, ' ').trim() ?? '';

const query = (path: string): Record<string, string> =>
  Object.fromEntries(asked.find(({ pathname }) => pathname === path)?.searchParams ?? []);

describe('a terminal in a hall', () => {
  const PLACE = { venue: 'milu', hall: 'milu-wetland', exhibit: 'milu-reeds', audience: 'child' };
  const NAMES = { 'zh-CN': '湿地', 'zh-TW': '濕地', en: 'Wetlands' };

  it('asks for the questions and the pack of its hall', async () => {
    await terminal(PLACE);

    expect(query('/api/v1/suggestions')).toEqual({ ...PLACE, locale: 'zh-CN' });
    expect(query('/api/v1/kiosk/pack')).toEqual({ venue: 'milu', hall: 'milu-wetland' });
  });

  it('fetches the pack anew where its hall is another', async () => {
    const kiosk = await terminal(PLACE);
    asked.length = 0;
    kiosk.hall = 'milu-deer';
    await kiosk.updateComplete;

    expect(query('/api/v1/kiosk/pack')).toEqual({ venue: 'milu', hall: 'milu-deer' });
  });

  it.each([
    ['zh-CN', '麋鹿苑 湿地'],
    ['zh-TW', '麋鹿苑 濕地'],
    ['en', 'Milu Park Wetlands'],
  ])('bears its name in %s', async (locale, expected) => {
    expect(title(await terminal({ ...PLACE, hallNames: NAMES, locale }))).toBe(expected);
  });

  it('bears its Chinese name where it has no English one, and none where the hall is not known', async () => {
    const { 'zh-CN': chinese } = NAMES;

    expect(title(await terminal({ ...PLACE, hallNames: { 'zh-CN': chinese }, locale: 'en' }))).toBe(
      'Milu Park 湿地',
    );
    expect(title(await terminal({ ...PLACE, locale: 'en' }))).toBe('Milu Park');
  });
});
