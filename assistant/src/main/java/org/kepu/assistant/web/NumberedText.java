package org.kepu.assistant.web;

import java.util.List;
import java.util.stream.Collectors;
import org.kepu.assistant.answer.AnswerPart.Citation;
import org.kepu.assistant.chat.Answer;

/**
 * An answer as plain text: a mark after each sentence, and at the end a note for each mark. Made
 * piece by piece, as sentences come.
 */
public final class NumberedText {

  /** From here on, characters stand side by side without a space. */
  private static final char FIRST_WIDE = '\u2E80';

  private final StringBuilder text = new StringBuilder();
  private boolean spaced;

  /**
   * A whole answer.
   *
   * @param address the service's own, without a slash at its end
   */
  public static String of(Answer answer, String address) {
    NumberedText text = new NumberedText();
    answer.sentences().forEach(sentence -> text.sentence(sentence.text(), sentence.citations()));
    text.notes(answer.citations(), answer.aiLabel(), address);
    return text.toString();
  }

  /** Adds a sentence and returns what was added. */
  public String sentence(String sentence, List<Integer> citations) {
    String marks =
        citations.stream().map(number -> "[" + number + "]").collect(Collectors.joining());
    String piece = (spaced ? " " : "") + sentence + marks;
    spaced = !sentence.isEmpty() && sentence.charAt(sentence.length() - 1) < FIRST_WIDE;
    return added(piece);
  }

  /**
   * Adds the notes and the label that generated text must carry, and returns what was added.
   *
   * @param address the service's own, without a slash at its end
   */
  public String notes(List<Citation> citations, String aiLabel, String address) {
    String notes =
        citations.stream()
            .map(citation -> note(citation, address))
            .collect(Collectors.joining("\n"));
    return added((notes.isEmpty() ? "" : "\n\n" + notes) + "\n\n" + aiLabel);
  }

  private static String note(Citation citation, String address) {
    return "[%d] %s · %s %s%s"
        .formatted(citation.index(), citation.title(), citation.heading(), address, citation.url());
  }

  private String added(String piece) {
    text.append(piece);
    return piece;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
