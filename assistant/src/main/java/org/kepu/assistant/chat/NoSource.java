package org.kepu.assistant.chat;

import java.util.List;
import java.util.function.Consumer;
import org.kepu.assistant.answer.AnswerPart;
import org.kepu.assistant.answer.AnswerPart.Sentence;
import org.kepu.assistant.answer.AnswerPart.Suggestions;
import org.kepu.assistant.answer.Answerer;
import org.kepu.assistant.answer.FollowUps;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.answer.Question;
import org.kepu.assistant.answer.Verdict;
import org.kepu.knowledge.Findings;
import org.springframework.context.MessageSource;

/** Says honestly that there is no reliable source, and what could be asked instead. */
final class NoSource implements Answerer {

  private final FollowUps followUps;
  private final MessageSource messages;

  NoSource(FollowUps followUps, MessageSource messages) {
    this.followUps = followUps;
    this.messages = messages;
  }

  @Override
  public Verdict answer(Question question, Findings findings, Consumer<AnswerPart> out) {
    String text = messages.getMessage("answer.no-source", null, question.language().locale());
    out.accept(new Sentence(0, text, List.of()));
    out.accept(new Suggestions(followUps.instead(findings)));
    return new Verdict(Outcome.NO_SOURCE, Verdict.EXTRACTIVE);
  }
}
