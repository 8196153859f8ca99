import type { ReactiveControllerHost } from 'lit';
import { MediaController } from '../chat/media-controller';
import type { Locale } from '../i18n/locale';
import { registerUnit } from '../theme/styles';
import type { Settings } from './kepu-settings';
import {
  listenerOf,
  loadPreferences,
  localeFor,
  savePreferences,
  SCALES,
  textSizeOf,
  type Contrast,
  type Preferences,
  type Theme,
} from './preferences';

const UNIT_REGISTERED = registerUnit();

/** What the page says of the widget's looks; the visitor's choices come before it. */
export interface PageWishes extends ReactiveControllerHost, HTMLElement {
  readonly locale: string | undefined;
  readonly audience: string | undefined;
  readonly theme: Theme;
  readonly contrast: Contrast | undefined;
}

/** How the widget looks and speaks: what the visitor chose, else what the page says, else what the system says. */
export class AppearanceController {
  #chosen: Preferences = loadPreferences();
  readonly #darkness: MediaController;
  readonly #strength: MediaController;

  constructor(private readonly host: PageWishes) {
    this.#darkness = new MediaController(host, '(prefers-color-scheme: dark)');
    this.#strength = new MediaController(host, '(prefers-contrast: more)');
  }

  get locale(): Locale {
    const page = this.host.locale ?? this.host.closest<HTMLElement>('[lang]')?.lang ?? navigator.language;
    return localeFor(this.#chosen, page);
  }

  /** Who is asking, in the words of the contract; nothing where nobody said so. */
  get audience(): string | undefined {
    return this.#chosen.audience ?? this.host.audience;
  }

  /** What holds at the moment, chosen or not. */
  get settings(): Settings {
    const audience = listenerOf(this.audience);
    return {
      audience,
      locale: this.locale,
      textSize: textSizeOf({ audience, ...this.#chosen }),
      contrast: this.#chosen.contrast ?? this.host.contrast ?? (this.#strength.matches ? 'more' : 'normal'),
      theme: this.#chosen.theme ?? this.host.theme,
    };
  }

  /** The visitor chooses; what they chose before stays. */
  prefer(chosen: Preferences): void {
    this.#chosen = { ...this.#chosen, ...chosen };
    savePreferences(this.#chosen);
    this.host.requestUpdate();
  }

  /**
   * Puts on the host what holds: its strength, for the style sheets, and the unit of all lengths.
   *
   * @returns the colours
   */
  dress(): 'light' | 'dark' {
    const { theme, contrast, textSize } = this.settings;
    const { host } = this;
    host.toggleAttribute('strong', contrast === 'more');
    host.style.setProperty('--kepu-scale', String(SCALES[textSize]));
    if (!UNIT_REGISTERED) host.style.setProperty('--kepu-unit', `${16 * SCALES[textSize]}px`);
    return theme === 'dark' || (theme === 'auto' && this.#darkness.matches) ? 'dark' : 'light';
  }
}
