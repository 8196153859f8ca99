package org.kepu.assistant.educator.item;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** What stands below an item's stem, and what is right. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Content.Choice.class, name = "choice"),
  @JsonSubTypes.Type(value = Content.Judgement.class, name = "judgement"),
  @JsonSubTypes.Type(value = Content.Blank.class, name = "blank"),
  @JsonSubTypes.Type(value = Content.Open.class, name = "open"),
  @JsonSubTypes.Type(value = Content.Ordering.class, name = "ordering"),
  @JsonSubTypes.Type(value = Content.Matching.class, name = "matching"),
  @JsonSubTypes.Type(value = Content.Task.class, name = "task")
})
public sealed interface Content {

  /**
   * Options to choose from.
   *
   * @param options in the order in which they are printed; two at least, all different, one right
   *     at least
   */
  record Choice(List<Option> options) implements Content {
    public Choice {
      options = List.copyOf(options);
      if (options.size() < 2 || new HashSet<>(texts(options)).size() < options.size()) {
        throw new IllegalArgumentException("A choice has two options or more, all different");
      }
      if (options.stream().noneMatch(Option::right)) {
        throw new IllegalArgumentException("A choice has a right option, please mark one");
      }
    }

    /** The places of the right options, from 0. */
    public List<Integer> key() {
      return IntStream.range(0, options.size())
          .filter(at -> options.get(at).right())
          .boxed()
          .toList();
    }

    private static List<String> texts(List<Option> options) {
      return options.stream().map(Option::text).toList();
    }
  }

  /**
   * An option of a choice.
   *
   * @param feedback what a pupil is told who chose it; empty where nothing is
   */
  record Option(String text, boolean right, String feedback) {
    public Option {
      requireText(text, "option");
      // Who words an option need not say anything.
      feedback = Objects.requireNonNullElse(feedback, "");
    }

    public Option(String text, boolean right) {
      this(text, right, "");
    }
  }

  /** Whether the statement that the stem is holds. */
  record Judgement(boolean holds) implements Content {}

  /**
   * A blank to fill.
   *
   * @param answers what counts as right, the best first; one at least
   * @param unit what is printed behind the blank; empty where nothing is
   */
  record Blank(List<String> answers, String unit) implements Content {
    public Blank {
      answers = List.copyOf(answers);
      Objects.requireNonNull(unit, "unit");
      if (answers.isEmpty()) {
        throw new IllegalArgumentException("A blank has a right answer, please name one");
      }
      answers.forEach(answer -> requireText(answer, "answer"));
    }
  }

  /**
   * Lines to write on.
   *
   * @param answer a good answer
   * @param points what a good answer mentions
   */
  record Open(String answer, List<String> points) implements Content {
    public Open {
      requireText(answer, "answer");
      points = List.copyOf(points);
    }
  }

  /**
   * Things to put in order.
   *
   * @param inOrder the things in the right order; three at least, all different
   */
  record Ordering(List<String> inOrder) implements Content {
    public Ordering {
      inOrder = List.copyOf(inOrder);
      inOrder.forEach(thing -> requireText(thing, "thing to order"));
      if (inOrder.size() < 3 || new HashSet<>(inOrder).size() < inOrder.size()) {
        throw new IllegalArgumentException("An order has three things or more, all different");
      }
    }
  }

  /**
   * Things to join.
   *
   * @param pairs what belongs together; three at least
   */
  record Matching(List<Pair> pairs) implements Content {
    public Matching {
      pairs = List.copyOf(pairs);
      if (pairs.size() < 3
          || pairs.stream().map(Pair::left).distinct().count() < pairs.size()
          || pairs.stream().map(Pair::right).distinct().count() < pairs.size()) {
        throw new IllegalArgumentException("A matching has three pairs or more, all different");
      }
    }
  }

  /** Two things that belong together. */
  record Pair(String left, String right) {
    public Pair {
      requireText(left, "left side");
      requireText(right, "right side");
    }
  }

  /**
   * Something to do or to say.
   *
   * @param materials what is needed; empty where nothing is
   * @param steps what to do, in order; one at least
   * @param lookFor what the educator looks or listens for
   */
  record Task(List<String> materials, List<String> steps, String lookFor) implements Content {
    public Task {
      materials = List.copyOf(materials);
      steps = List.copyOf(steps);
      requireText(lookFor, "what to look for");
      if (steps.isEmpty()) {
        throw new IllegalArgumentException("A task has a step, please name one");
      }
    }
  }

  private static void requireText(String text, String what) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("The %s is empty, please write it".formatted(what));
    }
  }
}
