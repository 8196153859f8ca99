package org.kepu.assistant.educator.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.kepu.assistant.educator.export.Paper.Numbered;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Content.Option;
import org.kepu.assistant.educator.item.Item;

/**
 * 腾讯问卷's text to paste: a question begins with its number and ends with its type in brackets, a
 * line an option, an empty line between questions. Line breaks within a question become spaces.
 */
public final class TencentExporter implements Exporter {

  @Override
  public Format format() {
    return Format.TENCENT;
  }

  @Override
  public byte[] export(Paper paper) {
    StringBuilder text = new StringBuilder();
    text.append(line(paper.title())).append('\n');
    text.append(line(paper.label())).append("\n\n");
    paper.heldBy(format()).forEach(item -> question(text, item));
    text.append("来源与标识：").append(line(paper.aigc())).append('\n');
    paper
        .heldBy(format())
        .forEach(
            item ->
                text.append("来源")
                    .append(item.number())
                    .append("：")
                    .append(line(Wording.source(item.item())))
                    .append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void question(StringBuilder text, Numbered numbered) {
    Item item = numbered.item();
    text.append(numbered.number())
        .append(". ")
        .append(line(item.stem()))
        .append(" [")
        .append(type(item))
        .append("]\n");
    List<String> options = options(item);
    IntStream.range(0, options.size())
        .forEach(
            at ->
                text.append(Wording.letter(at))
                    .append(". ")
                    .append(line(options.get(at)))
                    .append('\n'));
    text.append("答案：").append(line(Wording.key(item))).append('\n');
    text.append("解析：").append(line(item.explanation())).append("\n\n");
  }

  private static List<String> options(Item item) {
    return item.content() instanceof Content.Choice choice
        ? choice.options().stream().map(Option::text).toList()
        : item.content() instanceof Content.Judgement ? List.of("对", "错") : List.of();
  }

  private static String type(Item item) {
    return switch (item.kind()) {
      case SINGLE_CHOICE, TRUE_FALSE -> "单选题";
      case MULTIPLE_CHOICE -> "多选题";
      case FILL_IN -> "单行文本题";
      case SHORT_ANSWER, ORDERING, MATCHING, HANDS_ON, ORAL -> "多行文本题";
    };
  }

  private static String line(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ").strip();
  }
}
