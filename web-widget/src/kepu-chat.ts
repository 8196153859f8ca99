/** The embeddable script: loading it registers `<kepu-chat>` and its parts, shortly after. */
import { placeForScript } from './chat/place';

export type { KepuChat } from './chat/kepu-chat';
export type {
  KepuAnswerDetail,
  KepuChatEvents,
  KepuFeedbackDetail,
  KepuOpenDetail,
} from './chat/public-events';

placeForScript(document, import.meta.url);

/**
 * Each in a task of its own: all at once would hold up the page of a slow phone. Parts come before their whole, and its
 * style sheets before those on the page start.
 */
const STEPS = [
  () => import('./theme/styles'),
  () => import('./citation/kepu-source-view'),
  () => import('./composer/kepu-composer'),
  () => import('./answer/kepu-answer'),
  () => import('./settings/kepu-settings'),
  async () => {
    const { KepuChat } = await import('./chat/kepu-chat');
    return KepuChat.styles.map((style) => style.styleSheet);
  },
  async () => {
    const { KepuChat } = await import('./chat/kepu-chat');
    customElements.define('kepu-chat', KepuChat);
  },
];

function take([step, ...others]: typeof STEPS): void {
  if (!step) return;
  setTimeout(() => {
    void step().then(() => {
      take(others);
    });
  });
}

take(STEPS);
