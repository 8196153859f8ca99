import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { StaffLocale } from '../account/words';
import { base, sheet } from '../theme/styles';
import css from './panel.css?inline';
import { ADMIN_WORDS, type AdminWords } from './words';

/** An element of the dashboard: it looks like the others, and writes words and numbers in the reader's language. */
export class AdminElement extends LitElement {
  static override readonly styles = [base, sheet(css)];

  @property() locale: StaffLocale = 'zh-CN';

  protected get say(): AdminWords {
    return ADMIN_WORDS[this.locale];
  }

  protected number(value: number): string {
    return value.toLocaleString(this.locale);
  }

  protected percent(value: number): string {
    return value.toLocaleString(this.locale, {
      style: 'percent',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    });
  }

  /** A moment as a day of the academy. */
  protected day(moment: string): string {
    return new Date(moment).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
  }
}
