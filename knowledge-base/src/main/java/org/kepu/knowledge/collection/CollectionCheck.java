package org.kepu.knowledge.collection;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Holds a collection to the rules of {@code collection/WRITING.md}. */
public final class CollectionCheck {

  private final List<Rule> rules;

  /**
   * A check as of one day.
   *
   * @param today after which no date of a review or of a fact may lie
   */
  public CollectionCheck(LocalDate today) {
    rules =
        Stream.of(
                FileRules.ALL,
                QuestionRules.ALL,
                TextRules.ALL,
                TimeRules.asOf(today),
                VariantRules.ALL,
                MythRules.ALL,
                AdviceRules.ALL,
                PictureRules.ALL,
                NameRules.ALL,
                WordingRules.ALL)
            .flatMap(List::stream)
            .toList();
  }

  /** The rules as sentences, in the order in which they are checked. */
  public List<String> rules() {
    return rules.stream().map(Rule::sentence).toList();
  }

  /** Everything that breaks a rule: by place, and at one place in the order of the rules. */
  public List<Violation> violations(CollectionFolder collection) {
    return rules.stream()
        .flatMap(rule -> rule.violations(collection))
        .sorted(Comparator.comparing(Violation::place))
        .toList();
  }
}
