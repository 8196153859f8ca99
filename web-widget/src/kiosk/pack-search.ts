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
/** The same of its single characters: where many are strange, the pairs it has say little. */
const LEAST_CHARACTERS = 0.7;
/** So much of a section's heading, or of another wording of it, must be asked: else it is about something more. */
const LEAST_ASKED = 0.2;
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
    const whole = sum(this.#entries.map(({ length }) => length));
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
    const total = sum(weight.values());
    const characters = sum([...weight].map(([term, idf]) => (isCharacter(term) ? idf : 0)));
    let best: { entry: Entry; score: number; coverage: number } | undefined;
    for (const one of this.#entries) {
      if (one.section.validTo !== undefined && one.section.validTo < today) continue;
      let score = 0;
      let covered = 0;
      let known = 0;
      for (const [term, idf] of weight) {
        const times = one.weights.get(term);
        if (times === undefined) continue;
        covered += idf;
        if (isCharacter(term)) known += idf;
        score += (idf * times * (K1 + 1)) / (times + K1 * (1 - B + (B * one.length) / this.#averageLength));
      }
      const coverage = covered / total;
      if (coverage < least || known < LEAST_CHARACTERS * characters || !this.#isAsked(one, weight)) continue;
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
      return sum([...weight].map(([term, idf]) => (has.has(term) ? idf : 0)));
    };
    const second = rest
      .map((span) => ({ span, value: of(span) }))
      .filter(({ value }) => value > 0)
      .sort((a, b) => b.value - a.value || a.span.start - b.span.start)[0];
    return [first, ...(second ? [second.span] : [])].slice(0, MOST_SENTENCES);
  }

  #isAsked({ headings }: Entry, asked: ReadonlyMap<string, number>): boolean {
    return headings.some((heading) => {
      const shared = sum(heading.map((term) => asked.get(term) ?? 0));
      return shared > 0 && shared >= LEAST_ASKED * sum(heading.map((term) => this.#idf(term)));
    });
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
  /** The terms of its heading, and of each of its other wordings. */
  readonly headings: readonly (readonly string[])[];
  /** How it is asked for: the pairs of its heading and of its other wordings, asking words among them. */
  readonly asked: readonly ReadonlySet<string>[];
}

function sum(values: Iterable<number>): number {
  let all = 0;
  for (const value of values) all += value;
  return all;
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
  const length = sum(weights.values());
  add(section.heading, HEADING_WEIGHT);
  add(section.title, HEADING_WEIGHT / 2);
  for (const wording of section.wordings) add(wording, HEADING_WEIGHT / 2);
  const wordings = [section.heading, ...section.wordings];
  const headings = wordings.map((wording) => [...new Set(terms(wording))]);
  return { section, weights, length, headings, asked: wordings.map(pairsOf) };
}
