import type { Pack, PackedSection, Span } from './pack';

/** What a section says about a question. */
export interface PackAnswer {
  readonly section: PackedSection;
  /** Where its best sentences are in the section's text, in the order of the text. */
  readonly sentences: readonly Span[];
  /** The share of the question, by weight of its words, that the section has. 0 to 1. */
  readonly coverage: number;
}

/**
 * Words that say that something is asked, not what. They are taken out before a question is cut into pairs.
 * The longer ones come first.
 */
const ASKING =
  /请问|为什么|为何|为啥|是不是|有没有|能不能|会不会|什么样|怎么样|怎么会|怎么|怎样|如何|什么|哪些|哪里|哪儿|哪个|多少|几个|多大|多长|多高|多重|告诉我|我想知道|想知道|一下|这个|那个|可以|它们|他们|[些吗呢吧啊呀么的了是有在和与它他她你我都也就还又很]/gu;

const HAN = /\p{Script=Han}+/gu;
const LATIN = /[a-z0-9]+/gu;

/** BM25's constants, as everywhere. */
const K1 = 1.2;
const B = 0.75;
/** A word of the heading says more than one of the text. */
const HEADING_WEIGHT = 4;
/** So much of the question a section must have, else nothing is answered. Measured: see `design/0028-terminals.md`. */
export const LEAST_COVERAGE = 0.5;
/** Sentences of an answer. */
const MOST_SENTENCES = 2;

/** What a single character weighs against a pair; what a heading that is put like the question adds. */
const CHARACTER_WEIGHT = 0.3;
const LIKENESS_WEIGHT = 2;

/** Characters of Han and pairs of neighbours, whole words of Latin letters; what only asks is left out. */
export function terms(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase();
  const found: string[] = [...plain.matchAll(LATIN)].map(([word]) => word);
  for (const [run] of plain.replace(ASKING, ' ').matchAll(HAN)) {
    const characters = Array.from(run);
    found.push(...characters);
    for (let at = 0; at + 1 < characters.length; at++) {
      found.push(`${characters[at] ?? ''}${characters[at + 1] ?? ''}`);
    }
  }
  return found;
}

/** A search over the sections of a pack, by words alone. */
export class PackSearch {
  readonly #entries: readonly Entry[];
  readonly #documents = new Map<string, number>();
  readonly #averageLength: number;

  constructor(readonly pack: Pack) {
    this.#entries = pack.sections.map(entry);
    for (const { weights } of this.#entries) {
      for (const term of weights.keys()) this.#documents.set(term, (this.#documents.get(term) ?? 0) + 1);
    }
    const whole = this.#entries.reduce((sum, { length }) => sum + length, 0);
    this.#averageLength = this.#entries.length === 0 ? 1 : whole / this.#entries.length;
  }

  /**
   * The section that fits a question best; nothing where none has enough of it.
   *
   * @param today sections that may no longer be quoted are passed over
   */
  find(question: string, today: string, least = LEAST_COVERAGE): PackAnswer | undefined {
    const asked = [...new Set(terms(question))];
    if (asked.length === 0) return undefined;
    const put = pairsOf(question);
    const weight = new Map(asked.map((term) => [term, this.#idf(term)]));
    const total = [...weight.values()].reduce((sum, idf) => sum + idf, 0);
    let best: { entry: Entry; score: number; coverage: number } | undefined;
    for (const one of this.#entries) {
      if (one.section.validTo !== undefined && one.section.validTo < today) continue;
      let score = 0;
      let covered = 0;
      for (const [term, idf] of weight) {
        const times = one.weights.get(term);
        if (times === undefined) continue;
        covered += idf;
        score += (idf * times * (K1 + 1)) / (times + K1 * (1 - B + (B * one.length) / this.#averageLength));
      }
      const coverage = covered / total;
      if (coverage < least) continue;
      score *= 1 + LIKENESS_WEIGHT * Math.max(0, ...one.asked.map((pairs) => likeness(put, pairs)));
      if (best === undefined || score > best.score) best = { entry: one, score, coverage };
    }
    return (
      best && {
        section: best.entry.section,
        sentences: this.#quote(best.entry, weight),
        coverage: best.coverage,
      }
    );
  }

  /** Questions that the pack answers, for those who do not know what to ask. */
  questions(most: number): readonly string[] {
    const seen = new Set<string>();
    const questions: string[] = [];
    for (const { documentId, heading } of this.pack.sections) {
      if (questions.length === most) break;
      if (seen.has(documentId) || !/[?？]$/u.test(heading)) continue;
      seen.add(documentId);
      questions.push(heading);
    }
    return questions;
  }

  /** The first sentence answers the heading; another comes along if it has more of the question than any. */
  #quote({ section }: Entry, weight: ReadonlyMap<string, number>): readonly Span[] {
    const [first, ...rest] = section.sentences;
    if (!first) return [];
    const of = (span: Span): number => {
      const has = new Set(terms(section.text.slice(span.start, span.end)));
      return [...weight].reduce((sum, [term, idf]) => sum + (has.has(term) ? idf : 0), 0);
    };
    const second = rest
      .map((span) => ({ span, value: of(span) }))
      .filter(({ value }) => value > 0)
      .sort((a, b) => b.value - a.value || a.span.start - b.span.start)[0];
    return [first, ...(second ? [second.span] : [])].slice(0, MOST_SENTENCES);
  }

  #idf(term: string): number {
    const having = this.#documents.get(term) ?? 0;
    const weight = isCharacter(term) ? CHARACTER_WEIGHT : 1;
    return weight * Math.log(1 + (this.#entries.length - having + 0.5) / (having + 0.5));
  }
}

interface Entry {
  readonly section: PackedSection;
  readonly weights: ReadonlyMap<string, number>;
  readonly length: number;
  /** How it is asked for: the pairs of its heading and of its other wordings, asking words among them. */
  readonly asked: readonly ReadonlySet<string>[];
}

function isCharacter(term: string): boolean {
  return /^\p{Script=Han}$/u.test(term);
}

/** All pairs of neighbouring characters of a question, marks left out. */
function pairsOf(question: string): ReadonlySet<string> {
  const characters = Array.from(question.normalize('NFKC').toLowerCase()).filter((one) =>
    /[\p{L}\p{N}]/u.test(one),
  );
  return new Set(characters.slice(1).map((one, at) => `${characters[at] ?? ''}${one}`));
}

/** Dice's coefficient: twice what two sets share, by what they have. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}

function entry(section: PackedSection): Entry {
  const weights = new Map<string, number>();
  const add = (text: string, weight: number): void => {
    for (const term of terms(text)) weights.set(term, (weights.get(term) ?? 0) + weight);
  };
  add(section.text, 1);
  const length = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  add(section.heading, HEADING_WEIGHT);
  add(section.title, HEADING_WEIGHT / 2);
  for (const wording of section.wordings) add(wording, HEADING_WEIGHT / 2);
  const asked = [section.heading, ...section.wordings].map(pairsOf);
  return { section, weights, length, asked };
}
