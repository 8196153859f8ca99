package org.kepu.assistant.sky;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.AnswerPart;
import org.kepu.assistant.answer.AnswerPart.Sentence;
import org.kepu.assistant.answer.AnswerPart.Suggestions;
import org.kepu.assistant.answer.Citations;
import org.kepu.assistant.answer.DirectAnswerer;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.answer.Question;
import org.kepu.assistant.answer.Verdict;
import org.kepu.assistant.sky.ephemeris.Eclipse;
import org.kepu.assistant.sky.ephemeris.Ephemeris;
import org.kepu.assistant.sky.question.SkyQuestion;
import org.kepu.assistant.sky.question.SkyQuestions;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Section;
import org.springframework.context.MessageSource;

/**
 * Computes what a question asks of the sky. Each sentence cites the sentence of the collection that
 * says how it was computed; a collection without that article gets no computed answers.
 */
public final class SkyAnswerer implements DirectAnswerer {

  private static final int SUGGESTIONS = 4;

  private final KnowledgeBase knowledge;
  private final SkyQuestions questions;
  private final Almanac almanac;
  private final MessageSource messages;
  private final InstantSource clock;

  public SkyAnswerer(
      KnowledgeBase knowledge,
      SkyQuestions questions,
      Ephemeris ephemeris,
      MessageSource messages,
      InstantSource clock) {
    this.knowledge = knowledge;
    this.questions = questions;
    this.almanac = new Almanac(ephemeris);
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public Optional<Verdict> answer(Question question, Consumer<AnswerPart> out) {
    Instant now = clock.instant();
    LocalDate today = now.atZone(Ephemeris.ZONE).toLocalDate();
    Wording wording = new Wording(messages, question.language(), today);
    return questions
        .understood(question.text(), question.venue(), today)
        .flatMap(
            asked ->
                knowledge
                    .document(Method.ARTICLE)
                    .filter(article -> article.metadata().inForceOn(today))
                    .flatMap(
                        article -> say(asked, almanac.answer(asked, now, wording), article, out)));
  }

  private Optional<Verdict> say(
      SkyQuestion asked, List<Said> said, Document article, Consumer<AnswerPart> out) {
    if (said.isEmpty()) {
      return Optional.empty();
    }
    Citations citations = new Citations(knowledge);
    for (int i = 0; i < said.size(); i++) {
      int citation = citations.citeAnswer(article, said.get(i).method().heading());
      out.accept(new Sentence(i, said.get(i).text(), List.of(citation)));
    }
    citations.all().forEach(out);
    out.accept(new Suggestions(suggestions(asked)));
    return Optional.of(new Verdict(Outcome.ANSWERED, Verdict.COMPUTED));
  }

  /** Questions about what was computed that the collection answers. */
  private List<String> suggestions(SkyQuestion asked) {
    return knowledge
        .document(explained(asked))
        .map(
            document ->
                document.sections().stream()
                    .map(Section::heading)
                    .filter(heading -> heading.endsWith("？"))
                    .limit(SUGGESTIONS)
                    .toList())
        .orElse(List.of());
  }

  /** The article that explains what was computed. */
  private static String explained(SkyQuestion asked) {
    return switch (asked) {
      case SkyQuestion.SunTimes sun -> "seasons";
      case SkyQuestion.MoonTonight moon -> "moon-phases";
      case SkyQuestion.NextPhase phase -> "moon-phases";
      case SkyQuestion.NextEclipse eclipse -> explained(eclipse.body());
      case SkyQuestion.EclipsesIn eclipses -> explained(eclipses.body());
      case SkyQuestion.TermOn term -> "solar-terms";
      case SkyQuestion.TermAfter term -> "solar-terms";
      case SkyQuestion.TermBegins term -> "solar-terms";
      case SkyQuestion.LunarDay lunar -> "lunar-calendar";
      case SkyQuestion.PlanetTonight planet -> "naked-eye-planets";
      case SkyQuestion.PlanetsTonight planets -> "naked-eye-planets";
    };
  }

  private static String explained(Eclipse.@Nullable Body body) {
    return body == Eclipse.Body.SUN ? "solar-eclipse" : "lunar-eclipse";
  }
}
