package org.kepu.assistant.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/**
 * Who stands, or sits, before a terminal: whether they can touch what is there, and read it. Where
 * a dialog is open, only what is in it counts; the rest is not to be touched.
 */
final class Reach {

  /** The band of heights that a terminal's low mode brings everything into, in cm. */
  private static final double LOWEST = 70;

  private static final double HIGHEST = 120;

  private static final String PARTS =
      """
      const all = (root) => Array.from(root.querySelectorAll('*'))
        .flatMap((element) => element.shadowRoot ? [element, ...all(element.shadowRoot)] : [element]);
      const up = (node) => node.assignedSlot ?? node.parentNode ?? node.host;
      const within = (node, whole) => {
        for (let it = node; it; it = up(it)) if (it === whole) return true;
        return false;
      };
      const elements = all(document);
      const modal = elements.findLast((element) => element.matches('dialog:modal'));
      const shown = elements.filter((element) => element.checkVisibility({ visibilityProperty: true })
        && (!modal || within(element, modal)));
      const targets = shown.filter((element) =>
        element.matches('button:enabled, a[href], input, textarea, select, summary, [tabindex="0"]'));
      const described = (element) => [element.localName, element.className,
        element.getAttribute('aria-label') ?? element.textContent].join(' ').trim().replace(/\\s+/g, ' ').slice(0, 60);
      // What scrolls is seen by scrolling, whatever is around it.
      const shownByScrolling = (element, whole) => {
        for (let it = element; it && it !== whole; it = up(it))
          if (it instanceof Element && getComputedStyle(it).overflowY === 'auto') return true;
        return false;
      };
      const seen = (element) => {
        let { left, top, right, bottom } = element.getBoundingClientRect();
        for (let it = up(element); it; it = up(it)) {
          if (!(it instanceof Element) || getComputedStyle(it).overflowY === 'visible') continue;
          if (it.matches('html, body')) continue;
          const box = it.getBoundingClientRect();
          [left, top] = [Math.max(left, box.left), Math.max(top, box.top)];
          [right, bottom] = [Math.min(right, box.right), Math.min(bottom, box.bottom)];
          if (it === modal) break;
        }
        return { left, top, right, bottom };
      };
      """;

  private static final String TOO_SMALL =
      "(least) => {"
          + PARTS
          + """
          const hit = (x, y) => {
            let found = document.elementFromPoint(x, y);
            for (let inner; (inner = found?.shadowRoot?.elementFromPoint(x, y)) && inner !== found;) found = inner;
            return found;
          };
          const faults = [];
          const scrolled = elements.filter((element) => element.scrollTop > 0 || element.scrollLeft > 0)
            .map((element) => [element, element.scrollTop, element.scrollLeft]);
          for (const target of targets) {
            target.scrollIntoView({ block: 'center' });
            const { left, top, right, bottom } = seen(target);
            const [x, y] = [(left + right) / 2, (top + bottom) / 2];
            const missed = [-1, 0, 1].flatMap((across) => [-1, 0, 1].map((down) => {
              const far = across && down ? least / 2 - 4 : least / 2 - 0.5; // corners are round
              return [across * far, down * far];
            })).filter(([across, down]) => !within(hit(x + across, y + down), target.closest('label') ?? target));
            if (missed.length) faults.push(`${described(target)} (${Math.round(right - left)} × ${
              Math.round(bottom - top)}) is not touched at ${missed.join('; ')}`);
          }
          elements.forEach((element) => element.scrollTo?.(0, 0));
          scrolled.forEach(([element, top, left]) => element.scrollTo(left, top));
          return faults;
        }
        """;

  private static final String SMALL_TEXT =
      "([least, body]) => {"
          + PARTS
          + """
          return shown.flatMap((element) => {
            const words = Array.from(element.childNodes).filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
              .map(({ data }) => data.trim()).join('');
            const { width, height } = element.getBoundingClientRect();
            if (words === '' || width <= 1 || height <= 1) return [];
            const size = parseFloat(getComputedStyle(element).fontSize);
            const read = element.closest('.sentence, .words, article p, .content h2, article h2, kepu-suggestions button, .questions button');
            const small = read && !element.closest('.end kepu-citation-mark, small') ? body : least;
            return size < small - 0.01 ? [`${words.slice(0, 30)} has ${size} px`] : [];
          });
        }
        """;

  private static final String OUT_OF_REACH =
      "([highest, lowest]) => {"
          + PARTS
          + """
          return targets.filter((target) => !target.matches('[tabindex]')).flatMap((target) => {
            const { left, top, right, bottom } = seen(target);
            if (bottom - top < 1 || right - left < 1 || (top >= highest - 1 && bottom <= lowest + 1)) return [];
            return [`${described(target)} stands from ${Math.round(top)} to ${Math.round(bottom)}, not from ${
              Math.round(highest)} to ${Math.round(lowest)}`];
          });
        }
        """;

