package org.kepu.assistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the widget feels, in real Chromium: the long tasks of its start on a processor four times as
 * slow, how soon a sentence that the server sent is on the screen, and the frames while two hundred
 * sentences stream in. Prints figures and fails for none of them, since a busy machine is no bug:
 *
 * <pre>./mvnw -pl assistant -am verify -Dtest=NoSuch -Dit.test=FluencyBenchmark \
 *   -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false</pre>
 */
class FluencyBenchmark {

  private static final int SENTENCES = 200;
  private static final int REPEATS = 7;
  private static final int SLOWDOWN = 4;

  /** So few values are printed one by one, in the order in which they came. */
  private static final int SHOWN = 10;

  private static final String TIMELINE = "devtools.timeline";
  private static final JsonMapper JSON = new JsonMapper();

  /** Notes long tasks from the first moment, and frames and the first sentence when told to. */
  private static final String WATCH =
      """
      window.__long = [];
      new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => window.__long.push(duration)))
        .observe({ type: 'longtask', buffered: true });
      window.__watch = () => {
        const seen = { frames: [], first: 0, last: 0 };
        const sentences = () => document.querySelector('kepu-chat').shadowRoot
          .querySelector('kepu-answer')?.shadowRoot.querySelectorAll('.sentence').length ?? 0;
        let before = performance.now();
        const frame = (now) => {
          seen.frames.push(now - before);
          before = now;
          const count = sentences();
          // A frame's callbacks run before it is drawn; a task that they begin runs after.
          if (count > 0 && !seen.first) setTimeout(() => { seen.first ||= Date.now(); });
          if (count >= %d) { seen.last = Date.now(); return; }
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
        window.__seen = seen;
      };
      """
          .formatted(SENTENCES);

  private static HttpServer server;
  private static ExecutorService threads;
  private static volatile int gapMillis;
  private static volatile long firstSent;

