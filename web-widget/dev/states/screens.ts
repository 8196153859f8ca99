import { html, type TemplateResult } from 'lit';
import { KepuChat } from '../../src/chat/kepu-chat';
import { messagesOf, type Locale } from '../../src/i18n/locale';
import { EventQueue } from '../../src/kiosk/event-queue';
import '../../src/kiosk/kepu-kiosk';
import '../../src/kiosk/kepu-pairing';
import { KioskClient } from '../../src/kiosk/kiosk-client';
import { TerminalClient } from '../../src/kiosk/terminal-client';
import { WORDS } from '../../src/kiosk/words';
import '../../src/picture/kepu-picture';
import '../../src/taken/kepu-taken';
import { find, press, type } from './acting';

customElements.define('kepu-chat', KepuChat);

/** How a page is chosen to look. */
export interface Look {
  readonly locale: Locale;
  readonly venue: string;
  readonly scheme: string;
  readonly contrast: string;
}

/** A whole screen in a state; each stands in a frame of its own, because it covers its window. */
export interface ScreenState {
  readonly name: string;
  readonly size: 'window' | 'phone' | 'terminal';
  /** What stands behind the `#` of its address. */
  readonly hash?: string;
  readonly show: (look: Look) => TemplateResult;
  /** What a visitor does until it is in that state. */
  readonly then?: (body: HTMLElement) => Promise<void>;
}

const QUESTION = '麋鹿为什么叫“四不像”？';

const kioskClient = new KioskClient(new EventQueue());
const terminalClient = new TerminalClient();

function chat(mode = 'bubble'): ScreenState['show'] {
  return ({ venue, locale, scheme, contrast }) =>
    html`<kepu-chat
      venue=${venue}
      mode=${mode}
      locale=${locale}
      theme=${scheme}
      contrast=${contrast}
    ></kepu-chat>`;
}

const open = (body: HTMLElement): Promise<void> => press(body, 'kepu-chat', '.bubble');

/** Asks, and waits for the end of the answer. */
async function ask(body: HTMLElement, question = QUESTION): Promise<void> {
  await open(body);
  await body.querySelector('kepu-chat')?.ask(question);
}

const kiosk: ScreenState['show'] = ({ venue, locale }) =>
  html`<kepu-kiosk
    trial
    terminal="states"
    venue=${venue}
    locale=${locale}
    .times=${{ idleMs: 3_600_000, countdownMs: 20_000 }}
  ></kepu-kiosk>`;

const begin = (body: HTMLElement): Promise<void> => press(body, 'kepu-kiosk', '.start');

async function askAtTerminal(body: HTMLElement): Promise<void> {
  await begin(body);
  await press(body, 'kepu-kiosk', 'kepu-kiosk-session', '.questions button');
}

const operator: ScreenState['show'] = ({ locale }) =>
  html`<kepu-operator .words=${WORDS[locale]} .client=${kioskClient}></kepu-operator>`;

function takeAlong(answerId: string): ScreenState['show'] {
  return ({ locale }) =>
    html`<kepu-take-along
      .words=${WORDS[locale]}
      .client=${kioskClient}
      .conversationId=${'c-1'}
      .answerId=${answerId}
    ></kepu-take-along>`;
}

function pairing(waiting = false): ScreenState['show'] {
  return () => html`<kepu-pairing .client=${terminalClient} .waiting=${waiting}></kepu-pairing>`;
}

async function enter(body: HTMLElement, code: string, ...keypad: readonly string[]): Promise<void> {
  await type(body, code, ...keypad, 'input');
  await press(body, ...keypad, '.enter:enabled');
}

const taken: ScreenState['show'] = () => html`<kepu-taken></kepu-taken>`;

/** The widget in a page and on a phone, the terminal, and what is taken along from it. */
export const SCREENS: readonly ScreenState[] = [
  { name: 'widget: bubble', size: 'window', show: chat() },
  { name: 'widget: panel', size: 'window', show: chat(), then: open },
  { name: 'widget: conversation', size: 'window', show: chat(), then: (body) => ask(body) },
  { name: 'widget: nothing found', size: 'window', show: chat(), then: (body) => ask(body, '量子是什么？') },
  { name: 'widget: broken off', size: 'window', show: chat(), then: (body) => ask(body, '断了会怎样？') },
  { name: 'widget: in the page', size: 'window', show: chat('inline') },
  { name: 'widget: on a phone', size: 'phone', show: chat(), then: open },
  { name: 'widget: an answer on a phone', size: 'phone', show: chat(), then: (body) => ask(body) },
  { name: 'widget: as the page', size: 'phone', show: chat('page') },
  {
    name: 'picture viewer',
    size: 'phone',
    show: ({ locale }) =>
      html`<kepu-picture
        src="/media/sample.svg"
        alt="麋鹿：脸像马、角像鹿、蹄像牛、尾像驴"
        credit="示例图"
        .messages=${messagesOf(locale)}
      ></kepu-picture>`,
    then: (body) => press(body, 'kepu-picture', '.open'),
  },
  { name: 'terminal: attract', size: 'terminal', show: kiosk },
  { name: 'terminal: a visit begins', size: 'terminal', show: kiosk, then: begin },
  {
    name: 'terminal: typing',
    size: 'terminal',
    show: kiosk,
    then: async (body) => {
      await begin(body);
      (await find(body, 'kepu-kiosk', 'kepu-kiosk-session', 'kepu-composer', 'textarea')).focus();
    },
  },
  { name: 'terminal: an answer', size: 'terminal', show: kiosk, then: askAtTerminal },
  {
    name: 'terminal: countdown',
    size: 'terminal',
    show: kiosk,
    then: async (body) => {
      const terminal = body.querySelector('kepu-kiosk');
      if (!terminal) return;
      terminal.times = { idleMs: 500, countdownMs: 20_000 };
      terminal.addEventListener('kepu-internal-free', () => void begin(body));
      await begin(body);
    },
  },
  { name: 'terminal: operator', size: 'terminal', show: operator },
  {
    name: 'terminal: a wrong code',
    size: 'terminal',
    show: operator,
    then: (body) => enter(body, '0000', 'kepu-operator', 'kepu-keypad'),
  },
  {
    name: 'terminal: unlocked',
    size: 'terminal',
    show: operator,
    then: (body) => enter(body, '1234', 'kepu-operator', 'kepu-keypad'),
  },
  { name: 'terminal: pairing', size: 'terminal', show: pairing() },
  { name: 'terminal: pairing, no service yet', size: 'terminal', show: pairing(true) },
  {
    name: 'terminal: pairing refused',
    size: 'terminal',
    show: pairing(),
    then: (body) => enter(body, '00000000', 'kepu-pairing', 'kepu-keypad'),
  },
  { name: 'terminal: take-along', size: 'terminal', show: takeAlong('a-1') },
  { name: 'terminal: take-along fails', size: 'terminal', show: takeAlong('gone') },
  { name: 'taken', size: 'phone', hash: 'a-1', show: taken },
  { name: 'taken: used up', size: 'phone', hash: 'gone', show: taken },
];
