/** The languages that those who work with the service read. */
export type StaffLocale = 'zh-CN' | 'en';

/** What signing in says. */
export interface SignInWords {
  readonly title: string;
  readonly lead: string;
  readonly name: string;
  readonly password: string;
  readonly repeat: string;
  readonly differ: string;
  readonly passwordHint: string;
  readonly nameHint: string;
  readonly enter: string;
  readonly or: string;
  readonly setUpTitle: string;
  readonly setUpLead: string;
  readonly setUpEnter: string;
  readonly linkTitle: string;
  readonly linkLead: string;
  readonly linkEnter: string;
  readonly noAccountYet: string;
  readonly unknownAccount: string;
  readonly providerFailed: string;
  readonly unreachable: string;
}

export const SIGN_IN_WORDS: Readonly<Record<StaffLocale, SignInWords>> = {
  'zh-CN': {
    title: '登录',
    lead: '请用您的工作账号登录。',
    name: '用户名',
    password: '密码',
    repeat: '再输一次密码',
    differ: '两次输入的密码不一样。',
    passwordHint: '至少 12 个字符。一句只有您记得的话，比字母加数字更好记，也更安全。',
    nameHint: '2 到 64 个字符，可以用中文。',
    enter: '登录',
    or: '或者',
    setUpTitle: '建立第一个账号',
    setUpLead: '这个账号是管理员，可以管理全部场馆，并为同事开通账号。',
    setUpEnter: '建立账号并登录',
    linkTitle: '设置密码',
    linkLead: '请为您的账号设置密码。这个链接只能用一次。',
    linkEnter: '设置密码并登录',
    noAccountYet: '还没有任何账号。请打开服务启动时打印的一次性设置链接。',
    unknownAccount: '身份已经确认，但您还没有这里的账号，请联系管理员开通。',
    providerFailed: '统一身份认证没有成功，请再试一次。',
    unreachable: '暂时连不上服务，请稍后再试。',
  },
  en: {
    title: 'Sign in',
    lead: 'Please sign in with your work account.',
    name: 'Name',
    password: 'Password',
    repeat: 'Password once more',
    differ: 'The two passwords differ.',
    passwordHint:
      'At least 12 characters. A sentence only you would think of is easier to keep than letters and digits.',
    nameHint: '2 to 64 characters.',
    enter: 'Sign in',
    or: 'or',
    setUpTitle: 'Make the first account',
    setUpLead: 'It is an administrator for all venues and can open accounts for colleagues.',
    setUpEnter: 'Make the account and sign in',
    linkTitle: 'Set your password',
    linkLead: 'Please set a password for your account. This link works once.',
    linkEnter: 'Set the password and sign in',
    noAccountYet:
      'There is no account yet. Please open the one-time link that the service printed when it started.',
    unknownAccount: 'We know who you are, but you have no account here. Please ask an administrator.',
    providerFailed: 'The institution’s sign-in did not succeed. Please try again.',
    unreachable: 'The service cannot be reached. Please try again in a while.',
  },
};
