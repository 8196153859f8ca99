// Builds the dictionary of the kiosk's pinyin keyboard: target/classes/static/kiosk/lexicon.tsv, a line a word.
//
// Words and how common they are come from the collection itself, cut by ICU's dictionary (Intl.Segmenter): what can be
// asked is what is written about. Names come from names.yaml. Single characters, for everything else, come from
// simple-keyboard-layouts, in its order. Readings are pinyin-pro's, names.yaml's where it gives one.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pinyin } from 'pinyin-pro';
import chinese from 'simple-keyboard-layouts/build/layouts/chinese.js';

const COLLECTION = new URL('../../knowledge-base/collection/', import.meta.url);
const FILE = fileURLToPath(new URL('../target/classes/static/kiosk/lexicon.tsv', import.meta.url));
const HAN = /^\p{Script=Han}+$/u;
const LONGEST = 8; // characters
/** What visitors say and articles do not: how questions begin and end. */
const ASKED = [
  '什么',
  '什么样',
  '什么时候',
  '什么地方',
  '为什么',
  '怎么',
  '怎么样',
  '怎样',
  '怎么回事',
  '哪里',
  '哪儿',
  '在哪',
  '在哪里',
  '在哪儿',
  '哪个',
  '哪些',
  '谁',
  '几',
  '多少',
  '多大',
  '多高',
  '多长',
  '多远',
  '多重',
  '多快',
  '多久',
  '是什么',
  '是不是',
  '有没有',
  '会不会',
  '能不能',
  '可以吗',
  '吗',
  '呢',
  '的',
  '了',
  '是',
  '有',
  '在',
  '和',
  '吃',
  '叫',
  '住在',
  '为什么会',
  '你好',
  '请问',
  '谢谢',
  '介绍一下',
  '区别',
  '这个',
  '那个',
  '它',
  '它们',
];

/** The dictionary as text. */
export function lexicon() {
  const articles = texts();
  const counts = countWords(articles);
  const readings = new Map();
  const everything = articles.join('\n');
  for (const { words, reading } of names()) {
    // ICU does not know them all, so they are counted as they stand.
    for (const word of words) counts.set(word, everything.split(word).length);
    if (reading) readings.set(words[0], reading);
  }
  for (const word of ASKED) counts.set(word, Math.max(counts.get(word) ?? 0, 400));
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const lines = new Map();
  const add = (word, syllables, weight) => {
    const key = `${word}\t${syllables.join(' ')}`;
    if (!lines.has(key)) lines.set(key, `${key}\t${weight.toFixed(2)}`);
  };
  for (const [word, count] of counts) {
    const syllables = (readings.get(word) ?? pinyin(word, { toneType: 'none', type: 'array' })).map(typed);
    if (syllables.length === [...word].length && syllables.every((syllable) => /^[a-z]+$/.test(syllable))) {
      add(word, syllables, Math.log(count / total));
    }
  }
  // A character counts as seen less than once; those that come first in its syllable are the common ones.
  for (const [syllable, characters] of Object.entries(chinese.layoutCandidates)) {
    for (const [place, character] of characters.split(' ').entries()) {
      if (HAN.test(character)) add(character, [typed(syllable)], Math.log(0.5 / total) - place * 0.02);
    }
  }
  return [...lines.values()].sort().join('\n') + '\n';
}

function countWords(all) {
  const counts = new Map();
  const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
  for (const text of all) {
    for (const { segment } of segmenter.segment(text)) {
      if (HAN.test(segment) && [...segment].length <= LONGEST)
        counts.set(segment, (counts.get(segment) ?? 0) + 1);
    }
  }
  return counts;
}

/** The articles' texts, without what stands above them. */
function texts() {
  return readdirSync(COLLECTION, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && file.name.endsWith('.md') && file.name !== 'WRITING.md')
    .map((file) =>
      readFileSync(`${file.parentPath}/${file.name}`, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''),
    );
}

/** The entries of names.yaml: a line each, in flow style. */
function names() {
  return readFileSync(new URL('names.yaml', COLLECTION), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const name = /\bname: ([^,}]+)/.exec(line)?.[1];
      const common = /\bcommon: \[([^\]]*)\]/.exec(line)?.[1]?.split(/,\s*/) ?? [];
      const words = [name, ...common].filter(
        (word) => word !== undefined && HAN.test(word) && [...word].length <= LONGEST,
      );
      const reading = /\breading: ([^,}]+)/.exec(line)?.[1]?.trim().split(/\s+/);
      return words.length > 0 ? [{ words, reading: words[0] === name ? reading : undefined }] : [];
    });
}

/** A syllable as it is typed: no tone, v for ü. */
function typed(syllable) {
  return syllable
    .normalize('NFD')
    .toLowerCase()
    .replace(/u\u0308/g, 'v')
    .replace(/\p{Mn}/gu, '');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = lexicon();
  mkdirSync(new URL('.', new URL(`file://${FILE}`)), { recursive: true });
  writeFileSync(FILE, text);
  console.log(
    `kiosk/lexicon.tsv: ${text.split('\n').length - 1} words, ${(text.length / 1024).toFixed(0)} k characters`,
  );
}
