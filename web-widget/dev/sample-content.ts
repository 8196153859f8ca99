/** A handful of documents, enough to see every state of the interface without the service. */
export interface SampleDocument {
  readonly id: string;
  readonly title: string;
  readonly sections: readonly { readonly heading: string; readonly text: string }[];
}

export const SUGGESTIONS: Readonly<Record<string, readonly string[]>> = {
  nature: [
    '恐龙为什么会灭绝？',
    '鸟类真的是恐龙的后代吗？',
    '菊石是什么动物？',
    '化石是怎样形成的？',
    '水晶为什么有棱有角？',
    '怎样知道一块化石有多老？',
  ],
  planetarium: [
    '土星的光环是什么组成的？',
    '月食为什么是红色的？',
    '北极星会一直是北极星吗？',
    '白天为什么看不见星星？',
    '黑洞能看见吗？',
    '二十四节气是怎么定的？',
    '流星雨为什么每年都来？',
  ],
  milu: [
    '麋鹿为什么叫“四不像”？',
    '麋鹿的角什么时候脱落？',
    '麋鹿怎样回到中国？',
    '麋鹿吃什么？',
    '湿地为什么重要？',
    '麋鹿会游泳吗？',
  ],
};

export const FOLLOW_UPS: readonly string[] = ['麋鹿的角什么时候脱落？', '麋鹿怎样回到中国？', '麋鹿吃什么？'];

export const DOCUMENTS: readonly SampleDocument[] = [
  {
    id: 'milu-name',
    title: '麋鹿的名字',
    sections: [
      {
        heading: '麋鹿为什么叫“四不像”？',
        text:
          '麋鹿叫“四不像”，是因为人们说它的脸像马、角像鹿、蹄像牛、尾像驴，合在一起却四样都不像。\n' +
          '麋鹿的脸又长又窄，远看确实有几分像马。麋鹿的蹄子宽大，走在泥地上会分开，不容易陷下去。麋鹿的尾巴是鹿类里最长的，末端有一簇长毛，可以赶走蚊蝇。\n' +
          '“四不像”是民间的叫法，也曾用来称呼驯鹿等别的动物。说到北京南海子的“四不像”，指的就是麋鹿。',
      },
      {
        heading: '麋鹿的角有什么特别？',
        text:
          '麋鹿的角主干向后分叉，没有向前伸的眉叉，这在鹿类里独一无二。\n' +
          '把一对麋鹿角倒放在地上，几个叉尖着地，往往能站稳。只有雄麋鹿长角，角每年冬天脱落，随后长出新的。',
      },
    ],
  },
  {
    id: 'milu-return',
    title: '麋鹿回家',
    sections: [
      {
        heading: '麋鹿怎样回到中国？',
        text:
          '1985年，一批麋鹿从英国乌邦寺回到北京南海子，麋鹿从此重新在中国安家。\n' +
          '麋鹿原产中国，20世纪初在中国本土消失，只有欧洲还养着少量个体。',
      },
    ],
  },
];

/** Which sentences answer any question, each with the document it is taken from. */
export const ANSWER: readonly (readonly [documentId: string, sentence: string])[] = [
  ['milu-name', '麋鹿叫“四不像”，是因为人们说它的脸像马、角像鹿、蹄像牛、尾像驴，合在一起却四样都不像。'],
  ['milu-name', '麋鹿的蹄子宽大，走在泥地上会分开，不容易陷下去。'],
  ['milu-return', '麋鹿原产中国，20世纪初在中国本土消失，只有欧洲还养着少量个体。'],
];

/** A few words for the keyboard: it reads milu, mi, chi and shenme. */
export const LEXICON = '麋鹿\tmi lu\t-6\n迷路\tmi lu\t-9\n米\tmi\t-10\n吃\tchi\t-7\n什么\tshen me\t-5';
