package org.kepu.assistant.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A real Chromium, found where ensure-browser.sh looks for it. */
final class Browsers {

  private static final Stream<String> PLACES =
      Stream.of(
          System.getenv("CHROMIUM_PATH"),
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "/usr/bin/google-chrome-stable",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

  /**
   * No sandbox, because tests may run as root; nothing in the background, because it would phone
   * home.
   */
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          // Hosts that tests make up are this machine.
          "--host-resolver-rules=MAP *.test 127.0.0.1");

  private static final Path CHROMIUM =
      PLACES
          .filter(Objects::nonNull)
          .filter(place -> !place.isBlank())
          .map(Path::of)
          .filter(Files::isExecutable)
          .findFirst()
          .orElseThrow(
              () -> new IllegalStateException("No Chromium found; please set CHROMIUM_PATH"));

  private Browsers() {}

  static Browser launch(Playwright playwright) {
    return playwright
        .chromium()
        .launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(FLAGS));
  }
}
