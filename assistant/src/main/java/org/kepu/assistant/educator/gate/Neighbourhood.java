package org.kepu.assistant.educator.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.document.Section;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.text.Sentences;
import org.kepu.knowledge.text.TextForms;

/**
 * Finds the places of the whole collection that speak of what a statement speaks of, by the pairs
 * of characters they share, rare ones counting more. Built once; safe for use by several threads.
 */
public final class Neighbourhood {

  /** So many are looked at in any case. */
  private static final int NEAREST = 8;

  /** And every place with such a part of a statement's pairs: with less none says it. */
  private static final double LEAST_SHARED = 0.4;

  /** A place with so much of the rare pairs of what is spoken of speaks of it. */
  private static final double SAME_SUBJECT = 0.6;

  private static final int[] NONE = {};

  private final List<Passage> places;
  private final Map<Integer, int[]> byPair = new HashMap<>();

  public Neighbourhood(List<Document> documents) {
    List<Passage> all = new ArrayList<>();
    for (Document document : documents) {
      for (Section section : document.sections()) {
        addPlaces(document, section, all);
      }
    }
    places = List.copyOf(all);
    index();
  }

  /** The places that may say {@code statement}, the nearest first. */
  List<Passage> of(String statement) {
    int[] pairs = pairs(statement);
    double[] scores = new double[places.size()];
    int[] shared = new int[places.size()];
    for (int pair : pairs) {
      double rarity = rarity(pair);
      for (int holder : holders(pair)) {
        scores[holder] += rarity;
        shared[holder]++;
      }
    }
    int[] nearest =
        IntStream.range(0, scores.length)
            .filter(place -> scores[place] > 0)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer place) -> -scores[place])
                    .thenComparingInt(p -> p))
            .mapToInt(Integer::intValue)
            .toArray();
    return IntStream.range(0, nearest.length)
        .filter(i -> i < NEAREST || shared[nearest[i]] >= LEAST_SHARED * pairs.length)
        .mapToObj(i -> places.get(nearest[i]))
        .toList();
  }

  /**
   * The places that have {@code words} and speak of the same as {@code rest}, in whatever words.
   */
  List<Passage> holding(String words, String rest) {
    int[] subject = pairs(rest);
    double least = SAME_SUBJECT * Arrays.stream(subject).mapToDouble(this::rarity).sum();
    return having(words)
        .filter(
            place ->
                least > 0
                    && Arrays.stream(subject)
                            .filter(pair -> Arrays.binarySearch(holders(pair), place) >= 0)
                            .mapToDouble(this::rarity)
                            .sum()
                        >= least)
        .mapToObj(places::get)
        .toList();
  }

  /** The places that have all of some words. */
  List<Passage> holding(List<String> words) {
    return having(words.getFirst())
        .mapToObj(places::get)
        .filter(place -> words.stream().allMatch(place.text()::contains))
        .toList();
  }

  /** The numbers of the places whose text has {@code words}, which are two characters or more. */
  private IntStream having(String words) {
    return Arrays.stream(pairs(words))
        .mapToObj(this::holders)
        .min(Comparator.comparingInt(holders -> holders.length))
        .map(Arrays::stream)
        .orElseGet(IntStream::empty)
        .filter(place -> places.get(place).text().contains(words));
  }

  private int[] holders(int pair) {
    return byPair.getOrDefault(pair, NONE);
  }

  private double rarity(int pair) {
    return Math.log(1 + (double) places.size() / Math.max(1, holders(pair).length));
  }

  /** Each sentence with the one behind it, so that what two say together is seen. */
  private static void addPlaces(Document document, Section section, List<Passage> all) {
    String body = document.text().substring(section.bodyStart(), section.end());
    List<Span> sentences = Sentences.of(body);
    for (int i = 0; i < sentences.size(); i++) {
      int end = sentences.get(Math.min(i + 1, sentences.size() - 1)).end();
      Span span = new Span(sentences.get(i).start(), end).shifted(section.bodyStart());
      all.add(place(document, section, span));
    }
  }

  /** A place as the claim gate reads it: with its title and heading, but no more text. */
  static Passage place(Document document, Section section, Span span) {
    return new Passage(
        document.id() + "/" + span.start(),
        document.id(),
        document.version(),
        document.title(),
        List.of(),
        section.heading(),
        List.of(),
        span,
        span.of(document.text()),
        List.of(),
        Role.ARTICLE,
        null);
  }

  private void index() {
    Map<Integer, List<Integer>> holders = new HashMap<>();
    for (int place = 0; place < places.size(); place++) {
      Passage passage = places.get(place);
      for (int pair : pairs(passage.heading() + passage.text())) {
        holders.computeIfAbsent(pair, p -> new ArrayList<>()).add(place);
      }
    }
    holders.forEach(
        (pair, list) -> byPair.put(pair, list.stream().mapToInt(Integer::intValue).toArray()));
  }

  private static int[] pairs(String text) {
    String form = TextForms.forMatching(text);
    Set<Integer> pairs = new HashSet<>();
    for (int i = 0; i + 1 < form.length(); i++) {
      char one = form.charAt(i);
      char other = form.charAt(i + 1);
      if (Character.isLetterOrDigit(one) && Character.isLetterOrDigit(other)) {
        pairs.add(one << 16 | other);
      }
    }
    int[] sorted = pairs.stream().mapToInt(Integer::intValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }
}
