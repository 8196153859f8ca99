package org.kepu.assistant.register;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kepu.knowledge.text.TextForms;

/**
 * Simplified text in Traditional characters, phrase by phrase, by the tables of OpenCC: 以后 and 皇后,
 * 头发 and 发现, 公里 and 屋里 differ. The words stay those of the source; only how they are written
 * changes. After OpenCC's phrases come the forms that are standard in Taiwan.
 */
public final class TraditionalScript {

  private static final BitSet TRADITIONAL_ONLY = traditionalOnly();
  private static final Map<String, String> STANDARD = standard();

  private TraditionalScript() {}

  /** {@code text} in Traditional characters; what is Traditional already stays. */
  public static String of(String text) {
    String traditional = ZhConverterUtil.toTraditional(text);
    for (Map.Entry<String, String> form : STANDARD.entrySet()) {
      traditional = traditional.replace(form.getKey(), form.getValue());
    }
    return traditional;
  }

  /** Whether {@code text} is written in Traditional characters: one tells. */
  public static boolean isIn(String text) {
    return text.chars().anyMatch(TRADITIONAL_ONLY::get);
  }

  /**
   * Characters that no Simplified text holds: they have another form there, and GB 2312, the
   * character set of Simplified texts, lacks them. 乾 is in both, in some words.
   */
  private static BitSet traditionalOnly() {
    CharsetEncoder simplified = Charset.forName("GB2312").newEncoder();
    BitSet only = new BitSet();
    for (char c = '\u3400'; c <= '\u9FFF'; c++) {
      String form = String.valueOf(c);
      if (!TextForms.forEmbedding(form).equals(form) && !simplified.canEncode(c)) {
        only.set(c);
      }
    }
    return only;
  }

  /** What OpenCC writes, and how it is written in Taiwan, or rightly. */
  private static Map<String, String> standard() {
    try (InputStream stream = TraditionalScript.class.getResourceAsStream("traditional.tsv")) {
      if (stream == null) {
        throw new IllegalStateException("traditional.tsv is not on the class path");
      }
      Map<String, String> standard = new LinkedHashMap<>();
      new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
          .lines()
          .map(line -> line.split("\t", -1))
          .forEach(columns -> standard.put(columns[0], columns[1]));
      return standard;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read traditional.tsv", e);
    }
  }
}
