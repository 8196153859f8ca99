package org.kepu.assistant.educator.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kepu.assistant.educator.export.Paper.Numbered;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Content.Option;

/**
 * Kahoot's quiz template: the columns stand in row 8, and a question has at most 120 characters, an
 * answer 75. What is longer is left out and named, for Kahoot would cut it.
 */
public final class KahootExporter extends SheetExporter {

  private static final int HEAD_ROW = 7;
  private static final int LONGEST_QUESTION = 120;
  private static final int LONGEST_ANSWER = 75;
  private static final int ANSWERS = 4;
  private static final String SECONDS = "30";

  @Override
  public Format format() {
    return Format.KAHOOT;
  }

  @Override
  String sheetName() {
    return "Sheet1";
  }

  @Override
  int headRow() {
    return HEAD_ROW;
  }

  @Override
  List<List<String>> preamble(Paper paper) {
    return List.of(
        List.of("", "Quiz template"), List.of("", paper.title()), List.of("", paper.label()));
  }

  @Override
  List<String> head() {
    return List.of(
        "",
        "Question - max 120 characters",
        "Answer 1 - max 75 characters",
        "Answer 2 - max 75 characters",
        "Answer 3 - max 75 characters",
        "Answer 4 - max 75 characters",
        "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
        "Correct answer(s) - choose at least one");
  }

  @Override
  Optional<List<String>> row(Numbered numbered) {
    String stem = numbered.item().stem();
    return switch (numbered.item().content()) {
      case Content.Choice choice ->
          row(
              numbered.number(),
              stem,
              choice.options().stream().map(Option::text).toList(),
              choice.key().stream()
                  .map(at -> String.valueOf(at + 1))
                  .collect(Collectors.joining(",")));
      case Content.Judgement judgement ->
          row(numbered.number(), stem, List.of("对", "错"), judgement.holds() ? "1" : "2");
      case Content.Blank blank -> Optional.empty();
      case Content.Open open -> Optional.empty();
      case Content.Ordering ordering -> Optional.empty();
      case Content.Matching matching -> Optional.empty();
      case Content.Task task -> Optional.empty();
    };
  }

  private static Optional<List<String>> row(
      int number, String stem, List<String> answers, String key) {
    if (stem.length() > LONGEST_QUESTION
        || answers.size() > ANSWERS
        || answers.stream().anyMatch(answer -> answer.length() > LONGEST_ANSWER)) {
      return Optional.empty();
    }
    List<String> row = new ArrayList<>(List.of(String.valueOf(number), stem));
    row.addAll(filled(answers, ANSWERS));
    row.add(SECONDS);
    row.add(key);
    return Optional.of(row);
  }

  @Override
  String note() {
    return "按 Kahoot 测验模板的列排列；模板没有公开的规范，导入前请先预览。";
  }
}
