package org.kepu.evaluation.data;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A folder of passages and questions, each question with the one passage that answers it. */
public final class ReadingSet {

  private ReadingSet() {}

  public static List<TextPassage> passages(Path data, String set) {
    return JsonLines.read(data.resolve(set).resolve("passages.jsonl"), TextPassage.class);
  }

  public static List<TextQuestion> questions(Path data, String set) {
    return JsonLines.read(data.resolve(set).resolve("questions.jsonl"), TextQuestion.class);
  }

  /** A passage with its title. */
  public record TextPassage(String id, String title, String text) {
    public TextPassage {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * A question.
   *
   * @param answers the right answers, as they stand in the passage
   * @param passageId the passage that answers it
   * @param split the part of the set it belongs to, null where the set has no parts
   */
  public record TextQuestion(
      String id,
      String question,
      List<String> answers,
      @JsonProperty("passage_id") String passageId,
      @Nullable String split) {
    public TextQuestion {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(question, "question");
      answers = answers == null ? List.of() : List.copyOf(answers);
      Objects.requireNonNull(passageId, "passage_id");
    }
  }
}
