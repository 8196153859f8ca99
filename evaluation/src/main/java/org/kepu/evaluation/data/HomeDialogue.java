package org.kepu.evaluation.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Questions that follow one another, about the product's own collection.
 *
 * @param turns in their order, the first of which stands by itself
 */
public record HomeDialogue(String id, List<Turn> turns) {

  public HomeDialogue {
    Objects.requireNonNull(id, "id");
    turns = List.copyOf(turns);
  }

  /** All dialogues of the question bank in a folder. */
  public static List<HomeDialogue> all(Path folder) {
    return JsonLines.read(folder.resolve(HomeQuestion.DIALOGUES), HomeDialogue.class);
  }

  /** Rules may be set on one half, by the id's hash; the other is for testing alone. */
  public boolean forTraining() {
    return Math.floorMod(id.hashCode(), 2) == 0;
  }

  /**
   * A question.
   *
   * @param standalone the same for someone who missed the turns before; null for the first
   * @param sections the sections that answer it; none: it has no answer in the collection
   * @param keywords what a right answer contains
   */
  public record Turn(
      String question, @Nullable String standalone, List<String> sections, List<String> keywords) {

    public Turn {
      Objects.requireNonNull(question, "question");
      sections = sections == null ? List.of() : List.copyOf(sections);
      keywords = keywords == null ? List.of() : List.copyOf(keywords);
    }

    /** As a question of the bank. */
    public HomeQuestion asQuestion() {
      return new HomeQuestion(question, question, sections, keywords, null);
    }
  }
}
