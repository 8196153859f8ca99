import { describe, expect, it } from 'vitest';
import { en } from './en';
import { languageOf, localeOf } from './locale';
import { zhCN } from './zh-cn';
import { zhTW } from './zh-tw';

function keys(value: object, prefix = ''): string[] {
  return Object.entries(value)
    .flatMap(([key, inner]: [string, unknown]) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? keys(inner, `${prefix}${key}.`)
        : [prefix + key],
    )
    .sort();
}

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

describe('the languages', () => {
  it('say the same things', () => {
    expect(keys(en)).toEqual(keys(zhCN));
    expect(keys(zhTW)).toEqual(keys(zhCN));
    expect(keys(zhCN).length).toBeGreaterThan(60);
  });

  it('say something everywhere', () => {
    for (const text of [...texts(zhCN), ...texts(zhTW), ...texts(en)]) expect(text.trim()).not.toBe('');
  });

  it('do not mix', () => {
    expect(texts(en).filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
    expect(texts(zhCN).filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  });
});

describe('Traditional Chinese', () => {
  it('has no character that is Simplified only', () => {
    const simplified = new Set(
      '这说话对开关问书语计读长张质给线见认识让谁现没网页图载复贝简标条听讲个来种样么还进时间请数码',
    );
    const wrong = texts(zhTW)
      .flatMap((text) => Array.from(text))
      .filter((character) => simplified.has(character));
    expect(wrong).toEqual([]);
  });
});

describe('localeOf', () => {
  it.each([
    ['zh', 'zh-CN'],
    ['zh-CN', 'zh-CN'],
    ['zh-Hans-SG', 'zh-CN'],
    ['zh-TW', 'zh-TW'],
    ['zh-Hant', 'zh-TW'],
    ['zh-HK', 'zh-TW'],
    ['en-GB', 'en'],
    ['fr', 'en'],
    ['', 'zh-CN'],
    [undefined, 'zh-CN'],
  ])('takes %j for %s', (tag, locale) => {
    expect(localeOf(tag)).toBe(locale);
  });
});

describe('languageOf', () => {
  it('recognises Chinese on an English page', () => {
    expect(languageOf('麋鹿 Elaphurus', 'en')).toBe('zh-CN');
    expect(languageOf('麋鹿', 'zh-TW')).toBe('zh-TW');
    expect(languageOf('Elaphurus', 'zh-CN')).toBe('en');
  });
});
