package org.kepu.knowledge.parse.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.regex.Pattern;
import org.apache.tika.detect.AutoDetectReader;

/**
 * Reads plain text in any encoding, GB 18030 among them. Empty lines part paragraphs; where a file
 * has none, lines do. A short line that is numbered as Chinese headings are is a heading.
 */
final class PlainTextReader implements FormatReader {

  private static final Pattern HEADING =
      Pattern.compile(
          "(?<chapter>第[一二三四五六七八九十百零〇\\d]{1,4}[章篇编部卷].{0,40})"
              + "|(?<section>第[一二三四五六七八九十百零〇\\d]{1,4}节.{0,40}|[一二三四五六七八九十]{1,3}、[^。；]{1,40})");

  private static final Pattern PARAGRAPHS = Pattern.compile("\\n[ \\t\\u3000]*\\n");

  @Override
  public void read(byte[] content, TextSink text) throws Exception {
    String all;
    try (AutoDetectReader reader = new AutoDetectReader(new ByteArrayInputStream(content))) {
      all = allOf(reader).replace("\r\n", "\n").replace('\r', '\n').replace("\0", "");
    }
    boolean spaced = PARAGRAPHS.matcher(all).find();
    for (String paragraph : spaced ? PARAGRAPHS.split(all) : all.split("\n")) {
      String stripped = paragraph.strip();
      var heading = HEADING.matcher(stripped);
      if (heading.matches()) {
        text.heading(heading.group("chapter") != null ? 1 : 2, stripped);
      } else {
        text.block(stripped);
      }
    }
  }

  private static String allOf(Reader reader) throws IOException {
    StringWriter all = new StringWriter();
    reader.transferTo(all);
    return all.toString();
  }
}
