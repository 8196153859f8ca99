package org.kepu.assistant.practical;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kepu.knowledge.text.TextForms;

/**
 * Tells practical questions from others.
 *
 * <p>As with the computed sky, only a question whose every word is known is understood, so “鸟儿几点起床”
 * and “博物馆里的恐龙怎么来的” stay questions for the collection. Whoever lost a child, or the way, has lost
 * no thing. Rain is the collection's subject; whether it rains tomorrow is not.
 */
final class PracticalQuestions {

  private static final String FILE = "lexicon.tsv";

  /** Words that say how something is asked, and nothing of what about. */
  private enum Kind {
    ASK,
    TIME,
    PEOPLE,
    LOSING,
    THING,
    FILLER
  }

  private final Map<String, Object> words = new HashMap<>();
  private int longest;

  PracticalQuestions(List<VenueCard> cards) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(PracticalQuestions.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::read);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
    cards.forEach(card -> card.names().forEach(name -> add(TextForms.forMatching(name), card)));
  }

  /** What {@code text} asks; empty if it is no practical question, or more than one. */
  Optional<PracticalQuestion> understood(String text) {
    return words(TextForms.forMatching(text)).flatMap(PracticalQuestions::asked);
  }

  private static Optional<PracticalQuestion> asked(List<Object> words) {
    List<VenueCard> venues = each(words, VenueCard.class);
    Set<Kind> kinds = new HashSet<>(each(words, Kind.class));
    boolean asks =
        kinds.contains(Kind.ASK)
            || words.contains(Subject.WEATHER)
            || !venues.isEmpty()
            || words.size() <= 2;
    if (!asks || venues.size() > 1) {
      return Optional.empty();
    }
    return subject(each(words, Subject.class), kinds)
        .map(
            subject -> new PracticalQuestion(subject, venues.isEmpty() ? null : venues.getFirst()));
  }

  private static Optional<Subject> subject(List<Subject> subjects, Set<Kind> kinds) {
    if (kinds.contains(Kind.LOSING)) {
      return Optional.of(Subject.LOST_THINGS)
          .filter(lost -> kinds.contains(Kind.THING) && !kinds.contains(Kind.PEOPLE));
    }
    List<Subject> meant =
        subjects.stream()
            .filter(subject -> subject != Subject.WEATHER || kinds.contains(Kind.TIME))
            .toList();
    // “停车收费吗” asks about parking.
    return meant.stream()
        .filter(subject -> subject != Subject.TICKETS)
        .findFirst()
        .or(() -> meant.stream().findFirst());
  }

  /** The words of a type, in their order, each once. */
  private static <T> List<T> each(List<Object> words, Class<T> type) {
    return words.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .distinct()
        .collect(Collectors.toList());
  }

  /** The words of {@code text}, the longest first at each place; empty if one is unknown. */
  private Optional<List<Object>> words(String text) {
    List<Object> found = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      if (!Character.isLetterOrDigit(text.charAt(from))) {
        from++;
        continue;
      }
      int end = longestWord(text, from);
      if (end == from) {
        return Optional.empty();
      }
      found.add(Objects.requireNonNull(words.get(text.substring(from, end))));
      from = end;
    }
    return Optional.of(found);
  }

  /** Where the longest word that begins at {@code from} ends; {@code from} if there is none. */
  private int longestWord(String text, int from) {
    for (int end = Math.min(text.length(), from + longest); end > from; end--) {
      if (words.containsKey(text.substring(from, end)) && !cutsLatin(text, end)) {
        return end;
      }
    }
    return from;
  }

  private static boolean cutsLatin(String text, int end) {
    return end < text.length() && latin(text.charAt(end - 1)) && latin(text.charAt(end));
  }

  private static boolean latin(char c) {
    return c >= 'a' && c <= 'z';
  }

  /** A line: a subject or a kind, a tab, the forms parted by white space. */
  private void read(String line) {
    String[] cells = line.split("\t", -1);
    Object word = word(cells[0]);
    for (String form : cells[1].strip().split("\\s+", -1)) {
      add(form.replace('_', ' '), word);
    }
  }

  private static Object word(String name) {
    for (Kind kind : Kind.values()) {
      if (kind.name().equals(name)) {
        return kind;
      }
    }
    return Subject.valueOf(name);
  }

  private void add(String form, Object word) {
    Object other = words.putIfAbsent(form, word);
    if (other != null && !other.equals(word)) {
      throw new IllegalArgumentException(
          "A word has one meaning, but '%s' is %s and %s".formatted(form, other, word));
    }
    longest = Math.max(longest, form.length());
  }
}
