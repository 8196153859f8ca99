package org.kepu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.reader.Page;
import org.kepu.knowledge.reader.Reader;
import org.kepu.knowledge.reader.Reading;

class CloseReadingTest {

  private static final String LONG = "第一句回答标题。" + "后面说明为什么，写得很长很长。".repeat(12);
  private static final int PLENTY = 10_000;

  private final ScriptedReader reader = new ScriptedReader();

  @Test
  void whereTheFirstStageIsSureNothingIsRead() {
    List<Finding> found = List.of(finding("milu", 0.90, 0.9), finding("moon", 0.80, 0.6));
    assertThat(rank(found, PLENTY)).isEqualTo(found);
    assertThat(reader.read).isEmpty();
  }

  @Test
  void aSecondCloseBehindMakesTheFirstStageUnsure() {
    rank(List.of(finding("milu", 0.90, 0.9), finding("moon", 0.85, 0.9)), PLENTY);
    assertThat(reader.read).contains("milu", "moon");
  }

  @Test
  void theOneThatReadsBestComesFirst() {
    reader.says("moon", 6);
    List<Finding> ranked =
        rank(List.of(finding("milu", 0.70, 0.7), finding("moon", 0.68, 0.7)), PLENTY);
    assertThat(titles(ranked)).containsExactly("moon", "milu");
  }

  @Test
  void nobodyGlancesAtWhatCouldNotComeFirstAnyMore() {
    reader.says("milu", 8);
    rank(
        List.of(finding("milu", 0.70, 0.7), finding("moon", 0.65, 0.7), finding("sun", 0.60, 0.7)),
        PLENTY);
    assertThat(reader.read).containsExactly("milu");
  }

  @Test
  void aGlanceThatDoesNotConvinceIsFollowedByReadingTheWhole() {
    reader.says("milu", -3);
    Finding first = rank(List.of(finding("milu", 0.70, 0.7)), PLENTY).getFirst();
    assertThat(reader.read).containsExactly("milu", "milu whole");
    assertThat(first.reading()).isNotNull();
  }

  @Test
  void theAnswerSeenAtAGlanceIsToldInThePassagesOwnPlaces() {
    reader.says("milu", 7);
    Finding first = rank(List.of(finding("milu", 0.70, 0.7)), PLENTY).getFirst();
    assertThat(reader.read).containsExactly("milu");
    Reading seen = Objects.requireNonNull(first.reading());
    assertThat(seen.answer().of(first.passage().text())).isEqualTo("第一句");
  }

  @Test
  void aGlanceStaysWhereTheBudgetIsTooSmallForTheWhole() {
    reader.says("milu", -3);
    Finding first = rank(List.of(finding("milu", 0.70, 0.7)), 200).getFirst();
    assertThat(reader.read).containsExactly("milu");
    assertThat(first.reading()).isNotNull();
  }

  @Test
  void aBudgetTooSmallForAGlanceReadsNothing() {
    List<Finding> found = List.of(finding("milu", 0.70, 0.7), finding("moon", 0.68, 0.7));
    assertThat(rank(found, 20)).isEqualTo(found);
    assertThat(reader.read).isEmpty();
  }

  @Test
  void noMoreIsReadThanTheBudgetAllows() {
    List<Finding> found = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      found.add(finding("passage " + i, 0.70 - i * 1e-4, 0.7));
    }
    rank(found, 700);
    assertThat(reader.spent).isBetween(300, 700);
  }

  private List<Finding> rank(List<Finding> findings, int budget) {
    return new CloseReading(reader, "麋鹿吃什么？", List.of(), budget).rank(findings);
  }

  private static List<String> titles(List<Finding> findings) {
    return findings.stream().map(finding -> finding.passage().title()).toList();
  }

  private static Finding finding(String title, double score, double cosine) {
    return new Finding(passage(title), score, cosine, null);
  }

  private static Passage passage(String title) {
    return new Passage(
        title + "#0",
        title,
        "sha256:0",
        title,
        List.of(),
        title + " · 问什么？",
        List.of(),
        new Span(0, LONG.length()),
        LONG,
        List.of(),
        Role.ARTICLE,
        null);
  }

  /** A reader that says what it is told to, and remembers what it was given. */
  private static final class ScriptedReader implements Reader {

    private final List<String> read = new ArrayList<>();
    private final Map<String, Double> relevances = new HashMap<>();
    private int spent;

    void says(String title, double relevance) {
      relevances.put(title, relevance);
    }

    @Override
    public int tokens(String question, Page page) {
      return question.length() + page.text().length();
    }

    @Override
    public Reading read(String question, Page page) {
      spent += tokens(question, page);
      String title = page.name().split(" ·")[0];
      read.add(page.text().equals(LONG) ? title + " whole" : title);
      return new Reading(relevances.getOrDefault(title, -3.0), new Span(0, 3), 0);
    }

    @Override
    public String id() {
      return "scripted";
    }

    @Override
    public void close() {}
  }
}
