package org.kepu.assistant.answer.quote;

import java.util.List;
import java.util.function.Consumer;
import org.kepu.assistant.answer.AnswerPart;
import org.kepu.assistant.answer.AnswerPart.Sentence;
import org.kepu.assistant.answer.Answerer;
import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.answer.Citations;
import org.kepu.assistant.answer.Epilogue;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.answer.Question;
import org.kepu.assistant.answer.Verdict;
import org.kepu.knowledge.Finding;
import org.kepu.knowledge.Findings;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.search.QueryTerm;
import org.kepu.knowledge.text.Sentences;

/** Quotes the sentences of the best section that answer the question: no model, nothing made up. */
public final class QuotingAnswerer implements Answerer {

  private final KnowledgeBase knowledge;
  private final Epilogue epilogue;

  public QuotingAnswerer(KnowledgeBase knowledge, Epilogue epilogue) {
    this.knowledge = knowledge;
    this.epilogue = epilogue;
  }

  @Override
  public Verdict answer(Question question, Findings findings, Consumer<AnswerPart> out) {
    Finding best = findings.ranked().getFirst();
    Passage passage = best.passage();
    Citations citations = new Citations(knowledge);
    List<Piece> quotes = quotes(best, question.audience(), findings.terms());
    for (int i = 0; i < quotes.size(); i++) {
      int citation = citations.cite(passage, quotes.get(i).span());
      out.accept(new Sentence(i, quotes.get(i).text(), List.of(citation)));
    }
    epilogue.say(question, findings, citations, out);
    return new Verdict(Outcome.ANSWERED, Verdict.EXTRACTIVE);
  }

  /** Advice is given whole and as it is to everybody; else the sentences that answer. */
  private static List<Piece> quotes(Finding best, Audience audience, List<QueryTerm> terms) {
    String text = best.passage().text();
    if (best.givenWhole()) {
      return Sentences.of(text).stream().map(span -> Piece.literal(text, span)).toList();
    }
    Manner manner = Manner.of(audience);
    return SentenceChoice.of(best, terms, manner).stream()
        .flatMap(span -> manner.pieces(text, span).stream())
        .toList();
  }
}
