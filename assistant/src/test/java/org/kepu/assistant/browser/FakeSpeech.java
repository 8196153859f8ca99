package org.kepu.assistant.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/** A page's device with a Chinese voice, and with ears: the test says what they hear. */
final class FakeSpeech {

  private static final String DEVICE =
      """
      (() => {
        const given = [];
        let reading = [];
        class Utterance { constructor(text) { this.text = text; } }
        const synthesis = Object.assign(new EventTarget(), {
          getVoices: () => [{ name: 'fake', lang: 'zh-CN', localService: true }],
          speak: (utterance) => { given.push(utterance.text); reading.push(utterance); },
          cancel: () => { const broken = reading; reading = []; broken.forEach((one) => one.onerror?.()); },
        });
        class Recognition {
          start() { window.fakeSpeech.recognition = this; }
          stop() {}
          abort() {}
        }
        const define = (name, value) => Object.defineProperty(window, name, { value, configurable: true });
        define('speechSynthesis', synthesis);
        define('SpeechSynthesisUtterance', Utterance);
        define('SpeechRecognition', Recognition);
        window.fakeSpeech = {
          given,
          reads: () => reading.length > 0,
          readToTheEnd: () => { const read = reading; reading = []; read.forEach((one) => one.onend?.()); },
          hear: (transcript) => window.fakeSpeech.recognition.onresult({ results: [[{ transcript }]] }),
          fallSilent: () => window.fakeSpeech.recognition.onend(),
        };
      })();
      """;

  private final Page page;

  private FakeSpeech(Page page) {
    this.page = page;
  }

  /** What the page has from its next loading on. */
  static FakeSpeech of(Page page) {
    page.addInitScript(DEVICE);
    return new FakeSpeech(page);
  }

  /** Hears what somebody says, not yet to the end. */
  void hear(String words) {
    page.evaluate("words => fakeSpeech.hear(words)", words);
  }

  /** Nothing more is said. */
  void fallSilent() {
    page.evaluate("fakeSpeech.fallSilent()");
  }

  /** What the voice was given to read. */
  List<?> given() {
    return (List<?>) page.evaluate("fakeSpeech.given");
  }

  boolean reads() {
    return (boolean) page.evaluate("fakeSpeech.reads()");
  }

  void readToTheEnd() {
    page.evaluate("fakeSpeech.readToTheEnd()");
  }
}
