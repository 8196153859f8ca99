import { describe, expect, it } from 'vitest';
import { originOf, policyOf, registrationOf, snippetOf } from './snippet';

const HOST = 'https://kepu.example';
const SCRIPT = `<script type="module" src="${HOST}/widget/kepu-chat.js"`;

describe('what goes into a page', () => {
  it('is one tag for the button on a registered site', () => {
    expect(snippetOf({ venue: 'milu', form: 'bubble', site: 'academy' }, HOST)).toBe(
      `${SCRIPT} data-site="academy" data-venue="milu"></script>`,
    );
  });

  it('is the script and its element where the widget stands in the page', () => {
    expect(snippetOf({ venue: 'nature', form: 'inline', locale: 'zh-TW', site: 'academy' }, HOST)).toBe(
      `${SCRIPT}></script>\n<kepu-chat site="academy" venue="nature" locale="zh-TW" mode="inline"></kepu-chat>`,
    );
  });

  it('names no site on pages of the service itself', () => {
    expect(snippetOf({ venue: 'milu', form: 'bubble' }, HOST)).toBe(
      `${SCRIPT}></script>\n<kepu-chat venue="milu"></kepu-chat>`,
    );
  });

  it('shows an app’s token in place of an origin', () => {
    const app = { venue: 'milu', form: 'page', site: 'app', deviceToken: 'f00d' } as const;
    expect(snippetOf(app, HOST)).toContain(
      '<kepu-chat site="app" device-token="f00d" venue="milu" mode="page">',
    );
    expect(registrationOf(app, 'https://a.example')).toBe(
      'KEPU_WEB_SITES_0_ID=app\nKEPU_WEB_SITES_0_VENUE=milu\nKEPU_WEB_SITES_0_DEVICETOKEN=f00d',
    );
  });
});

it('the operator registers the site with its origin', () => {
  expect(registrationOf({ venue: 'milu', form: 'bubble', site: 'academy' }, 'https://a.example')).toBe(
    'KEPU_WEB_SITES_0_ID=academy\nKEPU_WEB_SITES_0_ORIGINS=https://a.example\nKEPU_WEB_SITES_0_VENUE=milu',
  );
});

it('a policy allows the service’s host', () => {
  expect(policyOf(HOST)).toBe(
    `Content-Security-Policy: script-src 'self' ${HOST}; connect-src 'self' ${HOST}; img-src 'self' ${HOST}`,
  );
});

it.each([
  ['https://www.example.org/learn/?a=1', 'https://www.example.org'],
  [' http://localhost:8081 ', 'http://localhost:8081'],
  ['www.example.org', undefined],
  ['javascript:alert(1)', undefined],
  ['', undefined],
])('the origin of “%s” is %s', (address, origin) => {
  expect(originOf(address)).toBe(origin);
});
