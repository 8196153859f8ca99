/** The embeddable script: loading it registers `<kepu-chat>` and its parts. */
export { KepuChat } from './chat/kepu-chat';
export type { KepuAnswerDetail, KepuChatEvents, KepuFeedbackDetail, KepuOpenDetail } from './chat/events';
