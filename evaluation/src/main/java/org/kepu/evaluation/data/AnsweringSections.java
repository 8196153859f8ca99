package org.kepu.evaluation.data;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.kepu.knowledge.Finding;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.document.Section;

/**
 * Which sections answer a question: those its author named, and those that say the same in another
 * form: a myth's correction and advice for the sections they rest on, a variant for its original.
 */
public final class AnsweringSections {

  private final Map<String, Set<String>> saidBy = new HashMap<>();

  /** Reads off {@code documents} which sections rest on which. */
  public AnsweringSections(List<Document> documents) {
    for (Document document : documents) {
      for (Section section : document.sections()) {
        String own = document.id() + "#" + section.heading();
        originals(document.metadata().role(), section)
            .forEach(original -> saidBy.computeIfAbsent(original, s -> new HashSet<>()).add(own));
      }
    }
  }

  /** Whether {@code section}, as {@code document#heading}, answers {@code question}. */
  public boolean answers(HomeQuestion question, String section) {
    return question.sections().stream()
        .anyMatch(
            named ->
                named.equals(section) || saidBy.getOrDefault(named, Set.of()).contains(section));
  }

  /** The place of the first finding that answers, from 1; 0 if none does. */
  public int rank(HomeQuestion question, List<Finding> ranked) {
    for (int i = 0; i < ranked.size(); i++) {
      if (answers(question, ranked.get(i).passage().section())) {
        return i + 1;
      }
    }
    return 0;
  }

  private static Stream<String> originals(Role role, Section section) {
    return role instanceof Role.Variant(String of)
        ? Stream.of(of + "#" + section.heading())
        : Role.supportOf(role).stream();
  }
}
