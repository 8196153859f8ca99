import type { Locale } from '../i18n/locale';

/** What the kiosk says beyond what the widget says. */
export interface KioskWords {
  readonly touch: string;
  readonly ask: string;
  readonly questions: string;
  readonly home: string;
  readonly leave: string;
  readonly low: string;
  readonly high: string;
  readonly larger: string;
  readonly smaller: string;
  readonly speak: string;
  readonly stopSpeaking: string;
  readonly stillThere: string;
  readonly resetIn: (seconds: number) => string;
  readonly stay: string;
  readonly keyboard: string;
  readonly keys: {
    readonly candidates: string;
    readonly more: string;
    readonly delete: string;
    readonly space: string;
    readonly send: string;
    readonly hide: string;
    readonly toEnglish: string;
    readonly toPinyin: string;
    readonly toNumbers: string;
    readonly toLetters: string;
    readonly shift: string;
    readonly apostrophe: string;
    readonly hint: string;
  };
  readonly operator: string;
  readonly code: string;
  readonly enter: string;
  readonly wrongCode: string;
  readonly noCode: string;
  readonly tooOften: string;
  readonly unreachable: string;
  readonly reload: string;
  readonly exit: string;
  readonly back: string;
  readonly takeAlong: string;
  readonly takeAlongTitle: string;
  readonly takeAlongHint: string;
  readonly takeAlongFailed: string;
  readonly offline: string;
  readonly cutOff: string;
  readonly fromPack: (day: string) => string;
  readonly offlineNothing: string;
  readonly pairing: {
    readonly title: string;
    readonly lead: string;
    readonly code: string;
    readonly pair: string;
    readonly wrong: string;
    readonly unreachable: string;
    readonly waiting: string;
  };
}

