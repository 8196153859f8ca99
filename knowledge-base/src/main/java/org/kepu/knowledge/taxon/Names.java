package org.kepu.knowledge.taxon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.text.Pinyin;
import org.kepu.knowledge.text.TextForms;

/**
 * Resolves names: whatever people call a thing, in Chinese, Latin, English, pinyin, Traditional
 * characters or with one character mistaken for another of the same sound, leads to one concept.
 *
 * <p>Of two names at one place the longer counts; of two that overlap, the earlier. A name that
 * belongs to two concepts is refused when the table is read.
 */
public final class Names {

  /** Knows no names. */
  public static final Names NONE = new Names(List.of(), Map.of());

  /** Two characters of the same sound are too often an ordinary word. */
  private static final int LEAST_FOR_SOUND = 3;

  /** One syllable in Latin letters is too often a word of another language. */
  private static final int LEAST_FOR_PINYIN = 2;

  private static final Comparator<Name> LONGEST_FIRST =
      Comparator.comparingInt((Name name) -> name.form().length()).reversed();

  /** Where a name itself is spoken of (“why is it called …”), another name would miss the point. */
  private static final Pattern NAMED = Pattern.compile("(叫|叫做|叫作|称|称为|名为|名字是|“|\"|「)$");

  private static final Pattern LETTERS = Pattern.compile("[a-z]+(?: [a-z]+)*");

  private final Map<String, Concept> byName = new HashMap<>();
  private final Map<Character, List<Name>> byFirst = new HashMap<>();
  private final Map<String, Name> bySound;
  private final Map<String, Name> byPinyin = new HashMap<>();
  private final Map<String, String> preferred;
  private final int longestPinyin;

