package org.kepu.assistant.educator.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.educator.SampleItems;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Item;

/** Papers for people: every word of every item stands there once it is read back. */
abstract class PrintedContract {

  abstract Exporter exporter();

  abstract String text(byte[] file) throws IOException;

  abstract String aigc(byte[] file) throws IOException;

  /** A text as the format gives it back. */
  String given(String text) {
    return text;
  }

  @Test
  void aTeachersPaperHasEveryStemOptionKeyAndSource() throws IOException {
    holds(SampleItems.plain());
  }

  @Test
  void nastyTextIsPrintedWhole() throws IOException {
    holds(SampleItems.nasty());
  }

  @Test
  void aPupilsPaperHasNoKey() throws IOException {
    String text =
        text(exporter().export(ExporterContract.paper(SampleItems.plain(), false, false)));

    assertThat(text).contains("月球的直径约多少千米？", "约3474千米", "姓名", "本套题由人工智能生成");
    assertThat(text).doesNotContain("答案：").doesNotContain("来源：").doesNotContain("叶绿素把绿光反射出来");
  }

  @Test
  void reviewedStandsOnWhatAPersonAcceptedAlone() throws IOException {
    byte[] open = exporter().export(ExporterContract.paper(SampleItems.plain(), false, true));
    byte[] accepted = exporter().export(ExporterContract.paper(SampleItems.plain(), true, true));

    assertThat(text(open)).contains("未审核").doesNotContain("，已审核");
    assertThat(text(accepted)).contains("已审核").doesNotContain("未审核");
    assertThat(aigc(accepted)).contains("\"Label\":\"1\"").contains("set.3");
  }

  private void holds(List<Item> items) throws IOException {
    String text = folded(text(exporter().export(ExporterContract.paper(items, false, true))));

    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      assertThat(text).contains(folded((i + 1) + ". " + given(item.stem())));
      if (item.content() instanceof Content.Choice choice) {
        choice.options().forEach(option -> assertThat(text).contains(folded(given(option.text()))));
      }
      assertThat(text).contains(folded("答案：" + given(Wording.key(item))));
    }
    assertThat(text).contains("来源：《麋鹿》");
  }

  /** Where lines are broken says nothing. */
  private static String folded(String text) {
    return text.replaceAll("\\s+", "");
  }
}
