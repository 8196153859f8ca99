// Runs `npm ci` only when package-lock.json or the version of Node.js changed since the last time it succeeded.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}/node_modules/.ci-stamp`; // `npm ci` empties the folder, so a broken install leaves no stamp
const wanted = createHash('sha256')
  .update(readFileSync(`${root}/package-lock.json`))
  .update(process.version)
  .digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.log('web-widget: installing the npm packages of package-lock.json …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const run = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) {
    console.error('web-widget: npm ci failed; its message is above.');
    process.exit(run.status ?? 1);
  }
  writeFileSync(stamp, wanted);
}
