package org.kepu.knowledge.parse.fork;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.parse.FileDescription;
import org.kepu.knowledge.parse.Limits;
import org.kepu.knowledge.parse.ParseResult;
import org.kepu.knowledge.parse.ParseResult.Quarantined;
import org.kepu.knowledge.parse.QuarantineReason;
import org.kepu.knowledge.parse.SourceFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads files in a process of its own, which starts with the first file, stays for the next, and is
 * replaced when one has wrecked it. Safe for use by several threads, which take turns; who wants
 * files read side by side makes several.
 */
public final class ForkedParser implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ForkedParser.class);

  private final JavaCommand command;
  private final Limits limits;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final ScheduledThreadPoolExecutor clock;
  private volatile @Nullable ParserChild child;
  private volatile boolean closed;

  public ForkedParser(JavaCommand command, Limits limits) {
    this.command = command;
    this.limits = limits;
    this.clock =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("parser-clock").factory());
    clock.setRemoveOnCancelPolicy(true);
  }

  /**
   * Reads a file.
   *
   * @throws ForkFailureException if the other process cannot be started
   * @throws IllegalStateException if this is closed, before or meanwhile
   */
  public ParseResult parse(SourceFile file, FileDescription description) {
    if (file.content().length > limits.fileBytes()) {
      return new Quarantined(
          file.path(),
          QuarantineReason.TOO_LARGE,
          "%d 字节，上限 %d".formatted(file.content().length, limits.fileBytes()));
    }
    turn.lock();
    try {
      ParserChild running = running();
      try {
        running.send(Order.file(file.path(), description), file.content());
        return running.receive().result();
      } catch (IOException | IllegalArgumentException e) {
        return wrecked(running, file.path());
      }
    } finally {
      turn.unlock();
    }
  }

  /**
   * Reads the articles of a MediaWiki dump, one after the other, and hands each over before the
   * next is read. The limit of time is an article's, and that of bytes does not apply.
   *
   * @param path the dump's, as an editor knows it
   * @param dump where it lies: XML, or XML packed with bzip2 if its name ends with {@code .bz2}
   * @param categories of the articles wanted, without their name space; empty for all
   * @throws ForkFailureException if the other process cannot be started
   * @throws IllegalStateException if this is closed, before or meanwhile
   */
  public void articles(
      String path,
      Path dump,
      Collection<String> categories,
      FileDescription description,
      Consumer<ParseResult> articles) {
    turn.lock();
    try {
      ParserChild running = running();
      try {
        Order order =
            new Order(path, description, dump.toAbsolutePath().toString(), Set.copyOf(categories));
        running.send(order, new byte[0]);
        for (Reply reply = running.receive(); !reply.end(); reply = running.receive()) {
          articles.accept(reply.result());
        }
      } catch (IOException e) {
        articles.accept(wrecked(running, path));
      } catch (RuntimeException e) {
        // The rest of the dump would be taken for the next file's.
        running.stop();
        throw e;
      }
    } finally {
      turn.unlock();
    }
  }

  /** Ends the other process at once, in the middle of a file if need be. */
  @Override
  public void close() {
    closed = true;
    clock.shutdownNow();
    ParserChild last = child;
    if (last != null) {
      last.stop();
    }
  }

  /** The number of the other process, if there is one. */
  OptionalLong pid() {
    ParserChild current = child;
    return current != null && current.alive()
        ? OptionalLong.of(current.pid())
        : OptionalLong.empty();
  }

  private ParserChild running() {
    refuseClosed();
    ParserChild current = child;
    if (current == null || !current.alive()) {
      if (current != null) {
        current.stop();
      }
      current = ParserChild.start(command, limits, clock);
      child = current;
      if (closed) {
        // Closed while it started: nobody else will end it.
        current.stop();
        refuseClosed();
      }
    }
    return current;
  }

  private Quarantined wrecked(ParserChild running, String path) {
    QuarantineReason reason = running.autopsy();
    refuseClosed();
    log.warn("Reading {} ended the process that read it: {}", path, reason);
    String detail =
        switch (reason) {
          case TIMEOUT -> "超过 " + limits.time().toSeconds() + " 秒";
          case OUT_OF_MEMORY -> "超过 " + limits.heapMegabytes() + " MB";
          default -> running.lastWords();
        };
    return new Quarantined(path, reason, detail);
  }

  private void refuseClosed() {
    if (closed) {
      throw new IllegalStateException("The parser is closed; please make another");
    }
  }
}
