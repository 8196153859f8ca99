import { beforeEach, describe, expect, it } from 'vitest';
import { listenerOf, loadPreferences, localeFor, savePreferences, textSizeOf } from './preferences';

beforeEach(() => {
  sessionStorage.clear();
});

describe('preferences', () => {
  it('are kept for the tab', () => {
    savePreferences({ audience: 'child', theme: 'dark' });
    expect(loadPreferences()).toEqual({ audience: 'child', theme: 'dark' });
  });

  it.each(['', 'null', '[]', '{"audience":"king","theme":5}', '"child"', '{'])('of %j are none', (saved) => {
    sessionStorage.setItem('kepu-chat:preferences', saved);
    expect(loadPreferences()).toEqual({});
  });

  it('give elders large text, unless they chose a size', () => {
    expect(textSizeOf({})).toBe('m');
    expect(textSizeOf({ audience: 'elder' })).toBe('l');
    expect(textSizeOf({ audience: 'elder', textSize: 'm' })).toBe('m');
  });

  it('stand before the page’s own', () => {
    expect(localeFor({ locale: 'en' }, 'zh-TW')).toBe('en');
    expect(localeFor({}, 'zh-HK')).toBe('zh-TW');
  });

  it.each([
    ['child', 'child'],
    ['elder', 'elder'],
    ['educator', 'general'],
    [undefined, 'general'],
  ])('take the audience %j for %s', (audience, listener) => {
    expect(listenerOf(audience)).toBe(listener);
  });
});
