import type { Turn } from '../chat/turn';
import type { Sentence } from '../client/contract';
import { languageOf, type Locale } from '../i18n/locale';
import table from './sounds.txt?raw';

/** What a voice is given at a time, and the language it is in. */
export interface Passage {
  readonly text: string;
  readonly language: string;
}

/** The tone marks of pinyin, as Unicode takes them apart, from the first tone to the fourth. */
const TONES = '\u0304\u0301\u030C\u0300';

/**
 * For each syllable, in each tone, a common character that has this reading only, `-` where there is none. Of those of
 * GB 2312's first level the one that the collection writes most often, if possible one that Simplified and Traditional
 * Chinese write, and the Mainland and Taiwan read, alike.
 */
let sounds: Map<string, string> | undefined;

/** An answer as it is read aloud, sentence by sentence: its text alone, without the marks of its sources. */
export function passagesOf(turn: Turn, locale: Locale): Passage[] {
  return turn.sentences.map((sentence) => ({
    text: spoken(sentence),
    language: languageOf(sentence.text, locale),
  }));
}

/**
 * A sentence as a voice is given it. Voices take no pinyin and guess at rare characters, so each character whose
 * reading the service tells is replaced by a common one of the same sound. Not to be shown.
 */
export function spoken({ text, reading = [] }: Sentence): string {
  let said = '';
  let from = 0;
  for (const { start, end, pinyin } of reading) {
    said += text.slice(from, start) + sounding(text.slice(start, end), pinyin);
    from = end;
  }
  return said + text.slice(from);
}

/** A name in characters of the same sound; as it is where its syllables are not one a character. */
function sounding(name: string, pinyin: string): string {
  const characters = Array.from(name);
  const syllables = pinyin.trim().split(/\s+/);
  if (characters.length !== syllables.length) return name;
  sounds ??= new Map(table.trim().split('\n').flatMap(soundsOf));
  return characters
    .map((character, place) => sounds?.get(keyOf(syllables[place] ?? '')) ?? character)
    .join('');
}

function soundsOf(line: string): (readonly [string, string])[] {
  const syllable = /^[a-z]+/.exec(line)?.[0] ?? '';
  return Array.from(line.slice(syllable.length)).flatMap((character, tone) =>
    character === '-' ? [] : [[`${syllable}${tone + 1}`, character] as const],
  );
}

/** `lǜ` as the table has it: `lv4`. */
function keyOf(syllable: string): string {
  const letters = syllable.normalize('NFD').replace('u\u0308', 'v');
  const tone = Array.from(letters).map((letter) => TONES.indexOf(letter) + 1);
  return letters.replace(/\p{Mn}/u, '') + String(Math.max(...tone));
}
