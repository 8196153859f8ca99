package org.kepu.assistant.register;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.AnswerPart.Reading;
import org.kepu.knowledge.taxon.Concept;
import org.kepu.knowledge.text.RareCharacters;
import org.kepu.knowledge.text.TextForms;

/**
 * How the pieces of a text are read that a voice, or a reader, would stumble over. What an editor
 * wrote about a name counts first, the longest name at a place; then the words that are read
 * otherwise than their characters alone; then the table of rare characters.
 */
public final class Readings {

  private final Map<Character, List<Word>> byFirst = new HashMap<>();

  public Readings(List<Concept> concepts) {
    concepts.forEach(
        concept -> {
          if (concept.reading() != null) {
            add(new Word(TextForms.forEmbedding(concept.name()), concept.reading()));
          }
        });
    otherwise().forEach(this::add);
    byFirst.values().forEach(words -> words.sort(Word.LONGEST_FIRST));
  }

  /** The readings of {@code text}, in its order, not overlapping; mostly none. */
  public List<Reading> in(String text) {
    // As long as the text, and Simplified.
    String form = TextForms.forEmbedding(text);
    List<Reading> readings = new ArrayList<>();
    int at = 0;
    while (at < form.length()) {
      Optional<Reading> reading = at(form, at);
      reading.ifPresent(readings::add);
      at = reading.map(Reading::end).orElse(at + 1);
    }
    return readings;
  }

  private Optional<Reading> at(String form, int at) {
    for (Word word : byFirst.getOrDefault(form.charAt(at), List.of())) {
      if (word.standsAt(form, at)) {
        return Optional.of(new Reading(at, at + word.form().length(), word.reading()));
      }
    }
    @Nullable String rare = RareCharacters.reading(form.charAt(at));
    return rare == null ? Optional.empty() : Optional.of(new Reading(at, at + 1, rare));
  }

  private void add(Word word) {
    byFirst.computeIfAbsent(word.form().charAt(0), first -> new ArrayList<>()).add(word);
  }

  private static List<Word> otherwise() {
    try (InputStream stream = Readings.class.getResourceAsStream("readings.tsv")) {
      if (stream == null) {
        throw new IllegalStateException("readings.tsv is not on the class path");
      }
      return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(columns -> new Word(columns[0], columns[1]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read readings.tsv", e);
    }
  }

  /** A word with its reading. */
  private record Word(String form, String reading) {

    static final Comparator<Word> LONGEST_FIRST =
        Comparator.comparingInt((Word word) -> word.form().length())
            .reversed()
            .thenComparing(Word::form);

    boolean standsAt(String text, int at) {
      return text.startsWith(form, at) && !isLodging(text, at + form.length());
    }

    /** Of a dormitory, 女宿舍, the first two characters are no lunar mansion. */
    private static boolean isLodging(String text, int at) {
      return text.startsWith("宿舍", at - 1) || text.startsWith("宿营", at - 1);
    }
  }
}
