package org.kepu.assistant.answer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kepu.knowledge.Finding;
import org.kepu.knowledge.Findings;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Section;
import org.kepu.knowledge.passage.Passage;

/** Questions to ask next: they are headings, so each has an answer. */
public final class FollowUps {

  private static final int COUNT = 4;

  private final KnowledgeBase knowledge;

  public FollowUps(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  /** After an answer: the neighbours of the section it came from, then others that were found. */
  public List<String> after(Question question, Findings findings) {
    Passage answered = findings.ranked().getFirst().passage();
    Set<String> questions = new LinkedHashSet<>();
    knowledge
        .document(answered.documentId(), answered.documentVersion())
        .map(document -> neighbours(document, answered.heading()))
        .orElse(List.of())
        .forEach(heading -> keep(heading, questions, COUNT - 1));
    findings.ranked().forEach(finding -> keep(finding.passage().heading(), questions, COUNT));
    questions.remove(answered.heading());
    questions.remove(question.text());
    return questions.stream().limit(COUNT).toList();
  }

  /** Where there was no source: what comes nearest to the question. */
  public List<String> instead(Findings findings) {
    Set<String> questions = new LinkedHashSet<>();
    for (Finding finding : findings.ranked()) {
      keep(finding.passage().heading(), questions, COUNT);
    }
    return List.copyOf(questions);
  }

  /** The headings that follow {@code heading} in its document, then those before it. */
  private static List<String> neighbours(Document document, String heading) {
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    boolean passed = false;
    for (Section section : document.sections()) {
      if (section.heading().equals(heading)) {
        passed = true;
      } else {
        (passed ? after : before).add(section.heading());
      }
    }
    after.addAll(before);
    return after;
  }

  private static void keep(String heading, Set<String> questions, int most) {
    if (questions.size() < most && isQuestion(heading)) {
      questions.add(heading);
    }
  }

  private static boolean isQuestion(String heading) {
    return heading.endsWith("？") || heading.endsWith("?");
  }
}
