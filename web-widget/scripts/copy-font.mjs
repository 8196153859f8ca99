// The font of printed papers, for the service to embed: Noto Sans SC, SIL Open Font License 1.1.
import { copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const home = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'));
const to = 'target/classes/org/kepu/fonts';
mkdirSync(to, { recursive: true });
copyFileSync(join(home, '400Regular/NotoSansSC_400Regular.ttf'), join(to, 'NotoSansSC_400Regular.ttf'));
