// Converts a QTI 2.1 package to QTI 3 with qti-convert, which is not ours, and writes it to another file.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(new URL('../../../../web-widget/package.json', import.meta.url));
const { convertPackageFile } = await import(
  pathToFileURL(require.resolve('@citolab/qti-convert/qti-convert-node')).href
);
await convertPackageFile(process.argv[2], process.argv[3]);
