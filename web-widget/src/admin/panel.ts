import { LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import { reasonOf, type Account, type AccountClient } from '../account/account-client';
import type { StaffLocale } from '../account/words';
import { base, sheet } from '../theme/styles';
import css from './panel.css?inline';
import { ADMIN_WORDS, type AdminWords } from './words';

/** A section of the dashboard. */
export class Panel extends LitElement {
  static override readonly styles = [base, sheet(css)];

  @property({ attribute: false }) client!: AccountClient;
  @property({ attribute: false }) account!: Account;
  @property() locale: StaffLocale = 'zh-CN';

  @state() protected trouble = '';
  @state() protected busy = false;

  protected get say(): AdminWords {
    return ADMIN_WORDS[this.locale];
  }

  /** Does something with the service, and shows why where it fails. */
  protected async attempt(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.trouble = '';
    try {
      await work();
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) {
        this.trouble = reasonOf(error, this.say.unreachable);
      }
    } finally {
      this.busy = false;
    }
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

/** The day that it is at the academy, moved by some days. */
export function academyDay(move = 0): string {
  return new Date(Date.now() + move * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
}
