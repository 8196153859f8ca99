package org.kepu.assistant.answer.quote;

import java.util.List;
import java.util.function.Consumer;
import org.kepu.assistant.answer.AnswerPart;
import org.kepu.assistant.answer.AnswerPart.Sentence;
import org.kepu.assistant.answer.AnswerPart.Suggestions;
import org.kepu.assistant.answer.Answerer;
import org.kepu.assistant.answer.Citations;
import org.kepu.assistant.answer.FollowUps;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.answer.Question;
import org.kepu.assistant.answer.Verdict;
import org.kepu.knowledge.Findings;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.passage.Passage;

/** Quotes the sentences of the best section that answer the question: no model, nothing made up. */
public final class QuotingAnswerer implements Answerer {

  private final KnowledgeBase knowledge;
  private final FollowUps followUps;

  public QuotingAnswerer(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    followUps = new FollowUps(knowledge);
  }

  @Override
  public Verdict answer(Question question, Findings findings, Consumer<AnswerPart> out) {
    Passage best = findings.ranked().getFirst().passage();
    Citations citations = new Citations(knowledge);
    List<Span> quotes = SentenceChoice.of(best, findings.terms());
    for (int i = 0; i < quotes.size(); i++) {
      int citation = citations.cite(best, quotes.get(i));
      out.accept(new Sentence(i, quotes.get(i).of(best.text()), List.of(citation)));
    }
    citations.all().forEach(out);
    out.accept(new Suggestions(followUps.after(question, findings)));
    return new Verdict(Outcome.ANSWERED, Verdict.EXTRACTIVE);
  }
}