  @BeforeAll
  static void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    server.createContext("/", FluencyBenchmark::file);
    server.createContext("/api/v1/chat", FluencyBenchmark::stream);
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
    threads.close();
  }

  /** In browsers that never saw the widget, but have drawn a page; and once more in each. */
  @Test
  void startOnASlowProcessor() {
    for (String form : List.of("bubble", "page")) {
      List<Task> first = new ArrayList<>();
      List<Task> again = new ArrayList<>();
      for (int i = 0; i < REPEATS; i++) {
        inChromium(
            SLOWDOWN,
            page -> {
              page.navigate(address() + "/?without");
              first.add(longestTaskOfAStart(page, form));
              again.add(longestTaskOfAStart(page, form + "-again"));
            });
      }
      print("first", form, first);
      print("second", form, again);
    }
  }

  private static void print(String which, String form, List<Task> longest) {
    String task = "longest task of a %s start as %s, %d× slower, ".formatted(which, form, SLOWDOWN);
    print(task + "ms", longest.stream().map(Task::lasted).toList());
    print(task + "ms of its thread", longest.stream().map(Task::worked).toList());
  }

  /**
   * A task of the page's thread; the longest ones of a start need not be the same.
   *
   * @param lasted in milliseconds from its beginning to its end, as a browser defines long tasks
   * @param worked the milliseconds of them that others did not take
   */
  private record Task(double lasted, double worked) {}

  private static Task longestTaskOfAStart(Page page, String query) {
    Browser browser = page.context().browser();
    browser.startTracing(
        page, new Browser.StartTracingOptions().setCategories(List.of("toplevel", TIMELINE)));
    page.navigate(address() + "/?" + query);
    // Looking for the widget would load 317 kB of Playwright's own script into the page: a
    // long task of its own, longer than any of the widget's.
    page.waitForTimeout(3_000);
    Task longest = longestTask(browser.stopTracing());
    assertThat(page.locator("kepu-chat").locator(".bubble, .panel.inline")).isVisible();
    return longest;
  }

  /** Of the thread that ran the widget, from when its script was compiled. */
  private static Task longestTask(byte[] trace) {
    List<JsonNode> events = new ArrayList<>();
    new JsonMapper().readTree(trace).get("traceEvents").forEach(events::add);
    JsonNode start =
        events.stream()
            .filter(event -> event.path("name").asString("").equals("v8.evaluateModule"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("The trace shows no widget starting"));
    List<JsonNode> own = events.stream().filter(e -> thread(e).equals(thread(start))).toList();
    // What comes before is the browser's work of going to the page.
    double from =
        own.stream()
            .filter(event -> event.path("name").asString("").equals("v8.compileModule"))
            .mapToDouble(event -> event.path("ts").asDouble())
            .filter(compiled -> compiled < start.path("ts").asDouble())
            .max()
            .orElse(start.path("ts").asDouble());
    List<JsonNode> tasks =
        own.stream()
            .filter(event -> event.path("name").asString("").endsWith("RunTask"))
            .filter(event -> end(event) >= from)
            .toList();
    return new Task(most(tasks, "dur"), most(tasks, "tdur"));
  }

  private static double most(List<JsonNode> tasks, String time) {
    return tasks.stream()
        .mapToDouble(task -> task.path(time).asDouble(0) / 1_000)
        .max()
        .orElseThrow();
  }

  private static double end(JsonNode event) {
    return event.path("ts").asDouble() + event.path("dur").asDouble(0);
  }

  private static String thread(JsonNode event) {
    return event.path("pid") + ":" + event.path("tid");
  }

  @Test
  void sentencesThatStreamIn() {
    List<Double> delays = new ArrayList<>();
    for (int gap : List.of(50, 10, 0)) {
      List<Double> frames = new ArrayList<>();
      List<Double> longest = new ArrayList<>();
      inChromium(
          1,
          page -> {
            gapMillis = gap;
            for (int i = 0; i < 3; i++) {
              page.navigate(address() + "/?page=" + i);
              page.evaluate("sessionStorage.clear()");
              page.reload();
              page.locator("kepu-composer textarea").fill("麋鹿为什么叫“四不像”？");
              page.evaluate("window.__watch(); window.__long.length = 0;");
              page.keyboard().press("Enter");
              page.waitForFunction("() => window.__seen.last > 0");
              Map<?, ?> seen = (Map<?, ?>) page.evaluate("() => window.__seen");
              delays.add(((Number) seen.get("first")).doubleValue() - firstSent);
              ((List<?>) seen.get("frames")).forEach(f -> frames.add(((Number) f).doubleValue()));
              longest.add(
                  ((Number) page.evaluate("() => Math.max(0, ...window.__long)")).doubleValue());
            }
          });
      String streaming = "%d sentences, one in %d ms: ".formatted(SENTENCES, gap);
      print(streaming + "time between frames, ms", frames);
      print(streaming + "longest task, ms (0: below 50)", longest);
      long late = frames.stream().filter(frame -> frame > 1_000 / 60.0 * 1.5).count();
      System.out.printf("%sframes left out: %d of %d%n", streaming, late, frames.size());
    }
    print("first sentence on the screen after it was sent, ms", delays);
  }

  private static void print(String what, List<Double> values) {
    String each =
        values.size() > SHOWN ? "" : values.stream().map("%.0f"::formatted).toList().toString();
    List<Double> sorted = values.stream().sorted().toList();
    System.out.printf(
        "%s: median %.1f, p95 %.1f, most %.1f (%d) %s%n",
        what,
        sorted.get(sorted.size() / 2),
        sorted.get((int) (sorted.size() * 0.95)),
        sorted.getLast(),
        sorted.size(),
        each);
  }

  private interface Looking {
    void at(Page page);
  }

  private static void inChromium(int slowdown, Looking looking) {
    try (Playwright playwright = Playwright.create();
        Browser browser = Browsers.launch(playwright);
        BrowserContext context = browser.newContext()) {
      context.addInitScript(WATCH);
      Page page = context.newPage();
      CDPSession session = context.newCDPSession(page);
      JsonObject rate = new JsonObject();
      rate.addProperty("rate", slowdown);
      session.send("Emulation.setCPUThrottlingRate", rate);
      session.send("Performance.enable");
      looking.at(page);
      spent(session);
    }
  }

  /** What the renderer's main thread was busy with. */
  private static void spent(CDPSession session) {
    session
        .send("Performance.getMetrics")
        .getAsJsonArray("metrics")
        .forEach(
            metric -> {
              String name = metric.getAsJsonObject().get("name").getAsString();
              if (name.endsWith("Duration")) {
                System.out.printf(
                    "  %s %.2f s%n", name, metric.getAsJsonObject().get("value").getAsDouble());
              }
            });
  }

  private static String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private static void file(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/")) {
      String query = exchange.getRequestURI().getQuery();
      String mode = query.startsWith("page") ? "page" : "bubble";
      String script =
          query.equals("without")
              ? ""
              : "<script type=\"module\" src=\"/widget/kepu-chat.js\"></script>";
      respond(
          exchange,
          "text/html",
          """
          <!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Fluency</title>
          %s
          <button>麋鹿</button>
          <kepu-chat venue="milu" mode="%s"></kepu-chat></html>
          """
              .formatted(script, mode)
              .getBytes(UTF_8));
      return;
    }
    try (InputStream found = FluencyBenchmark.class.getResourceAsStream("/static" + path)) {
      if (found == null) {
        exchange.sendResponseHeaders(404, -1);
        exchange.close();
        return;
      }
      respond(
          exchange, path.endsWith(".js") ? "text/javascript" : "font/woff2", found.readAllBytes());
    }
  }

  private static void respond(HttpExchange exchange, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private static void stream(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      send(out, "accepted", Map.of("conversationId", "c-1", "answerId", "a-1"));
      firstSent = System.currentTimeMillis();
      for (int i = 0; i < SENTENCES; i++) {
        String text = "麋鹿的角像鹿，脸像马，蹄像牛，尾像驴，所以古人说它是第%d种“四不像”。".formatted(i + 1);
        send(out, "sentence", Map.of("index", i, "text", text, "citations", List.of(i + 1)));
        send(out, "citation", citation(i + 1, text));
        if (gapMillis > 0) {
          Thread.sleep(gapMillis);
        }
      }
      send(out, "suggestions", IntStream.range(0, 4).mapToObj(i -> "麋鹿第" + i + "问？").toList());
      send(
          out,
          "done",
          Map.of(
              "outcome",
              "answered",
              "generatedBy",
              "extractive",
              "aiLabel",
              "由程序摘录",
              "timings",
              Map.of()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, Object> citation(int index, String quote) {
    return Map.of(
        "index",
        index,
        "documentId",
        "milu-name",
        "documentVersion",
        "v1",
        "title",
        "麋鹿的名字",
        "heading",
        "麋鹿为什么叫“四不像”？",
        "quote",
        quote,
        "start",
        0,
        "end",
        quote.length());
  }

  private static void send(OutputStream out, String event, Object data) throws IOException {
    out.write(
        "event:%s\ndata:%s\n\n".formatted(event, JSON.writeValueAsString(data)).getBytes(UTF_8));
    out.flush();
  }
}
