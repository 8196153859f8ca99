package org.kepu.evaluation.dialogue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.kepu.assistant.context.Context;
import org.kepu.assistant.context.ContextualSearch;
import org.kepu.assistant.context.PastTurn;
import org.kepu.assistant.context.Understanding;
import org.kepu.evaluation.data.HomeQuestion;
import org.kepu.evaluation.report.Progress;

/** Asks whole questions after a turn about something else: each must be taken as it stands. */
final class StandingAlone {

  private static final long SEED = 7;

  private final Context context;
  private final ContextualSearch search;

  StandingAlone(Context context, ContextualSearch search) {
    this.context = context;
    this.search = search;
  }

  /** What became of every question; the turn before it is drawn from those of other documents. */
  List<Asked> ask(List<HomeQuestion> questions) {
    List<HomeQuestion> before = questions.stream().filter(HomeQuestion::answerable).toList();
    Random random = new Random(SEED);
    List<Pair> pairs =
        questions.stream()
            .map(question -> new Pair(question, other(question, before, random)))
            .toList();
    return Progress.map("Changing the subject", pairs, this::ask);
  }

  private Asked ask(Pair pair) {
    String question = pair.question().question();
    PastTurn before =
        new PastTurn(
            pair.before().question(),
            "",
            pair.before().sections().stream().limit(1).map(StandingAlone::source).toList(),
            List.of());
    Understanding meant = context.understand(question, List.of(before), null);
    String understood =
        meant instanceof Understanding.Unclear(List<String> choices)
            ? "? " + choices
            : search.find(question, meant).question();
    return new Asked(question, pair.before().question(), understood);
  }

  private static PastTurn.Source source(String section) {
    String[] parts = section.split("#", 2);
    return new PastTurn.Source(parts[0], parts[0], parts[1]);
  }

  private static HomeQuestion other(
      HomeQuestion question, List<HomeQuestion> questions, Random random) {
    Set<String> documents = documents(question);
    HomeQuestion other = questions.get(random.nextInt(questions.size()));
    while (documents(other).stream().anyMatch(documents::contains)) {
      other = questions.get(random.nextInt(questions.size()));
    }
    return other;
  }

  private static Set<String> documents(HomeQuestion question) {
    return question.sections().stream()
        .map(section -> section.split("#", 2)[0])
        .collect(Collectors.toSet());
  }

  private record Pair(HomeQuestion question, HomeQuestion before) {}

  /** A question and what it was taken for. */
  record Asked(String question, String before, String understood) {

    boolean asItStands() {
      return understood.equals(question);
    }

    @Override
    public String toString() {
      return "%s, after %s%n    understood as %s".formatted(question, before, understood);
    }
  }
}
