package org.kepu.assistant.educator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.educator.item.Content.Choice;
import org.kepu.assistant.educator.item.Content.Option;
import org.kepu.assistant.educator.item.Item;
import org.kepu.assistant.educator.item.Kind;

class PositionsTest {

  @Test
  void keysAreSpreadOverTheirPlacesAndInNoOrder() {
    Positions positions = new Positions();

    List<Integer> keys =
        IntStream.range(0, 40)
            .mapToObj(i -> positions.placed(choice("第%d题".formatted(i), "甲", "乙", "丙", "丁")))
            .map(item -> ((Choice) item.content()).key().getFirst())
            .toList();

    Map<Integer, Long> often =
        keys.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertThat(often.keySet()).containsExactlyInAnyOrder(0, 1, 2, 3);
    assertThat(often.values()).allMatch(count -> count >= 8 && count <= 12);
    assertThat(keys.subList(0, 4)).as("no round").isNotEqualTo(keys.subList(4, 8));
  }

  @Test
  void numbersStayInTheirOrderAndOnesWhoseKeyStandsTooOftenWait() {
    Positions positions = new Positions();
    Item item = choice("多少？", "1米", "2米", "3米", "4米");

    assertThat(positions.placed(item)).isEqualTo(item);
    assertThat(positions.tilts(item)).isFalse();
    positions.placed(item);
    assertThat(positions.tilts(item)).isTrue();
  }

  private static Item choice(String stem, String right, String... wrong) {
    List<Option> options =
        IntStream.rangeClosed(0, wrong.length)
            .mapToObj(i -> i == 0 ? new Option(right, true) : new Option(wrong[i - 1], false))
            .toList();
    return SampleItems.item(Kind.SINGLE_CHOICE, stem, new Choice(options));
  }
}
