package org.kepu.knowledge.taxon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.text.Pinyin;
import org.kepu.knowledge.text.TextForms;
import org.kepu.knowledge.text.WordBoundaries;

/**
 * Resolves names: whatever people call a thing, in Chinese, Latin, English, pinyin, Traditional
 * characters or with one character mistaken for another of the same sound, leads to one concept.
 *
 * <p>Of two names at one place the longer counts; of two that overlap, the earlier. A name that
 * belongs to two concepts is refused when the table is read.
 */
public final class Names {

  /** Knows no names. */
  public static final Names NONE = new Names(List.of(), List.of());

  /** Two characters of the same sound are too often an ordinary word. */
  private static final int LEAST_FOR_SOUND = 3;

  /** One syllable in Latin letters is too often a word of another language. */
  private static final int LEAST_FOR_PINYIN = 2;

  private static final Comparator<Name> LONGEST_FIRST =
      Comparator.comparingInt((Name name) -> name.form().length()).reversed();

  /** Where a name itself is spoken of (“why is it called …”), another name would miss the point. */
  private static final Pattern NAMED_BEFORE =
      Pattern.compile("(叫|叫做|叫作|称|称为|名为|又名|别名|俗名|名字是|“|\"|‘|「|『)$");

  /** The same, said after the name. */
  private static final Pattern NAMED_AFTER = Pattern.compile("^(的|这个|这一)?(名字|名称|叫法|称呼|外号|大名)");

  /** Characters that hold a sentence together: nobody wrote one of these for a name's. */
  private static final String PARTICLES = "的地得是时使和在有与于为也都就会能可不没被把对从到给跟让这那哪几吗呢吧啊了着过";

  private static final Pattern LETTERS = Pattern.compile("[a-z]+(?: [a-z]+)*");

  private final Map<String, Concept> byName = new HashMap<>();
  private final Map<Character, List<Name>> byFirst = new HashMap<>();
  private final Map<String, Name> bySound;
  private final Map<String, Name> byPinyin = new HashMap<>();
  private final Map<String, String> preferred;
  private final int longestSound;
  private final int longestPinyin;

  private Names(List<Concept> concepts, List<Document> documents) {
    concepts.forEach(this::add);
    byFirst.values().forEach(names -> names.sort(LONGEST_FIRST));
    bySound = bySound(concepts, LEAST_FOR_SOUND);
    bySound(concepts, LEAST_FOR_PINYIN)
        .forEach((sound, name) -> byPinyin.put(sound.replace(" ", ""), name));
    longestSound = bySound.values().stream().mapToInt(name -> name.form().length()).max().orElse(0);
    longestPinyin = byPinyin.keySet().stream().mapToInt(String::length).max().orElse(0);
    preferred = preferred(concepts, documents);
  }

  /**
   * The names of {@code concepts}. Questions are put in the words of the documents: of a concept's
   * Chinese names, the one that its own documents use most.
   *
   * @throws IllegalArgumentException if two concepts share a name or an id
   */
  public static Names of(List<Concept> concepts, List<Document> documents) {
    return new Names(concepts, documents);
  }

  /** The names in {@code text}, in its order, not overlapping. */
  public List<Mention> in(String text) {
    String form = form(text);
    WordBoundaries words = new WordBoundaries(form);
    List<Mention> mentions = new ArrayList<>();
    int at = 0;
    while (at < form.length()) {
      Optional<Mention> found = startingAt(form, at, words);
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
      rewritten.append(
          named(question, span)
              ? span.of(question)
              : preferred.getOrDefault(mention.concept().id(), mention.concept().name()));
      from = span.end();
    }
    return rewritten.append(question, from, question.length()).toString();
  }

  private static boolean named(String question, Span span) {
    return NAMED_BEFORE.matcher(question.substring(0, span.start())).find()
        || NAMED_AFTER.matcher(question.substring(span.end())).find();
  }

  private Optional<Mention> startingAt(String form, int at, WordBoundaries words) {
    return writtenOut(form, at)
        .filter(name -> !partOfAnotherWord(name, at, words))
        .map(name -> new Mention(name.concept(), new Span(at, at + name.form().length())))
        .or(() -> soundingLike(form, at))
        .or(() -> typedInPinyin(form, at));
  }

  /**
   * A common name of two characters is easily part of another word: 水鱼, a soft-shelled turtle,
   * stands in 淡水鱼, and 知了, a cicada, in 得知了. A miswriting is in no dictionary of words.
   */
  private static boolean partOfAnotherWord(Name name, int at, WordBoundaries words) {
    int length = name.form().length();
    return length == 2
        && name.concept().common().stream().anyMatch(common -> form(common).equals(name.form()))
        && !words.enclose(at, at + length);
  }

