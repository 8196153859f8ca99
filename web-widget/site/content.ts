/** The venues the site shows. */
export const VENUES = ['nature', 'planetarium', 'milu'] as const;
export type VenueId = (typeof VENUES)[number];

/** The languages the site speaks. */
export type Language = 'zh-CN' | 'zh-TW' | 'en';

/** A question to tap. It is asked in Chinese, the language of the collection; `en` is for English readers. */
export type Question = Readonly<Record<Language, string>>;

interface VenueWords {
  readonly name: string;
  readonly title: string;
  readonly lead: string;
  readonly picture: string;
}

type Words = Readonly<
  Record<
    | 'skip'
    | 'venues'
    | 'academy'
    | 'fields'
    | 'languages'
    | 'open'
    | 'questions'
    | 'questionsNote'
    | 'how'
    | 'quotes.title'
    | 'quotes.text'
    | 'honest.title'
    | 'honest.text'
    | 'private.title'
    | 'private.text'
    | 'others'
    | 'embed'
    | 'embedNote'
    | 'embedGo'
    | 'filing'
    | 'footer',
    string
  >
>;

/** The questions on each venue's page. */
export const QUESTIONS: Readonly<Record<VenueId, readonly Question[]>> = {
  nature: [
    { 'zh-CN': '恐龙为什么会灭绝？', 'zh-TW': '恐龍為什麼會滅絕？', en: 'Why did the dinosaurs die out?' },
    {
      'zh-CN': '鸟类真的是恐龙的后代吗？',
      'zh-TW': '鳥類真的是恐龍的後代嗎？',
      en: 'Are birds really descended from dinosaurs?',
    },
    { 'zh-CN': '菊石是什么动物？', 'zh-TW': '菊石是什麼動物？', en: 'What kind of animal was an ammonite?' },
    { 'zh-CN': '化石是怎样形成的？', 'zh-TW': '化石是怎樣形成的？', en: 'How does a fossil form?' },
    {
      'zh-CN': '怎样知道一块化石有多老？',
      'zh-TW': '怎樣知道一塊化石有多老？',
      en: 'How do we know how old a fossil is?',
    },
    {
      'zh-CN': '水晶为什么有棱有角？',
      'zh-TW': '水晶為什麼有稜有角？',
      en: 'Why do crystals have edges and corners?',
    },
  ],
  planetarium: [
    {
      'zh-CN': '土星的光环是什么组成的？',
      'zh-TW': '土星的光環是什麼組成的？',
      en: 'What are Saturn’s rings made of?',
    },
    {
      'zh-CN': '月食时月亮为什么会变红？',
      'zh-TW': '月食時月亮為什麼會變紅？',
      en: 'Why does the Moon turn red in an eclipse?',
    },
    {
      'zh-CN': '北极星会一直是北极星吗？',
      'zh-TW': '北極星會一直是北極星嗎？',
      en: 'Will the North Star always be the North Star?',
    },
    {
      'zh-CN': '白天为什么看不见星星？',
      'zh-TW': '白天為什麼看不見星星？',
      en: 'Why can’t we see the stars by day?',
    },
    {
      'zh-CN': '二十四节气是怎么定的？',
      'zh-TW': '二十四節氣是怎麼定的？',
      en: 'How are the 24 solar terms set?',
    },
    {
      'zh-CN': '流星雨为什么每年都来？',
      'zh-TW': '流星雨為什麼每年都來？',
      en: 'Why do meteor showers return every year?',
    },
  ],
  milu: [
    {
      'zh-CN': '麋鹿为什么叫“四不像”？',
      'zh-TW': '麋鹿為什麼叫「四不像」？',
      en: 'Why is the Milu called “four unlikes”?',
    },
    {
      'zh-CN': '麋鹿的角什么时候脱落？',
      'zh-TW': '麋鹿的角什麼時候脫落？',
      en: 'When do Milu shed their antlers?',
    },
    {
      'zh-CN': '麋鹿怎样回到中国？',
      'zh-TW': '麋鹿怎樣回到中國？',
      en: 'How did the Milu come back to China?',
    },
    { 'zh-CN': '麋鹿吃什么？', 'zh-TW': '麋鹿吃什麼？', en: 'What do Milu eat?' },
    { 'zh-CN': '湿地为什么重要？', 'zh-TW': '濕地為什麼重要？', en: 'Why do wetlands matter?' },
    { 'zh-CN': '麋鹿会游泳吗？', 'zh-TW': '麋鹿會游泳嗎？', en: 'Can Milu swim?' },
  ],
};

