import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Connect, Plugin } from 'vite';
import {
  ANSWER,
  DOCUMENTS,
  FOLLOW_UPS,
  LEXICON,
  SUGGESTIONS,
  type SampleDocument,
} from './sample-content.ts';

/**
 * Plays the service for `npm run dev` and `vite preview`. What the question contains decides what happens: 慢 slow,
 * 断 the connection breaks, 错 an error in the stream, 忙 too many questions, 量子 nothing found; else an answer.
 */
export function mockApi(): Plugin {
  return {
    name: 'mock-api',
    configureServer: ({ middlewares }) => void middlewares.use(handle),
    configurePreviewServer: ({ middlewares }) => void middlewares.use(kioskPage).use(handle),
  };
}

/** As the service does, `/kiosk` is the terminal's page. */
const kioskPage: Connect.NextHandleFunction = (request, _response, next) => {
  request.url = request.url?.replace(/^\/kiosk(?=\?|$)/, '/kiosk/index.html');
  next();
};

const handle: Connect.NextHandleFunction = (request, response, next) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const [, id] = /^\/api\/v1\/documents\/(.+)$/.exec(url.pathname) ?? [];
  if (url.pathname === '/api/v1/chat') void chat(request, response);
  else if (url.pathname === '/api/v1/suggestions') {
    const suggestions = SUGGESTIONS[url.searchParams.get('venue') ?? ''] ?? SUGGESTIONS.milu;
    json(response, 200, { suggestions });
  } else if (id) sendDocument(response, id);
  else if (/^\/api\/v1\/(answers\/.+\/corrections|tickets\/.+)$/.test(url.pathname)) {
    json(response, 200, { number: '7F3Q-X9KM', state: 'received' });
  } else if (url.pathname.startsWith('/media/')) sendPicture(response);
  else if (/^\/api\/v1\/(kiosk\/(unlock|pair|take-along)|taken)$/.test(url.pathname)) {
    void terminal(request, response, url.pathname);
  } else if (url.pathname === '/kiosk/lexicon.tsv') response.end(LEXICON);
  else if (url.pathname.startsWith('/api/v1/')) response.writeHead(204).end();
  else next();
};

/** Codes of noughts are wrong, and what is named `gone` is gone. */
async function terminal(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
  const told = await body(request);
  if (/"0+"|"gone"/.test(told)) {
    json(response, 404, {
      title: 'Not Found',
      status: 404,
      code: 'not_found',
      detail: '这个码用过了，或者过期了。',
    });
  } else if (path.endsWith('take-along')) {
    json(response, 200, { url: 'https://kepu.example/t#sample' });
  } else if (path.endsWith('taken')) {
    json(response, 200, {
      sentences: ANSWER.map(([, text], index) => ({ text, citations: [index + 1] })),
      citations: ANSWER.flatMap(([documentId, quote], index) => {
        const document = DOCUMENTS.find(({ id }) => id === documentId);
        return document ? [citation(document, quote, index + 1)] : [];
      }),
      generatedBy: 'extractive',
      aiLabel: '人工智能生成',
    });
  } else {
    json(response, 200, {});
  }
}

async function chat(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { question } = JSON.parse(await body(request)) as { question: string };
  if (question.includes('忙')) {
    response.setHeader('Retry-After', '20');
    json(response, 429, {
      type: 'about:blank',
      title: 'Too Many Requests',
      status: 429,
      code: 'rate_limited',
    });
    return;
  }
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  const send = (type: string, data: unknown): void => {
    response.write(`event:${type}\ndata:${JSON.stringify(data)}\n\n`);
  };
  send('accepted', { conversationId: 'c-1', answerId: `a-${Date.now()}` });
  await pause(question.includes('慢') ? 12_000 : 500);
  if (question.includes('错')) {
    send('error', { title: '出错了', status: 500, code: 'internal' });
  } else if (question.includes('断')) {
    send('sentence', { index: 0, text: ANSWER[0]?.[1], citations: [1] });
  } else if (question.includes('量子')) {
    send('sentence', {
      index: 0,
      text: '馆藏资料里没有能回答这个问题的内容。可以换个问法，或者看看下面这些问题。',
      citations: [],
    });
    send('suggestions', FOLLOW_UPS);
    send('done', { outcome: 'no_source', generatedBy: 'extractive', aiLabel: '人工智能生成', timings: {} });
  } else {
    await answer(send);
  }
  response.end();
}

async function answer(send: (type: string, data: unknown) => void): Promise<void> {
  for (const [index, [, text]] of ANSWER.entries()) {
    send('sentence', { index, text, citations: [index + 1] });
    await pause(350);
  }
  for (const [index, [documentId, quote]] of ANSWER.entries()) {
    const document = DOCUMENTS.find(({ id }) => id === documentId);
    if (document) send('citation', citation(document, quote, index + 1));
  }
  send('illustration', {
    url: '/media/sample.svg',
    alt: '麋鹿：脸像马、角像鹿、蹄像牛、尾像驴',
    credit: '示例图',
  });
  send('suggestions', FOLLOW_UPS);
  send('done', { outcome: 'answered', generatedBy: 'extractive', aiLabel: '人工智能生成', timings: {} });
}

function citation(document: SampleDocument, quote: string, index: number): object {
  const { text, sections } = layOut(document);
  const start = text.indexOf(quote);
  return {
    index,
    documentId: document.id,
    documentVersion: 'sha256:sample',
    title: document.title,
    heading: sections.findLast((section) => section.start <= start)?.heading,
    quote,
    start,
    end: start + quote.length,
    page: index,
    source: '示例资料',
    licence: 'CC BY 4.0',
    reviewedOn: '2026-11-23',
  };
}

function sendDocument(response: ServerResponse, id: string): void {
  const document = DOCUMENTS.find((candidate) => candidate.id === decodeURIComponent(id));
  if (!document) {
    json(response, 404, { title: 'Not Found', status: 404, code: 'document_not_found' });
    return;
  }
  json(response, 200, {
    id: document.id,
    version: 'sha256:sample',
    title: document.title,
    ...layOut(document),
    sources: ['示例资料：仅供开发界面使用'],
    licence: 'CC BY 4.0',
    reviewedOn: '2026-11-23',
    topics: ['biodiversity', 'milu'],
  });
}

function sendPicture(response: ServerResponse): void {
  const file = new URL(
    '../../knowledge-base/collection/media/nature-milu-four-likenesses.svg',
    import.meta.url,
  );
  response.writeHead(200, { 'Content-Type': 'image/svg+xml' }).end(readFileSync(file));
}

function layOut({ title, sections }: SampleDocument): {
  text: string;
  sections: { heading: string; level: number; start: number; end: number }[];
} {
  let text = title;
  const laidOut = sections.map(({ heading, text: content }) => {
    text += '\n';
    const start = text.length;
    text += `${heading}\n${content}`;
    return { heading, level: 2, start, end: text.length };
  });
  return { text, sections: laidOut };
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
}

async function body(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
