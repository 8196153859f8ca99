import { property, state } from 'lit/decorators.js';
import { reasonOf, type Account, type AccountClient } from '../account/account-client';
import { AdminElement } from './admin-element';

/** A section of the dashboard. */
export class Panel extends AdminElement {
  @property({ attribute: false }) client!: AccountClient;
  @property({ attribute: false }) account!: Account;

  @state() protected trouble = '';
  @state() protected busy = false;

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
}

/** The day that it is at the academy, moved by some days. */
export function academyDay(move = 0): string {
  return new Date(Date.now() + move * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
}
