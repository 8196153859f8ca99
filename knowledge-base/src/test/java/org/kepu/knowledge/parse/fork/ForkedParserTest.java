package org.kepu.knowledge.parse.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.knowledge.parse.FileDescription;
import org.kepu.knowledge.parse.Limits;
import org.kepu.knowledge.parse.ParseResult;
import org.kepu.knowledge.parse.ParseResult.Parsed;
import org.kepu.knowledge.parse.ParseResult.Quarantined;
import org.kepu.knowledge.parse.QuarantineReason;
import org.kepu.knowledge.parse.SourceFile;
import org.kepu.knowledge.parse.TestFiles;

@Timeout(120)
class ForkedParserTest {

  private static final SourceFile GOOD = new SourceFile("milu.docx", TestFiles.docx());

  @Test
  void theProcessStartsWithTheFirstFileStaysForTheNextAndIsReplacedOnceItIsGone() {
    try (ForkedParser parser = parser(Limits.STANDARD)) {
      assertThat(parser.pid()).isEmpty();
      parse(parser, GOOD);
      long first = parser.pid().orElseThrow();
      parse(parser, GOOD);
      assertThat(parser.pid()).hasValue(first);

      end(ProcessHandle.of(first).orElseThrow());

      assertThat(parse(parser, GOOD)).isInstanceOf(Parsed.class);
      assertThat(parser.pid().orElseThrow()).isNotEqualTo(first);
    }
  }

  @Test
  void whatTakesTooLongIsQuarantinedAndTheNextFileIsRead() {
    Limits hasty = with(Duration.ofMillis(1), 256);
    try (ForkedParser parser = parser(hasty)) {
      assertThat(reason(parse(parser, GOOD))).isEqualTo(QuarantineReason.TIMEOUT);
      assertThat(reason(parse(parser, GOOD))).isEqualTo(QuarantineReason.TIMEOUT);
    }
  }

  @Test
  void whatNeedsTooMuchMemoryIsQuarantinedAndTheNextFileIsRead() {
    try (ForkedParser parser = parser(with(Duration.ofSeconds(20), 64))) {
      SourceFile huge = new SourceFile("huge.txt", TestFiles.utf8("麋".repeat(15_000_000)));

      assertThat(reason(parse(parser, huge))).isEqualTo(QuarantineReason.OUT_OF_MEMORY);

      assertThat(parse(parser, GOOD)).isInstanceOf(Parsed.class);
    }
  }

