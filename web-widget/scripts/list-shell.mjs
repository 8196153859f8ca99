// Lists what the terminal's page is made of, so that its service worker can keep all of it.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('../target/classes/static/kiosk/', import.meta.url);
const files = readdirSync(folder)
  .filter((name) => !['index.html', 'worker.js', 'shell.json'].includes(name))
  .sort();
const hash = createHash('sha256');
for (const name of ['index.html', ...files]) hash.update(readFileSync(new URL(name, folder)));
const shell = {
  version: hash.digest('hex').slice(0, 16),
  files: ['/kiosk', ...files.map((name) => `/kiosk/${name}`)],
};
writeFileSync(new URL('shell.json', folder), `${JSON.stringify(shell, null, 2)}\n`);
console.log(`kiosk/shell.json: ${shell.files.length} files`);
