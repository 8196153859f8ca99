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
import org.kepu.knowledge.document.Document;

class OpeningQuestionsTest {

  private static final Document EXHIBIT =
      article("exhibit", "venues: [milu]\nexhibits: [milu-01]", "展品前的问题？");
  private static final Document VENUE = article("venue", "venues: [milu]\nexhibits: []", "馆里的问题？");
  private static final Document STATEMENTS =
      article("statements", "venues: [milu]\nexhibits: []", "没有问号");
  private static final Stream<Document> OTHERS =
      IntStream.range(0, 9)
          .mapToObj(i -> article("other" + i, "venues: []\nexhibits: []", "别的问题" + i + "？"));
  private static final Document[] ALL =
      Stream.concat(Stream.of(EXHIBIT, VENUE, STATEMENTS), OTHERS).toArray(Document[]::new);

  @TempDir private Path folder;

  @RepeatedTest(5)
  void beforeAnExhibitItsQuestionsComeFirstThenItsVenuesThenOthersSixInAll() {
    List<String> questions = questions(ALL).at("milu", "milu-01");

    assertThat(questions).hasSize(6).doesNotHaveDuplicates();
    assertThat(questions.getFirst()).isEqualTo("展品前的问题？");
    assertThat(questions.get(1)).isEqualTo("馆里的问题？");
    assertThat(questions.subList(2, 6)).allMatch(question -> question.startsWith("别的问题"));
  }

  @Test
  void inAVenueWithoutAnExhibitItsQuestionsComeFirst() {
    assertThat(questions(ALL).at("milu", null).subList(0, 2))
        .containsExactlyInAnyOrder("展品前的问题？", "馆里的问题？");
  }

  @Test
  void anUnknownPlaceStillGetsSix() {
    assertThat(questions(ALL).at("nowhere", "nothing")).hasSize(6);
    assertThat(questions(ALL).at(null, null)).hasSize(6);
  }

  @Test
  void aSmallCollectionGivesFewerAndAnEmptyOneNone() {
    assertThat(questions(EXHIBIT, STATEMENTS).at(null, null)).containsExactly("展品前的问题？");
    assertThat(questions().at("milu", null)).isEmpty();
  }

  @Test
  void theOrderIsShuffledButForEqualDiceItIsTheSame() {
    OpeningQuestions one = new OpeningQuestions(Articles.catalogued(folder, ALL), new Random(7));
    OpeningQuestions same = new OpeningQuestions(Articles.catalogued(folder, ALL), new Random(7));

    List<String> first = one.at(null, null);
    assertThat(same.at(null, null)).isEqualTo(first);
    assertThat(IntStream.range(0, 20).mapToObj(i -> one.at(null, null)))
        .as("twenty more draws")
        .anyMatch(drawn -> !drawn.equals(first));
  }

  @Test
  void variantsAndAdviceAreNothingToBeginWith() {
    Document variant = article("child", "variantOf: exhibit", "展品前的小问题？");
    Document advice = article("bite", "kind: advice\ntriggers: [被咬]", "被咬了怎么办？");
    Document myth = article("myth", "kind: myth\nbelief: 麋鹿是马", "麋鹿是马吗？");

    assertThat(questions(EXHIBIT, variant, advice, myth).at(null, null))
        .containsExactlyInAnyOrder("展品前的问题？", "麋鹿是马吗？");
  }

  private OpeningQuestions questions(Document... articles) {
    return new OpeningQuestions(Articles.catalogued(folder, articles));
  }

  private static Document article(String id, String metadata, String heading) {
    return Articles.article(
        id, "题目" + id, metadata, Articles.section("引子", "文字。") + Articles.section(heading, "文字。"));
  }
}
