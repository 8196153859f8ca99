package org.kepu.assistant.educator.export.jdbc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kepu.assistant.educator.export.Exporter;
import org.kepu.assistant.educator.export.Format;
import org.kepu.assistant.educator.export.Paper;
import org.kepu.assistant.educator.export.Paper.Numbered;
import org.kepu.assistant.educator.export.Wording;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Item;
import tools.jackson.databind.json.JsonMapper;

/**
 * An Anki package: an archive with a collection of schema 11, which every Anki since 2.0 reads. A
 * note an item: the question, the answer, and why. A note keeps its guid while its stem stays, so a
 * newer export renews the cards and keeps what was learnt.
 */
public final class AnkiExporter implements Exporter {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final long MODEL = 1_732_860_000_001L;
  private static final char FIELDS_PARTED_BY = '\u001f';

  /** The tables of Anki's schema 11 (rslib/src/storage/schema11.sql in Anki's source). */
  private static final List<String> SCHEMA =
      List.of(
          "CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL, ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL, models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL)",
          "CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL)",
          "CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL)",
          "CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL, ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL)",
          "CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL)",
          "CREATE INDEX ix_notes_usn ON notes (usn)",
          "CREATE INDEX ix_cards_usn ON cards (usn)",
          "CREATE INDEX ix_revlog_usn ON revlog (usn)",
          "CREATE INDEX ix_cards_nid ON cards (nid)",
          "CREATE INDEX ix_cards_sched ON cards (did, queue, due)",
          "CREATE INDEX ix_revlog_cid ON revlog (cid)",
          "CREATE INDEX ix_notes_csum ON notes (csum)");

  @Override
  public Format format() {
    return Format.ANKI;
  }