  /** What must be on the screen whole, as nobody scrolls a keyboard. */
  private static final String CUT_OFF =
      "() => {"
          + PARTS
          + """
          return shown.filter((it) => it.matches('kepu-keyboard, kepu-keypad, kepu-composer, dialog button'))
            .flatMap((part) => {
              const { top, bottom, height } = part.getBoundingClientRect();
              const whole = height === 0 || (top >= -1 && bottom <= innerHeight + 1);
              return whole ? [] : [`${described(part)} leaves the screen: ${Math.round(top)} to ${Math.round(bottom)}`];
            });
        }
        """;

  /** Text that its box, or the window, does not show all of; and buttons that lie on each other. */
  private static final String CUT_TEXT =
      "() => {"
          + PARTS
          + """
          const faults = [];
          for (const element of shown) {
            const text = Array.from(element.childNodes).find((it) => it.nodeType === Node.TEXT_NODE && it.data.trim());
            if (!text) continue;
            const range = document.createRange();
            range.selectNodeContents(text);
            const box = range.getBoundingClientRect();
            if (box.width <= 1 || element.closest('.visually-hidden')) continue;
            if (box.left < -1 || box.right > innerWidth + 1) faults.push(`${described(element)} leaves the window`);
            for (let it = element; it; it = up(it)) {
              if (!(it instanceof Element) || it === document.body) continue;
              const { overflowX, overflowY } = getComputedStyle(it);
              const { left, top, right, bottom } = it.getBoundingClientRect();
              const clips = (overflow) => ['hidden', 'clip'].includes(overflow);
              if ((clips(overflowX) && (box.left < left - 1 || box.right > right + 1))
                || (clips(overflowY) && !shownByScrolling(element, it)
                  && (box.top < top - 1 || box.bottom > bottom + 1)))
                faults.push(`${described(element)} is cut off by ${described(it)}`);
            }
          }
          const buttons = targets.filter((it) => it.matches('button, textarea, a'));
          buttons.forEach((one, place) => buttons.slice(place + 1).forEach((other) => {
            const [a, b] = [seen(one), seen(other)];
            const over = Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
              && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
            if (over) faults.push(`${described(one)} lies on ${described(other)}`);
          }));
          return faults;
        }
        """;

  private static final String MOVING =
      "() => {"
          + PARTS
          + """
          return [document, ...elements.map((it) => it.shadowRoot).filter(Boolean)]
            .flatMap((root) => root.getAnimations())
            .filter(({ playState }) => playState === 'running')
            .map(({ effect }) => `${described(effect.target)} moves`);
        }
        """;

  private Reach() {}

  /**
   * What has no square of so many pixels, around its middle, that a finger can touch it at; found
   * by asking the browser what it would touch.
   */
  static List<String> tooSmall(Page page, int pixels) {
    return strings(page.evaluate(TOO_SMALL, pixels));
  }

  /**
   * What is written smaller than is read from where people stand: nothing has less than 24 CSS
   * pixels, and what they came to read, questions and answers, sources and headings, has 40 when
   * large. Labels, small print and the names of keys need not be so large.
   *
   * @param large whether the visitor wants large text
   */
  static List<String> smallText(Page page, boolean large) {
    return strings(page.evaluate(SMALL_TEXT, List.of(24, large ? 40 : 24)));
  }

  /**
   * What stands higher or lower than people reach who sit or are small.
   *
   * @param bottom how far the screen's lower edge is from the floor, in cm
   * @param height how high the screen is, in cm
   */
  static List<String> outOfReach(Page page, double bottom, double height) {
    double pixels = page.viewportSize().height / height;
    double highest = Math.max(0, bottom + height - HIGHEST) * pixels;
    double lowest = Math.min(height, bottom + height - LOWEST) * pixels;
    return strings(page.evaluate(OUT_OF_REACH, List.of(highest, lowest)));
  }

  /** Keyboards, fields and dialogs' buttons that are not on the screen whole. */
  static List<String> cutOff(Page page) {
    return strings(page.evaluate(CUT_OFF));
  }

  /**
   * Text that is not seen whole, or needs scrolling sideways, and buttons that lie on each other.
   */
  static List<String> cutText(Page page) {
    return strings(page.evaluate(CUT_TEXT));
  }

  /** What moves. */
  static List<String> moving(Page page) {
    return strings(page.evaluate(MOVING));
  }

  private static List<String> strings(Object found) {
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }
}
