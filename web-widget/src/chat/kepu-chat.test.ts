import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  ACCEPTED,
  CITATION,
  DONE,
  FakeService,
  problem,
  SENTENCE,
  type Call,
  type FakeStream,
} from '../testing/fake-service';
import { TOGETHER_MS } from './event-reporter';
import { ReadAloudEvent } from './events';
import { KepuChat } from './kepu-chat';

customElements.define('kepu-chat', KepuChat);

const TEXT = '麋鹿\n麋鹿的尾巴有多长？\n麋鹿的尾巴是鹿类里最长的。末端有长毛。';
const EVIL = '<img src=x onerror="alert(1)"><script>alert(2)</script>';

let service: FakeService;
let chat: KepuChat;

function others({ path }: Call): Response {
  if (path.includes('/suggestions'))
    return Response.json({ suggestions: ['麋鹿吃什么？', '麋鹿会游泳吗？'] });
  if (path.includes('/documents/')) {
    return Response.json({
      id: 'milu-tail',
      title: '麋鹿',
      text: TEXT,
      sections: [{ heading: '麋鹿的尾巴有多长？', level: 2, start: 3, end: TEXT.length }],
      sources: ['《中国大百科全书》'],
      licence: 'CC BY 4.0',
      reviewedOn: '2026-11-23',
      url: 'javascript:alert(1)',
    });
  }
  return new Response(null, { status: 204 });
}

async function place(attributes: Record<string, string> = {}): Promise<void> {
  chat = document.createElement('kepu-chat');
  for (const [name, value] of Object.entries({ venue: 'milu', locale: 'zh-CN', ...attributes })) {
    chat.setAttribute(name, value);
  }
  document.body.replaceChildren(chat);
  await chat.updateComplete;
}

function answer(stream: FakeStream): void {
  stream.send('accepted', ACCEPTED).send('sentence', SENTENCE).send('citation', CITATION);
  stream.send('suggestions', ['麋鹿吃什么？']).send('done', DONE);
}

/** The first element that fits, looking into every shadow root below. */
function deep(
  selector: string,
  root: ParentNode | null | undefined = chat.shadowRoot,
): HTMLElement | undefined {
  const found = root?.querySelector<HTMLElement>(selector);
  if (found) return found;
  for (const child of root?.querySelectorAll('*') ?? []) {
    const inner = child.shadowRoot && deep(selector, child.shadowRoot);
    if (inner) return inner;
  }
  return undefined;
}

/** The first element that fits inside a part of the widget. */
function inside(part: string, selector: string): HTMLElement | undefined {
  const host = deep(part);
  return host && deep(selector, host.shadowRoot);
}

function text(root: Node | null | undefined = chat.shadowRoot): string {
  let words = '';
  for (const node of root?.childNodes ?? []) {
    if (node.nodeType === Node.TEXT_NODE) words += node.textContent ?? '';
    else if (!(node instanceof HTMLStyleElement)) {
      words += text(node instanceof Element && node.shadowRoot ? node.shadowRoot : node);
    }
  }
  return words;
}

beforeEach(async () => {
  document.body.replaceChildren(); // an element that leaves the page still saves its conversation
  sessionStorage.clear();
  service = new FakeService(others);
  await place();
});

describe('the panel', () => {
  it('opens from the bubble, says so, and takes the focus to the question', async () => {
    const opened = vi.fn();
    chat.addEventListener('kepu-open', (event) => {
      opened(event.detail);
    });
    deep('.bubble')?.click();
    await chat.updateComplete;
    expect(opened).toHaveBeenCalledExactlyOnceWith({ venue: 'milu' });
    expect(deep('dialog')?.hasAttribute('open')).toBe(true);
    expect(chat.shadowRoot?.activeElement?.localName).toBe('kepu-composer');
  });

  it('closes with Escape and gives the focus back to the bubble', async () => {
    chat.show();
    await chat.updateComplete;
    deep('dialog')?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }),
    );
    await chat.updateComplete;
    await chat.updateComplete;
    expect(chat.open).toBe(false);
    expect(deep('dialog')?.hasAttribute('open')).toBe(false);
    expect(chat.shadowRoot?.activeElement?.className).toBe('bubble');
  });

  it('offers questions to tap, which ask at once', async () => {
    chat.show();
    await vi.waitFor(() => {
      expect(text()).toContain('麋鹿会游泳吗？');
    });
    expect(service.calls[0]?.path).toBe('/api/v1/suggestions?venue=milu&locale=zh-CN');
    answer(service.nextStream());
    deep('li button')?.click();
    await vi.waitFor(() => {
      expect(service.questions[0]?.body).toMatchObject({ question: '麋鹿吃什么？', channel: 'web' });
    });
  });

  it('does without suggestions if there are none to get', async () => {
    service = new FakeService(() => problem(500, {}));
    await place({ open: '' });
    await vi.waitFor(() => {
      expect(service.calls.map(({ path }) => path)).toContainEqual(expect.stringContaining('/suggestions'));
    });
    expect(text()).toContain('想从哪儿问起？');
    expect(text()).not.toContain('出了点问题');
  });

  it('speaks English', async () => {
    await place({ open: '', locale: 'en-GB' });
    expect(text()).toContain('Science Guide');
    expect(deep('dialog')?.lang).toBe('en');
  });

  it('lives in the flow of the page as inline', async () => {
    await place({ mode: 'inline' });
    expect(deep('dialog, .bubble')).toBeUndefined();
    answer(service.nextStream());
    await chat.ask('尾巴多长？');
    expect(text()).toContain(SENTENCE.text);
  });
});

