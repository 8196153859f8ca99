// Reads an Anki package with anki-reader, which is not ours, and prints its decks with their cards as JSON.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(new URL('../../../../web-widget/package.json', import.meta.url));
const { readAnkiPackage } = await import(pathToFileURL(require.resolve('anki-reader')).href);
const { collection } = await readAnkiPackage(new Blob([readFileSync(process.argv[2])]));
const decks = Object.values(collection.getDecks()).map((deck) => ({
  name: deck.getName(),
  description: deck.getDescription(),
  cards: Object.values(deck.getCards()).map((card) => ({
    due: card.getRawCard().due,
    fields: card.getFields(),
    questions: card.getQuestions().map((each) => ({ front: each.getQuestionString(), back: each.getAnswerString() })),
  })),
}));
process.stdout.write(JSON.stringify(decks));