  @Override
  public byte[] export(Paper paper) {
    try {
      Path file = Files.createTempFile("kepu", ".anki2");
      try {
        write(file, paper);
        return archive(Files.readAllBytes(file));
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("An Anki collection could not be written", e);
    }
  }

  private void write(Path file, Paper paper) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        for (String table : SCHEMA) {
          statement.execute(table);
        }
      }
      long deck = MODEL + 1 + (paper.setId().hashCode() & 0xFFFF);
      collection(connection, paper, deck);
      long first = paper.madeAt().toEpochMilli();
      List<Numbered> items = paper.heldBy(format());
      for (int i = 0; i < items.size(); i++) {
        note(connection, items.get(i), paper, first + i, deck);
      }
      connection.commit();
    }
  }

  private static void collection(Connection connection, Paper paper, long deck)
      throws SQLException {
    try (PreparedStatement row =
        connection.prepareStatement(
            "INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')")) {
      row.setLong(1, paper.madeAt().getEpochSecond());
      row.setLong(2, paper.madeAt().toEpochMilli());
      row.setLong(3, paper.madeAt().toEpochMilli());
      row.setString(4, JSON.writeValueAsString(configuration(deck)));
      row.setString(5, JSON.writeValueAsString(Map.of(String.valueOf(MODEL), model(paper, deck))));
      row.setString(
          6,
          JSON.writeValueAsString(
              Map.of(
                  "1",
                  deck(1, "Default", ""),
                  String.valueOf(deck),
                  deck(deck, paper.title(), paper.label() + "\n" + paper.aigc()))));
      row.setString(7, JSON.writeValueAsString(Map.of("1", deckOptions())));
      row.executeUpdate();
    }
  }

  private static void note(
      Connection connection, Numbered numbered, Paper paper, long id, long deck)
      throws SQLException {
    Item item = numbered.item();
    String front = html(front(item));
    String fields =
        String.join(
            String.valueOf(FIELDS_PARTED_BY),
            List.of(
                front,
                html(Wording.key(item)),
                html(item.explanation()),
                html(Wording.source(item)),
                html(paper.label())));
    try (PreparedStatement row =
        connection.prepareStatement(
            "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')")) {
      row.setLong(1, id);
      row.setString(2, guid(paper, item));
      row.setLong(3, MODEL);
      row.setLong(4, paper.madeAt().getEpochSecond());
      row.setString(5, " " + item.kind().label() + " ");
      row.setString(6, fields);
      row.setString(7, front);
      row.setLong(8, checksum(front));
      row.executeUpdate();
    }
    try (PreparedStatement row =
        connection.prepareStatement(
            "INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')")) {
      row.setLong(1, id);
      row.setLong(2, id);
      row.setLong(3, deck);
      row.setLong(4, paper.madeAt().getEpochSecond());
      row.setLong(5, numbered.number());
      row.executeUpdate();
    }
  }

  /** The stem with what stands below it. */
  private static String front(Item item) {
    return switch (item.content()) {
      case Content.Choice choice ->
          item.stem()
              + "\n"
              + IntStream.range(0, choice.options().size())
                  .mapToObj(at -> (char) ('A' + at) + ". " + choice.options().get(at).text())
                  .collect(Collectors.joining("\n"));
      case Content.Judgement judgement -> item.stem() + "\n（对 / 错）";
      case Content.Ordering ordering ->
          item.stem()
              + "\n"
              + ordering.inOrder().stream().sorted().collect(Collectors.joining("\n"));
      case Content.Matching matching ->
          item.stem()
              + "\n"
              + matching.pairs().stream().map(Content.Pair::left).collect(Collectors.joining("\n"))
              + "\n——\n"
              + matching.pairs().stream()
                  .map(Content.Pair::right)
                  .sorted()
                  .collect(Collectors.joining("\n"));
      case Content.Blank blank ->
          item.stem() + (blank.unit().isEmpty() ? "" : "\n（单位：" + blank.unit() + "）");
      case Content.Open open -> item.stem();
      case Content.Task task -> item.stem() + "\n" + String.join("\n", task.steps());
    };
  }

  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace(String.valueOf(FIELDS_PARTED_BY), "")
        .replace("\r\n", "\n")
        .replace("\n", "<br>");
  }

  private static Map<String, Object> configuration(long deck) {
    Map<String, Object> configuration = new LinkedHashMap<>();
    configuration.put("nextPos", 1);
    configuration.put("estTimes", true);
    configuration.put("activeDecks", List.of(deck));
    configuration.put("sortType", "noteFld");
    configuration.put("timeLim", 0);
    configuration.put("sortBackwards", false);
    configuration.put("addToCur", true);
    configuration.put("curDeck", deck);
    configuration.put("newSpread", 0);
    configuration.put("dueCounts", true);
    configuration.put("curModel", String.valueOf(MODEL));
    configuration.put("collapseTime", 1200);
    return configuration;
  }

  private static Map<String, Object> model(Paper paper, long deck) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("id", MODEL);
    model.put("name", "科普题目");
    model.put("type", 0);
    model.put("mod", paper.madeAt().getEpochSecond());
    model.put("usn", -1);
    model.put("sortf", 0);
    model.put("did", deck);
    model.put("tmpls", List.of(template()));
    model.put(
        "flds",
        List.of(field(0, "题目"), field(1, "答案"), field(2, "依据"), field(3, "来源"), field(4, "标识")));
    model.put(
        "css",
        ".card{font-family:sans-serif;font-size:20px;line-height:1.6;text-align:left}.small{color:#666;font-size:14px}");
    model.put("latexPre", "");
    model.put("latexPost", "");
    model.put("tags", List.of());
    model.put("vers", List.of());
    model.put("req", List.of(List.of(0, "all", List.of(0))));
    return model;
  }

  private static Map<String, Object> template() {
    Map<String, Object> template = new LinkedHashMap<>();
    template.put("name", "问答");
    template.put("ord", 0);
    template.put("qfmt", "{{题目}}");
    template.put(
        "afmt",
        "{{FrontSide}}<hr id=answer>{{答案}}<p>{{依据}}</p><p class=small>{{来源}}</p><p class=small>{{标识}}</p>");
    template.put("did", null);
    template.put("bqfmt", "");
    template.put("bafmt", "");
    return template;
  }

  private static Map<String, Object> field(int at, String name) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("name", name);
    field.put("ord", at);
    field.put("sticky", false);
    field.put("rtl", false);
    field.put("font", "sans-serif");
    field.put("size", 20);
    field.put("media", List.of());
    return field;
  }

  private static Map<String, Object> deck(long id, String name, String description) {
    Map<String, Object> deck = new LinkedHashMap<>();
    deck.put("id", id);
    // Two colons part a deck from the ones in it.
    deck.put("name", name.replace("::", "："));
    deck.put("desc", description);
    deck.put("mod", 0);
    deck.put("usn", -1);
    deck.put("collapsed", false);
    deck.put("newToday", List.of(0, 0));
    deck.put("revToday", List.of(0, 0));
    deck.put("lrnToday", List.of(0, 0));
    deck.put("timeToday", List.of(0, 0));
    deck.put("dyn", 0);
    deck.put("extendNew", 10);
    deck.put("extendRev", 50);
    deck.put("conf", 1);
    return deck;
  }

  private static Map<String, Object> deckOptions() {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("id", 1);
    options.put("name", "Default");
    options.put("mod", 0);
    options.put("usn", 0);
    options.put("maxTaken", 60);
    options.put("autoplay", true);
    options.put("timer", 0);
    options.put("replayq", true);
    options.put(
        "new",
        Map.of(
            "bury",
            true,
            "delays",
            List.of(1, 10),
            "initialFactor",
            2500,
            "ints",
            List.of(1, 4, 7),
            "order",
            1,
            "perDay",
            20,
            "separate",
            true));
    options.put(
        "rev",
        Map.of(
            "bury",
            true,
            "ease4",
            1.3,
            "fuzz",
            0.05,
            "ivlFct",
            1,
            "maxIvl",
            36500,
            "minSpace",
            1,
            "perDay",
            100));
    options.put(
        "lapse",
        Map.of("delays", List.of(10), "leechAction", 0, "leechFails", 8, "minInt", 1, "mult", 0));
    options.put("dyn", false);
    return options;
  }

  private static byte[] archive(byte[] collection) {
    try (ByteArrayOutputStream file = new ByteArrayOutputStream();
        ZipOutputStream zip = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
      zip.putNextEntry(new ZipEntry("collection.anki2"));
      zip.write(collection);
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("media"));
      zip.write("{}".getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      zip.finish();
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("An archive cannot be written to memory", e);
    }
  }

  private static String guid(Paper paper, Item item) {
    return hex(sha1(paper.setId() + "\n" + item.kind() + "\n" + item.stem())).substring(0, 20);
  }

  /** As Anki does: the first eight digits of the field's SHA-1, as a number. */
  private static long checksum(String field) {
    return Long.parseLong(hex(sha1(field.replaceAll("<[^>]*>", ""))).substring(0, 8), 16);
  }

  private static byte[] sha1(String text) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-1", e);
    }
  }

  private static String hex(byte[] bytes) {
    return java.util.HexFormat.of().formatHex(bytes);
  }
}
