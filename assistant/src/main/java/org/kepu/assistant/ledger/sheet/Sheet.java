package org.kepu.assistant.ledger.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kepu.assistant.activity.OneLine;
import org.kepu.assistant.ledger.Entry;
import org.kepu.assistant.ledger.Grade;
import org.kepu.assistant.ledger.Isbn;
import org.kepu.assistant.ledger.Kind;
import org.kepu.assistant.ledger.Source;

/**
 * What a table says, row by row.
 *
 * @param entries the rows that say something, in their order
 * @param problems the rows that do not, and why
 */
public record Sheet(List<Numbered> entries, List<Problem> problems) {

  /** The columns, as the first row names them. */
  static final List<String> COLUMNS =
      List.of("类别", "编号", "名称", "项目", "场馆", "填报单位", "日期", "来源", "数量", "证据等级", "证据");

  private static final Map<String, Kind> KINDS =
      Map.of(
          "R2",
          Kind.OFFLINE,
          "线下",
          Kind.OFFLINE,
          "R3",
          Kind.ONLINE,
          "线上",
          Kind.ONLINE,
          "R4",
          Kind.MEDIA,
          "传播",
          Kind.MEDIA,
          "图书",
          Kind.BOOK,
          "产品",
          Kind.PRODUCT);

  private static final Map<String, Source> SOURCES =
      Map.of(
          "闸机",
          Source.GATE,
          "票务",
          Source.GATE,
          "签到",
          Source.SIGN_IN,
          "人工",
          Source.MANUAL,
          "平台",
          Source.PLATFORM);

  private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
  private static final int LONGEST = 200;
  private static final int SHOWN = 20;

  public Sheet {
    entries = List.copyOf(entries);
    problems = List.copyOf(problems);
  }

  /** An entry and its row, as people count. */
  public record Numbered(int row, Entry entry) {}

  /**
   * What is wrong with a row.
   *
   * @param row as people count, the row of names being 1
   * @param column where; empty: with the whole row
   * @param code {@code missing}, {@code unknown}, {@code malformed}, {@code too_long}, {@code
   *     control_character}, {@code venue_unknown}, {@code isbn_malformed}, {@code
   *     evidence_missing}, {@code twice}
   * @param value what stands there
   */
  public record Problem(int row, String column, String code, String value) {}

  /**
   * Reads a table.
   *
   * @param venues that its rows may name
   * @throws UnreadableException if it is none
   */
  public static Sheet read(byte[] file, VenueNames venues) {
    List<Rows.Line> lines = Rows.of(file);
    List<Numbered> entries = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Rows.Line line : lines) {
      Reading reading = new Reading(line, venues, problems);
      reading
          .entry()
          .ifPresent(
              entry -> {
                String key =
                    String.join(
                        "\n",
                        entry.kind().code(),
                        entry.item(),
                        entry.day().toString(),
                        entry.source().code());
                if (seen.add(key)) {
                  entries.add(new Numbered(line.number(), entry));
                } else {
                  problems.add(new Problem(line.number(), "编号", "twice", entry.item()));
                }
              });
    }
    return new Sheet(entries, problems);
  }

  /** One row, with all that is wrong in it. */
  private static final class Reading {

    private final Rows.Line line;
    private final VenueNames venues;
    private final List<Problem> problems;
    private final int before;

    Reading(Rows.Line line, VenueNames venues, List<Problem> problems) {
      this.line = line;
      this.venues = venues;
      this.problems = problems;
      this.before = problems.size();
    }

    Optional<Entry> entry() {
      Kind kind = one("类别", KINDS);
      boolean counted = kind != Kind.BOOK && kind != Kind.PRODUCT;
      String item = kind == Kind.BOOK ? isbn() : text("编号", true);
      String title = text("名称", true);
      String programme = text("项目", false);
      String venue = venue();
      String unit = text("填报单位", true);
      LocalDate day = day();
      Source source = kind == Kind.OFFLINE ? one("来源", SOURCES) : Source.PLATFORM;
      Long amount = counted ? amount() : Long.valueOf(1);
      Grade grade = grade();
      String evidence = text("证据", false);
      if (grade != null && grade.compareTo(Grade.B) > 0 && evidence.isEmpty()) {
        problem("证据", "evidence_missing", grade.name());
      }
      if (problems.size() > before
          || kind == null
          || day == null
          || source == null
          || amount == null
          || grade == null) {
        return Optional.empty();
      }
      return Optional.of(
          new Entry(
              kind, item, title, programme, venue, unit, day, source, amount, grade, evidence));
    }

    private String text(String column, boolean needed) {
      String value = line.cell(column);
      if (needed && value.isEmpty()) {
        problem(column, "missing", "");
      }
      if (value.length() > LONGEST) {
        problem(column, "too_long", value.substring(0, SHOWN) + "…");
      }
      OneLine.offence(value).ifPresent(it -> problem(column, "control_character", it));
      return value;
    }

    /** However a book's number is written, it is the same book. */
    private String isbn() {
      String value = text("编号", true);
      Optional<String> isbn = Isbn.of(value);
      if (isbn.isEmpty() && !value.isEmpty() && value.length() <= LONGEST) {
        problem("编号", "isbn_malformed", value);
      }
      return isbn.orElse(value);
    }

    private String venue() {
      String name = line.cell("场馆");
      if (name.isEmpty()) {
        return "";
      }
      Optional<String> id = venues.id(name);
      if (id.isEmpty()) {
        String named = name.length() > SHOWN ? name.substring(0, SHOWN) + "…" : name;
        problem("场馆", "venue_unknown", "%s（%s）".formatted(named, venues));
      }
      return id.orElse("");
    }

    private <T> @org.jspecify.annotations.Nullable T one(String column, Map<String, T> known) {
      String value = line.cell(column);
      T one = new HashMap<>(known).get(value.toUpperCase(java.util.Locale.ROOT));
      if (one == null) {
        problem(column, value.isEmpty() ? "missing" : "unknown", value);
      }
      return one;
    }

    private @org.jspecify.annotations.Nullable LocalDate day() {
      String value = line.cell("日期");
      Matcher written = DAY.matcher(value);
      try {
        if (written.matches()) {
          return LocalDate.of(
              Integer.parseInt(written.group(1)),
              Integer.parseInt(written.group(2)),
              Integer.parseInt(written.group(3)));
        }
      } catch (DateTimeException e) {
        // Told below: there is no such day.
      }
      problem("日期", value.isEmpty() ? "missing" : "malformed", value);
      return null;
    }

    private @org.jspecify.annotations.Nullable Long amount() {
      String value = line.cell("数量").replace(",", "").replace("，", "");
      if (value.matches("\\d{1,12}")) {
        return Long.valueOf(value);
      }
      problem("数量", value.isEmpty() ? "missing" : "malformed", line.cell("数量"));
      return null;
    }

    /** A is what this system measures itself, so nobody can hand it in. */
    private @org.jspecify.annotations.Nullable Grade grade() {
      String value = line.cell("证据等级").toUpperCase(java.util.Locale.ROOT);
      if (value.matches("[BCD]")) {
        return Grade.valueOf(value);
      }
      problem("证据等级", value.isEmpty() ? "missing" : "unknown", value);
      return null;
    }

    private void problem(String column, String code, String value) {
      problems.add(new Problem(line.number(), column, code, value));
    }
  }
}
