package org.kepu.assistant.sky.question;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.sky.ephemeris.Eclipse;
import org.kepu.assistant.sky.ephemeris.MoonPhase;
import org.kepu.assistant.sky.ephemeris.Planet;
import org.kepu.assistant.sky.ephemeris.SolarTerm;
import org.kepu.assistant.sky.place.Places;

/** The words that are understood, from {@code lexicon.tsv}, and the places. */
final class Lexicon {

  private static final String FILE = "lexicon.tsv";

  private final Map<String, Word> words = new HashMap<>();
  private int longest;

  Lexicon(Places places) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Lexicon.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::read);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
    places.named().forEach((name, place) -> add(name, new Word.At(place)));
  }

  /** The longest word that begins at {@code from}; a Latin word only where it is whole. */
  Optional<Found> at(String text, int from) {
    for (int end = Math.min(text.length(), from + longest); end > from; end--) {
      Word word = words.get(text.substring(from, end));
      if (word != null && !cutsLatin(text, end)) {
        return Optional.of(new Found(word, end));
      }
    }
    return Optional.empty();
  }

  private static boolean cutsLatin(String text, int end) {
    return end < text.length() && latin(text.charAt(end - 1)) && latin(text.charAt(end));
  }

  private static boolean latin(char c) {
    return c >= 'a' && c <= 'z';
  }

  /** A line: a kind, a tab, the forms parted by white space; an underscore stands for a space. */
  private void read(String line) {
    String[] cells = line.split("\t", -1);
    Word word = word(cells[0]);
    for (String form : cells[1].strip().split("\\s+", -1)) {
      add(form.replace('_', ' '), word);
    }
  }

  private static Word word(String name) {
    int colon = name.indexOf(':');
    if (colon < 0) {
      return new Word.Plain(Word.Kind.valueOf(name));
    }
    String value = name.substring(colon + 1);
    return switch (name.substring(0, colon)) {
      case "PLANET" -> new Word.Of(Planet.valueOf(value));
      case "TERM" -> new Word.Term(SolarTerm.valueOf(value));
      case "PHASE" -> new Word.Phase(MoonPhase.valueOf(value));
      case "ECLIPSE" -> darkening(value);
      default -> throw new IllegalArgumentException("The lexicon knows no kind " + name);
    };
  }

  private static Word darkening(String value) {
    String[] parts = value.split("/", -1);
    return new Word.Darkening(
        orNull(Eclipse.Body.class, parts[0]), orNull(Eclipse.Kind.class, parts[1]));
  }

  private static <E extends Enum<E>> @Nullable E orNull(Class<E> type, String name) {
    return name.equals("ANY") ? null : Enum.valueOf(type, name);
  }

  private void add(String form, Word word) {
    Word other = words.putIfAbsent(form, word);
    if (other != null) {
      throw new IllegalArgumentException(
          "A word has one meaning, but %s is %s and %s".formatted(form, other, word));
    }
    longest = Math.max(longest, form.length());
  }

  /** A word and where it ends. */
  record Found(Word word, int end) {}
}
