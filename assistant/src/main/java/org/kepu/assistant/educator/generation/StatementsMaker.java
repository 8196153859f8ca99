package org.kepu.assistant.educator.generation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.kepu.assistant.educator.item.Bloom;
import org.kepu.assistant.educator.item.Draft;
import org.kepu.assistant.educator.item.Kind;

/** Asks which of four statements of one section are right. */
final class StatementsMaker implements Maker {

  private static final int OPTIONS = 4;
  private static final int LONGEST = 36;

  /** Options of very different lengths give themselves away. */
  private static final double MOST_UNEVEN = 2.6;

  @Override
  public List<Draft> make(Material material) {
    RandomGenerator random = material.random("statements");
    List<Segment> usable =
        material.alone().stream().filter(segment -> segment.text().length() <= LONGEST).toList();
    List<Made> wrong = new ArrayList<>();
    Set<Integer> sentences = new HashSet<>();
    for (Segment segment : usable) {
      Falsehood.beside(segment, random).stream()
          .findFirst()
          .filter(falsehood -> falsehood.statement().length() <= LONGEST)
          .filter(falsehood -> wrong.size() < 2 && sentences.add(segment.number()))
          .ifPresent(
              falsehood ->
                  wrong.add(new Made(segment, falsehood.statement(), falsehood.changed())));
    }
    List<Made> right =
        usable.stream()
            .filter(segment -> sentences.add(segment.number()))
            .map(segment -> new Made(segment, segment.text(), ""))
            .limit(OPTIONS - Math.min(wrong.size(), 2))
            .toList();
    return draft(material, right, wrong, random).stream().toList();
  }

  private static Optional<Draft> draft(
      Material material, List<Made> right, List<Made> wrong, RandomGenerator random) {
    int rights = Math.min(right.size(), wrong.size() == 1 ? 3 : 2);
    if (wrong.isEmpty() || rights < 2 || rights + wrong.size() < OPTIONS) {
      return Optional.empty();
    }
    List<Made> chosen = right.subList(0, rights);
    List<String> rightTexts = chosen.stream().map(Made::statement).toList();
    List<String> wrongTexts = wrong.stream().map(Made::statement).toList();
    if (uneven(Stream.concat(rightTexts.stream(), wrongTexts.stream()).toList())) {
      return Optional.empty();
    }
    return Optional.of(
        new Draft(
            material.item(
                Kind.MULTIPLE_CHOICE,
                Bloom.UNDERSTAND,
                "关于“%s”，下面哪些说法是正确的？".formatted(material.document().title()),
                Options.mixed(rightTexts, wrongTexts, random),
                Stream.concat(chosen.stream(), wrong.stream()).map(Made::segment).toList()),
            rightTexts.stream().map(text -> text + "。").toList(),
            wrong.stream()
                .map(
                    made ->
                        new Falsehood(made.statement(), made.changed()).denied(made.statement()))
                .toList(),
            List.of()));
  }

  private static boolean uneven(List<String> texts) {
    int longest = texts.stream().mapToInt(String::length).max().orElse(1);
    int shortest = texts.stream().mapToInt(String::length).min().orElse(1);
    return longest > MOST_UNEVEN * shortest;
  }

  /**
   * A statement.
   *
   * @param changed what makes it false; empty where it is right or a number does
   */
  private record Made(Segment segment, String statement, String changed) {}
}