  private Names(List<Concept> concepts, Map<String, String> preferred) {
    this.preferred = preferred;
    concepts.forEach(this::add);
    byFirst.values().forEach(names -> names.sort(LONGEST_FIRST));
    bySound = bySound(concepts, LEAST_FOR_SOUND);
    bySound(concepts, LEAST_FOR_PINYIN)
        .forEach((sound, name) -> byPinyin.put(sound.replace(" ", ""), name));
    longestPinyin = byPinyin.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  /**
   * The names of {@code concepts}. Questions are put in the words of the documents: of a concept's
   * Chinese names, the one that its own documents use most.
   *
   * @throws IllegalArgumentException if two concepts share a name
   */
  public static Names of(List<Concept> concepts, List<Document> documents) {
    Map<String, Document> byId =
        documents.stream().collect(Collectors.toMap(Document::id, Function.identity()));
    Map<String, String> preferred = new HashMap<>();
    for (Concept concept : concepts) {
      StringBuilder texts = new StringBuilder();
      concept.documents().stream()
          .map(byId::get)
          .filter(java.util.Objects::nonNull)
          .forEach(document -> texts.append(document.text()).append('\n'));
      preferred.put(concept.id(), mostUsed(concept, texts.toString()));
    }
    return new Names(concepts, preferred);
  }

  /** The names in {@code text}, in its order, not overlapping. */
  public List<Mention> in(String text) {
    String form = form(text);
    List<Mention> mentions = new ArrayList<>();
    int at = 0;
    while (at < form.length()) {
      Optional<Mention> found = startingAt(form, at);
      found.ifPresent(mentions::add);
      at = found.map(mention -> mention.span().end()).orElse(at + 1);
    }
    return mentions;
  }

  /**
   * {@code question} in the words of the collection: each name as the documents on its concept
   * write it. Names that are themselves asked about stay as they are.
   */
  public String inCollectionsWords(String question) {
    StringBuilder rewritten = new StringBuilder();
    int from = 0;
    for (Mention mention : in(question)) {
      Span span = mention.span();
      rewritten.append(question, from, span.start());
      boolean named = NAMED.matcher(question.substring(0, span.start())).find();
      rewritten.append(
          named
              ? span.of(question)
              : preferred.getOrDefault(mention.concept().id(), mention.concept().name()));
      from = span.end();
    }
    return rewritten.append(question, from, question.length()).toString();
  }

  private Optional<Mention> startingAt(String form, int at) {
    for (Name name : byFirst.getOrDefault(form.charAt(at), List.of())) {
      int end = at + name.form().length();
      if (form.startsWith(name.form(), at) && standsAlone(form, at, end)) {
        return Optional.of(new Mention(name.concept(), new Span(at, end)));
      }
    }
    return soundingLike(form, at).or(() -> typedInPinyin(form, at));
  }

  /** A name with one character replaced by another of the same sound. */
  private Optional<Mention> soundingLike(String form, int at) {
    StringBuilder sound = new StringBuilder();
    Mention longest = null;
    for (int end = at; end < form.length(); end++) {
      String syllable = Pinyin.of(form.charAt(end));
      if (syllable.isEmpty()) {
        break;
      }
      sound.append(sound.isEmpty() ? "" : " ").append(syllable);
      Name name = bySound.get(sound.toString());
      if (name != null && differences(form.substring(at, end + 1), name.form()) == 1) {
        longest = new Mention(name.concept(), new Span(at, end + 1));
      }
    }
    return Optional.ofNullable(longest);
  }

  private Optional<Mention> typedInPinyin(String form, int at) {
    Matcher letters = LETTERS.matcher(form).region(at, form.length());
    if (!letters.lookingAt() || !standsAlone(form, at, at + 1)) {
      return Optional.empty();
    }
    String words = letters.group();
    for (int end = words.length(); end > 0; end = words.lastIndexOf(' ', end - 1)) {
      String typed = words.substring(0, end).replace(" ", "");
      Name name = typed.length() > longestPinyin ? null : byPinyin.get(typed);
      if (name != null && standsAlone(form, at, at + end)) {
        return Optional.of(new Mention(name.concept(), new Span(at, at + end)));
      }
    }
    return Optional.empty();
  }

  private void add(Concept concept) {
    Set<String> own = new HashSet<>();
    concept.chineseNames().map(Names::form).forEach(own::add);
    concept.aliases().map(Names::form).forEach(own::add);
    own.forEach(
        name -> {
          Concept other = byName.putIfAbsent(name, concept);
          if (other != null) {
            throw new IllegalArgumentException(
                "'%s' names both %s and %s; please keep it with one of them"
                    .formatted(name, other.id(), concept.id()));
          }
          byFirst
              .computeIfAbsent(name.charAt(0), first -> new ArrayList<>())
              .add(new Name(name, concept));
        });
  }

  /** Chinese names by their sound; a sound that two concepts share tells neither. */
  private static Map<String, Name> bySound(List<Concept> concepts, int leastLength) {
    Map<String, Name> bySound = new HashMap<>();
    Set<String> shared = new HashSet<>();
    for (Concept concept : concepts) {
      for (String name : concept.chineseNames().filter(n -> n.length() >= leastLength).toList()) {
        String sound = sound(name);
        if (sound != null) {
          Name other = bySound.putIfAbsent(sound, new Name(form(name), concept));
          if (other != null && other.concept() != concept) {
            shared.add(sound);
          }
        }
      }
    }
    bySound.keySet().removeAll(shared);
    return bySound;
  }

  /** Syllables parted by spaces; null if not every character is Han. */
  private static @Nullable String sound(String name) {
    StringBuilder sound = new StringBuilder();
    for (char c : form(name).toCharArray()) {
      String syllable = Pinyin.of(c);
      if (syllable.isEmpty()) {
        return null;
      }
      sound.append(sound.isEmpty() ? "" : " ").append(syllable);
    }
    return sound.toString();
  }

  private static int differences(String one, String other) {
    int count = 0;
    for (int i = 0; i < one.length(); i++) {
      count += one.charAt(i) == other.charAt(i) ? 0 : 1;
    }
    return count;
  }

  /** Whether no Latin word or number goes on beyond either end. */
  private static boolean standsAlone(String form, int start, int end) {
    boolean before = start > 0 && latin(form.charAt(start - 1)) && latin(form.charAt(start));
    boolean after = end < form.length() && latin(form.charAt(end - 1)) && latin(form.charAt(end));
    return !before && !after;
  }

  private static boolean latin(char c) {
    return c < '\u2E80' && Character.isLetterOrDigit(c);
  }

  private static String mostUsed(Concept concept, String texts) {
    return concept
        .chineseNames()
        .max(
            Comparator.comparingInt((String name) -> occurrences(texts, name))
                .thenComparing(name -> name.equals(concept.name())))
        .orElse(concept.name());
  }

  private static int occurrences(String text, String name) {
    int count = 0;
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
      count++;
    }
    return count;
  }

  /** As names are compared: lower case, Simplified, half width; as long as the original. */
  private static String form(String text) {
    return TextForms.forEmbedding(text);
  }

  /** A name in the form in which it is compared. */
  private record Name(String form, Concept concept) {}
}
