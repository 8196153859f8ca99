import type { Locale } from '../i18n/locale';

/** What the page says on which an answer is read that was taken along. */
export interface TakenWords {
  readonly product: string;
  readonly title: string;
  readonly waiting: string;
  readonly unreachable: string;
  readonly once: string;
}

export const TAKEN_WORDS: Readonly<Record<Locale, TakenWords>> = {
  'zh-CN': {
    product: '科普助手',
    title: '你带走的答案',
    waiting: '正在打开……',
    unreachable: '暂时连不上服务。请检查手机网络，再扫一次。',
    once: '这一页只能打开一次，关闭后就看不到了。想留着，请截屏。',
  },
  'zh-TW': {
    product: '科普助手',
    title: '你帶走的答案',
    waiting: '正在開啟……',
    unreachable: '暫時連不上服務。請檢查手機網路，再掃一次。',
    once: '這一頁只能開啟一次，關閉後就看不到了。想留著，請截圖。',
  },
  en: {
    product: 'Science assistant',
    title: 'The answer you took along',
    waiting: 'Opening …',
    unreachable: 'The service cannot be reached. Please check your connection and scan again.',
    once: 'This page opens once and is gone when you close it. To keep it, take a screenshot.',
  },
};
