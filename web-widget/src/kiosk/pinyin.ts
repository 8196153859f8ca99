/** A word that can be typed. */
export interface Word {
  readonly text: string;
  /** Its syllables, without tones, `ü` as `v`: `['mi', 'lu']`. */
  readonly syllables: readonly string[];
  /** How common it is: the natural logarithm of its share of all words. Below 0. */
  readonly weight: number;
}

/** What the visitor may tap: it replaces the first `letters` characters of what was typed. */
export interface Candidate {
  readonly text: string;
  readonly letters: number;
}

/** Characters beyond this are not looked at; nobody types so much without choosing. */
export const MOST_LETTERS = 48;

/** How much a guess costs against a word whose letters are all there, in the scale of weights. */
const PENALTY = { completed: 3, initials: 4, split: 1.5 } as const;

/** Words one after another and how likely they are together; nothing if the letters cannot be read so. */
type Reading = { readonly score: number; readonly text: string } | undefined;

interface Entry extends Word {
  readonly letters: string;
  readonly initials: string;
}

/**
 * Turns letters into candidates: the best reading of everything as a sentence, then the words that its beginning may
 * be, longest first. Words may be cut short (`mil`) or be given by their initials (`ml`); an apostrophe parts syllables.
 * Pure; knows nothing of keys and screens.
 */
export class PinyinEngine {
  readonly #byLetters = new Map<string, Entry[]>();
  readonly #byInitials = new Map<string, Entry[]>();
  readonly #keys: readonly string[];
  readonly #longest: number;

  /** @param words the words to choose from, in any order */
  constructor(words: Iterable<Word>) {
    for (const word of words) {
      const letters = word.syllables.join('');
      const entry = {
        ...word,
        letters,
        initials: word.syllables.map((syllable) => syllable[0] ?? '').join(''),
      };
      push(this.#byLetters, letters, entry);
      if (word.syllables.length > 1) push(this.#byInitials, entry.initials, entry);
    }
    for (const entries of [...this.#byLetters.values(), ...this.#byInitials.values()]) entries.sort(byWeight);
    this.#keys = [...this.#byLetters.keys()].sort();
    this.#longest = Math.max(0, ...this.#keys.map(({ length }) => length));
  }

  /**
   * What the letters may mean, the likeliest first.
   *
   * @param typed small letters and apostrophes; `v` for `ü`
   * @param most at most so many
   */
  candidates(typed: string, most = 40): readonly Candidate[] {
    const letters = typed.slice(0, MOST_LETTERS);
    if (trimmed(letters) === '') return [];
    const found = new Map<string, Candidate>();
    const add = (candidate: Candidate): void => {
      if (!found.has(candidate.text)) found.set(candidate.text, candidate);
    };
    const best = this.#readings(letters);
    const words = this.#whole(letters);
    const sentence =
      best[letters.length] ?? (words.length === 0 ? this.#withUnfinishedEnd(letters, best) : undefined);
    if (sentence) add({ text: sentence.text, letters: letters.length });
    for (const entry of words) add({ text: entry.text, letters: letters.length });
    for (let end = Math.min(letters.length - 1, this.#longest * 2); end > 0; end--) {
      for (const entry of this.#exact(letters.slice(0, end))) {
        add({ text: entry.text, letters: withApostrophe(letters, end) });
      }
    }
    return [...found.values()].slice(0, most);
  }

  /** Words for all of the letters: exact, to be completed, by their initials. */
  #whole(letters: string): readonly Entry[] {
    const plain = letters.replaceAll("'", '');
    return [
      ...this.#exact(letters).map((entry) => ({ entry, score: entry.weight })),
      ...this.#completions(plain).map((entry) => ({ entry, score: entry.weight - PENALTY.completed })),
      ...(this.#byInitials.get(plain) ?? []).map((entry) => ({
        entry,
        score: entry.weight - PENALTY.initials,
      })),
    ]
      .sort((a, b) => b.score - a.score || byText(a.entry, b.entry))
      .map(({ entry }) => entry);
  }

  /** Words spelt exactly so, whose syllables part where the apostrophes are. */
  #exact(letters: string): readonly Entry[] {
    const plain = letters.replaceAll("'", '');
    const entries = this.#byLetters.get(plain) ?? [];
    return letters.includes("'") ? entries.filter((entry) => partsAt(entry, letters)) : entries;
  }

  #completions(plain: string): readonly Entry[] {
    const completed: Entry[] = [];
    for (let at = lowerBound(this.#keys, plain); at < this.#keys.length; at++) {
      const key = this.#keys[at] ?? '';
      if (!key.startsWith(plain)) break;
      if (key !== plain) completed.push(...(this.#byLetters.get(key) ?? []));
      if (completed.length > 400) break;
    }
    return completed.sort(byWeight).slice(0, 12);
  }

  /** For each number of letters the likeliest way to cut them into words, where there is one: dynamic programming. */
  #readings(letters: string): readonly Reading[] {
    const best: Reading[] = [{ score: 0, text: '' }];
    for (let end = 1; end <= letters.length; end++) {
      for (let start = Math.max(0, end - this.#longest * 2); start < end; start++) {
        const before = best[start];
        const entry = before && this.#exact(trimmed(letters.slice(start, end)))[0];
        if (!entry) continue;
        const score = before.score + entry.weight - PENALTY.split;
        if (score > (best[end]?.score ?? -Infinity)) best[end] = { score, text: before.text + entry.text };
      }
    }
    return best;
  }

  /** A reading whose last word is cut short. */
  #withUnfinishedEnd(letters: string, best: readonly Reading[]): Reading {
    let found: Reading;
    for (let start = 1; start < letters.length; start++) {
      const before = best[start];
      const rest = trimmed(letters.slice(start)).replaceAll("'", '');
      const entry = before && rest !== '' ? this.#completions(rest)[0] : undefined;
      if (!before || !entry) continue;
      const score = before.score + entry.weight - PENALTY.completed;
      if (score > (found?.score ?? -Infinity)) found = { score, text: before.text + entry.text };
    }
    return found;
  }
}

/** Reads a dictionary: a line a word, its syllables by spaces, its weight; tabs between. Nonsense is passed over. */
export function parseWords(dictionary: string): readonly Word[] {
  return dictionary.split('\n').flatMap((line) => {
    const [text, syllables, weight] = line.split('\t');
    if (!text || !syllables || !Number.isFinite(Number(weight))) return [];
    return [{ text, syllables: syllables.split(' '), weight: Number(weight) }];
  });
}

function push(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const entries = map.get(key);
  if (entries) entries.push(entry);
  else map.set(key, [entry]);
}

function byWeight(a: Entry, b: Entry): number {
  return b.weight - a.weight || byText(a, b);
}

function byText(a: Word, b: Word): number {
  return a.text < b.text ? -1 : a.text > b.text ? 1 : 0;
}

/** Whether every apostrophe stands between two syllables of the word. */
function partsAt({ syllables }: Word, letters: string): boolean {
  const ends = new Set<number>();
  let length = 0;
  for (const syllable of syllables) ends.add((length += syllable.length));
  let plain = 0;
  for (const letter of letters) {
    if (letter !== "'") plain++;
    else if (!ends.has(plain)) return false;
  }
  return true;
}

/** An apostrophe behind what was chosen goes with it. */
function withApostrophe(letters: string, end: number): number {
  return letters[end] === "'" ? end + 1 : end;
}

function trimmed(letters: string): string {
  return letters.replace(/^'+|'+$/g, '');
}

/** The first place in a sorted list whose key is not before `key`. */
function lowerBound(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
