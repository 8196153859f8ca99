package org.kepu.assistant.educator.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kepu.assistant.educator.export.Paper.Numbered;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Content.Option;
import org.kepu.assistant.educator.item.Item;

/** 问卷星's examination table: a row a question, a judgement as a choice of two. */
public final class WenjuanxingExporter extends SheetExporter {

  private static final int OPTIONS = 6;
  private static final String POINTS = "5";

  @Override
  public Format format() {
    return Format.WENJUANXING;
  }

  @Override
  String sheetName() {
    return "考试题目";
  }

  @Override
  int headRow() {
    return 0;
  }

  @Override
  List<String> head() {
    List<String> head = new ArrayList<>(List.of("题型", "题目"));
    for (int i = 0; i < OPTIONS; i++) {
      head.add("选项" + Wording.letter(i));
    }
    head.addAll(List.of("正确答案", "分值", "答案解析"));
    return head;
  }

  @Override
  Optional<List<String>> row(Numbered numbered) {
    Item item = numbered.item();
    List<String> row = new ArrayList<>(List.of(type(item), item.stem()));
    row.addAll(filled(options(item), OPTIONS));
    row.addAll(List.of(Wording.key(item), POINTS, Wording.feedback(item)));
    return Optional.of(row);
  }

  private static List<String> options(Item item) {
    return switch (item.content()) {
      case Content.Choice choice -> choice.options().stream().map(Option::text).toList();
      case Content.Judgement judgement -> List.of("对", "错");
      case Content.Blank blank -> List.of();
      case Content.Open open -> List.of();
      case Content.Ordering ordering -> List.of();
      case Content.Matching matching -> List.of();
      case Content.Task task -> List.of();
    };
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

  @Override
  String note() {
    return "按问卷星考试导入表的列排列；表没有公开的规范，导入前请先预览。";
  }
}