  /** The longest name that stands here letter by letter. */
  private Optional<Name> writtenOut(String form, int at) {
    // A plain loop: every character of every document comes by here at each start.
    for (Name name : byFirst.getOrDefault(form.charAt(at), List.of())) {
      if (form.startsWith(name.form(), at) && standsAlone(form, at, at + name.form().length())) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /**
   * A name with one character replaced by another of the same sound. A guess: it yields to a name
   * written out anywhere in it, and to particles (“哪些鱼食珊瑚”, “是珊瑚” are no 石珊瑚).
   */
  private Optional<Mention> soundingLike(String form, int at) {
    StringBuilder sound = new StringBuilder();
    Mention longest = null;
    int last = Math.min(form.length(), at + longestSound);
    for (int end = at; end < last; end++) {
      if (writtenOut(form, end).isPresent()) {
        break;
      }
      String syllable = Pinyin.of(form.charAt(end));
      if (syllable.isEmpty()) {
        break;
      }
      sound.append(sound.isEmpty() ? "" : " ").append(syllable);
      Name name = bySound.get(sound.toString());
      if (name != null && miswritten(form.substring(at, end + 1), name.form())) {
        longest = new Mention(name.concept(), new Span(at, end + 1));
      }
    }
    return Optional.ofNullable(longest);
  }

  private Optional<Mention> typedInPinyin(String form, int at) {
    // Every letter may be followed by a space.
    int last = Math.min(form.length(), at + 2 * longestPinyin);
    Matcher letters = LETTERS.matcher(form).region(at, last);
    if (!letters.lookingAt()) {
      return Optional.empty();
    }
    String words = letters.group();
    for (int end = words.length(); end > 0; end = words.lastIndexOf(' ', end - 1)) {
      String typed = words.substring(0, end).replace(" ", "");
      Name name = byPinyin.get(typed);
      if (name != null && standsAlone(form, at, at + end)) {
        return Optional.of(new Mention(name.concept(), new Span(at, at + end)));
      }
    }
    return Optional.empty();
  }

  private void add(Concept concept) {
    Stream.concat(Stream.of(concept.name()), concept.aliases())
        .map(Names::form)
        .flatMap(Names::writings)
        .distinct()
        .forEach(
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
          if (other != null && !other.concept().equals(concept)) {
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

  /** Whether {@code typed} is {@code name} but for one character that is no particle. */
  private static boolean miswritten(String typed, String name) {
    int wrong = 0;
    for (int i = 0; i < typed.length(); i++) {
      if (typed.charAt(i) != name.charAt(i)) {
        wrong += PARTICLES.indexOf(typed.charAt(i)) < 0 ? 1 : 2;
      }
    }
    return wrong == 1;
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

  private Map<String, String> preferred(List<Concept> concepts, List<Document> documents) {
    Map<String, Map<String, Integer>> uses = new HashMap<>();
    documents.forEach(document -> uses.put(document.id(), uses(document.text())));
    Map<String, String> preferred = new HashMap<>();
    for (Concept concept : concepts) {
      if (preferred.put(concept.id(), mostUsed(concept, uses)) != null) {
        throw new IllegalArgumentException(
            "Two concepts have the id '%s'; please rename one".formatted(concept.id()));
      }
    }
    return preferred;
  }

  /** How often each name stands in {@code text}; a longer name is none of those within it. */
  private Map<String, Integer> uses(String text) {
    String form = form(text);
    Map<String, Integer> uses = new HashMap<>();
    int at = 0;
    while (at < form.length()) {
      Optional<Name> found = writtenOut(form, at);
      found.ifPresent(name -> uses.merge(name.form(), 1, Integer::sum));
      at += found.map(name -> name.form().length()).orElse(1);
    }
    return uses;
  }

  private static String mostUsed(Concept concept, Map<String, Map<String, Integer>> uses) {
    return concept
        .chineseNames()
        .max(
            Comparator.comparingInt((String name) -> uses(concept, form(name), uses))
                .thenComparing(name -> name.equals(concept.name())))
        .orElse(concept.name());
  }

  private static int uses(Concept concept, String name, Map<String, Map<String, Integer>> uses) {
    return concept.documents().stream()
        .mapToInt(document -> uses.getOrDefault(document, Map.of()).getOrDefault(name, 0))
        .sum();
  }

  /**
   * The ways in which a name is written: catalogue numbers and names in Latin with spaces or not.
   */
  private static Stream<String> writings(String form) {
    return Stream.of(
        form,
        form.replace('\'', '’'),
        form.replace(" ", ""),
        form.replaceAll("(?<=[a-z])(?=[0-9])", " "));
  }

  /** As names are compared: lower case, Simplified, half width; as long as the original. */
  private static String form(String text) {
    return TextForms.forEmbedding(text);
  }

  /** A name in the form in which it is compared. */
  private record Name(String form, Concept concept) {}
}
