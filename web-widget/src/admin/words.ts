import type { Role } from '../account/account-client';
import type { StaffLocale } from '../account/words';

/** What the dashboard says. */
export interface AdminWords {
  readonly product: string;
  readonly waiting: string;
  readonly unreachable: string;
  readonly signOut: string;
  readonly otherLanguage: string;
  readonly welcome: (name: string) => string;
  readonly roles: Readonly<Record<Role, string>>;
  readonly venues: (venues: readonly string[]) => string;
}

export const ADMIN_WORDS: Readonly<Record<StaffLocale, AdminWords>> = {
  'zh-CN': {
    product: '科普助手 · 管理',
    waiting: '正在打开……',
    unreachable: '暂时连不上服务，请稍后刷新。',
    signOut: '退出登录',
    otherLanguage: 'English',
    welcome: (name) => `${name}，您好`,
    roles: { admin: '管理员', curator: '内容编辑', educator: '教师', analyst: '数据分析' },
    venues: (venues) => `负责的场馆：${venues.join('、')}`,
  },
  en: {
    product: 'Kepu · Administration',
    waiting: 'Opening …',
    unreachable: 'The service cannot be reached. Please reload in a while.',
    signOut: 'Sign out',
    otherLanguage: '中文',
    welcome: (name) => `Welcome, ${name}`,
    roles: { admin: 'Administrator', curator: 'Curator', educator: 'Educator', analyst: 'Analyst' },
    venues: (venues) => `For ${venues.join(', ')}`,
  },
};
