import type { StaffLocale } from '../account/words';
import { counted } from '../i18n/writing';
import type { Decision, Kind, ModelLimit, Stage } from './studio-client';

/** What the studio says. */
export interface StudioWords {
  readonly product: string;
  readonly waiting: string;
  readonly unreachable: string;
  readonly signOut: string;
  readonly otherLanguage: string;
  readonly notForYou: string;
  readonly newSet: string;
  readonly newSetLead: string;
  readonly mySets: string;
  readonly noSets: string;
  readonly about: string;
  readonly aboutHint: string;
  readonly pickSections: string;
  readonly chosen: (count: number) => string;
  readonly title: string;
  readonly stage: string;
  readonly stages: Readonly<Record<Stage, string>>;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly howMany: string;
  readonly noTests: string;
  readonly make: string;
  readonly making: (done: number, total: number, made: number) => string;
  readonly preparing: string;
  readonly cancel: string;
  readonly states: Readonly<Record<'making' | 'ready' | 'cancelled' | 'failed', string>>;
  readonly back: string;
  readonly items: (count: number, accepted: number) => string;
  readonly refusedTitle: (count: number) => string;
  readonly refusedLead: string;
  readonly source: string;
  readonly key: string;
  readonly accept: string;
  readonly reject: string;
  readonly reopen: string;
  readonly edit: string;
  readonly save: string;
  readonly discard: string;
  readonly reason: string;
  readonly confirmReject: string;
  readonly up: string;
  readonly down: string;
  readonly edited: string;
  readonly decisions: Readonly<Record<Decision, string>>;
  readonly stem: string;
  readonly explanation: string;
  readonly option: (letter: string) => string;
  readonly answer: string;
  readonly right: string;
  readonly wrong: string;
  readonly exportTitle: string;
  readonly exportLead: string;
  readonly onlyAccepted: string;
  readonly unofficial: string;
  readonly student: string;
  readonly teacher: string;
  readonly formats: Readonly<Record<string, string>>;
  readonly download: string;
  readonly worksheet: string;
  readonly print: string;
  readonly worksheetTitle: (title: string) => string;
  readonly name: string;
  readonly className: string;
  readonly date: string;
  readonly route: string;
  readonly stop: (place: string) => string;
  readonly draw: string;
  readonly ask: string;
  readonly readOnly: string;
  readonly copyLink: string;
  readonly copied: string;
  readonly acceptAll: string;
  readonly byModel: string;
  /** What one language model did. */
  readonly modelPart: (name: string, drafts: number) => string;
  /** What the language models did, all of them that wrote. */
  readonly modelWork: (parts: string) => string;
  /** That a language model was asked and wrote nothing. */
  readonly modelFailed: (name: string, failures: number) => string;
  readonly modelFlaws: (reasons: string) => string;
  /** Why something was no item, by its code, where the service's own words are not to be used. */
  readonly flaws: Readonly<Record<string, string>>;
  readonly modelSilent: (sections: number) => string;
  /** Why the rest was made without a language model. */
  readonly modelLimits: Readonly<Record<ModelLimit, string>>;
  /** Why an item was refused, by its code, where the service's own words are not to be used. */
  readonly objections: Readonly<Record<string, string>>;
  readonly delete: string;
  readonly deleteAsk: string;
  readonly deleteConfirm: string;
}

