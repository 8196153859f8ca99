package org.kepu.knowledge.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns an English question into Chinese key words, phrase by phrase: no translation anyone would
 * print, but enough to find what a Chinese collection says.
 *
 * <p>The longest phrase of the glossary counts; a word that is in it in another form (plural, past,
 * comparative) is found by its base. What the glossary does not know stays as it is.
 */
public final class EnglishGlossary {

  /** Translates nothing. */
  public static final EnglishGlossary NONE = new EnglishGlossary(Map.of());

  private static final Pattern TOKEN =
      Pattern.compile("[A-Za-z]+(?:['’][A-Za-z]+)?|[\\p{IsHan}\\p{N}.,]+|\\S");
  private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z]{2,}");
  private static final int LONGEST_PHRASE = 5;

  /** Endings and what stands in their place in the base form, the more telling first. */
  private static final List<Ending> ENDINGS =
      List.of(
          new Ending("'s", ""),
          new Ending("ies", "y"),
          new Ending("es", ""),
          new Ending("s", ""),
          new Ending("ied", "y"),
          new Ending("ed", "e"),
          new Ending("ed", ""),
          new Ending("ing", "e"),
          new Ending("ing", ""),
          new Ending("iest", "y"),
          new Ending("est", "e"),
          new Ending("est", ""),
          new Ending("ier", "y"),
          new Ending("er", "e"),
          new Ending("er", ""),
          new Ending("ly", ""));

  private final Map<String, String> entries;

  /**
   * @param entries English in lower case to Chinese; empty for words that are left out
   */
  public EnglishGlossary(Map<String, String> entries) {
    this.entries = Map.copyOf(entries);
  }

  /** {@code question} in Chinese key words if it is mostly English, else as it is. */
  public String inChinese(String question) {
    if (!mostlyEnglish(question)) {
      return question;
    }
    List<String> tokens = TOKEN.matcher(question).results().map(found -> found.group()).toList();
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      at += translateOne(tokens, at, words);
    }
    String translated = String.join(" ", words);
    return translated.isBlank() ? question : translated;
  }

  /**
   * Whether {@code question} is asked in English: mostly in Latin letters, and with a word that
   * this glossary knows, as neither pinyin nor a scientific name is.
   */
  public boolean speaks(String question) {
    return mostlyEnglish(question)
        && LATIN_WORD
            .matcher(question)
            .results()
            .anyMatch(word -> lookUp(word.group().toLowerCase(Locale.ROOT)).isPresent());
  }

  /** More words in Latin letters than characters in Han: a Chinese question may hold a name. */
  private static boolean mostlyEnglish(String question) {
    long latin = LATIN_WORD.matcher(question).results().count();
    long han =
        question
            .codePoints()
            .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
            .count();
    return latin >= 2 && latin * 2 > han;
  }

  /** Translates the longest phrase at {@code at} and says how many tokens it took. */
  private int translateOne(List<String> tokens, int at, List<String> words) {
    for (int length = Math.min(LONGEST_PHRASE, tokens.size() - at); length > 0; length--) {
      String phrase = String.join(" ", tokens.subList(at, at + length));
      Optional<String> chinese = lookUp(phrase.toLowerCase(Locale.ROOT).replace('’', '\''));
      if (chinese.isPresent()) {
        chinese.filter(word -> !word.isEmpty()).ifPresent(words::add);
        return length;
      }
    }
    words.add(tokens.get(at));
    return 1;
  }

  private Optional<String> lookUp(String phrase) {
    @Nullable String exact = entries.get(phrase);
    if (exact != null) {
      return Optional.of(exact);
    }
    return ENDINGS.stream()
        .flatMap(ending -> ending.bases(phrase))
        .map(entries::get)
        .filter(java.util.Objects::nonNull)
        .findFirst();
  }

  private record Ending(String inflected, String base) {

    /** What the word may have been, a doubled consonant undone as well: hopped, hop. */
    Stream<String> bases(String word) {
      String stem = word.substring(0, Math.max(0, word.length() - inflected.length()));
      if (!word.endsWith(inflected) || stem.length() < 2) {
        return Stream.empty();
      }
      int last = stem.length() - 1;
      boolean doubled = base.isEmpty() && stem.charAt(last) == stem.charAt(last - 1);
      return doubled ? Stream.of(stem, stem.substring(0, last)) : Stream.of(stem + base);
    }
  }
}
