import { html, type TemplateResult } from 'lit';
import '../../src/answer/kepu-answer';
import { ChatClient } from '../../src/client/chat-client';
import type { Ticket } from '../../src/client/contract';
import '../../src/chat/kepu-welcome';
import '../../src/citation/kepu-source-view';
import '../../src/composer/kepu-composer';
import '../../src/correction/kepu-correction';
import { messagesOf, type Locale } from '../../src/i18n/locale';
import '../../src/kiosk/kepu-keyboard';
import { parseWords, PinyinEngine } from '../../src/kiosk/pinyin';
import { WORDS } from '../../src/kiosk/words';
import '../../src/settings/kepu-settings';
import '../../src/suggestions/kepu-suggestions';
import { FOLLOW_UPS, LEXICON } from '../sample-content.ts';
import { press, type } from './acting';
import { CITATIONS, EMPTY, TURNS } from './turns';

/** A part in a state. */
export interface PartState {
  readonly name: string;
  /** Whether it fills a height of its own. */
  readonly tall?: boolean;
  readonly show: (locale: Locale, venue: string) => TemplateResult;
  /** What a visitor does until it is in that state. */
  readonly then?: (stage: HTMLElement) => Promise<void>;
}

const client = new ChatClient('');
const engine = new PinyinEngine(parseWords(LEXICON));
const received: Ticket = { number: '7F3Q-X9KM', state: 'received' };

const answers: readonly PartState[] = Object.entries({ ...TURNS, slow: EMPTY }).map(([name, turn]) => ({
  name: `answer: ${name}`,
  show: (locale) =>
    html`<kepu-answer
      .turn=${turn}
      .slow=${name === 'slow'}
      .messages=${messagesOf(locale)}
      .locale=${locale}
      .client=${client}
    ></kepu-answer>`,
}));

function correction(ticket?: Ticket): PartState['show'] {
  return (locale) =>
    html`<kepu-correction
      .messages=${messagesOf(locale)}
      .client=${client}
      .answerId=${'a-1'}
      .ticket=${ticket}
    ></kepu-correction>`;
}

function composer(busy = false): PartState['show'] {
  return (locale) => html`<kepu-composer .messages=${messagesOf(locale)} .busy=${busy}></kepu-composer>`;
}

const keyboard: PartState['show'] = (locale) =>
  html`<kepu-keyboard .words=${WORDS[locale]} .engine=${engine}></kepu-keyboard>`;

function source(documentId?: string): PartState['show'] {
  return (locale) =>
    html`<kepu-source-view
      .messages=${messagesOf(locale)}
      .locale=${locale}
      .client=${client}
      .citation=${{ ...CITATIONS[0], ...(documentId ? { documentId } : {}) }}
    ></kepu-source-view>`;
}

/** The parts that stand in a page beside each other. */
export const PARTS: readonly PartState[] = [
  {
    name: 'welcome',
    show: (locale, venue) =>
      html`<kepu-welcome
        .messages=${messagesOf(locale)}
        .locale=${locale}
        .venue=${venue}
        .questions=${FOLLOW_UPS}
      ></kepu-welcome>`,
  },
  ...answers,
  { name: 'correction: closed', show: correction() },
  {
    name: 'correction: the form',
    show: correction(),
    then: (stage) => press(stage, 'kepu-correction', '.wrong'),
  },
  { name: 'correction: its ticket', show: correction(received) },
  {
    name: 'correction: what became of it',
    show: correction({ ...received, state: 'corrected', reply: '谢谢，春天改成了冬天。' }),
    then: (stage) => press(stage, 'kepu-correction', 'button'),
  },
  { name: 'composer', show: composer() },
  { name: 'composer: busy', show: composer(true) },
  {
    name: 'composer: a long question',
    show: composer(),
    then: (stage) => type(stage, '麋鹿'.repeat(240), 'kepu-composer', 'textarea'),
  },
  {
    name: 'composer: too long',
    show: composer(),
    then: (stage) => type(stage, '麋鹿'.repeat(260), 'kepu-composer', 'textarea'),
  },
  {
    name: 'suggestions',
    show: (locale) =>
      html`<kepu-suggestions
        .heading=${messagesOf(locale).suggestions}
        .questions=${FOLLOW_UPS}
        .locale=${locale}
      ></kepu-suggestions>`,
  },
  {
    name: 'settings',
    tall: true,
    show: (locale) =>
      html`<kepu-settings
        .messages=${messagesOf(locale)}
        .forgettable=${true}
        .settings=${{ audience: 'general', locale, textSize: 'm', contrast: 'normal', theme: 'light' }}
      ></kepu-settings>`,
  },
  { name: 'source', tall: true, show: source() },
  { name: 'source: gone', tall: true, show: source('nothing') },
  { name: 'keyboard (reads milu, mi, chi, shenme)', show: keyboard },
  {
    name: 'keyboard: candidates',
    show: keyboard,
    then: async (stage) => {
      for (const [row, key] of [
        [4, 8], // m
        [2, 8], // i
        [3, 9], // l
        [2, 7], // u
      ]) {
        await press(stage, 'kepu-keyboard', `.row:nth-child(${row}) button:nth-child(${key})`);
      }
    },
  },
  {
    name: 'keyboard: numbers and marks',
    show: keyboard,
    then: (stage) => press(stage, 'kepu-keyboard', '.row:last-child button:nth-child(1)'),
  },
  {
    name: 'keyboard: English',
    show: keyboard,
    then: (stage) => press(stage, 'kepu-keyboard', '.row:last-child button:nth-child(2)'),
  },
  {
    name: 'keyboard without its dictionary',
    show: (locale) => html`<kepu-keyboard .words=${WORDS[locale]}></kepu-keyboard>`,
  },
];