/** What the page says about each venue. */
export const VENUE_WORDS: Readonly<Record<Language, Readonly<Record<VenueId, VenueWords>>>> = {
  'zh-CN': {
    nature: {
      name: '自然博物馆',
      title: '一层石头，\n一页地球的日记',
      lead: '恐龙、菊石、矿物，还有我们自己的来历。看见什么就问什么，答案都指向原文。',
      picture: '一具长颈恐龙的骨架站在地层之上，地层里埋着菊石、三叶虫和蕨叶。',
    },
    planetarium: {
      name: '天文馆',
      title: '今晚的星光，\n很久以前就出发了',
      lead: '行星、恒星、日月食和历法。抬头看见的，都可以问，答案都指向原文。',
      picture: '夜空中星星绕着北极星划出弧线，土星悬在亮着灯的圆顶上方，有人在用望远镜。',
    },
    milu: {
      name: '麋鹿苑',
      title: '水边的鹿，\n回家的路',
      lead: '麋鹿、湿地和迁徙的鸟。想知道它们怎样生活，就从一个问题问起。',
      picture: '一头雄麋鹿站在湿地的浅水里，角叉向后伸，身旁是芦苇，远处有鹿群和白鹭。',
    },
  },
  'zh-TW': {
    nature: {
      name: '自然博物館',
      title: '一層石頭，\n一頁地球的日記',
      lead: '恐龍、菊石、礦物，還有我們自己的來歷。看到什麼就問什麼，答案都指向原文。',
      picture: '一具長頸恐龍的骨架站在地層之上，地層裡埋著菊石、三葉蟲和蕨葉。',
    },
    planetarium: {
      name: '天文館',
      title: '今晚的星光，\n很久以前就出發了',
      lead: '行星、恆星、日食月食和曆法。抬頭看見的，都可以問，答案都指向原文。',
      picture: '夜空中星星繞著北極星劃出弧線，土星懸在亮著燈的圓頂上方，有人在用望遠鏡。',
    },
    milu: {
      name: '麋鹿苑',
      title: '水邊的鹿，\n回家的路',
      lead: '麋鹿、濕地和遷徙的鳥。想知道牠們怎樣生活，就從一個問題問起。',
      picture: '一頭雄麋鹿站在濕地的淺水裡，角叉向後伸，身旁是蘆葦，遠處有鹿群和白鷺。',
    },
  },
  en: {
    nature: {
      name: 'Natural History Museum',
      title: 'Layers of rock,\npages of a diary',
      lead: 'Dinosaurs, ammonites, minerals, and where we come from. Ask about anything you see; every answer points to its text.',
      picture:
        'The skeleton of a long-necked dinosaur stands on layers of rock that hold ammonites, trilobites and fern leaves.',
    },
    planetarium: {
      name: 'Planetarium',
      title: 'Tonight’s starlight\nset out long ago',
      lead: 'Planets, stars, eclipses and calendars. Ask about anything above you; every answer points to its text.',
      picture:
        'Stars draw arcs around the North Star, Saturn hangs above a lit dome, and two people stand at a telescope.',
    },
    milu: {
      name: 'Milu Park',
      title: 'The deer\nthat came home',
      lead: 'Milu, wetlands and migrating birds. To learn how they live, begin with one question.',
      picture:
        'A Milu stag stands in shallow water, its antlers branching backwards, among reeds, with a herd and egrets far off.',
    },
  },
};

