import type { ChatEvent, Citation, Reading, Section, SiteConfig, SourceDocument, Ticket } from './contract';

/** The answer of the server does not have the shape of the contract. */
export class ContractError extends Error {
  override readonly name = 'ContractError';
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * One event of a chat stream.
 *
 * @returns `undefined` for an event this version does not know
 * @throws ContractError if a known event lacks what the contract promises
 */
export function decodeChatEvent(type: string, data: unknown): ChatEvent | undefined {
  switch (type) {
    case 'accepted': {
      const it = required(data);
      return { type, conversationId: text(it, 'conversationId'), answerId: text(it, 'answerId') };
    }
    case 'sentence': {
      const it = required(data);
      return {
        type,
        sentence: {
          index: number(it, 'index'),
          text: text(it, 'text'),
          citations: list(it.citations).filter((index): index is number => typeof index === 'number'),
          reading: it.reading === undefined ? undefined : readings(it.reading, text(it, 'text').length),
        },
      };
    }
    case 'citation':
      return { type, citation: citation(required(data)) };
    case 'illustration': {
      const it = required(data);
      return {
        type,
        illustration: {
          url: text(it, 'url'),
          alt: optionalText(it.alt) ?? '',
          credit: optionalText(it.credit),
        },
      };
    }
    case 'suggestions':
      return { type, suggestions: texts(data) };
    case 'done': {
      const it = required(data);
      return {
        type,
        outcome: text(it, 'outcome'),
        generatedBy: optionalText(it.generatedBy),
        aiLabel: optionalText(it.aiLabel),
      };
    }
    default:
      return undefined;
  }
}

/** The response of `GET /api/v1/suggestions`. */
export function decodeSuggestions(data: unknown): readonly string[] {
  return texts(fields(data)?.suggestions);
}

/** The response of `GET /api/v1/config`. */
export function decodeSiteConfig(data: unknown): SiteConfig {
  const it = required(data);
  const expiresAt = Date.parse(optionalText(it.tokenExpiresAt) ?? '');
  return {
    venue: optionalText(it.venue),
    theme: optionalText(it.theme),
    greeting: optionalText(it.greeting),
    model: optionalText(it.model),
    filingNumber: optionalText(it.filingNumber),
    token: optionalText(it.token),
    tokenExpiresAt: Number.isFinite(expiresAt) ? expiresAt : undefined,
  };
}

/** The response of `GET /api/v1/documents/{id}`. */
export function decodeDocument(data: unknown): SourceDocument {
  const it = required(data);
  return {
    id: text(it, 'id'),
    version: optionalText(it.version),
    title: text(it, 'title'),
    text: text(it, 'text'),
    sections: list(it.sections).map(section),
    sources: texts(it.sources),
    licence: optionalText(it.licence),
    reviewedOn: optionalText(it.reviewedOn),
    url: optionalText(it.url),
  };
}

/** The response of `POST /api/v1/answers/{id}/corrections` and of `GET /api/v1/tickets/{number}`. */
export function decodeTicket(data: unknown): Ticket {
  const it = required(data);
  return { number: text(it, 'number'), state: text(it, 'state'), reply: optionalText(it.reply) };
}

/** The value as an object, or nothing. */
export function fields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

/** The value as a text that says something, or nothing. */
export function optionalText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function citation(it: Fields): Citation {
  return {
    index: number(it, 'index'),
    documentId: text(it, 'documentId'),
    documentVersion: optionalText(it.documentVersion),
    title: text(it, 'title'),
    heading: optionalText(it.heading),
    quote: text(it, 'quote'),
    start: number(it, 'start'),
    end: number(it, 'end'),
    page: typeof it.page === 'number' ? it.page : undefined,
    url: optionalText(it.url),
    source: optionalText(it.source),
    licence: optionalText(it.licence),
    reviewedOn: optionalText(it.reviewedOn),
  };
}

/** What is malformed is left out: it is only of use to a voice. */
function readings(value: unknown, length: number): readonly Reading[] {
  let from = 0;
  return list(value).flatMap((one) => {
    const { start, end, pinyin } = fields(one) ?? {};
    if (typeof start !== 'number' || typeof end !== 'number' || typeof pinyin !== 'string') return [];
    if (!(from <= start && start < end && end <= length)) return [];
    from = end;
    return [{ start, end, pinyin }];
  });
}

function section(value: unknown): Section {
  const it = required(value);
  return {
    heading: optionalText(it.heading) ?? '',
    level: number(it, 'level'),
    start: number(it, 'start'),
    end: number(it, 'end'),
  };
}

function required(value: unknown): Fields {
  const it = fields(value);
  if (!it) throw new ContractError('expected a JSON object');
  return it;
}

function text(it: Fields, name: string): string {
  const value = it[name];
  if (typeof value !== 'string') throw new ContractError(`expected a text in “${name}”`);
  return value;
}

function number(it: Fields, name: string): number {
  const value = it[name];
  if (typeof value !== 'number') throw new ContractError(`expected a number in “${name}”`);
  return value;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function texts(value: unknown): readonly string[] {
  return list(value).filter((item): item is string => typeof item === 'string' && item.trim() !== '');
}
