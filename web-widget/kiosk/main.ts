import '../src/kiosk/kepu-kiosk';
import '../src/kiosk/kepu-pairing';
import { PairedTerminal } from '../src/kiosk/paired-terminal';
import { screenOf } from '../src/kiosk/screen';

/*
 * /kiosk asks for a pairing code once, and shows then what the terminal is set to at /admin.
 *
 * /kiosk?terminal=try-1&venue=milu&hall=milu-deer&exhibit=milu-01&audience=child&locale=zh-CN&low tries a terminal out that nobody
 * paired: what it is stands in its address, and what happens at it is marked as a test and not reported.
 *
 * Paired or not, scheme=light|dark chooses its colours, and bottom and height say in cm where its screen hangs.
 */
const place = new URLSearchParams(location.search);
const screen = screenOf(place);
const TRIED = ['terminal', 'venue', 'hall', 'exhibit', 'audience', 'locale'] as const;

if (TRIED.some((name) => place.has(name))) tryOut();
else void new PairedTerminal(document.body, screen).start();
history.pushState(null, '', location.href); // the way back leads here

/** What the page fetched before its service worker was there, it fetches once more, to have it kept. */
function fetchAgain(): void {
  for (const { name } of performance.getEntriesByType('resource')) {
    if (/\/api\/v1\/(kiosk\/(configuration|pack)|suggestions)\b/.test(name)) {
      void fetch(name).catch(() => undefined);
    }
  }
}

// Only pages of a safe origin may keep themselves for a time without a network.
if ('serviceWorker' in navigator) {
  if (!navigator.serviceWorker.controller) {
    navigator.serviceWorker.addEventListener('controllerchange', fetchAgain, { once: true });
  }
  void navigator.serviceWorker
    .register('/kiosk/worker.js', { scope: '/kiosk', updateViaCache: 'none' })
    .catch((error: unknown) => {
      console.warn('kiosk: without a service worker there is no page while the network is away', error);
    });
}

function tryOut(): void {
  const kiosk = Object.assign(document.createElement('kepu-kiosk'), screen);
  for (const name of TRIED) {
    const value = place.get(name);
    if (value) kiosk[name] = value;
  }
  kiosk.low = place.has('low') && place.get('low') !== 'false';
  kiosk.trial = true;
  document.body.append(kiosk);
}
