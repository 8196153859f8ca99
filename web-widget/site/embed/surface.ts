import type { Language } from '../content';

/** Something that a page may set, call, hear or style. */
export interface Entry {
  readonly name: string;
  /** What it may be, what it takes or what it carries. */
  readonly values?: string;
  readonly what: Readonly<Record<Language, string>>;
}

export const KINDS = ['attributes', 'methods', 'events', 'parts', 'properties'] as const;
export type Kind = (typeof KINDS)[number];

/** The documented surface of `<kepu-chat>`; a test holds it against the element. */
export const SURFACE: Readonly<Record<Kind, readonly Entry[]>> = {
  attributes: [
    entry(
      'venue',
      'nature, planetarium, milu',
      '它的样子；也是“这里”指的地方',
      '它的樣子；也是「這裡」指的地方',
      'its look, and what “here” means',
    ),
    entry(
      'exhibit',
      'milu-01 …',
      '观众面前的展品，也就是“这个”',
      '觀眾面前的展品，也就是「這個」',
      'what “this” means',
    ),
    entry(
      'activity',
      'kjz-2026 …',
      '所属的活动；不写时看网页地址里的 kepu-activity',
      '所屬的活動；不寫時看網頁網址裡的 kepu-activity',
      'the activity it is shown at; by default what kepu-activity says in the page’s address',
    ),
    entry(
      'audience',
      'general, child, elder, educator',
      '回答写给谁看；观众可以另选',
      '回答寫給誰看；觀眾可以另選',
      'for whom answers are written; the visitor may choose otherwise',
    ),
    entry(
      'locale',
      'zh-CN, zh-TW, en',
      '界面和回答的语言；不写时跟随网页，观众可以另选',
      '介面和回答的語言；不寫時跟隨網頁，觀眾可以另選',
      'interface and answers; by default the page’s language, and the visitor may choose otherwise',
    ),
    entry(
      'mode',
      'bubble, inline, page',
      '角落里的按钮、正文里的一块、一整页；不写时是按钮',
      '角落裡的按鈕、內文裡的一塊、一整頁；不寫時是按鈕',
      'a button in the corner (the default), a panel in the text, or the whole page',
    ),
    entry(
      'theme',
      'light, dark, auto',
      '颜色；auto 跟随系统，不写时是浅色',
      '顏色；auto 跟隨系統，不寫時是淺色',
      'its colours; auto is what the system says, light the default',
    ),
    entry(
      'contrast',
      'normal, more',
      '对比度；不写时跟随系统',
      '對比度；不寫時跟隨系統',
      'black on white or white on black; by default what the system says',
    ),
    entry(
      'site',
      'academy …',
      '网站登记的编号；服务自己的网页不用写',
      '網站登記的編號；服務自己的網頁不用寫',
      'the id of a registered site; the service’s own pages need none',
    ),
    entry(
      'device-token',
      '32–200',
      '没有网址的 App 用它代替登记的地址',
      '沒有網址的 App 用它代替登記的網址',
      'lets an app ask that has no origin',
    ),
    entry(
      'api-base',
      'https://…',
      '服务的地址；不写时就是代码来的地方',
      '服務的位址；不寫時就是程式碼來的地方',
      'the service; by default where the script came from',
    ),
    entry(
      'open',
      '',
      '面板是否打开（按钮样式）',
      '面板是否打開（按鈕樣式）',
      'whether the panel is open (bubble)',
    ),
  ],
  methods: [
    entry(
      'ask()',
      'question',
      '打开并提问，回答结束时完成',
      '打開並提問，回答結束時完成',
      'opens and asks; resolves at the end of the answer',
    ),
    entry('show()', '', '打开面板', '打開面板', 'opens the panel'),
    entry(
      'hide()',
      '',
      '关上面板，对话还在',
      '關上面板，對話還在',
      'closes the panel; the conversation stays',
    ),
    entry(
      'clear()',
      '',
      '忘掉这段对话，这里和服务端都忘掉',
      '忘掉這段對話，這裡和伺服器上都忘掉',
      'forgets the conversation, here and at the service',
    ),
  ],
  events: [
    entry('kepu-open', 'venue', '面板打开了', '面板打開了', 'the panel was opened'),
    entry('kepu-close', 'venue', '面板关上了', '面板關上了', 'the panel was closed'),
    entry(
      'kepu-answer',
      'requestId, conversationId, answerId, question, text, outcome, citations',
      '一条回答完整了',
      '一則回答完整了',
      'an answer is complete',
    ),
    entry('kepu-feedback', 'answerId, vote, reason', '观众评价了', '觀眾評價了', 'a vote was sent'),
    entry(
      'kepu-correction',
      'answerId, number',
      '观众的纠错已收到',
      '觀眾的糾錯已收到',
      'a report that an answer is wrong was received',
    ),
  ],
  parts: [
    entry('bubble', '', '打开面板的按钮', '打開面板的按鈕', 'the button that opens the panel'),
    entry('panel', '', '面板', '面板', 'the panel'),
    entry('header', '', '面板的头', '面板的頂部', 'the panel’s head'),
    entry('transcript', '', '问与答', '問與答', 'questions and answers'),
    entry('composer', '', '写问题的地方', '寫問題的地方', 'where the question is typed'),
    entry('question', '', '观众的话', '觀眾的話', 'the visitor’s words'),
    entry('answer', '', '回答的话', '回答的話', 'an answer’s words'),
    entry('sources', '', '来源列表', '來源清單', 'an answer’s list of sources'),
    entry('picture', '', '回答里的图', '回答裡的圖', 'a picture of an answer'),
    entry('picture-viewer', '', '放大看图的地方', '放大看圖的地方', 'where a picture is seen large'),
    entry('ai-label', '', '人工智能生成的标识', '人工智慧生成的標示', 'the label that an AI made the answer'),
  ],
  properties: [
    entry(
      '--kepu-inset-block',
      '1.5rem',
      '离窗口底边多远；小屏幕上是 1rem',
      '離視窗底邊多遠；小螢幕上是 1rem',
      'the distance from the bottom of the window; 1rem on small screens',
    ),
    entry(
      '--kepu-inset-inline',
      '1.5rem',
      '离窗口侧边多远；小屏幕上是 1rem',
      '離視窗側邊多遠；小螢幕上是 1rem',
      'the distance from its side; 1rem on small screens',
    ),
    entry('--kepu-panel-width', '25rem', '面板的宽', '面板的寬', 'the panel’s width'),
    entry('--kepu-panel-height', '41rem', '面板的高', '面板的高', 'the panel’s height'),
    entry('--kepu-z-index', '2147483000', '在网页上的层次', '在網頁上的層次', 'its place above the page'),
    entry(
      '--kepu-color-…',
      '#1f5a41 …',
      '颜色：accent、night、ground、ink 等',
      '顏色：accent、night、ground、ink 等',
      'its colours: accent, night, ground, ink and more',
    ),
    entry(
      '--kepu-font-…',
      '',
      '字体：text 正文，display 标题',
      '字體：text 內文，display 標題',
      'its type: text, and display for titles',
    ),
  ],
};

function entry(name: string, values: string, zhCN: string, zhTW: string, en: string): Entry {
  return { name, ...(values ? { values } : {}), what: { 'zh-CN': zhCN, 'zh-TW': zhTW, en } };
}