export const WORDS: Readonly<Record<Locale, KioskWords>> = {
  'zh-CN': {
    touch: '点一下屏幕，开始提问',
    ask: '你想知道什么？',
    questions: '点一个问题，或者自己输入',
    home: '看别的问题',
    leave: '我问完了',
    low: '放低',
    high: '放高',
    larger: '大字',
    smaller: '小字',
    speak: '读给我听',
    stopSpeaking: '别读了',
    stillThere: '你还在吗？',
    resetIn: (seconds) => `${seconds} 秒后清除刚才的对话`,
    stay: '我还在',
    keyboard: '屏幕键盘',
    keys: {
      candidates: '选字',
      more: '更多',
      delete: '删除',
      space: '空格',
      send: '提问',
      hide: '收起键盘',
      toEnglish: '英文',
      toPinyin: '拼音',
      toNumbers: '123',
      toLetters: '字母',
      shift: '大写',
      apostrophe: '隔开',
      hint: '输入拼音，例如 milu',
    },
    operator: '工作人员',
    code: '请输入口令',
    enter: '确定',
    wrongCode: '口令不对。',
    noCode: '还没有设置口令，不能从这里退出。',
    tooOften: '试得太多了，请过一分钟再试。',
    unreachable: '连不上服务，无法核对口令。',
    reload: '重新载入',
    exit: '退出',
    back: '返回',
    takeAlong: '用手机带走',
    takeAlongTitle: '用手机扫一扫',
    takeAlongHint: '十分钟内有效，只能打开一次。里面只有这条答案和它的出处。',
    takeAlongFailed: '二维码暂时生成不了，请稍后再试。',
    offline: '离线：现在没有网络，回答取自本机存储的内容',
    cutOff: '离线：暂时连不上服务，回答取自本机存储的内容',
    fromPack: (day) => `取自本机存储的内容（${day} 版）`,
    offlineNothing:
      '离线：现在连不上服务，本机存储的内容里也找不到能回答这个问题的依据。可以换个问法，或者问问身边的工作人员。遇到急事，请马上找工作人员，或拨打 110、119、120。',
    pairing: {
      title: '配对终端',
      lead: '请在管理页面的“终端”里生成配对码，十分钟内在这里输入。',
      code: '配对码（8 位数字）',
      pair: '配对',
      wrong: '配对码不对，或者已经用过、过期了。',
      unreachable: '连不上服务，暂时无法配对。',
      waiting: '正在连接服务……',
    },
  },
  'zh-TW': {
    touch: '點一下螢幕，開始提問',
    ask: '你想知道什麼？',
    questions: '點一個問題，或者自己輸入',
    home: '看別的問題',
    leave: '我問完了',
    low: '放低',
    high: '放高',
    larger: '大字',
    smaller: '小字',
    speak: '讀給我聽',
    stopSpeaking: '別讀了',
    stillThere: '你還在嗎？',
    resetIn: (seconds) => `${seconds} 秒後清除剛才的對話`,
    stay: '我還在',
    keyboard: '螢幕鍵盤',
    keys: {
      candidates: '選字',
      more: '更多',
      delete: '刪除',
      space: '空格',
      send: '提問',
      hide: '收起鍵盤',
      toEnglish: '英文',
      toPinyin: '拼音',
      toNumbers: '123',
      toLetters: '字母',
      shift: '大寫',
      apostrophe: '隔開',
      hint: '輸入拼音，例如 milu',
    },
    operator: '工作人員',
    code: '請輸入口令',
    enter: '確定',
    wrongCode: '口令不對。',
    noCode: '還沒有設定口令，不能從這裡離開。',
    tooOften: '試得太多了，請過一分鐘再試。',
    unreachable: '連不上服務，無法核對口令。',
    reload: '重新載入',
    exit: '離開',
    back: '返回',
    takeAlong: '用手機帶走',
    takeAlongTitle: '用手機掃一掃',
    takeAlongHint: '十分鐘內有效，只能開啟一次。裡面只有這條答案和它的出處。',
    takeAlongFailed: 'QR 碼暫時產生不了，請稍後再試。',
    offline: '離線：現在沒有網路，回答取自本機儲存的內容',
    cutOff: '離線：暫時連不上服務，回答取自本機儲存的內容',
    fromPack: (day) => `取自本機儲存的內容（${day} 版）`,
    offlineNothing:
      '離線：現在連不上服務，本機儲存的內容裡也找不到能回答這個問題的依據。可以換個問法，或者問問身邊的工作人員。遇到急事，請馬上找工作人員，或撥打 110、119、120。',
    pairing: {
      title: '配對終端',
      lead: '請在管理頁面的“終端”裡產生配對碼，十分鐘內在這裡輸入。',
      code: '配對碼（8 位數字）',
      pair: '配對',
      wrong: '配對碼不對，或者已經用過、過期了。',
      unreachable: '連不上服務，暫時無法配對。',
      waiting: '正在連線服務……',
    },
  },
  en: {
    touch: 'Touch the screen to ask a question',
    ask: 'What would you like to know?',
    questions: 'Tap a question, or type your own',
    home: 'Other questions',
    leave: 'I am done',
    low: 'Lower',
    high: 'Higher',
    larger: 'Larger text',
    smaller: 'Smaller text',
    speak: 'Read it to me',
    stopSpeaking: 'Stop reading',
    stillThere: 'Are you still there?',
    resetIn: (seconds) =>
      `This conversation is cleared in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}`,
    stay: 'I am here',
    keyboard: 'On-screen keyboard',
    keys: {
      candidates: 'Candidates',
      more: 'More',
      delete: 'Delete',
      space: 'space',
      send: 'Ask',
      hide: 'Hide',
      toEnglish: 'ABC',
      toPinyin: 'Pinyin',
      toNumbers: '123',
      toLetters: 'Letters',
      shift: 'Capitals',
      apostrophe: 'Part syllables',
      hint: 'Type pinyin, such as milu',
    },
    operator: 'Staff',
    code: 'Please enter the code',
    enter: 'Enter',
    wrongCode: 'That is not the code.',
    noCode: 'No code has been set, so there is no way out from here.',
    tooOften: 'Too many tries. Please wait a minute.',
    unreachable: 'The service cannot be reached, so the code cannot be checked.',
    reload: 'Reload',
    exit: 'Leave',
    back: 'Back',
    takeAlong: 'Take it along',
    takeAlongTitle: 'Scan it with your phone',
    takeAlongHint: 'It holds for ten minutes and opens once. It shows this answer and its sources only.',
    takeAlongFailed: 'There is no code right now. Please try again in a moment.',
    offline: 'Offline: there is no network, so answers come from what this terminal keeps',
    cutOff: 'Offline: the service cannot be reached, so answers come from what this terminal keeps',
    fromPack: (day) => `from what this terminal keeps (as of ${day})`,
    offlineNothing:
      'Offline: the service cannot be reached, and nothing this terminal keeps answers that. Please put it otherwise, or ask our staff. In an emergency, turn to the staff at once, or call 110, 119 or 120.',
    pairing: {
      title: 'Pair this terminal',
      lead: 'Make a pairing code at /admin, under Terminals, and enter it here within ten minutes.',
      code: 'Pairing code (8 digits)',
      pair: 'Pair',
      wrong: 'That is not a code, or it was used, or its time is over.',
      unreachable: 'The service cannot be reached, so nothing can be paired.',
      waiting: 'Looking for the service …',
    },
  },
};
