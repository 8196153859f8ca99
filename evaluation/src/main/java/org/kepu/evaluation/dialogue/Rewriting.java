package org.kepu.evaluation.dialogue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.kepu.assistant.context.Context;
import org.kepu.assistant.context.PastTurn;
import org.kepu.assistant.context.Understanding;
import org.kepu.evaluation.data.JsonLines;

/**
 * A turn of the {@code utterance_rewriter} set with the two turns before it and its rewriting by a
 * person.
 *
 * @param context what was said before by one, then the other
 * @param answers the turn as a whole sentence
 */
record Rewriting(String id, String question, List<String> context, List<String> answers) {

  private static final int FOR_TESTING_EVERY = 24;
  private static final int FOR_TESTING = 7;

  /** Particles that hold a subject in its place and are none of it. */
  private static final Pattern PARTICLES = Pattern.compile("^[的了呢吗啊是]+|[的了呢吗啊是]+$");

  /** What another word order may add to a subject, in characters. */
  private static final int SLACK = 2;

  Rewriting {
    context = List.copyOf(context);
    answers = List.copyOf(answers);
  }

  /** The 500 of the set that no rule was set on. */
  static List<Rewriting> forTesting(Path data) {
    return JsonLines.read(
            data.resolve("utterance_rewriter").resolve("questions.jsonl"), Rewriting.class)
        .stream()
        .filter(Rewriting::forTesting)
        .toList();
  }

  private boolean forTesting() {
    return Integer.parseInt(id.substring(id.indexOf(':') + 1)) % FOR_TESTING_EVERY == FOR_TESTING;
  }

  /** What the turn is taken for. */
  String understood(Context reading) {
    PastTurn before = new PastTurn(context.getFirst(), context.getLast(), List.of(), List.of());
    return switch (reading.understand(question, List.of(before), null)) {
      case Understanding.Literal literal -> question;
      case Understanding.PointsBack back -> back.readings().getFirst();
      case Understanding.MayGoOn on -> on.reading();
      case Understanding.Unclear unclear -> question;
    };
  }

  /**
   * Whether {@code understood} names all that the person put in, and puts in at most twice as much
   * and two characters: repeating both turns would name everything.
   */
  boolean namesSubject(String understood) {
    List<String> subjects =
        inserted(question, answers.getFirst()).stream()
            .map(run -> PARTICLES.matcher(run).replaceAll(""))
            .filter(run -> !run.isEmpty())
            .toList();
    int put = inserted(question, understood).stream().mapToInt(String::length).sum();
    int wanted = subjects.stream().mapToInt(String::length).sum();
    return subjects.stream().allMatch(understood::contains) && put <= 2 * wanted + SLACK;
  }

  /**
   * The stretches of {@code longer} that are not in {@code shorter}, by their longest common
   * subsequence.
   */
  static List<String> inserted(String shorter, String longer) {
    int[][] common = new int[shorter.length() + 1][longer.length() + 1];
    for (int i = shorter.length() - 1; i >= 0; i--) {
      for (int j = longer.length() - 1; j >= 0; j--) {
        common[i][j] =
            shorter.charAt(i) == longer.charAt(j)
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<String> runs = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    int i = 0;
    for (int j = 0; j < longer.length(); j++) {
      while (i < shorter.length()
          && shorter.charAt(i) != longer.charAt(j)
          && common[i + 1][j] == common[i][j]) {
        i++;
      }
      if (i < shorter.length() && shorter.charAt(i) == longer.charAt(j)) {
        i++;
        flush(run, runs);
      } else {
        run.append(longer.charAt(j));
      }
    }
    flush(run, runs);
    return runs;
  }

  private static void flush(StringBuilder run, List<String> runs) {
    if (!run.isEmpty()) {
      runs.add(run.toString());
      run.setLength(0);
    }
  }
}
