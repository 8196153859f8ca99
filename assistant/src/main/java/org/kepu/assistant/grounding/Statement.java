package org.kepu.assistant.grounding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kepu.knowledge.text.TextForms;

/**
 * What a text says, as far as words can be compared.
 *
 * @param form the text in the form for matching
 * @param quantities its numbers with their units
 * @param names a concept's by its id
 * @param latin its words in Latin letters, units left out
 * @param pairs its pairs of neighbouring characters, quantities left out
 */
record Statement(
    String form,
    List<Quantity> quantities,
    Set<String> names,
    Set<String> latin,
    Set<String> pairs) {

  private static final Pattern LATIN = Pattern.compile("[a-z]{2,}[0-9]*|[a-z][0-9]+");

  /** Spaces that some put between numbers and Chinese. */
  private static final Pattern CLOSED_UP =
      Pattern.compile("(?<=[\\d\\p{IsHan}]) +(?=\\p{IsHan})|(?<=\\p{IsHan}) +(?=\\d)");

  private static final Pattern RUN = Pattern.compile("[\\p{L}\\p{N}]+");

  Statement {
    quantities = List.copyOf(quantities);
    names = Set.copyOf(names);
    latin = Set.copyOf(latin);
    pairs = Set.copyOf(pairs);
  }

  static Statement of(String text, ProperNames names) {
    String form = CLOSED_UP.matcher(TextForms.forMatching(text)).replaceAll("");
    Quantities.Counted counted = Quantities.in(form);
    return new Statement(
        form,
        counted.quantities(),
        names.in(form),
        LATIN.matcher(counted.rest()).results().map(r -> r.group()).collect(Collectors.toSet()),
        pairs(counted.rest()));
  }

  /** What two texts say together. */
  Statement and(Statement other) {
    return new Statement(
        form + "\n" + other.form,
        Stream.concat(quantities.stream(), other.quantities.stream()).toList(),
        union(names, other.names),
        union(latin, other.latin),
        union(pairs, other.pairs));
  }

  /** How much of what this says {@code other} says too, 0 to 1. A quantity counts as two pairs. */
  double sharedWith(Statement other) {
    int all = pairs.size() + 2 * quantities.size();
    long shared =
        pairs.stream().filter(other.pairs::contains).count()
            + 2
                * quantities.stream()
                    .filter(q -> other.quantities.stream().anyMatch(q::saidBy))
                    .count();
    return all == 0 ? 0 : (double) shared / all;
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> union = new HashSet<>(one);
    union.addAll(other);
    return union;
  }

  private static Set<String> pairs(String text) {
    Set<String> pairs = new HashSet<>();
    Matcher runs = RUN.matcher(text);
    while (runs.find()) {
      String run = runs.group();
      for (int i = 0; i + 1 < run.length(); i++) {
        pairs.add(run.substring(i, i + 2));
      }
    }
    return pairs;
  }
}
