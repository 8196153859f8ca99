package org.kepu.assistant.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kepu.knowledge.Finding;
import org.kepu.knowledge.Findings;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.ranking.Evidence;
import org.kepu.knowledge.reader.Reading;

/** What is found for each question is given; the choice between them is under test. */
class ContextualSearchTest {

  private static final double SURE = 12;
  private static final double UNSURE = -12;

  private final Map<String, Findings> found = new HashMap<>();
  private final ContextualSearch search =
      new ContextualSearch(question -> Objects.requireNonNull(found.get(question), question));

  @Test
  void aWholeQuestionIsLookedUpAlone() {
    finds("北极星为什么不动", "polaris", SURE, 0.9);

    assertThat(search.find("北极星为什么不动", new Understanding.Literal()).question())
        .isEqualTo("北极星为什么不动");
  }

  @Test
  void aQuestionThatGoesOnIsTakenForThatWhereTheCollectionAnswersIt() {
    finds("还剩多少只", "tiger", UNSURE, 0.5);
    finds("雪豹，还剩多少只", "snow-leopard", SURE, 0.9);

    assertThat(goesOn()).isEqualTo("雪豹，还剩多少只");
  }

  @Test
  void anotherDocumentThanTheSubjectsSaysThatTheSubjectHasChanged() {
    finds("还剩多少只", "tiger", UNSURE, 0.5);
    finds("雪豹，还剩多少只", "przewalski-horse", SURE, 0.9);

    assertThat(goesOn()).isEqualTo("还剩多少只");
  }

  @Test
  void aReadingThatIsNoNearerToItsAnswerIsLeft() {
    finds("还剩多少只", "tiger", UNSURE, 0.85);
    finds("雪豹，还剩多少只", "snow-leopard", SURE, 0.9);

    assertThat(goesOn()).isEqualTo("还剩多少只");
  }

  @Test
  void aReadingThatIsHardlyAnsweredIsLeft() {
    finds("还剩多少只", "tiger", UNSURE, 0.3);
    finds("雪豹，还剩多少只", "snow-leopard", 0, 0.4);

    assertThat(goesOn()).isEqualTo("还剩多少只");
  }

  @Test
  void theLikeliestReadingCountsUnlessItIsNotAnswered() {
    Understanding two = new Understanding.PointsBack(List.of("人体骨骼小宝宝", "小宝宝，大人多少块骨头"), Set.of());
    finds("人体骨骼小宝宝", "skeleton", SURE, 0.9);
    assertThat(search.find("小宝宝呢", two).question()).isEqualTo("人体骨骼小宝宝");

    finds("人体骨骼小宝宝", "brain", UNSURE, 0.3);
    finds("小宝宝，大人多少块骨头", "skeleton", SURE, 0.9);
    assertThat(search.find("小宝宝呢", two).question()).isEqualTo("小宝宝，大人多少块骨头");
  }

  @Test
  void whatWasToldAlreadyIsNoAnswerToARepeatedQuestion() {
    Understanding two =
        new Understanding.PointsBack(List.of("小行星贝努", "贝努，最大的小行星多大"), Set.of("asteroids#heading"));
    finds("小行星贝努", "asteroids", UNSURE, 0.3);
    finds("贝努，最大的小行星多大", "asteroids", SURE, 0.9);

    assertThat(search.find("那贝努呢", two).question()).isEqualTo("小行星贝努");
  }

  @Test
  void whatHoldsNoNameOfTheNewSubjectIsStillAboutTheOldOne() {
    finds("小熊猫吃什么", "giant-panda", SURE, 0.9);
    Findings panda = Objects.requireNonNull(found.get("小熊猫吃什么"));
    found.put("小熊猫吃什么", aboutAnother(panda));

    assertThat(search.find("那小熊猫呢", Understanding.PointsBack.to("小熊猫吃什么")).support()).isZero();
    assertThat(search.find("小熊猫吃什么", new Understanding.Literal()).support()).isPositive();
  }

  @Test
  void anUnclearQuestionCannotBeLookedUp() {
    assertThatThrownBy(() -> search.find("它呢", new Understanding.Unclear(List.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private String goesOn() {
    return search
        .find("还剩多少只", new Understanding.MayGoOn("雪豹，还剩多少只", Set.of("snow-leopard")))
        .question();
  }

  private void finds(String question, String document, double answers, double cosine) {
    Reading reading = new Reading(answers, new Span(0, 2), 0);
    Passage passage =
        new Passage(
            document + "/1",
            document,
            "v1",
            document,
            List.of(),
            "heading",
            List.of(),
            new Span(0, 2),
            "正文",
            List.of(),
            Role.ARTICLE,
            null);
    found.put(
        question,
        new Findings(
            "generation",
            List.of(new Finding(passage, 1, cosine, reading)),
            List.of(),
            new Evidence(cosine, 0.5, 0, false, question.length(), 0, reading),
            false));
  }

  private static Findings aboutAnother(Findings findings) {
    Evidence evidence = findings.evidence();
    return new Findings(
        findings.generation(),
        findings.ranked(),
        findings.terms(),
        new Evidence(evidence.cosine(), 0.5, 1, false, evidence.length(), 0, evidence.reading()),
        false);
  }
}
