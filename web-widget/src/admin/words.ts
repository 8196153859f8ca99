import type { Role } from '../account/account-client';
import type { StaffLocale } from '../account/words';
import type { Headline, ReportState, TerminalSettings, TerminalState } from './contract';

export type Room =
  'reach' | 'reports' | 'gaps' | 'corrections' | 'documents' | 'ledgers' | 'terminals' | 'accounts' | 'log';
export type Preset = 'today' | 'week' | 'month' | 'thisMonth' | 'thisYear';

/** A figure's name and how it is counted. */
export interface Defined {
  readonly name: string;
  readonly definition: string;
}

/** What the dashboard says. */
export interface AdminWords {
  readonly product: string;
  readonly waiting: string;
  readonly unreachable: string;
  readonly signOut: string;
  readonly otherLanguage: string;
  readonly navigation: string;
  readonly rooms: Readonly<Record<Room, string>>;
  readonly roles: Readonly<Record<Role, string>>;
  readonly nothingForYou: string;
  readonly allVenues: string;
  readonly venue: string;
  readonly period: string;
  readonly presets: Readonly<Record<Preset, string>>;
  readonly from: string;
  readonly to: string;
  readonly show: string;
  readonly print: string;
  readonly printed: (day: string, definition: string) => string;
  readonly ledgers: string;
  readonly ledgersNote: string;
  readonly definition: string;
  readonly r1: Defined;
  readonly r2: Defined;
  readonly r3: Defined;
  readonly r4: Defined;
  readonly served: Defined;
  readonly servedOf: (overlap: number) => string;
  readonly activitiesOf: (activities: number, books: number, products: number) => string;
  readonly ledgersLead: string;
  readonly import: string;
  readonly importHint: string;
  readonly chooseFile: string;
  readonly keep: string;
  readonly importKept: string;
  readonly importLooked: string;
  readonly importBroken: (rows: number) => string;
  readonly importCounts: (added: number, changed: number, same: number) => string;
  readonly row: string;
  readonly rowNumber: (row: number) => string;
  readonly column: string;
  readonly problem: string;
  readonly problems: Readonly<Record<string, string>>;
  readonly effect: string;
  readonly effects: Readonly<Record<'NEW' | 'CHANGED' | 'SAME', string>>;
  readonly amount: string;
  readonly grade: string;
  readonly plans: string;
  readonly planOver: string;
  readonly planElapsed: (share: string) => string;
  readonly targets: Readonly<Record<'activities' | 'books' | 'products' | 'visits', string>>;
  readonly pace: (gap: string) => string;
  readonly notImported: string;
  readonly previous: string;
  readonly lastYear: string;
  readonly noComparison: string;
  readonly change: (percent: number) => string;
  readonly visits: string;
  readonly questions: string;
  readonly figures: string;
  readonly asked: Defined;
  readonly visitors: Defined;
  readonly answered: Defined;
  readonly grounded: Defined;
  readonly noSource: Defined;
  readonly refused: Defined;
  readonly satisfaction: Defined;
  readonly satisfactionOf: (lower: string, upper: string, n: number, rate: string) => string;
  readonly tooFewVotes: (votes: number) => string;
  readonly crisisOf: (crisis: number) => string;
  readonly notApplicable: string;
  readonly trend: string;
  readonly hours: string;
  readonly hour: (hour: string) => string;
  readonly channels: string;
  readonly channel: Readonly<Record<string, string>>;
  readonly byVenue: string;
  readonly audiences: string;
  readonly audience: Readonly<Record<string, string>>;
  readonly topics: string;
  readonly topicsNote: string;
  readonly share: string;
  readonly hidden: string;
  readonly hiddenNote: string;
  readonly allHidden: string;
  readonly latency: string;
  readonly latencyNote: string;
  readonly first: string;
  readonly total: string;
  readonly median: string;
  readonly p95: string;
  readonly table: string;
  readonly day: string;
  readonly empty: string;
  readonly gapsLead: string;
  readonly gapsNone: string;
  readonly open: string;
  readonly closed: string;
  readonly times: (count: number) => string;
  readonly since: (days: number) => string;
  readonly textGone: string;
  readonly otherWordings: string;
  readonly take: string;
  readonly giveBack: string;
  readonly with: (name: string) => string;
  readonly close: string;
  readonly reopen: string;
  readonly closedByReplay: string;
  readonly closedBy: (name: string) => string;
  readonly correctionsLead: string;
  readonly correctionsNone: string;
  readonly states: Readonly<Record<ReportState, string>>;
  readonly due: (day: string) => string;
  readonly overdue: (day: string) => string;
  readonly visitorSays: string;
  readonly wasAsked: string;
  readonly wasAnswered: string;
  readonly reply: string;
  readonly replyHint: string;
  readonly state: string;
  readonly dueOn: string;
  readonly save: string;
  readonly saved: string;
  readonly documentsLead: (count: number) => string;
  readonly filter: string;
  readonly title: string;
  readonly reviewedOn: string;
  readonly reviewBy: string;
  readonly validTo: string;
  readonly topic: string;
  readonly everywhere: string;
  readonly reportsLead: string;
  readonly reportKind: string;
  readonly reportOfMonth: string;
  readonly reportOfYear: string;
  readonly month: string;
  readonly year: string;
  readonly takeAlong: string;
  readonly forms: Readonly<Record<'docx' | 'pdf' | 'xlsx' | 'csv' | 'xapi', string>>;
  readonly making: string;
  readonly locks: string;
  readonly locksLead: string;
  readonly locksNone: string;
  readonly lockedAt: string;
  readonly lockedBy: string;
  readonly digest: string;
  readonly bySystem: string;
  readonly lockNext: (month: string) => string;
  readonly verify: string;
  readonly verifiedEqual: (months: number) => string;
  readonly verifiedBroken: (month: string) => string;
  readonly verifiedOtherwise: (month: string, rows: number) => string;
  readonly adjustments: string;
  readonly adjustmentsLead: string;
  readonly adjustmentsNone: string;
  readonly figure: string;
  readonly was: string;
  readonly is: string;
  readonly difference: string;
  readonly foundAt: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly adjust: string;
  readonly adjusted: (entries: number) => string;
  readonly headlines: Readonly<Record<Headline, string>>;
  readonly accountsLead: string;
  readonly addAccount: string;
  readonly name: string;
  readonly displayName: string;
  readonly role: string;
  readonly venuesHint: string;
  readonly add: string;
  readonly linkFor: (name: string) => string;
  readonly linkHint: string;
  readonly newLink: string;
  readonly status: string;
  readonly active: string;
  readonly inactive: string;
  readonly deactivate: string;
  readonly activate: string;
  readonly edit: string;
  readonly cancel: string;
  readonly logLead: string;
  readonly logWhole: string;
  readonly logBroken: string;
  readonly at: string;
  readonly act: string;
  readonly detail: string;
  readonly acts: Readonly<Record<string, string>>;
  readonly terminalsLead: string;
  readonly terminalsNone: string;
  readonly terminalsSilent: (count: number) => string;
  readonly terminalStates: Readonly<Record<TerminalState, string>>;
  readonly silentSince: (moment: string) => string;
  readonly terminal: string;
  readonly terminalName: string;
  readonly place: string;
  readonly availability: string;
  readonly minutesOf: (minutes: number, opening: number) => string;
  readonly version: string;
  readonly stillShows: (version: number) => string;
  readonly pairingCode: string;
  readonly codeFor: (terminal: string) => string;
  readonly codeHint: (origin: string, until: string) => string;
  readonly versions: string;
  readonly versionsOf: (terminal: string) => string;
  readonly inForce: string;
  readonly rollBack: string;
  readonly revoke: string;
  readonly revokeSure: (name: string) => string;
  readonly addTerminal: string;
  readonly register: string;
  readonly terminalId: string;
  readonly hall: string;
  readonly exhibit: string;
  readonly opens: string;
  readonly closes: string;
  readonly closedDays: string;
  readonly closedOn: (days: string) => string;
  readonly closures: string;
  readonly weekdays: readonly string[];
  readonly listener: string;
  readonly listeners: Readonly<Record<TerminalSettings['audience'], string>>;
  readonly lowMode: string;
  readonly largeText: string;
}