describe('an answer', () => {
  it('comes with its source, its label and an event', async () => {
    const answered = vi.fn();
    chat.addEventListener('kepu-answer', (event) => {
      answered(event.detail);
    });
    answer(service.nextStream());
    await chat.ask(' 尾巴多长？ ');
    await chat.updateComplete;
    expect(text()).toContain('麋鹿 — 麋鹿的尾巴有多长？');
    expect(text()).toContain('人工智能生成');
    expect(answered).toHaveBeenCalledOnce();
    expect(answered.mock.calls[0]?.[0]).toMatchObject({
      question: '尾巴多长？',
      text: SENTENCE.text,
      outcome: 'answered',
      conversationId: 'c-1',
      answerId: 'a-1',
    });
  });

  it('has marks at once that work when their citation arrives', async () => {
    const stream = service.nextStream().send('accepted', ACCEPTED).send('sentence', SENTENCE);
    const asked = chat.ask('尾巴多长？');
    const mark = await vi.waitFor(() => {
      const found = deep('kepu-citation-mark')?.shadowRoot?.querySelector('button');
      expect(found?.getAttribute('aria-disabled')).toBe('true');
      return found;
    });
    mark?.click();
    await chat.updateComplete;
    expect(deep('kepu-source-view')).toBeUndefined();
    stream.send('citation', CITATION).send('done', DONE);
    await asked;
    await vi.waitFor(() => {
      expect(mark?.getAttribute('aria-label')).toBe('来源 1：麋鹿，‘麋鹿的尾巴有多长？’');
    });
    expect(mark?.getAttribute('aria-disabled')).toBe('false');
  });

  it('is announced once, when it is complete', async () => {
    const stream = service.nextStream().send('accepted', ACCEPTED).send('sentence', SENTENCE);
    const asked = chat.ask('尾巴多长？');
    await vi.waitFor(() => {
      expect(deep('[part="answer"]')?.textContent).toContain(SENTENCE.text);
    });
    const status = deep('.visually-hidden[role="status"]');
    expect(status?.textContent).toBe('正在查找资料……');
    expect(deep('[role="log"]')?.getAttribute('aria-live')).toBe('off');
    stream.send('citation', CITATION).send('done', DONE);
    await asked;
    await chat.updateComplete;
    expect(status?.textContent).toBe(`${SENTENCE.text} 共1个来源。`);
  });

  it('without a source is calm and offers other questions', async () => {
    service
      .nextStream()
      .send('accepted', ACCEPTED)
      .send('sentence', { index: 0, text: '馆藏里没有相关资料。', citations: [] })
      .send('suggestions', ['麋鹿吃什么？'])
      .send('done', { ...DONE, outcome: 'no_source' });
    await chat.ask('量子计算机多少钱一台？');
    await vi.waitFor(() => {
      expect(text()).toContain('麋鹿吃什么？');
    });
    expect(text()).toContain('馆藏里没有找到依据');
    expect(deep('.failed')).toBeUndefined();
  });

  it('that breaks off says so and can be had after all', async () => {
    service.nextStream().send('accepted', ACCEPTED).end();
    await chat.ask('尾巴多长？');
    await vi.waitFor(() => {
      expect(text()).toContain('连接断了');
    });
    answer(service.nextStream());
    deep('.retry')?.click();
    await vi.waitFor(() => {
      expect(text()).toContain(SENTENCE.text);
    });
    expect(service.questions[1]?.body).toEqual(service.questions[0]?.body);
  });

  it('can be voted on, with a reason', async () => {
    const voted = vi.fn();
    chat.addEventListener('kepu-feedback', (event) => {
      voted(event.detail);
    });
    answer(service.nextStream());
    await chat.ask('尾巴多长？');
    await vi.waitFor(() => {
      expect(deep('.votes button')).toBeDefined();
    });
    deep('.votes button:nth-child(2)')?.click();
    await vi.waitFor(() => {
      expect(deep('fieldset')?.textContent).toContain('没答到点上');
    });
    deep('fieldset button')?.click();
    await vi.waitFor(() => {
      expect(voted).toHaveBeenLastCalledWith({ answerId: 'a-1', vote: 'down', reason: 'inaccurate' });
    });
    expect(deep('.votes button:nth-child(2)')?.getAttribute('aria-pressed')).toBe('true');
  });
});

