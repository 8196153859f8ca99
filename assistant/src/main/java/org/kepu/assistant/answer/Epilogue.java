package org.kepu.assistant.answer;

import java.util.List;
import java.util.function.Consumer;
import org.kepu.assistant.answer.AnswerPart.Suggestions;
import org.kepu.knowledge.Findings;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.collection.Illustration;
import org.kepu.knowledge.collection.Illustrations;

/** What follows the sentences of every answer: citations, pictures, questions to go on with. */
public final class Epilogue {

  /** More pictures than this bury the words. */
  private static final int MOST_PICTURES = 2;

  private final FollowUps followUps;
  private final Illustrations illustrations;

  public Epilogue(KnowledgeBase knowledge, Illustrations illustrations) {
    followUps = new FollowUps(knowledge);
    this.illustrations = illustrations;
  }

  /** Hands it to {@code out}, in the order of the contract. */
  public void say(
      Question question, Findings findings, Citations citations, Consumer<AnswerPart> out) {
    citations.all().forEach(out);
    pictures(findings).forEach(picture -> out.accept(shown(picture)));
    out.accept(new Suggestions(followUps.after(question, findings)));
  }

  private List<Illustration> pictures(Findings findings) {
    return illustrations.of(findings.ranked().getFirst().passage()).stream()
        .limit(MOST_PICTURES)
        .toList();
  }

  private static AnswerPart.Illustration shown(Illustration picture) {
    return new AnswerPart.Illustration("/media/" + picture.file(), picture.alt(), picture.credit());
  }
}