  @Test
  void closingEndsTheProcess() {
    ForkedParser parser = parser(Limits.STANDARD);
    parse(parser, GOOD);
    ProcessHandle process = ProcessHandle.of(parser.pid().orElseThrow()).orElseThrow();

    parser.close();

    assertThat(process.isAlive()).isFalse();
    assertThatThrownBy(() -> parse(parser, GOOD)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void noOtherFolderThanItsOwnIsCleared(@TempDir Path other) throws IOException {
    Path own = Scratch.make();
    Files.writeString(own.resolve("a"), "a");
    Files.writeString(other.resolve("a"), "a");

    Scratch.clear(own);
    Scratch.clear(other);

    assertThat(own).doesNotExist();
    assertThat(other.resolve("a")).exists();
  }

  @Test
  void aProcessThatCannotStartIsNoFilesFault(@TempDir Path empty) {
    JavaCommand nothing = new JavaCommand(List.of(), java(), empty.toString(), "");
    try (ForkedParser parser = new ForkedParser(nothing, Limits.STANDARD)) {
      assertThatThrownBy(() -> parse(parser, GOOD))
          .isInstanceOf(ForkFailureException.class)
          .hasMessageContaining("ParserProcess");
    }
  }

  @Test
  void theProcessDiesWithTheOneThatStartedIt() throws Exception {
    Process parent =
        new ProcessBuilder(
                java().toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ParsingParent.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long child;
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
      child = Long.parseLong(said.readLine());
      ProcessHandle process = ProcessHandle.of(child).orElseThrow();
      assertThat(process.isAlive()).isTrue();

      parent.destroyForcibly().waitFor();

      process.onExit().get(20, TimeUnit.SECONDS);
      assertThat(process.isAlive()).isFalse();
    }
  }

  /** Parses a file, tells the number of the process that did, and waits to be killed. */
  static final class ParsingParent {

    public static void main(String[] args) throws InterruptedException {
      ForkedParser parser = parser(Limits.STANDARD);
      parse(parser, GOOD);
      System.out.println(parser.pid().orElseThrow());
      System.out.flush();
      Thread.sleep(Duration.ofMinutes(5));
    }
  }

  @Test
  void nothingInAFileReachesTheNetwork() throws IOException {
    try (ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        ForkedParser parser = parser(Limits.STANDARD)) {
      listening.setSoTimeout(1000);
      String address = "http://127.0.0.1:" + listening.getLocalPort() + "/";
      String external = "<!DOCTYPE x [<!ENTITY e SYSTEM \"%s\">]>".formatted(address);
      parse(parser, new SourceFile("a.docx", TestFiles.docx("<w:p>&e;</w:p>", external)));
      parse(
          parser,
          new SourceFile(
              "a.html",
              TestFiles.utf8(
                  "<html><img src='%1$s'><iframe src='%1$s'></iframe><p>鹿".formatted(address))));

      assertThatThrownBy(listening::accept).isInstanceOf(java.net.SocketTimeoutException.class);
    }
  }

  @Test
  void theOptionsOfTheProcessKeepSocketsAndNamesFromTheNetwork(@TempDir Path folder)
      throws Exception {
    try (ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      List<String> words = new ArrayList<>(List.of(java().toString()));
      words.addAll(NoNetwork.jvmOptions(folder));
      words.addAll(
          List.of(
              "-cp",
              System.getProperty("java.class.path"),
              ReachingOut.class.getName(),
              String.valueOf(listening.getLocalPort())));
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(said.lines().toList())
          .containsExactly("url refused", "socket refused", "name refused");
    }
  }

  /** Tries what a parser may be talked into. */
  static final class ReachingOut {

    public static void main(String[] args) {
      NoNetwork.enforce();
      int port = Integer.parseInt(args[0]);
      tell("url", () -> java.net.URI.create("http://127.0.0.1:" + port).toURL().openStream());
      tell("socket", () -> new java.net.Socket("127.0.0.1", port));
      tell("name", () -> InetAddress.getByName("localhost.localdomain"));
    }

    private static void tell(String what, Attempt attempt) {
      try {
        attempt.run();
        System.out.println(what + " reached");
      } catch (IOException e) {
        System.out.println(what + " refused");
      }
    }

    private interface Attempt {
      Object run() throws IOException;
    }
  }

  @Test
  void aDumpIsReadArticleByArticle(@TempDir Path folder) throws IOException {
    Path dump = folder.resolve("wiki.xml");
    String page =
        "<page><title>鹿%d</title><ns>0</ns><id>%d</id><revision><id>1</id><text>鹿。</text></revision></page>";
    StringBuilder xml = new StringBuilder("<mediawiki>");
    for (int i = 0; i < 500; i++) {
      xml.append(page.formatted(i, i));
    }
    Files.writeString(dump, xml.append("</mediawiki>"));
    List<ParseResult> articles = new ArrayList<>();
    try (ForkedParser parser = parser(Limits.STANDARD)) {
      parser.articles("wiki.xml", dump, List.of(), FileDescription.NONE, articles::add);

      assertThat(articles).hasSize(500).allMatch(Parsed.class::isInstance);
      assertThat(parse(parser, GOOD)).as("a file after the dump").isInstanceOf(Parsed.class);
    }
  }

  private static ForkedParser parser(Limits limits) {
    return new ForkedParser(JavaCommand.ofThisProcess(), limits);
  }

  private static ParseResult parse(ForkedParser parser, SourceFile file) {
    return parser.parse(file, FileDescription.NONE);
  }

  private static QuarantineReason reason(ParseResult result) {
    return ((Quarantined) result).reason();
  }

  private static Limits with(Duration time, int heap) {
    Limits all = Limits.STANDARD;
    return new Limits(
        all.fileBytes(),
        time,
        heap,
        all.depth(),
        all.entries(),
        all.expandedBytes(),
        all.ratio(),
        all.characters());
  }

  private static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  private static void end(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().join();
  }
}