/** What the page says wherever one is. */
export const WORDS: Readonly<Record<Language, Words>> = {
  'zh-CN': {
    skip: '跳到正文',
    venues: '场馆',
    academy: '科普研究院',
    fields: '自然 · 天文 · 生物多样性',
    languages: '语言',
    open: '问问科普助手',
    questions: '从一个问题开始',
    questionsNote: '点一下，科普助手就会回答。',
    how: '它怎样回答',
    'quotes.title': '摘引原文，标明出处',
    'quotes.text': '每句话后面都有编号。点开编号，就能看到那句话在馆藏资料里的位置。',
    'honest.title': '没有依据，就说不知道',
    'honest.text': '资料里找不到可靠的依据时，它会直说，并给出可以继续问的问题。',
    'private.title': '不用账号，不留姓名',
    'private.text': '打开就能问。不需要注册，也不会询问你是谁。',
    others: '再去别处看看',
    embed: '放进你的网页',
    embedNote: '先登记网站，再贴一行代码，助手就会出现在页面上：角落里的按钮、正文里的一块，或者一整页。',
    embedGo: '选样式，取代码',
    filing: '生成式人工智能服务备案号：',
    footer: '这是科普助手的演示页面。回答由人工智能依据馆藏资料生成，请以来源原文为准。',
  },
  'zh-TW': {
    skip: '跳到正文',
    venues: '場館',
    academy: '科普研究院',
    fields: '自然 · 天文 · 生物多樣性',
    languages: '語言',
    open: '問問科普助手',
    questions: '從一個問題開始',
    questionsNote: '點一下，科普助手就會回答。',
    how: '它怎樣回答',
    'quotes.title': '摘引原文，標明出處',
    'quotes.text': '每句話後面都有編號。點開編號，就能看到那句話在館藏資料裡的位置。',
    'honest.title': '沒有依據，就說不知道',
    'honest.text': '資料裡找不到可靠的依據時，它會直說，並給出可以接著問的問題。',
    'private.title': '不用帳號，不留姓名',
    'private.text': '打開就能問。不需要註冊，也不會問你是誰。',
    others: '再去別處看看',
    embed: '放進你的網頁',
    embedNote: '先登記網站，再貼一行程式碼，助手就會出現在頁面上：角落裡的按鈕、內文裡的一塊，或者一整頁。',
    embedGo: '選樣式，取程式碼',
    filing: '生成式人工智慧服務備案號：',
    footer: '這是科普助手的示範頁面。回答由人工智慧依據館藏資料產生，請以來源原文為準。',
  },
  en: {
    skip: 'Skip to content',
    venues: 'Venues',
    academy: 'Academy of Popular Science',
    fields: 'Nature · Astronomy · Biodiversity',
    languages: 'Languages',
    open: 'Ask the Science Guide',
    questions: 'Begin with a question',
    questionsNote: 'Tap one and the guide answers. The collection is in Chinese, and so are the answers.',
    how: 'How it answers',
    'quotes.title': 'It quotes, and shows where',
    'quotes.text': 'A number follows every sentence. Open it to see that sentence in the academy’s own text.',
    'honest.title': 'It says when it does not know',
    'honest.text':
      'Where the collection holds no evidence it tells you so, and offers questions it can answer.',
    'private.title': 'No account, no name',
    'private.text': 'Open it and ask. There is nothing to register, and it does not ask who you are.',
    others: 'Go and see the others',
    embed: 'Put it on your page',
    embedNote:
      'Register the site, paste one line, and the guide is on the page: a button in the corner, a part of the text, or a whole page.',
    embedGo: 'Choose a form, get the code',
    filing: 'Generative AI service filing number: ',
    footer:
      'This is a demonstration of the Science Guide. Answers are generated by AI from the academy’s texts; the source text is what counts.',
  },
};
