package org.kepu.knowledge.parse.fork;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.kepu.knowledge.parse.Limits;
import org.kepu.knowledge.parse.QuarantineReason;

/**
 * One run of the other process, with a folder of its own for temporary files. Where it takes too
 * long, it is killed, and whoever waits for it gets an {@link IOException}.
 */
final class ParserChild {

  private static final Duration START = Duration.ofSeconds(60);
  private static final int TAIL = 2000;

  private final Process process;
  private final Path folder;
  private final Frames frames;
  private final Limits limits;
  private final ScheduledExecutorService clock;
  private final StringBuffer said = new StringBuffer();
  private volatile boolean late;

  private ParserChild(Process process, Path folder, Limits limits, ScheduledExecutorService clock) {
    this.process = process;
    this.folder = folder;
    this.frames = new Frames(process.getInputStream(), process.getOutputStream());
    this.limits = limits;
    this.clock = clock;
    Thread.ofPlatform().daemon().name("parser-errors").start(this::listen);
  }

  /**
   * Starts the process and waits until it takes orders.
   *
   * @throws ForkFailureException if it does not
   */
  static ParserChild start(JavaCommand command, Limits limits, ScheduledExecutorService clock) {
    try {
      Path folder = Scratch.make();
      ProcessBuilder builder = new ProcessBuilder(words(command, limits, folder));
      // Nothing that this process knows is the other's business: no keys, no options.
      builder.environment().clear();
      builder.environment().put("CLASSPATH", command.classPath());
      builder.environment().put("PATH", System.getenv().getOrDefault("PATH", ""));
      builder.directory(folder.toFile());
      ParserChild child = new ParserChild(builder.start(), folder, limits, clock);
      child.greet();
      return child;
    } catch (IOException e) {
      throw new ForkFailureException("The process that reads files cannot be started", e);
    }
  }

  private static List<String> words(JavaCommand command, Limits limits, Path folder) {
    List<String> words = new ArrayList<>(command.prefix());
    words.add(command.java().toString());
    words.addAll(
        List.of(
            "-Xmx" + limits.heapMegabytes() + "m",
            "-XX:MaxMetaspaceSize=192m",
            "-XX:MaxDirectMemorySize=64m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:-UsePerfData",
            "-Xshare:auto",
            "-Dfile.encoding=UTF-8",
            "-Djava.awt.headless=true",
            "-Djava.io.tmpdir=" + folder,
            // The platform's limits of XML; sharedStrings of a large sheet hold many an &amp;.
            "-Djdk.xml.maxElementDepth=" + limits.depth(),
            "-Djdk.xml.totalEntitySizeLimit=50000000",
            "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
            "-Dslf4j.internal.verbosity=ERROR",
            "-Dlog4j2.StatusLogger.level=OFF"));
    words.addAll(NoNetwork.jvmOptions(folder));
    if (!command.launcher().isEmpty()) {
      words.add("-Dloader.main=" + ParserProcess.class.getName());
      words.add(command.launcher());
    } else {
      words.add(ParserProcess.class.getName());
    }
    return words;
  }

  private void greet() {
    try (Deadline _ = new Deadline(START)) {
      frames.write(Frames.json(limits));
      frames.read(Reply.class, 1 << 20);
    } catch (IOException e) {
      stop();
      throw new ForkFailureException(
          "The process that reads files did not start; its last words: " + said, e);
    }
  }

  /** Sends an order, and a file's content after it. */
  void send(Order order, byte[] content) throws IOException {
    try (Deadline _ = new Deadline(limits.time())) {
      frames.write(Frames.json(order));
      if (order.dump() == null) {
        frames.write(content);
      }
    }
  }

  /** The next reply. */
  Reply receive() throws IOException {
    try (Deadline _ = new Deadline(limits.time())) {
      return frames.read(Reply.class, ParserProcess.longestReply(limits));
    }
  }

  boolean alive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** Ends the process and says why it ended, as a reason to quarantine the file it was reading. */
  QuarantineReason autopsy() {
    if (late) {
      stop();
      return QuarantineReason.TIMEOUT;
    }
    boolean itself = ended(Duration.ofSeconds(2));
    stop();
    return itself && process.exitValue() == ParserProcess.OUT_OF_MEMORY
        ? QuarantineReason.OUT_OF_MEMORY
        : QuarantineReason.CRASHED;
  }

  /** How it ended, for whoever looks into it. */
  String lastWords() {
    String words = said.toString().strip();
    return (process.isAlive() ? "" : "退出码 " + process.exitValue())
        + (words.isEmpty() ? "" : "，" + words.lines().findFirst().orElse(""));
  }

  /** Kills the process, waits until it is gone, and clears its folder away. */
  void stop() {
    process.destroyForcibly();
    ended(Duration.ofSeconds(10));
    Scratch.clear(folder);
  }

  private boolean ended(Duration within) {
    boolean interrupted = Thread.interrupted();
    try {
      return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
      return !process.isAlive();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Keeps the first of what the process complains about, and reads on so that it never waits. */
  private void listen() {
    byte[] buffer = new byte[4096];
    try (InputStream errors = process.getErrorStream()) {
      for (int read = errors.read(buffer); read >= 0; read = errors.read(buffer)) {
        if (said.length() < TAIL) {
          said.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      // The process is gone, and its words with it.
    }
  }

  /** Kills the process unless closed in time. */
  private final class Deadline implements AutoCloseable {

    private final ScheduledFuture<?> kill;

    Deadline(Duration time) {
      kill =
          clock.schedule(
              () -> {
                late = true;
                process.destroyForcibly();
              },
              time.toMillis(),
              TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
      kill.cancel(false);
    }
  }
}
