package org.kepu.knowledge.source.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Section;
import org.kepu.knowledge.source.Item;
import org.kepu.knowledge.source.Listing;
import org.kepu.knowledge.source.Source;
import org.kepu.knowledge.source.SourceContract;
import org.kepu.knowledge.source.SourceFailureException;
import org.kepu.knowledge.source.Unread;

class AnswerTableTest extends SourceContract {

  private static final String HEADER =
      "question,answer,reviewer,reviewedOn,validTo,source,topics,venue\n";

  @TempDir private Path folder;

  private final Map<String, String> rows = new TreeMap<>();
  private Duration since = Duration.ofMinutes(1);
  private @Nullable Source table;

  @Override
  protected Source source() {
    Source known = table;
    if (known == null) {
      known =
          new AnswerTable(
              "answers.csv", file(), Duration.ofSeconds(2), () -> Instant.now().plus(since));
      table = known;
    }
    return known;
  }

  @Override
  protected void put(String name, String sentence) throws IOException {
    rows.put(name, "问题 %s？,%s,李老师,,,,,".formatted(name, sentence));
    write(HEADER + String.join("\n", rows.values()));
  }

  @Override
  protected void remove(String name) throws IOException {
    rows.remove(name);
    write(HEADER + String.join("\n", rows.values()));
  }

  @Test
  void aRowIsADocumentWithItsQuestionAsHeadingAndItsReviewerAmongItsSources() throws IOException {
    write(
        HEADER
            + "\"麋鹿苑, 几点开门？\",\"周二至周日 9:00 开门。\n\n周一闭馆。\",李老师,2026-11-01,2026/12/31,"
            + "园区公告；导览手册,milu;visit,milu\n");

    Document document = open(only());

    assertThat(document.id()).startsWith("answers.csv:");
    assertThat(document.title()).isEqualTo("馆方问答");
    assertThat(document.sections())
        .extracting(Section::heading)
        .containsExactly("馆方问答", "麋鹿苑, 几点开门？");
    assertThat(document.text()).contains("周二至周日 9:00 开门。\n\n周一闭馆。");
    assertThat(document.metadata().sources()).containsExactly("园区公告", "导览手册", "审核人：李老师");
    assertThat(document.metadata().topics()).containsExactly("milu", "visit");
    assertThat(document.metadata().venues()).containsExactly("milu");
    assertThat(document.metadata().reviewedOn()).isEqualTo(LocalDate.of(2026, 11, 1));
    assertThat(document.metadata().inForceOn(LocalDate.of(2026, 12, 31))).isTrue();
    assertThat(document.metadata().inForceOn(LocalDate.of(2027, 1, 1))).isFalse();
  }

  @Test
  void columnsMayBeNamedInChineseAndStandInAnyOrder() throws IOException {
    write("审核人,备注,答案,问题,有效期至,其他问法\n王老师,内部,吃草。,麋鹿吃什么？,2027年1月5日,麋鹿的食物；麋鹿以什么为食\n");

    Document document = open(only());

    assertThat(document.metadata().validTo()).isEqualTo(LocalDate.of(2027, 1, 5));
    assertThat(document.sections().getLast().wordings()).containsExactly("麋鹿的食物", "麋鹿以什么为食");
    assertThat(document.text()).doesNotContain("内部");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"UTF-8", "UTF-8 with mark", "GB18030", "UTF-16LE", "UTF-16BE"})
  void theEncodingsOfSpreadsheetsAreToldApart(String encoding) throws IOException {
    String text = HEADER + "麋鹿吃什么？,麋鹿吃䓫草。,李老师,,,,,\n";
    boolean marked = !encoding.equals("UTF-8") && !encoding.equals("GB18030");
    Charset charset = Charset.forName(encoding.replace(" with mark", ""));
    Files.write(file(), ((marked ? "\uFEFF" : "") + text).getBytes(charset));

    assertThat(open(only()).text()).contains("麋鹿吃䓫草。");
  }

  @ParameterizedTest(name = "{0} is refused: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "麋鹿吃什么？,吃草。,,,,,,| 审核人",
        "麋鹿吃什么？,吃草。| 审核人",
        ",吃草。,李老师,,,,,| question（问题） 是空的",
        "麋鹿吃什么？,,李老师,,,,,| answer（答案） 是空的",
        "麋鹿吃什么？,吃草。,李老师,,明年,,,| 明年",
        "麋鹿吃什么？,吃草。,李老师,2026-02-30,,,,| 2026-02-30",
      })
  void aRowThatSaysSomethingWrongIsLeftOutByItsNumberAndStopsNoOther(String row, String why)
      throws IOException {
    write(HEADER + "\n" + row + "\n月亮会发光吗？,不会。,李老师,,,,,\n");

    Listing listing = source().list();

    assertThat(listing.items()).extracting(Item::key).containsExactly("月亮会发光吗");
    assertThat(listing.unread())
        .singleElement()
        .satisfies(
            left -> {
              assertThat(left.key()).isEqualTo("第 3 行");
              assertThat(left.reason()).contains(why);
            });
  }

  @Test
  void ofTwoRowsOfOneQuestionTheFirstIsTaken() throws IOException {
    write(HEADER + "麋鹿吃什么？,吃草。,李老师,,,,,\n麋鹿吃什么,吃肉。,王老师,,,,,\n");

    Listing listing = source().list();

    assertThat(open(listing.items().getFirst()).text()).contains("吃草。");
    assertThat(listing.unread()).containsExactly(new Unread("第 3 行", "与第 2 行是同一个问题，请合并或删去一行"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "question;answer;reviewer⏎麋鹿？;草。;李| 缺少",
        "question,answer⏎麋鹿？,草。| reviewer（审核人）",
        "question,answer,reviewer,问题⏎| 两列",
      })
  void aTableThatIsNoneOfOursIsAFailureWithTheWayOut(String content, String why)
      throws IOException {
    write(content.replace("⏎", "\n"));

    assertThatExceptionOfType(SourceFailureException.class)
        .isThrownBy(() -> source().list())
        .withMessageContaining(why);
  }

  @Test
  void anUnclosedQuoteIsAFailure() throws IOException {
    write(HEADER + "\"麋鹿吃什么？,吃草。,李老师\n");

    assertThatExceptionOfType(SourceFailureException.class)
        .isThrownBy(() -> source().list())
        .withMessageContaining("引号");
  }

  @Test
  void aTableThatIsNotThereIsEmpty() {
    assertThat(source().list()).isEqualTo(Listing.EMPTY);
  }

  @Test
  void aTableThatIsBeingWrittenIsNotRead() throws IOException {
    put("a", "吃草。");
    since = Duration.ZERO;

    assertThatExceptionOfType(SourceFailureException.class).isThrownBy(() -> source().list());
  }

  @Test
  void aQuestionInOtherWordsStaysTheSameDocumentByItsNumber() throws IOException {
    write("id,question,answer,reviewer\nfood,麋鹿吃什么？,吃草。,李老师\n");
    Document before = open(only());
    write("id,question,answer,reviewer\nfood,麋鹿的食物是什么？,吃草。,李老师\n");

    assertThat(open(only()).id()).isEqualTo(before.id()).isEqualTo("answers.csv:food");
  }

  private Item only() {
    Listing listing = source().list();
    assertThat(listing.unread()).isEmpty();
    assertThat(listing.items()).hasSize(1);
    return listing.items().getFirst();
  }

  private void write(String text) throws IOException {
    Files.writeString(file(), text, StandardCharsets.UTF_8);
  }

  private Path file() {
    return folder.resolve("answers.csv");
  }
}
