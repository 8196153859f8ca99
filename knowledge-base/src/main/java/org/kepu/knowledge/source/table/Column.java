package org.kepu.knowledge.source.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of a table of answers, by their names in English and Chinese. */
enum Column {
  /** What visitors ask; 2 to 500 characters. */
  QUESTION("question", "问题"),
  /** What they are told; an empty line parts paragraphs. */
  ANSWER("answer", "答案", "回答"),
  /** The person who answers for it. A row without one is refused. */
  REVIEWER("reviewer", "审核人"),
  /** The day that person last looked at it. */
  REVIEWED_ON("reviewedon", "审核日期"),
  /** The last day it is given; empty: it does not expire. */
  VALID_TO("validto", "expiry", "有效期至", "有效期"),
  /** Where it can be checked; a semicolon parts several. */
  SOURCE("source", "sources", "来源"),
  /** Under which it may be reused. */
  LICENCE("licence", "license", "许可"),
  /** Ids of topics, parted by semicolons. */
  TOPICS("topics", "topic", "主题"),
  /** Ids of the venues it is for, parted by semicolons; empty: all. */
  VENUES("venue", "venues", "场馆"),
  /** Other words in which it is asked, parted by semicolons. */
  WORDINGS("wordings", "其他问法"),
  /** Keeps the row's document the same when its question is put in other words. */
  ID("id", "编号");

  private final List<String> names;

  Column(String... names) {
    this.names = List.of(names);
  }

  /** The column under this heading. */
  static Optional<Column> named(String heading) {
    String plain = heading.strip().toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    return Arrays.stream(values()).filter(column -> column.names.contains(plain)).findFirst();
  }

  /** As an editor knows it. */
  String inWords() {
    return names.get(0)
        + "（"
        + names.stream().filter(n -> n.charAt(0) > 127).findFirst().orElse("")
        + "）";
  }
}