describe('a source', () => {
  async function openSource(): Promise<HTMLElement | undefined> {
    answer(service.nextStream());
    await chat.ask('尾巴多长？');
    const button = await vi.waitFor(() => {
      const found = deep('.sources button');
      expect(found).toBeDefined();
      return found;
    });
    button?.click();
    await vi.waitFor(() => {
      expect(deep('kepu-source-view mark')).toBeDefined();
    });
    return button;
  }

  it('opens at the quote, marked, and its unsafe address is no link', async () => {
    await openSource();
    await vi.waitFor(() => {
      expect(text(deep('kepu-source-view')?.shadowRoot)).toContain('末端有长毛。');
    });
    const view = deep('kepu-source-view')?.shadowRoot;
    expect(view?.querySelector('mark')?.textContent).toBe(CITATION.quote);
    expect(text(view)).toContain('《中国大百科全书》');
    expect(view?.querySelector('a')).toBeNull();
    expect(service.calls.at(-1)?.path).toBe('/api/v1/documents/milu-tail?version=sha256%3A1');
  });

  it('shows the quote alone if the document cannot be had', async () => {
    service = new FakeService(() => problem(404, {}));
    await openSource();
    await vi.waitFor(() => {
      expect(text(deep('kepu-source-view')?.shadowRoot)).toContain('暂时打不开全文');
    });
    expect(deep('kepu-source-view mark')?.textContent).toBe(CITATION.quote);
  });

  it('closes with Escape before the panel does', async () => {
    await openSource();
    deep('dialog')?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }),
    );
    await chat.updateComplete;
    expect(deep('kepu-source-view')).toBeUndefined();
    expect(chat.open).toBe(true);
  });
});

describe('text from the service', () => {
  it('stays text wherever it appears', async () => {
    service
      .nextStream()
      .send('accepted', ACCEPTED)
      .send('sentence', { index: 0, text: EVIL, citations: [1] })
      .send('citation', { ...CITATION, title: EVIL, heading: EVIL, quote: EVIL })
      .send('illustration', { url: 'javascript:alert(1)', alt: EVIL })
      .send('suggestions', [EVIL])
      .send('done', { ...DONE, aiLabel: EVIL });
    await chat.ask(EVIL);
    await vi.waitFor(() => {
      expect(text().split(EVIL).length).toBeGreaterThanOrEqual(5);
    });
    expect(deep('img, script')).toBeUndefined();
  });
});

describe('a picture', () => {
  const PICTURE = { url: '/media/milu-antlers.svg', alt: '麋鹿角的两枝', credit: '自绘' };

  async function withPicture(): Promise<HTMLElement | undefined> {
    service
      .nextStream()
      .send('accepted', ACCEPTED)
      .send('sentence', { ...SENTENCE, citations: [] })
      .send('illustration', PICTURE)
      .send('done', DONE);
    await chat.ask('角什么样？');
    return vi.waitFor(() => {
      expect(inside('kepu-picture', '.open')).toBeDefined();
      return deep('kepu-picture');
    });
  }

  it('has what it shows in words, opens large and is zoomed in steps', async () => {
    const root = (await withPicture())?.shadowRoot;
    expect(text(root?.querySelector('figcaption')).replace(/\s/g, '')).toBe('麋鹿角的两枝自绘');
    root?.querySelector<HTMLElement>('.open')?.click();
    expect(root?.querySelector('dialog')?.open).toBe(true);
    const [smaller, larger] = root?.querySelectorAll<HTMLButtonElement>('.bar button') ?? [];
    expect(smaller?.disabled).toBe(true);
    larger?.click();
    await vi.waitFor(() => {
      expect(root?.querySelector<HTMLElement>('.stage img')?.style.getPropertyValue('--_zoom')).toBe('1.5');
    });
    expect(smaller?.disabled).toBe(false);
  });

  it('that cannot be had is told in words', async () => {
    const root = (await withPicture())?.shadowRoot;
    root?.querySelector('.open img')?.dispatchEvent(new Event('error'));
    await vi.waitFor(() => {
      expect(text(root)).toContain('图片没有载入。画的是：麋鹿角的两枝');
    });
  });
});

