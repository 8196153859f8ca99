package org.kepu.assistant.educator.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.educator.SampleItems;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Item;
import org.kepu.assistant.educator.item.Stage;

/** What every export does, read back by software that is not ours. */
public abstract class ExporterContract {

  /** What was read back of an item. */
  public record Read(String stem, List<String> options, String key) {}

  protected abstract Exporter exporter();

  /** The items of a file, in its order. */
  protected abstract List<Read> read(byte[] file) throws Exception;

  /** All the text of a file, labels and sources among it. */
  protected abstract String text(byte[] file) throws Exception;

  /** The key of an item as the format writes it. */
  protected abstract String key(Item item);

  /** A text as the format gives it back. */
  protected String given(String text) {
    return text;
  }

  /** The items it has a place for. */
  protected List<Item> held(List<Item> items) {
    return paper(items, false, true).heldBy(exporter().format()).stream()
        .map(Paper.Numbered::item)
        .toList();
  }

  @Test
  void plainItemsReadBackEqual() throws Exception {
    equal(SampleItems.plain());
  }

  @Test
  void nastyItemsReadBackEqual() throws Exception {
    equal(SampleItems.nasty());
  }

  @Test
  void everyFileSaysThatAMachineMadeItAndWhereItComesFrom() throws Exception {
    String text = text(exporter().export(paper(SampleItems.plain(), false, true)));

    assertThat(text).contains("本套题由人工智能生成").contains("《麋鹿》").contains("CC BY 4.0");
    assertThat(text).contains("AIGC").contains("kepu-assistant");
  }

  @Test
  void reviewedStandsOnWhatAPersonAcceptedAlone() throws Exception {
    assertThat(text(exporter().export(paper(SampleItems.plain(), false, true))))
        .contains("未审核")
        .doesNotContain("，已审核");
    assertThat(text(exporter().export(paper(SampleItems.plain(), true, true))))
        .contains("已审核")
        .doesNotContain("未审核");
  }

  @Test
  void everyFileSaysWhichItemsAModelWrote() throws Exception {
    String text = text(exporter().export(paper(SampleItems.byAModel(), false, true)));

    assertThat(text).contains("其中 1 道由语言模型撰写").contains("本题由语言模型 qwen3 撰写");
    assertThat(text(exporter().export(paper(SampleItems.plain(), false, true))))
        .doesNotContain("语言模型");
  }

  private void equal(List<Item> items) throws Exception {
    List<Item> held = held(items);
    List<Read> read = read(exporter().export(paper(items, false, true)));

    assertThat(held).isNotEmpty();
    assertThat(read).hasSameSizeAs(held);
    for (int i = 0; i < held.size(); i++) {
      Item item = held.get(i);
      Read back = read.get(i);
      assertThat(back.stem()).isEqualTo(given(stem(item)));
      assertThat(back.options()).isEqualTo(options(item).stream().map(this::given).toList());
      assertThat(back.key()).as(item.stem()).isEqualTo(key(item));
    }
  }

  /** What stands where the stem does. */
  protected String stem(Item item) {
    return item.stem();
  }

  /** What is chosen from, where anything is. */
  protected List<String> options(Item item) {
    return item.content() instanceof Content.Choice choice
        ? choice.options().stream().map(Content.Option::text).toList()
        : List.of();
  }

  protected static Paper paper(List<Item> items, boolean reviewed, boolean teacher) {
    return new Paper(
        "麋鹿：测验=1",
        Stage.YEARS_5_6,
        items,
        reviewed,
        teacher,
        "set",
        3,
        Instant.parse("2026-11-29T10:00:00Z"));
  }
}
