package org.kepu.assistant.practical;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.AnswerPart;
import org.kepu.assistant.answer.AnswerPart.Sentence;
import org.kepu.assistant.answer.AnswerPart.Suggestions;
import org.kepu.assistant.answer.Citations;
import org.kepu.assistant.answer.DirectAnswerer;
import org.kepu.assistant.answer.Language;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.answer.Question;
import org.kepu.assistant.answer.Verdict;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Section;
import org.springframework.context.MessageSource;

/**
 * Answers practical questions from the venues' cards. What a card does not hold, or holds no
 * longer, is not guessed: the venue's official channels are named.
 */
public final class PracticalAnswerer implements DirectAnswerer {

  private static final ZoneId ACADEMY = ZoneId.of("Asia/Shanghai");
  private static final int SUGGESTIONS = 4;

  private final KnowledgeBase knowledge;
  private final List<VenueCard> cards;
  private final PracticalQuestions questions;
  private final MessageSource messages;
  private final InstantSource clock;

  public PracticalAnswerer(
      KnowledgeBase knowledge, List<VenueCard> cards, MessageSource messages, InstantSource clock) {
    this.knowledge = knowledge;
    this.cards = List.copyOf(cards);
    this.questions = new PracticalQuestions(this.cards);
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public Optional<Verdict> answer(Question question, Consumer<AnswerPart> out) {
    return questions.understood(question.text()).map(asked -> answer(asked, question, out));
  }

  private Verdict answer(PracticalQuestion asked, Question question, Consumer<AnswerPart> out) {
    if (asked.subject() == Subject.WEATHER) {
      out.accept(new Sentence(0, said(question.language(), "weather"), List.of()));
      return new Verdict(Outcome.REDIRECTED, Verdict.EXTRACTIVE);
    }
    return Optional.ofNullable(asked.venue())
        .or(() -> card(question.venue()))
        .map(venue -> answer(asked.subject(), venue, question.language(), out))
        .orElseGet(() -> askWhich(question, out));
  }

  private Optional<VenueCard> card(@Nullable String venue) {
    return cards.stream().filter(card -> card.id().equals(venue)).findFirst();
  }

  private Verdict answer(
      Subject subject, VenueCard venue, Language language, Consumer<AnswerPart> out) {
    Optional<VenueCard.Fact> fact = venue.fact(subject, LocalDate.now(clock.withZone(ACADEMY)));
    fact.ifPresentOrElse(
        known -> tell(known, venue, language, out), () -> sendOn(subject, venue, language, out));
    out.accept(new Suggestions(suggestions(venue)));
    return new Verdict(
        fact.isPresent() ? Outcome.ANSWERED : Outcome.REDIRECTED, Verdict.EXTRACTIVE);
  }

  private void tell(
      VenueCard.Fact fact, VenueCard venue, Language language, Consumer<AnswerPart> out) {
    out.accept(new Sentence(0, fact.text(), List.of()));
    String until =
        DateTimeFormatter.ofPattern(said(language, "format.date"), language.locale())
            .format(fact.validTo());
    out.accept(
        new Sentence(
            1,
            said(language, "checked", fact.source(), until, venue.channels(language)),
            List.of()));
  }

  private void sendOn(
      Subject subject, VenueCard venue, Language language, Consumer<AnswerPart> out) {
    Citations citations = new Citations(knowledge);
    List<Integer> support =
        knowledge
            .document(venue.article())
            .map(article -> List.of(citations.citeAnswer(article, venue.heading())))
            .orElse(List.of());
    String text =
        said(
            language,
            "redirect",
            venue.name(language),
            said(language, "subject." + subject.name()),
            venue.channels(language));
    out.accept(new Sentence(0, text, support));
    citations.all().forEach(out);
  }

  private Verdict askWhich(Question question, Consumer<AnswerPart> out) {
    Language language = question.language();
    out.accept(new Sentence(0, said(language, "which"), List.of()));
    out.accept(
        new Suggestions(
            cards.stream()
                .map(card -> said(language, "choice", card.name(language), question.text()))
                .toList()));
    return new Verdict(Outcome.CLARIFIED, Verdict.EXTRACTIVE);
  }

  /** What else the collection tells of the venue. */
  private List<String> suggestions(VenueCard venue) {
    return knowledge.document(venue.article()).map(Document::sections).orElse(List.of()).stream()
        .map(Section::heading)
        .filter(heading -> heading.endsWith("？") && !heading.equals(venue.heading()))
        .limit(SUGGESTIONS)
        .toList();
  }

  private String said(Language language, String key, String... blanks) {
    return messages.getMessage("practical." + key, blanks, language.locale());
  }
}
