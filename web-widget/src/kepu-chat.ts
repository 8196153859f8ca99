/** The embeddable script: loading it registers `<kepu-chat>` and its parts. */
import { placeForScript } from './chat/place';

export { KepuChat } from './chat/kepu-chat';
export type {
  KepuAnswerDetail,
  KepuChatEvents,
  KepuFeedbackDetail,
  KepuOpenDetail,
} from './chat/public-events';

placeForScript(document, import.meta.url);