export const ADMIN_WORDS: Readonly<Record<StaffLocale, AdminWords>> = {
  'zh-CN': {
    product: '科普助手 · 管理',
    waiting: '正在打开……',
    unreachable: '暂时连不上服务，请稍后再试。',
    signOut: '退出登录',
    otherLanguage: 'English',
    navigation: '栏目',
    rooms: {
      reach: '服务成效',
      reports: '报表',
      gaps: '待补内容',
      corrections: '观众纠错',
      documents: '在用内容',
      ledgers: '填报与计划',
      terminals: '终端',
      accounts: '账号',
      log: '安全日志',
    },
    roles: { admin: '管理员', curator: '内容编辑', educator: '教师', analyst: '数据分析' },
    nothingForYou: '您的账号没有这里的权限。教师请前往备课室。',
    allVenues: '全部场馆',
    venue: '场馆',
    period: '时间段',
    presets: { today: '今天', week: '近 7 天', month: '近 30 天', thisMonth: '本月', thisYear: '今年' },
    from: '从',
    to: '到',
    show: '查看',
    print: '打印',
    printed: (day, definition) => `制表日期 ${day} · 口径 ${definition}`,
    ledgers: '四本账',
    ledgersNote: '四本账来源不同，分别列示，不相加。',
    definition: '口径',
    r1: {
      name: 'R1 平台服务人次',
      definition:
        '本平台的有效会话数：至少有一个提问得到了答复（不含出错和取消），测试、机器访问和本单位人员除外。同一访客一天最多计 20 次；网页静默 30 分钟算下一次会话；扫码带走的会话不重复计。',
    },
    r2: {
      name: 'R2 线下参加人次',
      definition:
        '活动与场馆的到场人数，由各单位填报导入；同一活动只取一个来源，优先级为闸机或票务、签到、人工计数。',
    },
    r3: {
      name: 'R3 线上参加人次',
      definition: '直播和线上活动的参加、观看人次，以平台公布数导入；同一项目多次快照取最大值。',
    },
    r4: { name: 'R4 传播量', definition: '播放、阅读、浏览次数，导入后按快照增量计；与人次并列，不相加。' },
    served: {
      name: '科普服务公众人次',
      definition: 'R1 + R2 + R3 − 重合。活动已报人数的，经该活动使用本平台的会话不再重复计入；R4 不在其中。',
    },
    servedOf: (overlap) => `已扣除重合 ${overlap.toLocaleString('zh-CN')} 人次`,
    activitiesOf: (activities, books, products) =>
      `活动 ${activities} 项 · 图书 ${books} 种 · 产品 ${products} 种`,
    ledgersLead: '各单位填报的活动、线上、传播、图书和产品，从表格导入；同一条再次导入不会重复。',
    import: '导入表格',
    importHint:
      '支持 CSV 和 Excel（.xlsx），第一行写列名，次序不限。选好文件后先预览，确认无误再入账。证据等级填 B（闸机、票务）、C（人工，须有附件）或 D（第三方截图），C 和 D 要写明证据。',
    chooseFile: '选择文件',
    keep: '确认入账',
    importKept: '已入账。',
    importLooked: '可以入账。',
    importBroken: (rows) => `有 ${rows} 处问题，改好后再导入；这次没有入账。`,
    importCounts: (added, changed, same) => `新增 ${added} 条，更正 ${changed} 条，未变 ${same} 条。`,
    row: '行',
    rowNumber: (row) => `第 ${row} 行`,
    column: '列',
    problem: '问题',
    problems: {
      missing: '没有填',
      unknown: '不认识的写法',
      malformed: '格式不对',
      too_long: '太长',
      evidence_missing: '这个等级须写明证据',
      twice: '同一条在表中出现了两次',
    },
    effect: '结果',
    effects: { NEW: '新增', CHANGED: '更正', SAME: '未变' },
    amount: '数量',
    grade: '证据等级',
    plans: '计划进度',
    planOver: '计划期已结束',
    planElapsed: (share) => `时间已过 ${share}`,
    targets: { activities: '活动', books: '图书', products: '产品', visits: '服务公众人次' },
    pace: (gap) => `与匀速进度（均分参考）相差 ${gap}`,
    notImported: '尚未导入',
    previous: '比上期',
    lastYear: '比去年同期',
    noComparison: '无可比数据',
    change: (percent) => (percent === 0 ? '持平' : `${percent > 0 ? '↑' : '↓'} ${Math.abs(percent)}%`),
    visits: '服务人次',
    questions: '提问',
    figures: '质量',
    asked: { name: '提问', definition: '访客提出的问题数；5 秒内重复的同一句只计一次，问候和辱骂另计。' },
    visitors: {
      name: '访客（日累计）',
      definition:
        '网页端每天不同访客之和。访客标识当天有效、次日销毁，跨天不能去重，所以不是“独立人数”；展厅终端不适用。',
    },
    answered: {
      name: '有答率',
      definition: '（已回答 + 部分回答）÷（知识、实用和教学类提问 − 需要澄清的提问）。',
    },
    grounded: { name: '有据率', definition: '每个事实句都有有效出处的回答 ÷ 全部回答。' },
    noSource: { name: '查无依据率', definition: '如实答复“没有可靠依据”的提问 ÷ 应答提问。' },
    refused: { name: '婉拒', definition: '因内容不当而没有回答的提问数；遇到险情时给出求助办法的另列。' },
    satisfaction: {
      name: '满意度',
      definition: '赞 ÷（赞 + 踩），同一回答以最后一次为准；括号内为 Wilson 95% 置信区间，不足 30 票不显示。',
    },
    satisfactionOf: (lower, upper, n, rate) => `95% 区间 ${lower} 至 ${upper}，${n} 票，评价率 ${rate}`,
    tooFewVotes: (votes) => `只有 ${votes} 票，满 30 票才显示`,
    crisisOf: (crisis) => `另有 ${crisis} 次险情求助`,
    notApplicable: '—',
    trend: '每日趋势',
    hours: '一天中的时段',
    hour: (hour) => `${hour} 时`,
    channels: '渠道',
    channel: {
      web: '网页',
      kiosk: '展厅终端',
      h5: '移动网页',
      wechat: '微信',
      educator: '备课室',
      api: '接口',
      '': '未指明',
    },
    byVenue: '场馆',
    audiences: '对象',
    audience: {
      general: '大众',
      child: '儿童',
      elder: '长者',
      educator: '教师',
      unknown: '未选择',
      '': '未选择',
    },
    topics: '主题',
    topicsNote: '一个提问的权重由它涉及的主题平分。提问数取整到十。',
    share: '占比',
    hidden: '隐去',
    allHidden: '数目太小，全部隐去。',
    hiddenNote: '不足 10 的数隐去；若能由合计反推，相邻的小数也一并隐去。',
    latency: '响应时间（毫秒）',
    latencyNote: '多天时为各天数值的中位数。',
    first: '第一句话',
    total: '全部答完',
    median: '中位数',
    p95: '95% 以内',
    table: '数据表',
    day: '日期',
    empty: '这段时间没有数据。',
    gapsLead:
      '观众问了、但没有答好的问题，意思相同的归为一条。补上文章后，系统会重新试答，答得出就自动关闭。',
    gapsNone: '没有待补的内容。',
    open: '待处理',
    closed: '已关闭',
    times: (count) => `${count} 次`,
    since: (days) => (days === 0 ? '今天开始出现' : `已有 ${days} 天`),
    textGone: '原文已按期删除',
    otherWordings: '其他问法',
    take: '我来处理',
    giveBack: '放回',
    with: (name) => `${name} 处理中`,
    close: '关闭',
    reopen: '重新打开',
    closedByReplay: '试答成功，自动关闭',
    closedBy: (name) => `由 ${name} 关闭`,
    correctionsLead: '观众认为答错了的地方。给观众的答复，凭编号可以查到。',
    correctionsNone: '没有待处理的纠错。',
    states: { received: '已收到', in_review: '核实中', corrected: '已更正', declined: '维持原文' },
    due: (day) => `${day} 前处理`,
    overdue: (day) => `已逾期（${day}）`,
    visitorSays: '观众说',
    wasAsked: '当时的问题',
    wasAnswered: '当时的回答',
    reply: '给观众的答复',
    replyHint: '观众凭编号会看到这段话。',
    state: '处理结果',
    dueOn: '期限',
    save: '保存',
    saved: '已保存',
    documentsLead: (count) => `正在用来作答的文章共 ${count} 篇。`,
    filter: '按标题筛选',
    title: '标题',
    reviewedOn: '审核日期',
    reviewBy: '应复审',
    validTo: '有效期至',
    topic: '主题',
    everywhere: '全部场馆',
    reportsLead:
      '按月或按年的正式报告。页面、Word、PDF、Excel 和 CSV 里的数完全相同；已锁定的月份一律列锁定时的数。',
    reportKind: '报告',
    reportOfMonth: '月报',
    reportOfYear: '年报',
    month: '月份',
    year: '年份',
    takeAlong: '下载',
    forms: { docx: 'Word', pdf: 'PDF', xlsx: 'Excel', csv: 'CSV', xapi: 'xAPI 记录' },
    making: '正在生成报告……',
    locks: '月度锁定',
    locksLead:
      '每月结束后自动锁定当月数字，并计算摘要。每月的摘要包含上月的摘要，前后相连，哪一处被改动都查得出来。',
    locksNone: '还没有锁定的月份。',
    lockedAt: '锁定时间',
    lockedBy: '经办',
    digest: '摘要（SHA-256）',
    bySystem: '系统',
    lockNext: (month) => `现在锁定 ${month}`,
    verify: '校验',
    verifiedEqual: (months) => `相符：${months} 个月的锁定完好，重算结果与锁定数一致。`,
    verifiedBroken: (month) => `${month} 不符：留存的数与锁定时不同，请立即核查。`,
    verifiedOtherwise: (month, rows) => `${month} 锁定完好；重算有 ${rows} 行不同，锁定数不变，见调整分录。`,
    adjustments: '调整分录',
    adjustmentsLead:
      '锁定之后重算不同的，在这里写明时间和原因。系统每天夜里自动登记；也可以现在登记并写明原因。',
    adjustmentsNone: '没有调整分录。',
    figure: '指标',
    was: '原数',
    is: '现数',
    difference: '调整',
    foundAt: '发现时间',
    reason: '原因',
    reasonHint: '例如：天文馆补报 5 月讲座人数',
    adjust: '登记调整',
    adjusted: (entries) => (entries === 0 ? '重算结果没有变化，无需调整。' : `已登记 ${entries} 条。`),
    headlines: {
      visits: 'R1 平台服务人次',
      offline: 'R2 线下参加人次',
      online: 'R3 线上参加人次',
      media: 'R4 传播量',
      overlap: '重合',
      served: '科普服务公众人次',
      activities: '活动',
      books: '图书',
      products: '产品',
      questions: '提问',
      details: '分项明细（不同的行数）',
    },
    accountsLead: '为同事开通账号。角色或场馆变动后，对方需要重新登录。',
    addAccount: '开通账号',
    name: '用户名',
    displayName: '姓名',
    role: '角色',
    venuesHint: '不选即全部场馆',
    add: '开通',
    linkFor: (name) => `请把这个链接转交给 ${name}，由本人设置密码：`,
    linkHint: '链接只显示这一次，只能用一次。',
    newLink: '重设密码链接',
    status: '状态',
    active: '使用中',
    inactive: '已停用',
    deactivate: '停用',
    activate: '启用',
    edit: '修改',
    cancel: '取消',
    logLead: '谁在什么时候做了什么。每一条都带着前一条的摘要，改动或缺失都能查出来。',
    logWhole: '日志完整，没有被改动。',
    logBroken: '日志不完整：有记录被改动或删除，请立即核查。',
    at: '时间',
    act: '事项',
    detail: '详情',
    acts: {
      service_started: '服务启动',
      service_stopped: '服务停止',
      texts_deleted: '到期删除提问原文',
      conversation_forgotten: '观众清除对话',
      entries_deleted: '到期删除日志',
      set_up_link_printed: '打印首次设置链接',
      account_created: '开通账号',
      account_changed: '修改账号',
      password_link_made: '生成密码链接',
      password_changed: '修改密码',
      signed_in: '登录',
      sign_in_failed: '登录失败',
      account_locked: '账号锁定',
      signed_out: '退出登录',
      administered: '管理操作',
      refused: '越权被拒',
      terminal_registered: '登记终端',
      terminal_changed: '更改终端设置',
      pairing_code_made: '生成配对码',
      terminal_paired: '终端配对',
      pairing_failed: '配对失败',
      terminal_revoked: '取消终端配对',
    },
    terminalsLead: '展厅里的终端：登记、配对、设置。三次心跳（90 秒）没有消息，就算静默。',
    terminalsNone: '还没有登记终端。在下面登记一台，再用配对码把展厅里的设备接上。',
    terminalsSilent: (count) => `${count} 台终端没有消息`,
    terminalStates: { unpaired: '未配对', alive: '在线', silent: '静默', closed: '闭馆' },
    silentSince: (moment) => `自 ${moment} 起没有消息`,
    terminal: '终端',
    terminalName: '名称',
    place: '位置与开放时间',
    availability: '可用率（近 7 天）',
    minutesOf: (minutes, opening) => `${minutes} / ${opening} 分钟`,
    version: '设置版本',
    stillShows: (version) => `终端仍是第 ${version} 版`,
    pairingCode: '配对码',
    codeFor: (terminal) => `“${terminal}”的配对码：`,
    codeHint: (origin, until) =>
      `在设备上打开 ${origin}/kiosk，输入这个码。${until} 前有效，只能用一次。配对后，原来的设备随即失效。`,
    versions: '历史',
    versionsOf: (terminal) => `“${terminal}”的设置历史`,
    inForce: '当前',
    rollBack: '恢复这一版',
    revoke: '取消配对',
    revokeSure: (name) => `取消“${name}”的配对？设备会停用，直到重新配对。`,
    addTerminal: '登记终端',
    register: '登记',
    terminalId: '编号',
    hall: '展厅',
    exhibit: '展项',
    opens: '开门',
    closes: '关门',
    closedDays: '每周闭馆日',
    closedOn: (days) => `${days}闭馆`,
    closures: '计划停用的日期（不计入可用率，用空格隔开）',
    weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
    listener: '面向',
    listeners: { general: '所有人', child: '儿童', elder: '长者' },
    lowMode: '低位模式',
    largeText: '大字',
  },
  en: {
    product: 'Kepu · Administration',
    waiting: 'Opening …',
    unreachable: 'The service cannot be reached. Please try again in a while.',
    signOut: 'Sign out',
    otherLanguage: '中文',
    navigation: 'Sections',
    rooms: {
      reach: 'Reach',
      reports: 'Reports',
      gaps: 'Gaps',
      corrections: 'Corrections',
      documents: 'Documents',
      ledgers: 'Ledgers and plans',
      terminals: 'Terminals',
      accounts: 'Accounts',
      log: 'Security log',
    },
    roles: { admin: 'Administrator', curator: 'Curator', educator: 'Educator', analyst: 'Analyst' },
    nothingForYou: 'Your account has no part in this page. Educators have a studio of their own.',
    allVenues: 'All venues',
    venue: 'Venue',
    period: 'Period',
    presets: {
      today: 'Today',
      week: '7 days',
      month: '30 days',
      thisMonth: 'This month',
      thisYear: 'This year',
    },
    from: 'From',
    to: 'To',
    show: 'Show',
    print: 'Print',
    printed: (day, definition) => `Made on ${day} · definition ${definition}`,
    ledgers: 'Four ledgers',
    ledgersNote: 'They come from different sources, stand side by side and are not added up.',
    definition: 'Definition',
    r1: {
      name: 'R1 Visits served',
      definition:
        'Valid conversations of this platform: at least one question with an outcome other than error or cancelled; without tests, programs and staff. At most 20 a visitor and day; a silence of 30 minutes on the web ends one; one taken along by QR code is not counted again.',
    },
    r2: {
      name: 'R2 On-site',
      definition:
        'Heads counted at activities and venues, imported; one source an activity: gate or ticket, then sign-in, then manual count.',
    },
    r3: {
      name: 'R3 Online',
      definition:
        'Live and online participants as platforms report them, imported; of repeated snapshots the greatest.',
    },
    r4: {
      name: 'R4 Media',
      definition:
        'Plays, reads and views, imported, by the growth between snapshots; beside the visits, never added to them.',
    },
    served: {
      name: 'Public served',
      definition:
        'R1 + R2 + R3 − overlap: conversations on the occasion of an activity that reports its heads are not counted again. R4 is no part of it.',
    },
    servedOf: (overlap) => `${overlap.toLocaleString('en')} counted twice are taken off`,
    activitiesOf: (activities, books, products) =>
      `${activities} activities · ${books} books · ${products} products`,
    ledgersLead:
      'What units report of activities, online events, media, books and products, from tables; the same again is not counted twice.',
    import: 'Hand in a table',
    importHint:
      'CSV or Excel (.xlsx); the first row names the columns, in any order. It is looked at before it is kept. Grades: B (gate, ticket), C (by hand, with an attachment), D (a screenshot); C and D name their evidence.',
    chooseFile: 'Choose a file',
    keep: 'Keep it',
    importKept: 'Kept.',
    importLooked: 'It can be kept.',
    importBroken: (rows) => `${rows} problems; nothing was kept.`,
    importCounts: (added, changed, same) => `${added} new, ${changed} put right, ${same} as they were.`,
    row: 'Row',
    rowNumber: (row) => `Row ${row}`,
    column: 'Column',
    problem: 'Problem',
    problems: {
      missing: 'missing',
      unknown: 'unknown',
      malformed: 'malformed',
      too_long: 'too long',
      evidence_missing: 'this grade needs evidence',
      twice: 'twice in the table',
    },
    effect: 'Effect',
    effects: { NEW: 'new', CHANGED: 'put right', SAME: 'as it was' },
    amount: 'Amount',
    grade: 'Grade',
    plans: 'Plans',
    planOver: 'its time is over',
    planElapsed: (share) => `${share} of its time is over`,
    targets: { activities: 'Activities', books: 'Books', products: 'Products', visits: 'Public served' },
    pace: (gap) => `${gap} against an even pace (for reference)`,
    notImported: 'Not imported yet',
    previous: 'vs. before',
    lastYear: 'vs. last year',
    noComparison: 'nothing to compare',
    change: (percent) => (percent === 0 ? 'unchanged' : `${percent > 0 ? '↑' : '↓'} ${Math.abs(percent)}%`),
    visits: 'Visits',
    questions: 'Questions',
    figures: 'Quality',
    asked: {
      name: 'Questions',
      definition:
        'Visitors’ questions; the same again within 5 seconds counts once, greetings and abuse apart.',
    },
    visitors: {
      name: 'Visitors (sum of days)',
      definition:
        'Different visitors of each day on the web, added up. A visitor’s key is destroyed after its day, so this is no count of persons; it does not apply to kiosks.',
    },
    answered: {
      name: 'Answered',
      definition:
        '(answered + partial) ÷ (knowledge, practical and educator questions − those to be clarified).',
    },
    grounded: {
      name: 'Grounded',
      definition: 'Answers whose every factual sentence has a citation in force ÷ answers.',
    },
    noSource: {
      name: 'No source',
      definition: 'Honest “no reliable source” ÷ questions to which an answer is owed.',
    },
    refused: {
      name: 'Declined',
      definition: 'Questions turned away for their content; those met with help in an emergency stand apart.',
    },
    satisfaction: {
      name: 'Satisfaction',
      definition:
        'Up ÷ (up + down), the last vote of an answer; with Wilson’s 95% interval, hidden below 30 votes.',
    },
    satisfactionOf: (lower, upper, n, rate) =>
      `95% interval ${lower} to ${upper}, ${n} votes, response ${rate}`,
    tooFewVotes: (votes) => `${votes} votes; shown from 30 on`,
    crisisOf: (crisis) => `and ${crisis} met with help`,
    notApplicable: '—',
    trend: 'Day by day',
    hours: 'Hours of the day',
    hour: (hour) => `${hour}:00`,
    channels: 'Channels',
    channel: {
      web: 'Web',
      kiosk: 'Kiosk',
      h5: 'Mobile web',
      wechat: 'WeChat',
      educator: 'Studio',
      api: 'API',
      '': 'Unknown',
    },
    byVenue: 'Venues',
    audiences: 'Audiences',
    audience: {
      general: 'General',
      child: 'Children',
      elder: 'Seniors',
      educator: 'Educators',
      unknown: 'Not chosen',
      '': 'Not chosen',
    },
    topics: 'Topics',
    topicsNote: 'A question’s weight is shared by its topics. Questions are told in tens.',
    share: 'Share',
    hidden: 'hidden',
    allHidden: 'All of it is too small to be shown.',
    hiddenNote: 'Cells under 10 are hidden, and others with them where a total would give them away.',
    latency: 'Response time (milliseconds)',
    latencyNote: 'Over several days, the median of the days.',
    first: 'First sentence',
    total: 'Whole answer',
    median: 'Median',
    p95: '95% within',
    table: 'Data',
    day: 'Day',
    empty: 'Nothing in this period.',
    gapsLead:
      'What visitors asked and got no good answer to, grouped by meaning. Once an article is there, the questions are tried again, and a gap that is answered closes by itself.',
    gapsNone: 'No gaps.',
    open: 'Open',
    closed: 'Closed',
    times: (count) => `${count}×`,
    since: (days) => (days === 0 ? 'since today' : `for ${days} days`),
    textGone: 'The texts were deleted when their time was over',
    otherWordings: 'Other wordings',
    take: 'I take it',
    giveBack: 'Hand back',
    with: (name) => `With ${name}`,
    close: 'Close',
    reopen: 'Open again',
    closedByReplay: 'answered now, closed by itself',
    closedBy: (name) => `closed by ${name}`,
    correctionsLead: 'What visitors say is wrong. They see the reply with their number.',
    correctionsNone: 'Nothing to correct.',
    states: {
      received: 'Received',
      in_review: 'In review',
      corrected: 'Corrected',
      declined: 'Stands as it is',
    },
    due: (day) => `due ${day}`,
    overdue: (day) => `overdue since ${day}`,
    visitorSays: 'The visitor says',
    wasAsked: 'The question',
    wasAnswered: 'The answer',
    reply: 'Reply to the visitor',
    replyHint: 'The visitor sees it with their number.',
    state: 'Outcome',
    dueOn: 'Due',
    save: 'Save',
    saved: 'Saved',
    documentsLead: (count) => `${count} documents are answered from.`,
    filter: 'Filter by title',
    title: 'Title',
    reviewedOn: 'Reviewed',
    reviewBy: 'Review by',
    validTo: 'Valid to',
    topic: 'Topics',
    everywhere: 'All venues',
    reportsLead:
      'Reports of a month or a year, in Chinese, as they are handed in. Page, Word, PDF, Excel and CSV have the same figures; locked months show what they were locked with.',
    reportKind: 'Report',
    reportOfMonth: 'Month',
    reportOfYear: 'Year',
    month: 'Month',
    year: 'Year',
    takeAlong: 'Download',
    forms: { docx: 'Word', pdf: 'PDF', xlsx: 'Excel', csv: 'CSV', xapi: 'xAPI statements' },
    making: 'Making the report …',
    locks: 'Locked months',
    locksLead:
      'A month is locked by itself once it is over, with a digest that contains that of the month before, so that any change is found.',
    locksNone: 'No month is locked yet.',
    lockedAt: 'Locked at',
    lockedBy: 'By',
    digest: 'Digest (SHA-256)',
    bySystem: 'the service',
    lockNext: (month) => `Lock ${month} now`,
    verify: 'Verify',
    verifiedEqual: (months) => `Equal: ${months} locked months are whole and counted again as they were.`,
    verifiedBroken: (month) =>
      `${month} differs: what is kept is not what was locked. Please look into it at once.`,
    verifiedOtherwise: (month, rows) =>
      `${month} is whole; ${rows} rows are counted otherwise now. The locked figures stay; see the adjusting entries.`,
    adjustments: 'Adjusting entries',
    adjustmentsLead:
      'What is counted otherwise than it was locked, with the time and the reason. The service enters it every night; you can do so now and say why.',
    adjustmentsNone: 'No adjusting entries.',
    figure: 'Figure',
    was: 'Was',
    is: 'Is',
    difference: 'Difference',
    foundAt: 'Found at',
    reason: 'Reason',
    reasonHint: 'such as: heads of the lectures of May, handed in late',
    adjust: 'Enter',
    adjusted: (entries) => (entries === 0 ? 'Nothing is counted otherwise.' : `${entries} entered.`),
    headlines: {
      visits: 'R1 Visits served',
      offline: 'R2 On-site',
      online: 'R3 Online',
      media: 'R4 Media',
      overlap: 'Overlap',
      served: 'Public served',
      activities: 'Activities',
      books: 'Books',
      products: 'Products',
      questions: 'Questions',
      details: 'Rows below the totals',
    },
    accountsLead: 'Open accounts for colleagues. Who gets other roles or venues signs in anew.',
    addAccount: 'Open an account',
    name: 'Name',
    displayName: 'Called',
    role: 'Roles',
    venuesHint: 'none: all venues',
    add: 'Open',
    linkFor: (name) => `Pass this link on to ${name}, who sets the password:`,
    linkHint: 'It is shown this once and works once.',
    newLink: 'Password link',
    status: 'State',
    active: 'Active',
    inactive: 'Closed',
    deactivate: 'Close',
    activate: 'Open again',
    edit: 'Change',
    cancel: 'Cancel',
    logLead:
      'Who did what, and when. Each entry carries a digest of the one before, so that a change or a gap is found.',
    logWhole: 'The log is whole.',
    logBroken: 'The log is not whole: entries were changed or taken out. Please look into it at once.',
    at: 'When',
    act: 'What',
    detail: 'Detail',
    acts: {},
    terminalsLead:
      'The terminals in the halls: register, pair and set them. One is silent after three missed heartbeats (90 seconds).',
    terminalsNone:
      'No terminal is registered yet. Register one below, then pair the device in the hall by a code.',
    terminalsSilent: (count) => (count === 1 ? '1 terminal is silent' : `${count} terminals are silent`),
    terminalStates: { unpaired: 'Not paired', alive: 'Alive', silent: 'Silent', closed: 'Closed' },
    silentSince: (moment) => `silent since ${moment}`,
    terminal: 'Terminal',
    terminalName: 'Name',
    place: 'Place and hours',
    availability: 'Availability (7 days)',
    minutesOf: (minutes, opening) => `${minutes} of ${opening} minutes`,
    version: 'Version',
    stillShows: (version) => `still shows version ${version}`,
    pairingCode: 'Pairing code',
    codeFor: (terminal) => `Pairing code of ${terminal}:`,
    codeHint: (origin, until) =>
      `Open ${origin}/kiosk on the device and enter this code. It holds until ${until} and works once; the device paired before is then cut off.`,
    versions: 'History',
    versionsOf: (terminal) => `What ${terminal} was set to`,
    inForce: 'In force',
    rollBack: 'Back to this',
    revoke: 'Unpair',
    revokeSure: (name) => `Unpair ${name}? The device stops, until it is paired anew.`,
    addTerminal: 'Register a terminal',
    register: 'Register',
    terminalId: 'Id',
    hall: 'Hall',
    exhibit: 'Exhibit',
    opens: 'Opens',
    closes: 'Closes',
    closedDays: 'Closed every',
    closedOn: (days) => `closed on ${days}`,
    closures: 'Planned closures (not counted, dates divided by spaces)',
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    listener: 'For',
    listeners: { general: 'everyone', child: 'children', elder: 'seniors' },
    lowMode: 'Low mode',
    largeText: 'Large text',
  },
};