describe('a report that something is wrong', () => {
  const TICKET = { number: '7F3Q-X9KM', state: 'received' };
  let report: () => Response;

  beforeEach(async () => {
    report = () => Response.json(TICKET, { status: 201 });
    service = new FakeService((call) => {
      if (call.path.endsWith('/corrections')) return report();
      return call.path.includes('/tickets/')
        ? Response.json({ ...TICKET, state: 'corrected', reply: '已改。' })
        : others(call);
    });
    await place();
    answer(service.nextStream());
    await chat.ask('尾巴多长？');
    await vi.waitFor(() => {
      expect(deep('.wrong')).toBeDefined();
    });
    deep('.wrong')?.click();
    await vi.waitFor(() => {
      expect(inside('kepu-correction', 'textarea')).toBeDefined();
    });
  });

  async function send(words: string): Promise<void> {
    const area = inside('kepu-correction', 'textarea') as HTMLTextAreaElement;
    area.value = words;
    area.dispatchEvent(new Event('input', { bubbles: true }));
    await vi.waitFor(() => {
      expect((inside('kepu-correction', '.send') as HTMLButtonElement | undefined)?.disabled).toBe(
        words.trim() === '',
      );
    });
    inside('kepu-correction', 'form')?.dispatchEvent(new SubmitEvent('submit', { cancelable: true }));
  }

  it('gets a number that is kept with the conversation', async () => {
    const reported = vi.fn();
    chat.addEventListener('kepu-correction', (event) => {
      reported(event.detail);
    });
    await send(' 尾巴不是最长的 ');
    await vi.waitFor(() => {
      expect(text()).toContain('已收到，编号 7F3Q-X9KM');
    });
    expect(service.calls.at(-1)).toMatchObject({
      path: '/api/v1/answers/a-1/corrections',
      body: { text: '尾巴不是最长的' },
    });
    expect(reported).toHaveBeenCalledExactlyOnceWith({ answerId: 'a-1', number: '7F3Q-X9KM' });
    await place();
    chat.show();
    await vi.waitFor(() => {
      expect(text()).toContain('7F3Q-X9KM');
    });
  });

  it('shows what became of it', async () => {
    await send('不对');
    await vi.waitFor(() => {
      expect(deep('.received button')).toBeDefined();
    });
    deep('.received button')?.click();
    await vi.waitFor(() => {
      expect(text()).toContain('已经改正，谢谢你');
    });
    expect(text()).toContain('编辑回复：已改。');
  });

  it('that did not arrive keeps its words', async () => {
    report = () => problem(503, {});
    await send('不对');
    await vi.waitFor(() => {
      expect(text()).toContain('没有提交成功');
    });
    expect((inside('kepu-correction', 'textarea') as HTMLTextAreaElement).value).toBe('不对');
    report = () => Response.json(TICKET, { status: 201 });
    await send('不对');
    await vi.waitFor(() => {
      expect(text()).toContain('7F3Q-X9KM');
    });
  });

  it('of nothing is not sent', async () => {
    const before = service.calls.length;
    await send('  ');
    expect(service.calls).toHaveLength(before);
  });

  it('is put away with Escape, and the panel stays', async () => {
    inside('kepu-correction', 'textarea')?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true }),
    );
    await vi.waitFor(() => {
      expect(deep('.wrong')).toBeDefined();
    });
    expect(chat.open).toBe(true);
  });
});

describe('a citation with a page', () => {
  it('names it at its mark, in the list, in the source and in a copy', async () => {
    service
      .nextStream()
      .send('accepted', ACCEPTED)
      .send('sentence', SENTENCE)
      .send('citation', { ...CITATION, page: 12 })
      .send('done', DONE);
    await chat.ask('尾巴多长？');
    await vi.waitFor(() => {
      expect(deep('.pages')?.textContent).toBe('第 12 页');
    });
    expect(deep('kepu-citation-mark')?.shadowRoot?.querySelector('button')?.title).toContain('第 12 页');
    deep('.sources button')?.click();
    await vi.waitFor(() => {
      expect(text(inside('kepu-source-view', 'dl')).replace(/\s/g, '')).toContain('原文页码12');
    });
  });
});

