import { html, render, type TemplateResult } from 'lit';
import '../../src/answer/kepu-answer';
import { ChatClient } from '../../src/client/chat-client';
import type { ChatRequest, Citation } from '../../src/client/contract';
import type { Turn } from '../../src/chat/turn';
import '../../src/citation/kepu-source-view';
import '../../src/composer/kepu-composer';
import { LOCALES, messagesOf, type Locale } from '../../src/i18n/locale';
import '../../src/kiosk/kepu-keyboard';
import { parseWords, PinyinEngine } from '../../src/kiosk/pinyin';
import { WORDS } from '../../src/kiosk/words';
import '../../src/settings/kepu-settings';
import '../../src/suggestions/kepu-suggestions';
import { registerUnit } from '../../src/theme/styles';
import '../../src/theme/tokens.css';
import { ANSWER, FOLLOW_UPS } from '../sample-content.ts';

registerUnit();

const CHOICES = {
  venue: ['milu', 'nature', 'planetarium', ''],
  locale: Object.keys(LOCALES),
  scheme: ['light', 'dark'],
  contrast: ['normal', 'more'],
};

const client = new ChatClient('');
const engine = new PinyinEngine(
  parseWords('麋鹿\tmi lu\t-6\n迷路\tmi lu\t-9\n米\tmi\t-10\n吃\tchi\t-7\n什么\tshen me\t-5'),
);
const request: ChatRequest = {
  question: '麋鹿为什么叫“四不像”？',
  requestId: '00000000-0000-4000-8000-000000000000',
  channel: 'web',
  locale: 'zh-CN',
};
const citations: Citation[] = ANSWER.map(([documentId, quote], place) => ({
  index: place + 1,
  documentId,
  title: documentId === 'milu-name' ? '麋鹿的名字' : '麋鹿回家',
  heading: '麋鹿为什么叫“四不像”？',
  quote,
  start: 0,
  end: quote.length,
  page: place + 3,
}));
const empty: Turn = {
  request,
  phase: 'waiting',
  sentences: [],
  citations: [],
  illustrations: [],
  suggestions: [],
};
const done: Turn = {
  ...empty,
  phase: 'done',
  answerId: 'a-1',
  sentences: ANSWER.map(([, text], index) => ({ index, text, citations: [index + 1] })),
  citations,
  illustrations: [
    { url: '/media/sample.svg', alt: '麋鹿：脸像马、角像鹿、蹄像牛、尾像驴', credit: '示例图' },
  ],
  suggestions: FOLLOW_UPS,
  outcome: 'answered',
  generatedBy: 'extractive',
  aiLabel: '人工智能生成',
};

const TURNS: Readonly<Record<string, Turn>> = {
  waiting: empty,
  streaming: {
    ...done,
    phase: 'streaming',
    sentences: done.sentences.slice(0, 1),
    citations: [],
    illustrations: [],
  },
  done: done,
  'no source': {
    ...done,
    outcome: 'no_source',
    sentences: [{ index: 0, text: '馆藏资料里没有找到可靠的依据。', citations: [] }],
    citations: [],
    illustrations: [],
  },
  stopped: { ...done, phase: 'stopped', illustrations: [] },
  'voted down, with a reason': { ...done, illustrations: [], feedback: { vote: 'down', reason: 'unclear' } },
  reported: { ...done, illustrations: [], ticket: { number: '7F3Q-X9KM', state: 'received' } },
  'a picture that is missing': {
    ...done,
    illustrations: [{ url: '/nothing.svg', alt: '麋鹿角的两枝', credit: '示例图' }],
  },
  ...Object.fromEntries(
    (['offline', 'unreachable', 'cut', 'busy', 'invalid', 'server'] as const).map((kind) => [
      `failed: ${kind}`,
      { ...empty, phase: 'failed', failure: { kind, final: false, retryAfter: 20 } } satisfies Turn,
    ]),
  ),
};

function show(locale: Locale): void {
  const say = messagesOf(locale);
  const main = document.querySelector('main');
  if (!main) return;
  render(
    html`
      ${Object.entries(TURNS).map(([name, turn]) =>
        stage(
          `answer: ${name}`,
          html`<kepu-answer
            .turn=${turn}
            .messages=${say}
            .locale=${locale}
            .client=${client}
          ></kepu-answer>`,
        ),
      )}
      ${stage(
        'answer: slow',
        html`<kepu-answer
          .turn=${empty}
          .slow=${true}
          .messages=${say}
          .locale=${locale}
          .client=${client}
        ></kepu-answer>`,
      )}
      ${stage('composer', html`<kepu-composer .messages=${say}></kepu-composer>`)}
      ${stage('composer: busy', html`<kepu-composer .messages=${say} .busy=${true}></kepu-composer>`)}
      ${stage(
        'suggestions',
        html`<kepu-suggestions
          .heading=${say.suggestions}
          .questions=${FOLLOW_UPS}
          .locale=${locale}
        ></kepu-suggestions>`,
      )}
      ${tall(
        'settings',
        html`<kepu-settings
          .messages=${say}
          .forgettable=${true}
          .settings=${{ audience: 'general', locale, textSize: 'm', contrast: 'normal', theme: 'light' }}
        ></kepu-settings>`,
      )}
      ${citations
        .slice(0, 1)
        .map((citation) =>
          tall(
            'source',
            html`<kepu-source-view
              .messages=${say}
              .locale=${locale}
              .client=${client}
              .citation=${citation}
            ></kepu-source-view>`,
          ),
        )}
      ${stage(
        'keyboard (reads milu, mi, chi, shenme)',
        html`<kepu-keyboard .words=${WORDS[locale]} .engine=${engine}></kepu-keyboard>`,
      )}
      ${stage('keyboard without its dictionary', html`<kepu-keyboard .words=${WORDS[locale]}></kepu-keyboard>`)}
    `,
    main,
  );
}

function stage(name: string, content: TemplateResult, className = 'stage'): TemplateResult {
  return html`<section>
    <h2>${name}</h2>
    <div class=${className}>${content}</div>
  </section>`;
}

function tall(name: string, content: TemplateResult): TemplateResult {
  return stage(name, content, 'stage tall');
}

for (const [name, values] of Object.entries(CHOICES)) {
  const select = document.querySelector<HTMLSelectElement>(`[data-set="${name}"]`);
  select?.append(...values.map((value) => new Option(value || '(none)', value)));
  select?.addEventListener('change', dress);
}

/** Puts on what is chosen, as the widget does for itself. */
function dress(): void {
  const chosen = (name: keyof typeof CHOICES): string =>
    document.querySelector<HTMLSelectElement>(`[data-set="${name}"]`)?.value ?? '';
  const { dataset } = document.documentElement;
  dataset.venue = chosen('venue');
  dataset.scheme = chosen('scheme');
  if (chosen('contrast') === 'more') dataset.strong = '';
  else delete dataset.strong;
  show(chosen('locale') as Locale);
}

dress();
