package org.kepu.evaluation.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation of the report.
 *
 * @param name of the command
 * @param title what it is about
 * @param quick its arguments in a quick report, null if it takes too long for one
 * @param whole its arguments in a whole one
 * @param needsData whether it can be run with the evaluation data alone
 * @param figures whether it writes figures as JSON, and is held to the baseline of its name if
 *     there is one
 */
record Step(
    String name,
    String title,
    @Nullable List<String> quick,
    List<String> whole,
    boolean needsData,
    boolean figures) {

  private static final List<String> NOTHING_MORE = List.of();

  /** In the order of the report. */
  static final List<Step> ALL =
      List.of(
          new Step(
              "collection", "What the collection holds", NOTHING_MORE, NOTHING_MORE, false, false),
          new Step("bank", "The question bank", NOTHING_MORE, NOTHING_MORE, false, false),
          new Step("retrieval", "Finding the right passage", null, NOTHING_MORE, true, true),
          new Step("reader", "The reader", null, NOTHING_MORE, true, false),
          new Step(
              "answers", "Answers to the home questions", NOTHING_MORE, NOTHING_MORE, false, true),
          new Step("budgets", "What the reader's budget buys", null, NOTHING_MORE, false, true),
          new Step("dialogue", "Dialogues", null, NOTHING_MORE, true, true),
          new Step("grounding", "The claim gate", NOTHING_MORE, NOTHING_MORE, false, true),
          new Step("safety", "The guard", null, NOTHING_MORE, true, true),
          new Step("items", "Course questions", NOTHING_MORE, NOTHING_MORE, false, true),
          new Step("sky", "The computed sky", NOTHING_MORE, NOTHING_MORE, false, false),
          new Step("formats", "Hostile files", null, NOTHING_MORE, true, true),
          new Step("embedding", "The cost of an embedding", null, NOTHING_MORE, false, false),
          new Step("cost", "The cost of an answer", null, NOTHING_MORE, false, false),
          new Step("indexing", "Indexing", null, NOTHING_MORE, true, false),
          new Step(
              "bench",
              "Retrieval beside the alternatives",
              List.of(
                  "--real=200", "--sizes=200,2000", "--questions=100", "--exact=50", "--seconds=1"),
              NOTHING_MORE,
              true,
              true),
          new Step(
              "load",
              "Many visitors",
              List.of("--part", "closed", "--visitors", "1,16", "--seconds", "10"),
              NOTHING_MORE,
              false,
              true),
          new Step(
              "fuzz",
              "Hostile requests",
              List.of("--requests", "2000"),
              List.of("--expiry"),
              false,
              false),
          new Step(
              "faults",
              "Kills, freezes and a full disk",
              List.of("--part", "kill", "--kills", "2"),
              NOTHING_MORE,
              false,
              false));

  /**
   * Its command line.
   *
   * @param json where figures go, where it writes them
   * @param baseline what they are held to, null if there is none
   */
  List<String> arguments(boolean quickly, String json, @Nullable String baseline) {
    List<String> arguments = new ArrayList<>(asTold(quickly));
    if (figures) {
      arguments.addAll(List.of("--json", json));
      if (baseline != null) {
        arguments.addAll(List.of("--baseline", baseline));
      }
    }
    return arguments;
  }

  /** The command without the files of a report. */
  List<String> asTold(boolean quickly) {
    List<String> arguments = new ArrayList<>(List.of(name));
    arguments.addAll(quickly && quick != null ? quick : whole);
    return arguments;
  }

  /** The steps of a report. */
  static Stream<Step> of(boolean quickly) {
    return ALL.stream().filter(step -> !quickly || step.quick != null);
  }
}