describe('settings', () => {
  async function openSettings(): Promise<void> {
    chat.show();
    await chat.updateComplete;
    deep('.settings')?.click();
    await vi.waitFor(() => {
      expect(inside('kepu-settings', 'input')).toBeDefined();
    });
  }

  async function choose(value: string): Promise<void> {
    inside('kepu-settings', `input[value="${value}"]`)?.dispatchEvent(new Event('change', { bubbles: true }));
    await chat.updateComplete;
  }

  it('say for whom the next answer is, and whom the questions are for', async () => {
    await openSettings();
    await choose('child');
    answer(service.nextStream());
    await chat.ask('尾巴多长？');
    expect(service.questions[0]?.body).toMatchObject({ audience: 'child' });
    expect(service.calls.map(({ path }) => path)).toContain(
      '/api/v1/suggestions?venue=milu&audience=child&locale=zh-CN',
    );
  });

  it('turn the language, at once', async () => {
    await openSettings();
    await choose('zh-TW');
    expect(text()).toContain('設定');
    await choose('en');
    expect(text()).toContain('Settings');
  });

  it('make it dark, strong and large', async () => {
    await openSettings();
    await choose('dark');
    await choose('more');
    await choose('xl');
    expect(chat.scheme).toBe('dark');
    expect(chat.hasAttribute('strong')).toBe(true);
    expect(chat.style.getPropertyValue('--kepu-scale')).toBe('1.5');
  });

  it('hold on the next page', async () => {
    await openSettings();
    await choose('elder');
    await place();
    expect(chat.style.getPropertyValue('--kepu-scale')).toBe('1.25');
  });

  it('forget the conversation when asked to', async () => {
    answer(service.nextStream());
    await chat.ask('尾巴多长？');
    await openSettings();
    deep('.forget button')?.click();
    await chat.updateComplete;
    expect(text()).not.toContain(SENTENCE.text);
    expect(service.calls.at(-1)).toMatchObject({ method: 'DELETE', path: '/api/v1/conversations/c-1' });
  });
});

describe('the network', () => {
  it('is missed in words, and its return too', async () => {
    chat.show();
    const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    window.dispatchEvent(new Event('offline'));
    await chat.updateComplete;
    expect(deep('.offline')?.textContent).toContain('现在没有网络');
    onLine.mockReturnValue(true);
    window.dispatchEvent(new Event('online'));
    await chat.updateComplete;
    expect(deep('.offline')).toBeUndefined();
    expect(deep('.visually-hidden[role="status"]')?.textContent).toBe('网络已恢复。');
  });
});

describe('what happens', () => {
  /** Leaves the page, and gives what was told of it. */
  function told(): Record<string, unknown>[] {
    window.dispatchEvent(new Event('pagehide'));
    return service.calls
      .filter(({ path }) => path.endsWith('/api/v1/events'))
      .flatMap(({ body }) => body as unknown as Record<string, unknown>[]);
  }

  it('is told together, and none of the visitor’s words', async () => {
    chat.show();
    await vi.waitFor(() => {
      expect(deep('li button')).toBeDefined();
    });
    answer(service.nextStream());
    deep('li button')?.click();
    await vi.waitFor(() => {
      expect(deep('.votes button')).toBeDefined();
    });
    deep('kepu-citation-mark')?.shadowRoot?.querySelector('button')?.click();
    deep('kepu-answer')?.dispatchEvent(new ReadAloudEvent('a-1'));
    expect(service.calls.some(({ path }) => path.endsWith('/api/v1/events'))).toBe(false);

    const events = told();
    expect(events.map(({ type }) => type)).toEqual([
      'impression',
      'suggestion_click',
      'source_open',
      'speech_play',
    ]);
    expect(events[0]).toMatchObject({ channel: 'web', venue: 'milu', locale: 'zh-CN' });
    expect(events[2]).toMatchObject({ answerId: 'a-1', conversationId: 'c-1' });
    expect(JSON.stringify(events)).not.toContain('麋鹿');
    expect(told()).toHaveLength(events.length);
  });

  it('is told after a while, too', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const placed = place();
      await vi.advanceTimersByTimeAsync(100);
      await placed;
      const before = service.calls.length;
      await vi.advanceTimersByTimeAsync(TOGETHER_MS);
      expect(service.calls.slice(before)).toMatchObject([{ path: '/api/v1/events', method: 'POST' }]);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('accessibility', () => {
  it.each(['zh-CN', 'zh-TW', 'en'])('axe finds nothing, in %s', async (locale) => {
    await place({ locale });
    answer(service.nextStream());
    await chat.ask('尾巴多长？');
    await vi.waitFor(() => {
      expect(deep('.votes button')).toBeDefined();
    });
    // Colours and regions need a real browser and a whole page.
    const { violations } = await axe.run(chat, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});
