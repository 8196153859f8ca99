import type { ChatRequest, Citation } from '../../src/client/contract';
import type { Turn } from '../../src/chat/turn';
import { ANSWER, FOLLOW_UPS } from '../sample-content.ts';

const request: ChatRequest = {
  question: '麋鹿为什么叫“四不像”？',
  requestId: '00000000-0000-4000-8000-000000000000',
  channel: 'web',
  locale: 'zh-CN',
};
export const CITATIONS: readonly Citation[] = ANSWER.map(([documentId, quote], place) => ({
  index: place + 1,
  documentId,
  title: documentId === 'milu-name' ? '麋鹿的名字' : '麋鹿回家',
  heading: '麋鹿为什么叫“四不像”？',
  quote,
  start: 0,
  end: quote.length,
  page: place + 3,
}));
export const EMPTY: Turn = {
  request,
  phase: 'waiting',
  sentences: [],
  citations: [],
  illustrations: [],
  suggestions: [],
};
export const DONE: Turn = {
  ...EMPTY,
  phase: 'done',
  answerId: 'a-1',
  sentences: ANSWER.map(([, text], index) => ({ index, text, citations: [index + 1] })),
  citations: CITATIONS,
  illustrations: [
    { url: '/media/sample.svg', alt: '麋鹿：脸像马、角像鹿、蹄像牛、尾像驴', credit: '示例图' },
  ],
  suggestions: FOLLOW_UPS,
  outcome: 'answered',
  generatedBy: 'extractive',
  aiLabel: '人工智能生成',
};

/** An answer in every state. */
export const TURNS: Readonly<Record<string, Turn>> = {
  waiting: EMPTY,
  streaming: {
    ...DONE,
    phase: 'streaming',
    sentences: DONE.sentences.slice(0, 1),
    citations: [],
    illustrations: [],
  },
  done: DONE,
  no_source: {
    ...DONE,
    outcome: 'no_source',
    sentences: [{ index: 0, text: '馆藏资料里没有找到可靠的依据。', citations: [] }],
    citations: [],
    illustrations: [],
  },
  partial: { ...DONE, outcome: 'partial', illustrations: [] },
  ...Object.fromEntries(
    Object.entries({
      clarified: '您问的是什么？比如“麋鹿吃什么”。',
      redirected: '开放时间和门票请看公园的网站，我只回答科普问题。',
      refused: '这个问题我不回答。您可以问问馆里的动物、化石和星空。',
      crisis: '请马上找身边的工作人员，或者拨打 110。',
    }).map(([outcome, text]) => [
      outcome,
      {
        ...DONE,
        outcome,
        sentences: [{ index: 0, text, citations: [] }],
        citations: [],
        illustrations: [],
      } satisfies Turn,
    ]),
  ),
  stopped: { ...DONE, phase: 'stopped', illustrations: [] },
  'voted down, with a reason': { ...DONE, illustrations: [], feedback: { vote: 'down', reason: 'unclear' } },
  reported: { ...DONE, illustrations: [], ticket: { number: '7F3Q-X9KM', state: 'received' } },
  'a picture that is missing': {
    ...DONE,
    illustrations: [{ url: '/nothing.svg', alt: '麋鹿角的两枝', credit: '示例图' }],
  },
  ...Object.fromEntries(
    (['offline', 'unreachable', 'cut', 'busy', 'invalid', 'server'] as const).map((kind) => [
      `failed: ${kind}`,
      { ...EMPTY, phase: 'failed', failure: { kind, final: false, retryAfter: 20 } } satisfies Turn,
    ]),
  ),
};