export const STUDIO_WORDS: Readonly<Record<StaffLocale, StudioWords>> = {
  'zh-CN': {
    product: '科普助手 · 教师工作室',
    waiting: '正在打开……',
    unreachable: '暂时连不上服务，请稍后刷新。',
    signOut: '退出登录',
    otherLanguage: 'English',
    notForYou: '您的账号还没有“教师”权限，请联系管理员开通。',
    newSet: '出一套题',
    newSetLead: '题目取自馆藏文章，每道题都标出依据；请您审核之后再用于课堂。',
    mySets: '我的题',
    noSets: '还没有题。在左边选好内容，就可以出第一套。',
    about: '内容',
    aboutHint: '展项或事物的名字，例如：麋鹿、月食、三叶虫',
    pickSections: '也可以逐篇、逐节挑选',
    chosen: (count) => `已选 ${count} 节`,
    title: '标题',
    stage: '学段',
    stages: {
      years_1_2: '1~2 年级',
      years_3_4: '3~4 年级',
      years_5_6: '5~6 年级',
      years_7_9: '7~9 年级',
    },
    kinds: {
      single_choice: '单选题',
      multiple_choice: '多选题',
      true_false: '判断题',
      fill_in: '填空题',
      short_answer: '简答题',
      ordering: '排序题',
      matching: '连线题',
      hands_on: '动手任务',
      oral: '口头任务',
    },
    howMany: '题量',
    noTests: '1~2 年级不安排书面测验，只出动手任务和口头任务。',
    make: '开始出题',
    making: (done, total, made) => `正在出题：已读 ${done} / ${total} 节，得到 ${made} 道`,
    preparing: '正在准备资料……',
    cancel: '停止',
    states: { making: '正在出题', ready: '可以审核', cancelled: '已停止', failed: '没有出成' },
    back: '返回',
    items: (count, accepted) => `${count} 道题，已接受 ${accepted} 道`,
    refusedTitle: (count) => `没有通过检查的 ${count} 道`,
    refusedLead: '这些题不会导出。每道题都写明了原因，您认为可用，可以修改后接受。',
    source: '依据',
    key: '答案',
    accept: '接受',
    reject: '拒绝',
    reopen: '重新审核',
    edit: '修改',
    save: '保存',
    discard: '取消',
    reason: '拒绝的理由（可不填）',
    confirmReject: '确定拒绝',
    up: '上移',
    down: '下移',
    edited: '已修改',
    decisions: { open: '待审核', accepted: '已接受', rejected: '已拒绝' },
    stem: '题干',
    explanation: '解析',
    option: (letter) => `选项 ${letter}`,
    answer: '答案',
    right: '对',
    wrong: '错',
    exportTitle: '导出',
    exportLead: '全部题目都被接受时，文件上才写“已审核”。',
    onlyAccepted: '只导出已接受的题',
    unofficial: '（非官方格式，导入前请先预览）',
    student: '学生卷',
    teacher: '教师卷',
    formats: {
      docx: 'Word 文档',
      pdf: 'PDF',
      gift: 'Moodle GIFT',
      moodle: 'Moodle XML',
      qti: 'QTI 2.1',
      anki: 'Anki',
      kahoot: 'Kahoot',
      chaoxing: '学习通',
      wenjuanxing: '问卷星',
      tencent: '腾讯问卷',
      csv: 'CSV 表格',
    },
    download: '下载',
    worksheet: '参观学习单',
    print: '打印',
    worksheetTitle: (title) => `${title} · 参观学习单`,
    name: '姓名',
    className: '班级',
    date: '日期',
    route: '参观路线',
    stop: (place) => `找一找：${place}`,
    draw: '画在这里',
    ask: '还想知道什么？扫一扫，问问馆里的助手',
    readOnly: '这套题由别的老师保管，您可以查看和导出。',
    copyLink: '复制链接',
    copied: '链接已复制，同事登录后就能打开。',
    acceptAll: '全部接受',
    byModel: '语言模型撰写',
    modelPart: (name, drafts) => `${name} 写了 ${drafts} 道`,
    modelWork: (parts) => `语言模型参与了出题：${parts}，检查的标准与其他题相同。`,
    modelFailed: (name, failures) => `${name} 有 ${failures} 次没有写成。`,
    modelFlaws: (reasons) => `另有不成题的，没有采用：${reasons}。`,
    flaws: {},
    modelSilent: (sections) => `有 ${sections} 节没有写成，这些节只按规则出题。`,
    modelLimits: {
      time: '语言模型用满了一套题的时间，其余的题只按规则出。',
      account: '您今天用于出题的语言模型额度已经用完，其余的题只按规则出；明天可以再用。',
      studio: '各位教师今天用于出题的语言模型额度已经用完，其余的题只按规则出；明天可以再用。',
      day: '今天的语言模型额度已经用完，其余的题只按规则出；明天可以再用。',
    },
    objections: {},
    delete: '删除',
    deleteAsk: '删除后不能恢复，同事手里的链接也会失效。',
    deleteConfirm: '确定删除',
  },
  en: {
    product: 'Kepu · Educator’s studio',
    waiting: 'Opening …',
    unreachable: 'The service cannot be reached. Please reload in a while.',
    signOut: 'Sign out',
    otherLanguage: '中文',
    notForYou: 'Your account is not an educator’s yet. Please ask an administrator.',
    newSet: 'Make a set',
    newSetLead:
      'Items come from the collection, each with its source. Please review them before you use them.',
    mySets: 'My sets',
    noSets: 'No sets yet. Choose something and make the first.',
    about: 'About',
    aboutHint: 'An exhibit or a thing, for example 麋鹿, 月食, 三叶虫',
    pickSections: 'Or choose articles and sections one by one',
    chosen: (count) => `${counted(count, 'section')} chosen`,
    title: 'Title',
    stage: 'Stage',
    stages: {
      years_1_2: 'Years 1–2',
      years_3_4: 'Years 3–4',
      years_5_6: 'Years 5–6',
      years_7_9: 'Years 7–9',
    },
    kinds: {
      single_choice: 'Single choice',
      multiple_choice: 'Multiple choice',
      true_false: 'True or false',
      fill_in: 'Fill in',
      short_answer: 'Short answer',
      ordering: 'Ordering',
      matching: 'Matching',
      hands_on: 'Hands-on task',
      oral: 'Oral task',
    },
    howMany: 'How many',
    noTests: 'Years 1 and 2 have no written tests: only tasks for hands and mouth.',
    make: 'Make items',
    making: (done, total, made) =>
      `Making items: ${done} of ${counted(total, 'section')} read, ${counted(made, 'item')} so far`,
    preparing: 'Getting ready …',
    cancel: 'Stop',
    states: { making: 'in the making', ready: 'to be reviewed', cancelled: 'stopped', failed: 'failed' },
    back: 'Back',
    items: (count, accepted) => `${counted(count, 'item')}, ${accepted} accepted`,
    refusedTitle: (count) => `${count} that did not pass the checks`,
    refusedLead: 'They are not exported. Each says why; edit and accept one if you find it good.',
    source: 'Source',
    key: 'Key',
    accept: 'Accept',
    reject: 'Reject',
    reopen: 'Review again',
    edit: 'Edit',
    save: 'Save',
    discard: 'Cancel',
    reason: 'Why it is rejected (optional)',
    confirmReject: 'Reject it',
    up: 'Move up',
    down: 'Move down',
    edited: 'edited',
    decisions: { open: 'to be reviewed', accepted: 'accepted', rejected: 'rejected' },
    stem: 'Stem',
    explanation: 'Explanation',
    option: (letter) => `Option ${letter}`,
    answer: 'Answer',
    right: 'true',
    wrong: 'false',
    exportTitle: 'Export',
    exportLead: 'A file says “reviewed” only if every item in it was accepted.',
    onlyAccepted: 'Accepted items only',
    unofficial: ' (unofficial format: please preview before importing)',
    student: 'for pupils',
    teacher: 'for teachers',
    formats: {
      docx: 'Word',
      pdf: 'PDF',
      gift: 'Moodle GIFT',
      moodle: 'Moodle XML',
      qti: 'QTI 2.1',
      anki: 'Anki',
      kahoot: 'Kahoot',
      chaoxing: 'Chaoxing',
      wenjuanxing: 'Wenjuanxing',
      tencent: 'Tencent Survey',
      csv: 'CSV',
    },
    download: 'Download',
    worksheet: 'Worksheet for a visit',
    print: 'Print',
    worksheetTitle: (title) => `${title} · Worksheet`,
    name: 'Name',
    className: 'Class',
    date: 'Date',
    route: 'Your way',
    stop: (place) => `Find: ${place}`,
    draw: 'Draw here',
    ask: 'More questions? Scan the code and ask the assistant',
    readOnly: 'This set is another educator’s: you may read and export it.',
    copyLink: 'Copy link',
    copied: 'Copied. Colleagues open it once they have signed in.',
    acceptAll: 'Accept all',
    byModel: 'by a language model',
    modelPart: (name, drafts) => `${name} wrote ${counted(drafts, 'item')}`,
    modelWork: (parts) =>
      `Language models took part: ${parts}. What they wrote was held to the same checks as everything else.`,
    modelFailed: (name, failures) =>
      `${name} was asked for ${counted(failures, 'section')} without an answer.`,
    modelFlaws: (reasons) => `Some of what they wrote was no item and was left out: ${reasons}.`,
    flaws: {
      shape: 'not in the agreed form',
      kind: 'of a kind not asked for',
      incomplete: 'incomplete',
      too_long: 'too long',
      markup: 'with an address or markup',
      quote: 'a quote that the text does not have',
      untied: 'a key outside its quote',
      own_words: 'in words that the text does not have',
    },
    modelSilent: (sections) =>
      `For ${counted(sections, 'section')} no model wrote anything: the rules alone made items there.`,
    modelLimits: {
      time: 'The time that language models have for one set was up: the rules alone made the rest.',
      account:
        'Your share of the day’s budget for language models is used up: the rules alone made the rest. There is a new one tomorrow.',
      studio:
        'The educators’ share of the day’s budget for language models is used up: the rules alone made the rest. There is a new one tomorrow.',
      day: 'The day’s budget for language models is used up: the rules alone made the rest. There is a new one tomorrow.',
    },
    objections: {
      span: 'The source does not stand where the item says',
      expired: 'The article it rests on has expired',
      risky: 'About first aid, medicines or the like, which are not to be quizzed',
      unfit: 'Words that are not for pupils',
      key_unsupported: 'The source does not say the key',
      key_not_read: 'The key cannot be read from the source alone',
      distractor_supported: 'A wrong option may be right',
      giveaway: 'The item gives its key away',
      form: 'Not in the form of its kind',
      duplicate: 'Asked before in this set',
    },
    delete: 'Delete',
    deleteAsk: 'It cannot be brought back, and links that colleagues have will end.',
    deleteConfirm: 'Delete it',
  },
};
