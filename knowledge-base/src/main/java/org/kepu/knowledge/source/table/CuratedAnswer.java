package org.kepu.knowledge.source.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.document.Audience;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Metadata;
import org.kepu.knowledge.parse.DocumentText;
import org.kepu.knowledge.parse.ParseResult;
import org.kepu.knowledge.parse.ParseResult.Parsed;
import org.kepu.knowledge.source.Hash;

/**
 * A row of a table of answers, all of it right.
 *
 * @param values what it says in each column
 */
record CuratedAnswer(
    Map<Column, String> values, @Nullable LocalDate reviewedOn, @Nullable LocalDate validTo) {

  private static final String VERSION = "answers/1";

  /** What an answer is cited as, above its question. */
  private static final String TITLE = "馆方问答";

  private static final int QUESTION_LENGTH = 500;
  private static final int ANSWER_LENGTH = 20_000;

  private static final Pattern DAY =
      Pattern.compile(
          "(\\d{4})(?:-|/|\\.|年)(\\d{1,2})(?:-|/|\\.|月)(\\d{1,2})日?(?: 0?0:00(?::00)?)?");

  private static final Pattern BETWEEN = Pattern.compile("[;；|]");

  private static final Pattern END = Pattern.compile("[?？。.!！\\s]+$");

  static CuratedAnswer of(Map<Column, String> values) throws RowException {
    String question = needed(values, Column.QUESTION);
    refuse(
        question.length() < 2 || question.length() > QUESTION_LENGTH,
        "问题有 %d 个字，应为 2 至 %d 个".formatted(question.length(), QUESTION_LENGTH));
    String answer = needed(values, Column.ANSWER);
    refuse(
        answer.length() > ANSWER_LENGTH,
        "答案有 %d 个字，上限 %d，请拆成几行".formatted(answer.length(), ANSWER_LENGTH));
    refuse(values.getOrDefault(Column.REVIEWER, "").isEmpty(), "没有审核人，不予采用；请在 reviewer 一列写明由谁审核");
    String id = values.getOrDefault(Column.ID, "");
    refuse(
        !id.matches("[\\p{L}\\p{N}._-]{0,100}"),
        "编号“%s”只能用字母、汉字、数字和 . _ -，不超过 100 个".formatted(id));
    LocalDate reviewedOn = day(values, Column.REVIEWED_ON);
    return new CuratedAnswer(values, reviewedOn, day(values, Column.VALID_TO));
  }

  /** Names it in its table. */
  String key() {
    return value(Column.ID).isEmpty()
        ? END.matcher(value(Column.QUESTION)).replaceFirst("")
        : value(Column.ID);
  }

  String hash() {
    List<String> said = new ArrayList<>(List.of(VERSION));
    Arrays.stream(Column.values()).map(this::value).forEach(said::add);
    return Hash.of(said);
  }

  /**
   * The row as a document: its question is the heading, its answer the text below.
   *
   * @param table the name of the table it stands in
   */
  ParseResult parsed(String table) {
    DocumentText text = new DocumentText(TITLE);
    text.heading(2, value(Column.QUESTION));
    value(Column.ANSWER).lines().forEach(text::block);
    String id = table + ":" + (value(Column.ID).isEmpty() ? shortHash() : value(Column.ID));
    Document document = text.toDocument(id.replaceAll("[^\\p{L}\\p{N}._:-]", "-"), metadata());
    return new Parsed(document.askedAs(heading -> list(Column.WORDINGS)), List.of());
  }

  private String shortHash() {
    return Hash.of(List.of(key())).substring(0, 16);
  }

  private Metadata metadata() {
    List<String> sources = new ArrayList<>(list(Column.SOURCE));
    sources.add("审核人：" + value(Column.REVIEWER));
    return new Metadata(
        list(Column.TOPICS),
        list(Column.VENUES),
        List.of(),
        Audience.GENERAL,
        sources,
        value(Column.LICENCE),
        reviewedOn,
        validTo);
  }

  private String value(Column column) {
    return values.getOrDefault(column, "");
  }

  private List<String> list(Column column) {
    return BETWEEN
        .splitAsStream(value(column))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .toList();
  }

  private static String needed(Map<Column, String> values, Column column) throws RowException {
    String value = values.getOrDefault(column, "");
    refuse(value.isEmpty(), column.inWords() + " 是空的，请补上");
    return value;
  }

  private static @Nullable LocalDate day(Map<Column, String> values, Column column)
      throws RowException {
    String text = values.getOrDefault(column, "");
    if (text.isEmpty()) {
      return null;
    }
    Matcher day = DAY.matcher(text);
    try {
      if (day.matches()) {
        return LocalDate.of(
            Integer.parseInt(day.group(1)),
            Integer.parseInt(day.group(2)),
            Integer.parseInt(day.group(3)));
      }
    } catch (DateTimeException e) {
      throw new RowException(notADay(column, text));
    }
    throw new RowException(notADay(column, text));
  }

  private static String notADay(Column column, String text) {
    return "%s 的“%s”不是日期，请写成 2026-12-31 这样".formatted(column.inWords(), text);
  }

  private static void refuse(boolean wrong, String why) throws RowException {
    if (wrong) {
      throw new RowException(why);
    }
  }
}
