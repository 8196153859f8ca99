import type { StaffLocale } from '../account/words';
import { counted } from '../i18n/writing';
import type { Decision, Kind, ModelLimit, Stage, Wish, WISHES } from './studio-client';

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
  readonly chosen: (articles: number, sections: number) => string;
  readonly title: string;
  readonly stage: string;
  readonly stages: Readonly<Record<Stage, string>>;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly howMany: string;
  readonly noTests: string;
  readonly wholeArticle: string;
  readonly more: string;
  readonly moreLead: string;
  readonly topic: string;
  readonly noTopic: string;
  readonly wishes: Readonly<Record<Wish, string>>;
  readonly wishNames: Readonly<Record<(typeof WISHES)[Wish][number], string>>;
  readonly make: string;
  readonly making: (done: number, total: number, made: number) => string;
  readonly preparing: string;
  readonly cancel: string;
  readonly states: Readonly<Record<'making' | 'ready' | 'cancelled' | 'failed', string>>;
  readonly back: string;
  readonly items: (count: number, accepted: number) => string;
  readonly refusedTitle: (count: number) => string;
  readonly refusedReasons: (reasons: string) => string;
  readonly refusedShown: (count: number) => string;
  readonly misfitsTitle: (count: number) => string;
  readonly misfitReasons: (count: number, reasons: string) => string;
  /** What an item was not that the order asked for, by its code. */
  readonly misfits: Readonly<Record<string, string>>;
  /** That one of the checks could not be made. */
  readonly unchecked: string;
  readonly refusedLead: string;
  readonly source: string;
  readonly key: string;
  readonly accept: string;
  readonly reject: string;
  readonly reopen: string;
  readonly edit: string;
  readonly renew: string;
  readonly versions: (count: number) => string;
  readonly version: (number: number) => string;
  readonly versionShown: (number: number) => string;
  readonly versionNow: string;
  readonly restore: string;
  /** Names the mark beside an option. */
  readonly isRight: (option: string) => string;
  readonly things: string;
  readonly pairLeft: (number: number) => string;
  readonly pairRight: (number: number) => string;
  readonly materials: string;
  readonly steps: string;
  readonly lookFor: string;
  readonly save: string;
  readonly discard: string;
  readonly reason: string;
  readonly acceptReason: string;
  readonly confirmAccept: string;
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
  readonly sources: string;
  readonly reviewed: string;
  readonly notReviewed: string;
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
    chosen: (articles, sections) =>
      `已选 ${[articles > 0 ? `${articles} 篇` : '', sections > 0 ? `${sections} 节` : ''].filter(Boolean).join('、')}`,
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
    wholeArticle: '整篇文章',
    more: '更多要求',
    moreLead: '不勾选就是不限。勾得越多，合要求的题越少；没有采用的会按原因计数。',
    topic: '主题',
    noTopic: '不限',
    wishes: {
      bloom: '认知层次',
      difficulty: '难度',
      core: '核心概念',
      crosscutting: '跨学科概念',
      competences: '核心素养',
    },
    wishNames: {
      remember: '记忆',
      understand: '理解',
      apply: '应用',
      analyse: '分析',
      evaluate: '评价',
      create: '创造',
      easy: '容易',
      medium: '中等',
      hard: '较难',
      structure_of_matter: '物质的结构与性质',
      change_of_matter: '物质的变化与化学反应',
      motion_and_interaction: '物质的运动与相互作用',
      energy: '能的转化与能量守恒',
      levels_of_life: '生命系统的构成层次',
      homeostasis: '生物体的稳态与调节',
      life_and_environment: '生物与环境的相互关系',
      continuity_and_evolution: '生命的延续与进化',
      earth_in_space: '宇宙中的地球',
      earth_system: '地球系统',
      humans_and_environment: '人类活动与环境',
      technology_and_society: '技术、工程与社会',
      engineering_design: '工程设计与物化',
      matter_and_energy: '物质与能量',
      structure_and_function: '结构与功能',
      system_and_model: '系统与模型',
      stability_and_change: '稳定与变化',
      scientific_ideas: '科学观念',
      scientific_thinking: '科学思维',
      inquiry_and_practice: '探究实践',
      attitude_and_responsibility: '态度责任',
    },
    make: '开始出题',
    making: (done, total, made) => `正在出题：已读 ${done} / ${total} 节，得到 ${made} 道`,
    preparing: '正在准备资料……',
    cancel: '停止',
    states: { making: '正在出题', ready: '可以审核', cancelled: '已停止', failed: '没有出成' },
    back: '返回',
    items: (count, accepted) => `${count} 道题，已接受 ${accepted} 道`,
    refusedTitle: (count) => `没有通过检查的 ${count} 道`,
    refusedReasons: (reasons) => `原因：${reasons}。`,
    refusedShown: (count) => `下面列出其中 ${count} 道。`,
    misfitsTitle: (count) => `不合这次要求的 ${count} 道`,
    misfitReasons: (count, reasons) => `另有 ${count} 道不合这次的要求，没有采用：${reasons}。`,
    misfits: {},
    unchecked: '没有阅读模型，这道题没有经过“只看依据能否答出”的检查，请您自己核对。',
    refusedLead: '这些题不会导出。每道题都写明了原因，您认为可用，可以修改后接受。',
    source: '依据',
    key: '答案',
    accept: '接受',
    reject: '拒绝',
    reopen: '重新审核',
    edit: '修改',
    renew: '换一道',
    versions: (count) => `修改记录（现在是第 ${count} 版）`,
    version: (number) => `看第 ${number} 版`,
    versionShown: (number) => `这是第 ${number} 版，只供查看。`,
    versionNow: '回到现在',
    restore: '恢复成这一版',
    isRight: (option) => `${option}是正确的`,
    things: '正确的顺序，一行一项',
    pairLeft: (number) => `第 ${number} 组左边`,
    pairRight: (number) => `第 ${number} 组右边`,
    materials: '材料，一行一样',
    steps: '步骤，一行一步',
    lookFor: '看什么、听什么',
    save: '保存',
    discard: '取消',
    reason: '拒绝的理由（可不填）',
    acceptReason: '接受的理由（可不填）',
    confirmAccept: '仍然接受',
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
    sources: '题目依据',
    reviewed: '已审核',
    notReviewed: '未审核',
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
    chosen: (articles, sections) =>
      `${[articles > 0 ? counted(articles, 'article') : '', sections > 0 ? counted(sections, 'section') : '']
        .filter(Boolean)
        .join(' and ')} chosen`,
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
    wholeArticle: 'The whole article',
    more: 'More wishes',
    moreLead:
      'Nothing ticked means anything goes. The more you tick, the fewer items meet it; those left out are counted by reason.',
    topic: 'Topic',
    noTopic: 'Any',
    wishes: {
      bloom: 'Bloom’s levels',
      difficulty: 'Difficulty',
      core: 'Core concepts',
      crosscutting: 'Crosscutting concepts',
      competences: 'Competences',
    },
    wishNames: {
      remember: 'Remember',
      understand: 'Understand',
      apply: 'Apply',
      analyse: 'Analyse',
      evaluate: 'Evaluate',
      create: 'Create',
      easy: 'Easy',
      medium: 'Medium',
      hard: 'Hard',
      structure_of_matter: 'Structure and properties of matter',
      change_of_matter: 'Changes of matter and reactions',
      motion_and_interaction: 'Motion and interaction',
      energy: 'Energy and its conservation',
      levels_of_life: 'Levels of living systems',
      homeostasis: 'Homeostasis and regulation',
      life_and_environment: 'Living things and environment',
      continuity_and_evolution: 'Continuity of life and evolution',
      earth_in_space: 'Earth in the universe',
      earth_system: 'The Earth system',
      humans_and_environment: 'People and environment',
      technology_and_society: 'Technology and society',
      engineering_design: 'Engineering design',
      matter_and_energy: 'Matter and energy',
      structure_and_function: 'Structure and function',
      system_and_model: 'Systems and models',
      stability_and_change: 'Stability and change',
      scientific_ideas: 'Scientific ideas',
      scientific_thinking: 'Scientific thinking',
      inquiry_and_practice: 'Inquiry and practice',
      attitude_and_responsibility: 'Attitude and responsibility',
    },
    make: 'Make items',
    making: (done, total, made) =>
      `Making items: ${done} of ${counted(total, 'section')} read, ${counted(made, 'item')} so far`,
    preparing: 'Getting ready …',
    cancel: 'Stop',
    states: { making: 'in the making', ready: 'to be reviewed', cancelled: 'stopped', failed: 'failed' },
    back: 'Back',
    items: (count, accepted) => `${counted(count, 'item')}, ${accepted} accepted`,
    refusedTitle: (count) => `${count} that did not pass the checks`,
    refusedReasons: (reasons) => `Why: ${reasons}.`,
    refusedShown: (count) => `Here are ${count} of them.`,
    misfitsTitle: (count) => `${counted(count, 'item')} that did not meet your wishes`,
    misfitReasons: (count, reasons) =>
      `Besides, ${counted(count, 'item')} did not meet your wishes: ${reasons}.`,
    misfits: {
      stage: 'for older pupils',
      bloom: 'of another Bloom level',
      difficulty: 'of another difficulty',
      core: 'of another core concept',
      crosscutting: 'of another crosscutting concept',
      competence: 'for another competence',
    },
    unchecked:
      'Not checked: whether the key can be read from the source alone, as no reader is installed. Please see for yourself.',
    refusedLead: 'They are not exported. Each says why; edit and accept one if you find it good.',
    source: 'Source',
    key: 'Key',
    accept: 'Accept',
    reject: 'Reject',
    reopen: 'Review again',
    edit: 'Edit',
    renew: 'Another one',
    versions: (count) => `Changes (now version ${count})`,
    version: (number) => `See version ${number}`,
    versionShown: (number) => `This is version ${number}, to look at only.`,
    versionNow: 'Back to now',
    restore: 'Make it this version again',
    isRight: (option) => `${option} is right`,
    things: 'The right order, one a line',
    pairLeft: (number) => `Pair ${number}, left`,
    pairRight: (number) => `Pair ${number}, right`,
    materials: 'Materials, one a line',
    steps: 'Steps, one a line',
    lookFor: 'What to look and listen for',
    save: 'Save',
    discard: 'Cancel',
    reason: 'Why it is rejected (optional)',
    acceptReason: 'Why it is accepted all the same (optional)',
    confirmAccept: 'Accept it',
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
    sources: 'Sources',
    reviewed: 'reviewed',
    notReviewed: 'not reviewed',
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
