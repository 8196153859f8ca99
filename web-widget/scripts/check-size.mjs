// Fails the build when the embeddable script outgrows its budget.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET = 60 * 1024;
const file = new URL('../target/classes/static/widget/kepu-chat.js', import.meta.url);
const size = gzipSync(readFileSync(file), { level: 9 }).length;
const words = `widget/kepu-chat.js: ${(size / 1024).toFixed(1)} kB gzipped of ${BUDGET / 1024} kB allowed`;

console.log(words);
if (size > BUDGET) {
  console.error(`${words}: make it smaller or split it.`);
  process.exit(1);
}
