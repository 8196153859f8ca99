package org.kepu.assistant.educator.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kepu.assistant.educator.export.Paper.Numbered;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Content.Option;
import org.kepu.assistant.educator.item.Item;

/**
 * Moodle's text format (docs.moodle.org, “GIFT format”). Orders are written as matchings of numbers
 * and things; tasks and short answers as essays whose model answer is the general feedback. “->”
 * parts the two sides of a pair and has no escape: in texts it becomes “→”.
 */
public final class GiftExporter implements Exporter {

  @Override
  public Format format() {
    return Format.GIFT;
  }

  @Override
  public byte[] export(Paper paper) {
    StringBuilder gift = new StringBuilder();
    gift.append("// ").append(oneLine(paper.label())).append('\n');
    gift.append("// ").append(oneLine(paper.aigc())).append("\n\n");
    gift.append("$CATEGORY: ").append(oneLine(paper.title()).replace("/", "//")).append("\n\n");
    paper.heldBy(format()).forEach(item -> gift.append(question(item)).append("\n\n"));
    return gift.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String question(Numbered numbered) {
    Item item = numbered.item();
    return "::%03d %s::%s %s"
        .formatted(
            numbered.number(),
            item.kind().label(),
            escaped(item.stem()),
            "{" + answers(item) + "####" + escaped(Wording.feedback(item)) + "\n}");
  }

  private static String answers(Item item) {
    return switch (item.content()) {
      case Content.Choice choice -> choice(choice);
      case Content.Judgement judgement -> judgement.holds() ? "TRUE" : "FALSE";
      case Content.Blank blank ->
          blank.answers().stream()
              .map(answer -> "\n=" + escaped(answer))
              .collect(Collectors.joining());
      case Content.Ordering ordering ->
          IntStream.range(0, ordering.inOrder().size())
              .mapToObj(at -> "\n=" + (at + 1) + " -> " + escaped(ordering.inOrder().get(at)))
              .collect(Collectors.joining());
      case Content.Matching matching ->
          matching.pairs().stream()
              .map(pair -> "\n=" + escaped(pair.left()) + " -> " + escaped(pair.right()))
              .collect(Collectors.joining());
      case Content.Open open -> "";
      case Content.Task task -> "";
    };
  }

  /** One right option has all the weight; several share it, and each wrong one takes all away. */
  private static String choice(Content.Choice choice) {
    List<Integer> key = choice.key();
    String share =
        String.format(Locale.ROOT, "%.5f", 100.0 / key.size()).replaceFirst("\\.?0+$", "");
    return choice.options().stream()
        .map(
            option ->
                "\n" + weight(option, key.size(), share) + escaped(option.text()) + said(option))
        .collect(Collectors.joining());
  }

  private static String weight(Option option, int rights, String share) {
    if (rights == 1) {
      return option.right() ? "=" : "~";
    }
    return option.right() ? "~%" + share + "%" : "~%-100%";
  }

  private static String said(Option option) {
    return option.feedback().isEmpty() ? "" : "#" + escaped(option.feedback());
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.replace("\r\n", "\n").replace('\r', '\n').replace("->", "→").toCharArray()) {
      if (c == '\n') {
        escaped.append("\\n");
      } else if ("\\~=#{}:".indexOf(c) >= 0) {
        escaped.append('\\').append(c);
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
