package org.kepu.assistant.conversation.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.conversation.LedgerFailureException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Entries in a file, one a line with its checksum; each is on disk before {@link #append} returns.
 * What is in the file when it is opened comes back in its order. Not safe for use by several
 * threads.
 */
final class Spool implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Spool.class);
  private static final JsonMapper JSON = new JsonMapper();
  private static final int CHECKSUM_DIGITS = 8;

  private final Path file;
  private final long limit;
  private final Deque<Entry> pending = new ArrayDeque<>();
  private FileChannel channel;

  /**
   * @param limit bytes, beyond which nothing is taken
   */
  Spool(Path folder, long limit) {
    this.limit = limit;
    this.file = folder.resolve("ledger.jsonl");
    try {
      Files.createDirectories(folder);
      List<String> damaged = load();
      if (!damaged.isEmpty()) {
        setAside(folder, damaged);
      }
      channel = opened();
      channel.position(channel.size());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to " + folder, e);
    }
  }

  private FileChannel opened() throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private List<String> load() throws IOException {
    List<String> damaged = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readString(file, StandardCharsets.UTF_8).split("\n")) {
        if (!line.isEmpty()) {
          entry(line).ifPresentOrElse(pending::add, () -> damaged.add(line));
        }
      }
    }
    return damaged;
  }

  /**
   * A last line that was never finished was never acknowledged, either; it is kept all the same.
   */
  private void setAside(Path folder, List<String> damaged) throws IOException {
    Path aside = Files.createTempFile(folder, "damaged-", ".jsonl");
    Files.write(aside, damaged);
    log.error(
        "{} lines of {} cannot be read and were set aside in {}", damaged.size(), file, aside);
    Files.deleteIfExists(file);
    try (FileChannel rewritten =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (Entry entry : pending) {
        write(rewritten, line(entry));
      }
      rewritten.force(true);
    }
  }

  private static Optional<Entry> entry(String line) {
    if (line.length() <= CHECKSUM_DIGITS
        || !line.startsWith(checksum(line.substring(CHECKSUM_DIGITS)))) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(line.substring(CHECKSUM_DIGITS), Entry.class));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static ByteBuffer line(Entry entry) {
    String json = JSON.writerFor(Entry.class).writeValueAsString(entry);
    return ByteBuffer.wrap((checksum(json) + json + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static String checksum(String json) {
    CRC32 crc = new CRC32();
    crc.update(json.getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(crc.getValue());
  }

  /**
   * @param share how much of the limit this entry may help to fill, 0 to 1
   * @throws LedgerFailureException if that much is filled already, or the disk fails
   */
  void append(Entry entry, double share) {
    ByteBuffer line = line(entry);
    // An interrupt while it is written would close the file for all who come later.
    boolean interrupted = Thread.interrupted();
    try {
      long end = channel.position();
      if (end + line.remaining() > limit * share) {
        throw new LedgerFailureException(
            "The database is away and the spool is full with %d bytes; please bring the database back"
                .formatted(end));
      }
      try {
        write(channel, line);
        channel.force(false);
      } catch (IOException e) {
        interrupted |= Thread.interrupted();
        recover(end);
        throw e;
      }
      pending.add(entry);
    } catch (IOException e) {
      throw new LedgerFailureException(e, false);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Takes back what was written of an entry: half a line would spoil the next one. */
  private void recover(long end) throws IOException {
    if (!channel.isOpen()) {
      channel = opened();
    }
    channel.truncate(end);
    channel.position(end);
  }

  private static void write(FileChannel to, ByteBuffer line) throws IOException {
    while (line.hasRemaining()) {
      to.write(line);
    }
  }

  /** What waits, in its order. */
  List<Entry> pending() {
    return List.copyOf(pending);
  }

  /** The first that waits, null if none does. */
  @Nullable Entry first() {
    return pending.peek();
  }

  /** The first is done. The file keeps it until all are: doing it again changes nothing. */
  void removeFirst() {
    pending.remove();
  }

  /** All is done. */
  void clear() {
    try {
      channel.truncate(0);
      channel.force(true);
    } catch (IOException e) {
      throw new LedgerFailureException(e, false);
    }
  }

  boolean isEmpty() {
    return pending.isEmpty();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
