package org.kepu.assistant.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.Articles;
import org.kepu.knowledge.Finding;
import org.kepu.knowledge.Findings;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.ranking.Evidence;

class FollowUpsTest {

  private static final Document DEER =
      Articles.article(
          "deer",
          "麋鹿",
          Articles.section("麋鹿吃什么？", "麋鹿吃青草。")
              + Articles.section("麋鹿的角", "公麋鹿有角。")
              + Articles.section("麋鹿住在哪里？", "麋鹿住在湿地。")
              + Articles.section("麋鹿会游泳吗？", "麋鹿很会游泳。"));
  private static final Document STARS =
      Articles.article(
          "stars",
          "星星",
          Articles.section("星星为什么眨眼？", "空气在流动。")
              + Articles.section("星星有多少颗？", "数不清。")
              + Articles.section("How far are the stars?", "很远。")
              + Articles.section("星星会死吗？", "会。"));

  private final FollowUps followUps;

  FollowUpsTest(@TempDir Path folder) {
    followUps = new FollowUps(Articles.catalogued(folder, DEER, STARS));
  }

  @Test
  void afterAnAnswerTheNextSectionsOfItsArticleComeFirstThenThoseBeforeThenWhatElseWasFound() {
    List<String> next =
        followUps.after(
            question("麋鹿家在何处"), found(passage(DEER, "麋鹿住在哪里？"), passage(STARS, "星星会死吗？")));

    assertThat(next).containsExactly("麋鹿会游泳吗？", "麋鹿吃什么？", "星星会死吗？");
  }

  @Test
  void whatWasJustAskedIsNotAskedAgain() {
    List<String> next =
        followUps.after(
            question("麋鹿吃什么？"), found(passage(DEER, "麋鹿住在哪里？"), passage(DEER, "麋鹿吃什么？")));

    assertThat(next).containsExactly("麋鹿会游泳吗？");
  }

  @Test
  void headingsThatAreNoQuestionsAreNotOffered() {
    assertThat(followUps.instead(found(passage(DEER, "麋鹿的角"), passage(DEER, "麋鹿吃什么？"))))
        .containsExactly("麋鹿吃什么？");
  }

  @Test
  void withoutASourceTheNearestQuestionsAreOfferedEachOnceAndFourAtMost() {
    Findings found =
        found(
            passage(STARS, "星星会死吗？"),
            passage(STARS, "星星会死吗？"),
            passage(STARS, "How far are the stars?"),
            passage(DEER, "麋鹿吃什么？"),
            passage(STARS, "星星为什么眨眼？"),
            passage(DEER, "麋鹿会游泳吗？"));

    assertThat(followUps.instead(found))
        .containsExactly("星星会死吗？", "How far are the stars?", "麋鹿吃什么？", "星星为什么眨眼？");
  }

  @Test
  void withoutAnyFindingNothingIsOffered() {
    assertThat(followUps.instead(found())).isEmpty();
  }

  private static Question question(String text) {
    return new Question(text, Channel.API, null, null, Audience.GENERAL, Language.SIMPLIFIED);
  }

  private static Passage passage(Document document, String heading) {
    return Articles.passages(document).stream()
        .filter(passage -> passage.heading().equals(heading))
        .findFirst()
        .orElseThrow();
  }

  private static Findings found(Passage... passages) {
    List<Finding> ranked =
        Stream.of(passages).map(passage -> new Finding(passage, 1, 0.9, null)).toList();
    return new Findings(
        "generation", ranked, List.of(), new Evidence(0.9, 1, 0, false, 6, 0, null), false);
  }
}
