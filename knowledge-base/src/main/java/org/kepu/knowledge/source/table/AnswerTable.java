package org.kepu.knowledge.source.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.kepu.knowledge.source.Item;
import org.kepu.knowledge.source.Listing;
import org.kepu.knowledge.source.Source;
import org.kepu.knowledge.source.SourceFailureException;
import org.kepu.knowledge.source.Unread;

/**
 * A CSV file of questions and their answers, each row a document of its own, cited as what it is.
 * {@link Column} says which columns there are; their order is free, and UTF-8, UTF-16 and GB18030
 * are told apart, as spreadsheets write them all.
 *
 * <p>A row that says something wrong is left out with its number and the reason, and stops no
 * other.
 */
public final class AnswerTable implements Source {

  /** Some hundred thousand answers. */
  private static final long MOST_BYTES = 64L << 20;

  private final String name;
  private final Path file;
  private final Duration quiet;
  private final InstantSource clock;
  private String atRest = "never seen at rest";

  /**
   * @param name begins the ids of its documents
   * @param file may be missing: nothing is answered then
   * @param quiet how long nobody may have written to it before it is read
   */
  public AnswerTable(String name, Path file, Duration quiet, InstantSource clock) {
    this.name = name;
    this.file = file;
    this.quiet = quiet;
    this.clock = clock;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String glance() {
    try {
      BasicFileAttributes looks = Files.readAttributes(file, BasicFileAttributes.class);
      if (atRest(looks)) {
        atRest = looks.size() + " " + looks.lastModifiedTime() + " " + looks.fileKey();
      }
      // While it is being written there is nothing new to say.
      return atRest;
    } catch (NoSuchFileException e) {
      return "missing";
    } catch (IOException e) {
      return "unreadable: " + e;
    }
  }

  @Override
  public Listing list() {
    try {
      BasicFileAttributes looks = Files.readAttributes(file, BasicFileAttributes.class);
      if (!atRest(looks)) {
        throw new SourceFailureException("正在写入，写完后自动读取", null);
      }
      if (looks.size() > MOST_BYTES) {
        throw new SourceFailureException(
            "%d 字节，上限 %d，请拆成几份".formatted(looks.size(), MOST_BYTES), null);
      }
      return rows(TableText.of(Files.readAllBytes(file)));
    } catch (NoSuchFileException e) {
      return Listing.EMPTY;
    } catch (CSVException | UncheckedIOException e) {
      throw new SourceFailureException("不是合格的 CSV（%s），请检查引号是否成对".formatted(e.getMessage()), e);
    } catch (IOException e) {
      throw new SourceFailureException("%s 打不开（%s）".formatted(file, e.getMessage()), e);
    }
  }

  private boolean atRest(BasicFileAttributes looks) {
    Instant written = looks.lastModifiedTime().toInstant();
    Instant now = clock.instant();
    // A time to come is another machine's clock, and says nothing.
    return written.isAfter(now) || !written.isAfter(now.minus(quiet));
  }

  private Listing rows(String text) throws IOException {
    List<Item> items = new ArrayList<>();
    List<Unread> unread = new ArrayList<>();
    Map<String, Long> lines = new HashMap<>();
    try (CSVParser rows = CSVParser.parse(text, FORMAT)) {
      Header header = null;
      for (CSVRecord row : rows) {
        if (header == null) {
          header = Header.of(row);
        } else if (!blank(row)) {
          add(header, row, lines, items, unread);
        }
      }
    }
    items.sort(Comparator.comparing(Item::key));
    return new Listing(items, unread);
  }

  private void add(
      Header header,
      CSVRecord row,
      Map<String, Long> lines,
      List<Item> items,
      List<Unread> unread) {
    // As spreadsheets count: the header is the first row.
    long number = row.getRecordNumber();
    try {
      CuratedAnswer answer = CuratedAnswer.of(header.values(row));
      Long same = lines.putIfAbsent(answer.key(), number);
      if (same != null) {
        throw new RowException("与第 %d 行是同一个问题，请合并或删去一行".formatted(same));
      }
      items.add(new Item(answer.key(), answer.hash(), () -> answer.parsed(name)));
    } catch (RowException e) {
      unread.add(new Unread("第 %d 行".formatted(number), e.inWords()));
    }
  }

  private static boolean blank(CSVRecord row) {
    return row.stream().allMatch(String::isBlank);
  }

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).setTrim(true).get();
}
