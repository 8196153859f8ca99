package org.kepu.assistant.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.Articles;
import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.hall.Exhibit;
import org.kepu.assistant.hall.Hall;
import org.kepu.assistant.hall.Halls;
import org.kepu.knowledge.document.Document;

class OpeningQuestionsTest {

  private static final Document EXHIBIT =
      article("exhibit", "venues: [milu]", "展项是什么？", "展项吃什么，住在哪里？", "展项为什么那么高？", "展项会叫吗？");
  private static final Document[] HALL = {
    article("hall1", "venues: [milu]", "厅里的一问？", "厅里的另一问，后面还有一问？"),
    article("hall2", "venues: [milu]", "厅里的二问，又长又绕还分成两句？", "厅里的短问？"),
  };
  private static final Document VENUE = article("venue", "venues: [milu]", "馆里的问题？");
  private static final Document STATEMENTS = article("statements", "venues: [milu]", "没有问号");
  private static final Stream<Document> OTHERS =
      IntStream.range(0, 9).mapToObj(i -> article("other" + i, "venues: []", "别的问题" + i + "？"));
  private static final Document[] ALL =
      Stream.of(Stream.of(EXHIBIT, VENUE, STATEMENTS), Stream.of(HALL), OTHERS)
          .flatMap(documents -> documents)
          .toArray(Document[]::new);

  private static final Halls HALLS =
      new Halls(
          List.of(
              new Hall(
                  "milu-hall",
                  "milu",
                  "厅",
                  null,
                  List.of(),
                  List.of("hall1", "hall2"),
                  List.of(new Exhibit("milu-01", "展项", null, List.of("exhibit"), null)))));

  @TempDir private Path folder;

  @RepeatedTest(5)
  void beforeAnExhibitItsQuestionsComeFirstThenItsHallsThenItsVenuesThenOthersEightInAll() {
    List<String> questions = questions(ALL).at("milu", "milu-hall", "milu-01", Audience.GENERAL);

    assertThat(questions).hasSize(8).doesNotHaveDuplicates();
    assertThat(questions.subList(0, 3)).allMatch(question -> question.startsWith("展项"));
    assertThat(questions.subList(3, 5)).allMatch(question -> question.startsWith("厅里的"));
    assertThat(questions).contains("馆里的问题？");
    assertThat(questions.subList(7, 8)).allMatch(question -> question.startsWith("别的问题"));
  }

  @Test
  void anExhibitSaysWhichHallItIsIn() {
    assertThat(questions(ALL).at("milu", null, "milu-01", Audience.GENERAL).subList(3, 5))
        .allMatch(question -> question.startsWith("厅里的"));
  }

  @Test
  void inAHallWithoutAnExhibitItsQuestionsComeFirstOneADocument() {
    assertThat(questions(ALL).at("milu", "milu-hall", null, Audience.GENERAL).subList(0, 3))
        .hasSize(3)
        .contains("厅里的一问？", "厅里的二问，又长又绕还分成两句？")
        .anyMatch(question -> question.startsWith("展项"));
  }

  @Test
  void inAVenueWithoutAHallItsQuestionsComeFirst() {
    assertThat(questions(ALL).at("milu", null, null, Audience.GENERAL).subList(0, 4))
        .containsExactlyInAnyOrder("展项是什么？", "厅里的一问？", "厅里的二问，又长又绕还分成两句？", "馆里的问题？");
  }

  @Test
  void anUnknownPlaceStillGetsSix() {
    assertThat(questions(ALL).at("nowhere", "no-hall", "nothing", Audience.GENERAL)).hasSize(6);
    assertThat(questions(ALL).at(null, null, null, Audience.GENERAL)).hasSize(6);
  }

  @Test
  void anUnknownHallOrExhibitLeavesTheVenues() {
    assertThat(questions(ALL).at("milu", "no-hall", "nothing", Audience.GENERAL))
        .hasSize(6)
        .contains("馆里的问题？");
  }

  @RepeatedTest(5)
  void childrenGetWhatIsAnsweredInTheirWordsFirstThenWhatIsShort() {
    Document variant = article("exhibit-child", "variantOf: exhibit", "展项吃什么，住在哪里？");
    List<String> questions =
        questions(Stream.concat(Stream.of(ALL), Stream.of(variant)).toArray(Document[]::new))
            .at("milu", "milu-hall", "milu-01", Audience.CHILD);

    assertThat(questions.getFirst()).isEqualTo("展项吃什么，住在哪里？");
    assertThat(questions).contains("厅里的短问？").doesNotContain("厅里的二问，又长又绕还分成两句？");
  }

  @Test
  void aSmallCollectionGivesFewerAndAnEmptyOneNone() {
    assertThat(questions(VENUE, STATEMENTS).at(null, null, null, Audience.CHILD))
        .containsExactly("馆里的问题？");
    assertThat(questions().at("milu", "milu-hall", "milu-01", Audience.GENERAL)).isEmpty();
  }

  @Test
  void theOrderIsShuffledButForEqualDiceItIsTheSame() {
    OpeningQuestions one =
        new OpeningQuestions(Articles.catalogued(folder, ALL), HALLS, new Random(7));
    OpeningQuestions same =
        new OpeningQuestions(Articles.catalogued(folder, ALL), HALLS, new Random(7));

    List<String> first = one.at("milu", "milu-hall", "milu-01", Audience.GENERAL);
    assertThat(same.at("milu", "milu-hall", "milu-01", Audience.GENERAL)).isEqualTo(first);
    assertThat(
            IntStream.range(0, 20)
                .mapToObj(i -> one.at("milu", "milu-hall", "milu-01", Audience.GENERAL)))
        .as("twenty more draws")
        .anyMatch(drawn -> !drawn.subList(0, 3).equals(first.subList(0, 3)));
  }

  @Test
  void variantsAndAdviceAreNothingToBeginWith() {
    Document variant = article("child", "variantOf: venue", "馆里的小问题？");
    Document advice = article("bite", "kind: advice\ntriggers: [被咬]", "被咬了怎么办？");
    Document myth = article("myth", "kind: myth\nbelief: 麋鹿是马", "麋鹿是马吗？");

    assertThat(questions(VENUE, variant, advice, myth).at(null, null, null, Audience.GENERAL))
        .containsExactlyInAnyOrder("馆里的问题？", "麋鹿是马吗？");
  }

  private OpeningQuestions questions(Document... articles) {
    return new OpeningQuestions(Articles.catalogued(folder, articles), HALLS);
  }

  private static Document article(String id, String metadata, String... headings) {
    return Articles.article(
        id,
        "题目" + id,
        metadata,
        Articles.section("引子", "文字。")
            + Stream.of(headings)
                .map(heading -> Articles.section(heading, "文字。"))
                .reduce("", String::concat));
  }
}
