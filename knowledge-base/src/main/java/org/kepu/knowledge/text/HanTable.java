package org.kepu.knowledge.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/**
 * Reads what is known of single Han characters: a line a value, and after a tab all characters that
 * have it.
 *
 * <p>The tables were read off ICU, whose transliterators take two seconds of every start to answer
 * for 28,000 characters; a test holds them to ICU.
 */
final class HanTable {

  private HanTable() {}

  /** Calls {@code entries} with each value and each of its characters. */
  static void read(String resource, BiConsumer<String, Character> entries) {
    try (InputStream stream = HanTable.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int tab = line.indexOf('\t');
        String value = line.substring(0, tab);
        for (int i = tab + 1; i < line.length(); i++) {
          entries.accept(value, line.charAt(i));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }
}
