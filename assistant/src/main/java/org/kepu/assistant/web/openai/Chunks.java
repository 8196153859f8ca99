package org.kepu.assistant.web.openai;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.AnswerPart;
import org.kepu.assistant.chat.Answer;
import org.kepu.assistant.chat.ChatEvent;
import org.kepu.assistant.web.NumberedText;
import org.kepu.assistant.web.openai.Completion.Choice;
import org.kepu.assistant.web.openai.Completion.Usage;

/**
 * One answer, chunk by chunk. Its first chunk comes with its first sentence, so that what fails
 * before can still be told by the status.
 */
final class Chunks {

  private final Tokens tokens;
  private final Model model;
  private final String question;
  private final String address;
  private final long created;
  private final boolean usageWanted;
  private final List<ChatEvent> told = new ArrayList<>();
  private final NumberedText text = new NumberedText();
  private String id = "";
  private boolean begun;

  /**
   * @param address the service's own, without a slash at its end
   * @param created in seconds since 1970
   */
  Chunks(
      Tokens tokens,
      Model model,
      String question,
      String address,
      long created,
      boolean usageWanted) {
    this.tokens = tokens;
    this.model = model;
    this.question = question;
    this.address = address;
    this.created = created;
    this.usageWanted = usageWanted;
  }

  /** The chunks that tell {@code event}; none where it has to wait for others. */
  List<Completion> of(ChatEvent event) {
    told.add(event);
    return switch (event) {
      case ChatEvent.Accepted accepted -> {
        id = id(accepted.answerId());
        yield List.of();
      }
      case ChatEvent.Said said ->
          said.part() instanceof AnswerPart.Sentence sentence
              ? said(text.sentence(sentence.text(), sentence.citations()))
              : List.of();
      case ChatEvent.Done done -> over(Answer.told(told));
    };
  }

  /** A whole answer in one. */
  static Completion whole(
      Answer answer, Tokens tokens, Model model, String question, String address, long created) {
    String text = NumberedText.of(answer, address);
    return new Completion(
        id(answer.answerId()),
        "chat.completion",
        created,
        model.id(),
        List.of(Choice.whole(text)),
        tokens.usage(question, text),
        answer);
  }

  private List<Completion> said(String piece) {
    List<Completion> chunks = new ArrayList<>();
    if (!begun) {
      begun = true;
      chunks.add(chunk(List.of(Choice.begun()), null, null));
    }
    chunks.add(chunk(List.of(Choice.more(piece)), null, null));
    return chunks;
  }

  private List<Completion> over(Answer answer) {
    List<Completion> chunks =
        new ArrayList<>(said(text.notes(answer.citations(), answer.aiLabel(), address)));
    chunks.add(chunk(List.of(Choice.over()), null, answer));
    if (usageWanted) {
      chunks.add(chunk(List.of(), tokens.usage(question, text.toString()), null));
    }
    return chunks;
  }

  private Completion chunk(List<Choice> choices, @Nullable Usage usage, @Nullable Answer answer) {
    return new Completion(id, "chat.completion.chunk", created, model.id(), choices, usage, answer);
  }

  private static String id(String answerId) {
    return "chatcmpl-" + answerId;
  }
}
