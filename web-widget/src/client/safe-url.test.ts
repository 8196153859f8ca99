import { describe, expect, it } from 'vitest';
import { safeUrl } from './safe-url';

describe('safeUrl', () => {
  it.each([
    ['https://example.org/a', 'https://example.org/a'],
    ['http://example.org/a', 'http://example.org/a'],
    ['/media/milu.svg', 'https://kepu.example/media/milu.svg'],
    ['//cdn.example/x.png', 'https://cdn.example/x.png'],
  ])('lets %s through', (address, expected) => {
    expect(safeUrl(address, 'https://kepu.example')).toBe(expected);
  });

  it('takes relative addresses from the page where there is no base', () => {
    expect(safeUrl('/media/milu.svg', '')).toBe(new URL('/media/milu.svg', document.baseURI).href);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' \u0000javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://example.org/1',
    'vbscript:x',
    'file:///etc/passwd',
    'https://',
    '',
  ])('refuses %j', (address) => {
    expect(safeUrl(address, 'https://kepu.example')).toBeUndefined();
  });
});
