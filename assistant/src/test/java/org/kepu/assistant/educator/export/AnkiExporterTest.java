package org.kepu.assistant.educator.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.educator.SampleItems;
import org.kepu.assistant.educator.export.jdbc.AnkiExporter;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Item;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;
import org.sqlite.SQLiteDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Read by anki-reader; and its tables by SQLite, as Anki's importer does. */
class AnkiExporterTest extends ExporterContract {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;

  @Override
  protected Exporter exporter() {
    return new AnkiExporter();
  }

  @Override
  protected List<Read> read(byte[] file) throws IOException, InterruptedException {
    return cards(file).stream()
        .map(
            card ->
                new Read(
                    shown(card.path("fields").path("题目").asString()),
                    List.of(),
                    shown(card.path("fields").path("答案").asString())))
        .toList();
  }

  /** The cards in the order in which they are learnt. */
  private List<JsonNode> cards(byte[] file) throws IOException, InterruptedException {
    Path apkg = Files.write(folder.resolve("set.apkg"), file);
    return JSON.readTree(NodeScript.run("read-anki.mjs", apkg))
        .valueStream()
        .flatMap(deck -> deck.path("cards").valueStream())
        .sorted(Comparator.comparingInt(card -> card.path("due").asInt()))
        .toList();
  }

  @Test
  void aCardShowsItsQuestionInFrontAndItsKeyAndSourceBehind() throws Exception {
    JsonNode card = cards(exporter().export(paper(SampleItems.plain(), false, true))).getFirst();

    JsonNode asked = card.path("questions").get(0);
    assertThat(asked.path("front").asString()).contains("月球的直径约多少千米？").doesNotContain("馆藏原文");
    assertThat(asked.path("back").asString()).contains("馆藏原文", "《麋鹿》", "未审核");
  }

  private List<String> notes(byte[] file) throws IOException {
    return collection(file)
        .sql("SELECT n.flds FROM notes n JOIN cards c ON c.nid = n.id ORDER BY c.due")
        .query(String.class)
        .stream()
        .map(Objects::requireNonNull)
        .toList();
  }

  private JdbcClient collection(byte[] file) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals("collection.anki2")) {
          Path collection = Files.createTempFile(folder, "read", ".anki2");
          Files.write(collection, zip.readAllBytes());
          SQLiteDataSource source = new SQLiteDataSource();
          source.setUrl("jdbc:sqlite:" + collection);
          return JdbcClient.create(source);
        }
      }
    }
    throw new IOException("No collection in it");
  }

  private static String shown(String html) {
    return HtmlUtils.htmlUnescape(html.replace("<br>", "\n"));
  }

  @Override
  protected String text(byte[] file) throws IOException {
    JdbcClient collection = collection(file);
    return shown(String.join("\n", notes(file)))
        + collection.sql("SELECT decks FROM col").query(String.class).single();
  }

  @Override
  protected String key(Item item) {
    return Wording.key(item);
  }

  /** The front of a card has what stands below the stem, too. */
  @Override
  protected List<String> options(Item item) {
    return List.of();
  }

  @Override
  protected String stem(Item item) {
    return front(item);
  }

  private static String front(Item item) {
    return switch (item.content()) {
      case Content.Choice choice -> {
        StringBuilder front = new StringBuilder(item.stem());
        for (int i = 0; i < choice.options().size(); i++) {
          front.append('\n').append((char) ('A' + i)).append(". ");
          front.append(choice.options().get(i).text());
        }
        yield front.toString();
      }
      case Content.Judgement judgement -> item.stem() + "\n（对 / 错）";
      case Content.Blank blank ->
          item.stem() + (blank.unit().isEmpty() ? "" : "\n（单位：" + blank.unit() + "）");
      case Content.Open open -> item.stem();
      case Content.Ordering ordering ->
          item.stem() + "\n" + String.join("\n", ordering.inOrder().stream().sorted().toList());
      case Content.Matching matching ->
          item.stem()
              + "\n"
              + String.join("\n", matching.pairs().stream().map(Content.Pair::left).toList())
              + "\n——\n"
              + String.join(
                  "\n", matching.pairs().stream().map(Content.Pair::right).sorted().toList());
      case Content.Task task -> item.stem() + "\n" + String.join("\n", task.steps());
    };
  }

  @Test
  void itIsACollectionThatSqliteFindsSound() throws IOException, SQLException {
    byte[] file = exporter().export(paper(SampleItems.nasty(), false, true));

    assertThat(collection(file).sql("PRAGMA integrity_check").query(String.class).single())
        .isEqualTo("ok");
    assertThat(collection(file).sql("SELECT ver FROM col").query(Integer.class).single())
        .isEqualTo(11);
    assertThat(
            collection(file)
                .sql("SELECT count(DISTINCT guid) FROM notes")
                .query(Integer.class)
                .single())
        .isEqualTo(SampleItems.nasty().size());
  }

  @Test
  void aNoteKeepsItsNameFromExportToExport() throws IOException {
    byte[] one = exporter().export(paper(SampleItems.plain(), false, true));
    byte[] other = exporter().export(paper(SampleItems.plain(), true, true));

    assertThat(guids(one)).isEqualTo(guids(other));
  }

  private List<String> guids(byte[] file) throws IOException {
    return collection(file).sql("SELECT guid FROM notes ORDER BY id").query(String.class).stream()
        .map(Objects::requireNonNull)
        .toList();
  }
}
