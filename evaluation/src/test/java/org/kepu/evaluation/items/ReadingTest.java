package org.kepu.evaluation.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.educator.item.Alignment;
import org.kepu.assistant.educator.item.Bloom;
import org.kepu.assistant.educator.item.Competence;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Content.Option;
import org.kepu.assistant.educator.item.Content.Pair;
import org.kepu.assistant.educator.item.CoreConcept;
import org.kepu.assistant.educator.item.Difficulty;
import org.kepu.assistant.educator.item.Evidence;
import org.kepu.assistant.educator.item.Item;
import org.kepu.assistant.educator.item.Kind;
import org.kepu.assistant.educator.item.Stage;

class ReadingTest {

  private static final String QUOTE = "月球的直径约3474千米。";

  @Test
  void theSheetForWhoAnswersFirstHidesKeyAndSource() {
    List<Item> items =
        List.of(
            item(
                Kind.SINGLE_CHOICE,
                new Content.Choice(List.of(new Option("约900", false), new Option("约3474", true)))),
            item(Kind.TRUE_FALSE, new Content.Judgement(false)),
            item(Kind.FILL_IN, new Content.Blank(List.of("键答"), "千米")),
            item(Kind.SHORT_ANSWER, new Content.Open("键答", List.of("键答要点"))),
            item(Kind.ORAL, new Content.Task(List.of(), List.of("说一说"), "键答")));
    String keyed = String.join("\n", Reading.sheet(items));
    String blind = String.join("\n", Reading.blindSheet(items, 1));
    assertThat(keyed).contains("✓ 约3474", "键答", QUOTE);
    assertThat(blind)
        .contains("1. [", "· 约900\n    · 约3474", "____千米", "说一说", "5. [")
        .doesNotContain("✓", "键答", QUOTE);
    assertThat(blind).contains("· 对\n    · 错");
  }

  @Test
  void whatIsToBePutInOrderOrJoinedIsShuffledByTheSeed() {
    List<String> things = IntStream.range(0, 9).mapToObj("第%d件"::formatted).toList();
    Item ordering = item(Kind.ORDERING, new Content.Ordering(things));
    Item matching =
        item(
            Kind.MATCHING,
            new Content.Matching(things.stream().map(at -> new Pair(at, at + "的伴")).toList()));
    String inOrder = String.join("\n    · ", things);
    String joined = "— " + String.join("的伴\n    · — ", things) + "的伴";
    List<String> blind = Reading.blindSheet(List.of(ordering, matching), 1);
    assertThat(blind).isEqualTo(Reading.blindSheet(List.of(ordering, matching), 1));
    assertThat(blind.getFirst()).contains(things).doesNotContain(inOrder);
    assertThat(blind.getLast()).contains(things).doesNotContain(joined);
  }

  @Test
  void theSameSeedDrawsTheSameItems() {
    List<Item> items =
        IntStream.range(0, 50)
            .mapToObj(at -> item(Kind.TRUE_FALSE, new Content.Judgement(at % 2 == 0)))
            .toList();
    assertThat(Reading.drawn(items, 20, 7)).isEqualTo(Reading.drawn(items, 20, 7)).hasSize(20);
    assertThat(Reading.drawn(items, 20, 7)).isNotEqualTo(Reading.drawn(items, 20, 8));
    assertThat(Reading.drawn(items, 80, 7)).hasSize(50);
  }

  private static Item item(Kind kind, Content content) {
    return new Item(
        kind,
        "月球的直径约多少千米？",
        content,
        QUOTE,
        List.of(
            new Evidence(
                "moon", "1", "月球", "大小", 0, QUOTE.length(), QUOTE, List.of(), "CC BY-SA 4.0")),
        new Alignment(
            Stage.YEARS_3_4,
            Bloom.REMEMBER,
            Difficulty.EASY,
            List.of(CoreConcept.EARTH_IN_SPACE),
            List.of(),
            List.of(Competence.SCIENTIFIC_IDEAS)));
  }
}
