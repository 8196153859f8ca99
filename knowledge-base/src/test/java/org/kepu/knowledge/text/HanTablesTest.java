package org.kepu.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The tables of characters say what ICU says. */
class HanTablesTest {

  private static final char EXTENSION_A = '\u3400';
  private static final char MAIN_BLOCK = '\u4E00';
  private static final char LAST = '\u9FFF';

  @Test
  void traditionalCharactersFoldAsIcuFoldsThem() throws IOException {
    holds("simplified-traditional.tsv", simplified());
  }

  @Test
  void charactersSoundAsIcuReadsThem() throws IOException {
    holds("pinyin.tsv", pinyin());
  }

  @Test
  void rareCharactersAreReadAsIcuReadsThem() throws IOException {
    holds("rare-characters.tsv", rare());
  }

  /** Writes what it should be, so that it can be taken over after an update of ICU. */
  private static void holds(String resource, Map<String, StringBuilder> expected)
      throws IOException {
    StringBuilder table = new StringBuilder();
    expected.forEach(
        (value, characters) -> table.append(value).append('\t').append(characters).append('\n'));
    Path written = Files.createDirectories(Path.of("target", "han-tables")).resolve(resource);
    Files.writeString(written, table);
    try (InputStream shipped = HanTable.class.getResourceAsStream(resource)) {
      assertThat(
              new String(
                  Objects.requireNonNull(shipped, resource).readAllBytes(), StandardCharsets.UTF_8))
          .as("%s differs from ICU; if ICU is right, take %s over", resource, written)
          .isEqualTo(table.toString());
    }
  }

  private static Map<String, StringBuilder> simplified() {
    List<String> folded = transliterated("Traditional-Simplified", EXTENSION_A);
    char[] table = new char[folded.size()];
    for (int i = 0; i < table.length; i++) {
      table[i] = folded.get(i).length() == 1 ? folded.get(i).charAt(0) : (char) (EXTENSION_A + i);
    }
    settle(table);
    Map<String, StringBuilder> traditional = new TreeMap<>();
    for (int i = 0; i < table.length; i++) {
      char character = (char) (EXTENSION_A + i);
      if (table[i] != character) {
        characters(traditional, String.valueOf(table[i])).append(character);
      }
    }
    return traditional;
  }

  /**
   * What is folded folds no further; of two characters that fold to each other, the first stays.
   */
  private static void settle(char[] table) {
    for (int i = 0; i < table.length; i++) {
      int target = table[i] - EXTENSION_A;
      if (target >= 0 && target < table.length && target != i) {
        if (table[target] == (char) (EXTENSION_A + i)) {
          table[Math.max(i, target)] = (char) (EXTENSION_A + Math.min(i, target));
          table[Math.min(i, target)] = (char) (EXTENSION_A + Math.min(i, target));
        } else {
          table[i] = table[target];
        }
      }
    }
  }

  private static Map<String, StringBuilder> pinyin() {
    List<String> readings = transliterated("Han-Latin; Lower; NFD", MAIN_BLOCK);
    Map<String, StringBuilder> bySyllable = new TreeMap<>();
    for (int i = 0; i < readings.size(); i++) {
      String syllable = readings.get(i).replace("u\u0308", "v").replaceAll("\\p{Mn}", "").strip();
      if (syllable.matches("[a-z]+")) {
        characters(bySyllable, syllable).append((char) (MAIN_BLOCK + i));
      }
    }
    return bySyllable;
  }

  /** Characters outside level 1 of GB 2312, rows 16 to 55, that no other one stands for. */
  private static Map<String, StringBuilder> rare() {
    List<String> readings = transliterated("Han-Latin", MAIN_BLOCK);
    CharsetEncoder gb2312 = Charset.forName("GB2312").newEncoder();
    Map<String, StringBuilder> byReading = new TreeMap<>();
    for (int i = 0; i < readings.size(); i++) {
      char character = (char) (MAIN_BLOCK + i);
      String reading = readings.get(i).strip();
      if (reading.matches("[a-zà-üāăēěīĭōŏūŭǎǐǒǔǖǘǚǜńňǹḿ]+")
          && HanFolding.fold(character) == character
          && !everyday(character, gb2312)) {
        characters(byReading, reading).append(character);
      }
    }
    return byReading;
  }

  private static boolean everyday(char character, CharsetEncoder gb2312) {
    if (!gb2312.canEncode(character)) {
      return false;
    }
    int row = (String.valueOf(character).getBytes(gb2312.charset())[0] & 0xFF) - 0xA0;
    return row >= 16 && row <= 55;
  }

  private static StringBuilder characters(Map<String, StringBuilder> table, String value) {
    return table.computeIfAbsent(value, v -> new StringBuilder());
  }

  /** Each character from {@code first} by itself: a line each, so that ICU sees no words. */
  private static List<String> transliterated(String transliterator, char first) {
    StringBuilder characters = new StringBuilder();
    for (char c = first; c <= LAST; c++) {
      characters.append(c).append('\n');
    }
    return Transliterator.getInstance(transliterator)
        .transliterate(characters.toString())
        .lines()
        .toList();
  }
}
