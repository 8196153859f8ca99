package org.kepu.assistant.guard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What words alone say: the hard list. */
final class Signals {

  private static final String FILE = "signals.tsv";
  private static final int COLUMNS = 4;

  private final List<Rule> rules;

  private Signals(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** Those that ship with the product. */
  static Signals shipped() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Signals.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.UTF_8))) {
      return new Signals(
          lines
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(Rule::read)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
  }

  /** All signals in a question, in the order of the list. */
  List<Signal> in(Wordings question) {
    List<Signal> found = new ArrayList<>();
    for (Rule rule : rules) {
      if (question.forms().stream().anyMatch(rule::holds)) {
        found.add(rule.signal());
      }
    }
    return found;
  }

  /**
   * A signal.
   *
   * @param sure whether it decides by itself
   */
  record Signal(Concern concern, boolean sure) {}

  /**
   * A line of the list.
   *
   * @param latin whether it is about Latin letters alone, and holds for no text without one
   */
  private record Rule(Signal signal, Pattern pattern, boolean latin, @Nullable Pattern unless) {

    /** What is not part of an escape like {@code \\S} or {@code \\P}. */
    private static final Pattern UPPER_CASE = Pattern.compile("(?<!\\\\)[A-Z]");

    private static final Pattern LATIN = Pattern.compile("\\p{ASCII}*");
    private static final Pattern LATIN_LETTER = Pattern.compile("[a-z]");

    static Rule read(String line) {
      String[] cells = line.split("\t", COLUMNS);
      if (cells.length < COLUMNS - 1) {
        throw new IllegalArgumentException(
            "A line of %s has a concern, its certainty and a pattern, not: %s"
                .formatted(FILE, line));
      }
      boolean sure =
          switch (cells[1]) {
            case "SURE" -> true;
            case "HINT" -> false;
            default ->
                throw new IllegalArgumentException(
                    "A signal in %s is SURE or HINT, not %s".formatted(FILE, cells[1]));
          };
      return new Rule(
          new Signal(Concern.valueOf(cells[0]), sure),
          compiled(cells[2]),
          LATIN.matcher(cells[2]).matches(),
          cells.length < COLUMNS ? null : compiled(cells[3]));
    }

    private static Pattern compiled(String pattern) {
      if (UPPER_CASE.matcher(pattern).find()) {
        throw new IllegalArgumentException(
            "Questions are tried in lower case, so no pattern in %s has a capital letter, as this: %s"
                .formatted(FILE, pattern));
      }
      return Pattern.compile(pattern.replace(" ", "\\s*"), Pattern.MULTILINE);
    }

    /** Whether a sentence has the pattern and nothing that speaks against it. */
    boolean holds(String form) {
      if (latin && !LATIN_LETTER.matcher(form).find()) {
        return false;
      }
      for (Matcher matcher = pattern.matcher(form); matcher.find(); ) {
        if (unless == null || !unless.matcher(sentence(form, matcher)).find()) {
          return true;
        }
      }
      return false;
    }

    private static String sentence(String form, Matcher matcher) {
      int start = form.lastIndexOf('\n', matcher.start()) + 1;
      int end = form.indexOf('\n', matcher.end());
      return form.substring(Math.min(start, matcher.start()), end < 0 ? form.length() : end);
    }
  }
}
