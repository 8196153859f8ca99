package org.kepu.knowledge.parse.format;

import java.util.regex.Pattern;

/** Tells titles from what programs write in their place. */
final class Titles {

  private static final Pattern MEANINGLESS =
      Pattern.compile(
          "(?i)\\s*(untitled.*|无标题.*|document ?\\d*|文档 ?\\d*|新建.*|powerpoint.*|幻灯片 ?\\d*|slide ?\\d*"
              + "|工作簿 ?\\d*|book ?\\d*|sheet ?\\d*|microsoft (word|powerpoint|excel).*|.*\\.(docx?|pptx?|xlsx?|wps|indd|pdf|qxd|tmp))\\s*");

  private Titles() {}

  static boolean meaningless(String title) {
    return MEANINGLESS.matcher(title).matches();
  }
}
