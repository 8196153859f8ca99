package org.kepu.assistant.educator.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kepu.assistant.educator.export.Paper.Numbered;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Content.Option;
import org.kepu.assistant.educator.item.Item;

/** 学习通's question bank table: a row a question, one column an option. */
public final class ChaoxingExporter extends SheetExporter {

  private static final int OPTIONS = 6;

  @Override
  public Format format() {
    return Format.CHAOXING;
  }

  @Override
  String sheetName() {
    return "题库";
  }

  @Override
  int headRow() {
    return 0;
  }

  @Override
  List<String> head() {
    List<String> head =
        new ArrayList<>(List.of("目录", "题目类型", "大题题干", "正确答案", "答案解析", "难易度", "知识点", "选项数"));
    for (int i = 0; i < OPTIONS; i++) {
      head.add(Wording.letter(i));
    }
    return head;
  }

  @Override
  Optional<List<String>> row(Numbered numbered) {
    Item item = numbered.item();
    List<String> options =
        item.content() instanceof Content.Choice choice
            ? choice.options().stream().map(Option::text).toList()
            : List.of();
    List<String> row =
        new ArrayList<>(
            List.of(
                String.valueOf(numbered.number()),
                type(item),
                item.stem(),
                Wording.key(item),
                Wording.feedback(item),
                difficulty(item),
                item.alignment().core().getFirst().label(),
                options.isEmpty() ? "" : String.valueOf(options.size())));
    row.addAll(filled(options, OPTIONS));
    return Optional.of(row);
  }

  private static String type(Item item) {
    return switch (item.kind()) {
      case SINGLE_CHOICE -> "单选题";
      case MULTIPLE_CHOICE -> "多选题";
      case TRUE_FALSE -> "判断题";
      case FILL_IN -> "填空题";
      case SHORT_ANSWER, ORDERING, MATCHING, HANDS_ON, ORAL -> "简答题";
    };
  }

  private static String difficulty(Item item) {
    return switch (item.alignment().difficulty()) {
      case EASY -> "易";
      case MEDIUM -> "中";
      case HARD -> "难";
    };
  }

  @Override
  String note() {
    return "按学习通题库导入模板的列排列；模板没有公开的规范，导入前请先预览。";
  }
}
