package org.kepu.knowledge.parse.wiki;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes wikitext's marks away. Each method runs over the text once, however it is nested. */
final class Markup {

  private static final Pattern FILE =
      Pattern.compile("(?i)\\s*(file|image|文件|檔案|图像|圖像)\\s*:.*", Pattern.DOTALL);

  private static final Pattern CATEGORY =
      Pattern.compile("(?i)\\s*(category|分类|分類)\\s*[:：].*", Pattern.DOTALL);

  /** What a picture's link says of its look. */
  private static final Pattern LOOK =
      Pattern.compile(
          "\\s*(thumb|thumbnail|frame|frameless|border|left|right|center|none|upright.*|缩略图|縮圖|有框|左|右|居中|置中"
              + "|\\d*(x\\d+)?\\s*(px|像素)|(alt|link|page|lang)=.*)\\s*",
          Pattern.DOTALL);

  private static final Map<String, String> ENTITIES =
      Map.of(
          "&nbsp;",
          " ",
          "&lt;",
          "<",
          "&gt;",
          ">",
          "&quot;",
          "\"",
          "&ndash;",
          "–",
          "&mdash;",
          "—",
          "&middot;",
          "·",
          "&times;",
          "×");

  private static final List<String> MAINLAND = List.of("zh-cn", "zh-hans", "zh");

  private Markup() {}

  /** Without what stands between {@code open} and {@code close}; what is not closed, to the end. */
  static String without(String text, String open, String close) {
    StringBuilder kept = new StringBuilder();
    int from = 0;
    for (int at = text.indexOf(open); at >= 0; at = text.indexOf(open, from)) {
      kept.append(text, from, at);
      int end = text.indexOf(close, at + open.length());
      if (end < 0) {
        return kept.toString();
      }
      from = end + close.length();
    }
    return kept.append(text, from, text.length()).toString();
  }

  /** Without elements of this name, and their content. */
  static String withoutElement(String text, String name) {
    StringBuilder kept = new StringBuilder();
    String open = "<" + name;
    String close = "</" + name + ">";
    int from = 0;
    for (int at = text.indexOf(open); at >= 0; at = text.indexOf(open, Math.max(from, at + 1))) {
      int named = at + open.length();
      boolean whole = named < text.length() && !Character.isLetter(text.charAt(named));
      int tagEnd = whole ? text.indexOf('>', named) : -1;
      if (tagEnd < 0) {
        continue;
      }
      kept.append(text, from, at);
      int end = text.charAt(tagEnd - 1) == '/' ? tagEnd : text.indexOf(close, tagEnd);
      if (end < 0) {
        return kept.toString();
      }
      from = end == tagEnd ? tagEnd + 1 : end + close.length();
    }
    return kept.append(text, from, text.length()).toString();
  }

  /** Without {@code {{templates}}}, nested ones with what holds them. */
  static String withoutTemplates(String text) {
    StringBuilder kept = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("{{", i)) {
        depth++;
        i++;
      } else if (depth > 0 && text.startsWith("}}", i)) {
        depth--;
        i++;
      } else if (depth == 0) {
        kept.append(text.charAt(i));
      }
    }
    return kept.toString();
  }

  /** Of {@code -{zh-hans:…; zh-hant:…}-}, what is written on the mainland. */
  static String inMainlandChinese(String text) {
    StringBuilder kept = new StringBuilder();
    int from = 0;
    for (int at = text.indexOf("-{"); at >= 0; at = text.indexOf("-{", from)) {
      int end = text.indexOf("}-", at);
      if (end < 0) {
        break;
      }
      kept.append(text, from, at).append(mainland(text.substring(at + 2, end)));
      from = end + 2;
    }
    return kept.append(text, from, text.length()).toString();
  }

  private static String mainland(String variants) {
    int flag = variants.indexOf('|');
    if (flag >= 0 && variants.substring(0, flag).matches("[A-Z;]{1,6}")) {
      // A rule for the rest of the page, which shows nothing, or a note on one.
      return "";
    }
    for (String variant : MAINLAND) {
      for (String each : variants.split(";")) {
        int colon = each.indexOf(':');
        if (colon > 0 && each.substring(0, colon).strip().equals(variant)) {
          return each.substring(colon + 1).strip();
        }
      }
    }
    return variants.contains(":") ? "" : variants;
  }

  /** Each link as what it shows; of a picture, its caption; of a category, nothing. */
  static String linkTexts(String text) {
    Deque<StringBuilder> open = new ArrayDeque<>();
    StringBuilder current = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("[[", i)) {
        open.push(current);
        current = new StringBuilder();
        i++;
      } else if (!open.isEmpty() && text.startsWith("]]", i)) {
        String shown = shown(current.toString());
        current = open.pop().append(shown);
        i++;
      } else {
        current.append(text.charAt(i));
      }
    }
    while (!open.isEmpty()) {
      current = open.pop().append(current);
    }
    return current
        .toString()
        .replaceAll("\\[https?://[^\\s\\]]{1,500}\\s*([^\\]]{0,300})\\]", "$1");
  }

  private static String shown(String link) {
    if (CATEGORY.matcher(link).matches()) {
      return "";
    }
    String[] parts = link.split("\\|", -1);
    String last = parts[parts.length - 1];
    if (FILE.matcher(link).matches()) {
      boolean caption = parts.length > 1 && !LOOK.matcher(last).matches();
      return caption ? "（图：" + last.strip() + "）" : "";
    }
    return last.isBlank() ? parts[0].replaceFirst("^:", "") : last;
  }

  static String entities(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    String plain = text;
    for (Map.Entry<String, String> entity : ENTITIES.entrySet()) {
      plain = plain.replace(entity.getKey(), entity.getValue());
    }
    return plain.replace("&amp;", "&");
  }
}
