package org.kepu.assistant.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.kepu.assistant.answer.AnswerPart;
import org.kepu.assistant.answer.AnswerPart.Citation;
import org.kepu.assistant.answer.AnswerPart.Illustration;
import org.kepu.assistant.answer.AnswerPart.Reading;
import org.kepu.assistant.answer.AnswerPart.Sentence;
import org.kepu.assistant.answer.AnswerPart.Suggestions;
import org.kepu.assistant.answer.Outcome;

/**
 * A whole answer, as the contract writes it in JSON.
 *
 * @param text the sentences joined
 * @param generatedBy {@code extractive}, {@code computed}, or {@code llm:} and the model's name
 * @param aiLabel the visible label that generated content must carry
 */
public record Answer(
    String conversationId,
    String answerId,
    Outcome outcome,
    String text,
    List<SaidSentence> sentences,
    List<Citation> citations,
    List<Illustration> illustrations,
    List<String> suggestions,
    String generatedBy,
    String aiLabel,
    Timings timings) {

  public Answer {
    sentences = List.copyOf(sentences);
    citations = List.copyOf(citations);
    illustrations = List.copyOf(illustrations);
    suggestions = List.copyOf(suggestions);
  }

  /**
   * The answer that the events of a turn told.
   *
   * @throws IllegalStateException if its first or last event is missing
   */
  public static Answer told(List<ChatEvent> events) {
    List<AnswerPart> parts = new ArrayList<>();
    ChatEvent.Accepted accepted = null;
    ChatEvent.Done done = null;
    for (ChatEvent event : events) {
      switch (event) {
        case ChatEvent.Accepted first -> accepted = first;
        case ChatEvent.Said said -> parts.add(said.part());
        case ChatEvent.Done last -> done = last;
      }
    }
    if (accepted == null || done == null) {
      throw new IllegalStateException("A turn ended without its first or last event");
    }
    return of(accepted, parts, done);
  }

  /** The answer that these events told. */
  static Answer of(ChatEvent.Accepted accepted, List<AnswerPart> parts, ChatEvent.Done done) {
    List<SaidSentence> sentences = new ArrayList<>();
    List<Citation> citations = new ArrayList<>();
    List<Illustration> illustrations = new ArrayList<>();
    List<String> suggestions = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (AnswerPart part : parts) {
      switch (part) {
        case Sentence sentence -> {
          sentences.add(
              new SaidSentence(sentence.text(), sentence.citations(), sentence.reading()));
          join(text, sentence.text());
        }
        case Citation citation -> citations.add(citation);
        case Illustration illustration -> illustrations.add(illustration);
        case Suggestions next -> suggestions.addAll(next.questions());
      }
    }
    return new Answer(
        accepted.conversationId(),
        accepted.answerId(),
        done.outcome(),
        text.toString(),
        sentences,
        citations,
        illustrations,
        suggestions,
        done.generatedBy(),
        done.aiLabel(),
        done.timings());
  }

  /** The events that tell this answer again. */
  List<ChatEvent> events() {
    List<ChatEvent> events = new ArrayList<>();
    events.add(new ChatEvent.Accepted(conversationId, answerId));
    for (int i = 0; i < sentences.size(); i++) {
      SaidSentence said = sentences.get(i);
      events.add(
          new ChatEvent.Said(new Sentence(i, said.text(), said.citations(), said.reading())));
    }
    citations.forEach(citation -> events.add(new ChatEvent.Said(citation)));
    illustrations.forEach(illustration -> events.add(new ChatEvent.Said(illustration)));
    events.add(new ChatEvent.Said(new Suggestions(suggestions)));
    events.add(new ChatEvent.Done(outcome, generatedBy, aiLabel, timings));
    return events;
  }

  /** Sentences in Han script stand side by side; others are parted by a space. */
  private static void join(StringBuilder text, String sentence) {
    if (!text.isEmpty() && text.charAt(text.length() - 1) < 0x2E80) {
      text.append(' ');
    }
    text.append(sentence);
  }

  /**
   * A sentence and the numbers of the citations that support it.
   *
   * @param reading how what not everybody can read in it is read; left out where that is nothing
   */
  public record SaidSentence(
      String text,
      List<Integer> citations,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Reading> reading) {
    public SaidSentence {
      citations = List.copyOf(citations);
      // Left out where it is empty, and in answers that older versions stored.
      reading = reading == null ? List.of() : List.copyOf(reading);
    }
  }
}
