/** The venues the site shows. */
export const VENUES = ['nature', 'planetarium', 'milu'] as const;
export type VenueId = (typeof VENUES)[number];

/** The languages the site speaks. */
export type Language = 'zh-CN' | 'en';

/** A question to tap. It is asked in Chinese, the language of the collection; `gloss` is for English readers. */
export interface Question {
  readonly asked: string;
  readonly gloss: string;
}

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
    | 'otherLanguage'
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
    | 'embed'
    | 'embedNote'
    | 'copy'
    | 'copied'
    | 'footer',
    string
  >
>;

/** The questions on each venue's page. */
export const QUESTIONS: Readonly<Record<VenueId, readonly Question[]>> = {
  nature: [
    { asked: '恐龙为什么会灭绝？', gloss: 'Why did the dinosaurs die out?' },
    { asked: '鸟类真的是恐龙的后代吗？', gloss: 'Are birds really descended from dinosaurs?' },
    { asked: '菊石是什么动物？', gloss: 'What kind of animal was an ammonite?' },
    { asked: '化石是怎样形成的？', gloss: 'How does a fossil form?' },
    { asked: '怎样知道一块化石有多老？', gloss: 'How do we know how old a fossil is?' },
    { asked: '水晶为什么有棱有角？', gloss: 'Why do crystals have edges and corners?' },
  ],
  planetarium: [
    { asked: '土星的光环是什么组成的？', gloss: 'What are Saturn’s rings made of?' },
    { asked: '月食时月亮为什么会变红？', gloss: 'Why does the Moon turn red in an eclipse?' },
    { asked: '北极星会一直是北极星吗？', gloss: 'Will the North Star always be the North Star?' },
    { asked: '白天为什么看不见星星？', gloss: 'Why can’t we see the stars by day?' },
    { asked: '二十四节气是怎么定的？', gloss: 'How are the 24 solar terms set?' },
    { asked: '流星雨为什么每年都来？', gloss: 'Why do meteor showers return every year?' },
  ],
  milu: [
    { asked: '麋鹿为什么叫“四不像”？', gloss: 'Why is the Milu called “four unlikes”?' },
    { asked: '麋鹿的角什么时候脱落？', gloss: 'When do Milu shed their antlers?' },
    { asked: '麋鹿怎样回到中国？', gloss: 'How did the Milu come back to China?' },
    { asked: '麋鹿吃什么？', gloss: 'What do Milu eat?' },
    { asked: '湿地为什么重要？', gloss: 'Why do wetlands matter?' },
    { asked: '麋鹿会游泳吗？', gloss: 'Can Milu swim?' },
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
    otherLanguage: 'English',
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
    embed: '放进你的网页',
    embedNote: '两行代码，助手就会出现在页面右下角。venue 决定它的样子，也帮它明白观众在哪里。',
    copy: '复制代码',
    copied: '已复制',
    footer: '这是科普助手的演示页面。回答由人工智能依据馆藏资料生成，请以来源原文为准。',
  },
  en: {
    skip: 'Skip to content',
    venues: 'Venues',
    academy: 'Academy of Popular Science',
    fields: 'Nature · Astronomy · Biodiversity',
    otherLanguage: '中文',
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
    embed: 'Put it on your page',
    embedNote:
      'Two lines, and the guide stands in the corner of your page. “venue” gives it its look and tells it where visitors are.',
    copy: 'Copy the code',
    copied: 'Copied',
    footer:
      'This is a demonstration of the Science Guide. Answers are generated by AI from the academy’s texts; the source text is what counts.',
  },
};
