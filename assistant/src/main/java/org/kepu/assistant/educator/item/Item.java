package org.kepu.assistant.educator.item;

import java.util.List;
import java.util.Objects;

/**
 * A course question with its key and its sources.
 *
 * @param kind how it is answered; its content is of that kind
 * @param stem the question, or the statement to judge, or the task's title
 * @param content what stands below the stem, and what is right
 * @param explanation why the key is right, in the collection's words
 * @param evidence the places it rests on, one at least; each is quoted to the character
 * @param alignment whom it fits
 * @param author the language model that worded it, as {@code llm:<model>}; empty where the
 *     collection's own rules did
 */
public record Item(
    Kind kind,
    String stem,
    Content content,
    String explanation,
    List<Evidence> evidence,
    Alignment alignment,
    String author) {

  public Item {
    Objects.requireNonNull(explanation, "explanation");
    Objects.requireNonNull(alignment, "alignment");
    evidence = List.copyOf(evidence);
    // Items kept from before there were others say nothing of it.
    author = Objects.requireNonNullElse(author, "");
    if (stem.isBlank()) {
      throw new IllegalArgumentException("The stem is empty, please write it");
    }
    if (!fits(kind, content)) {
      throw new IllegalArgumentException(
          "%s is no content of %s".formatted(content.getClass().getSimpleName(), kind));
    }
  }

  /** An item that no model worded. */
  public Item(
      Kind kind,
      String stem,
      Content content,
      String explanation,
      List<Evidence> evidence,
      Alignment alignment) {
    this(kind, stem, content, explanation, evidence, alignment, "");
  }

  /** The same with other words below the stem. */
  public Item with(Content newContent) {
    return new Item(kind, stem, newContent, explanation, evidence, alignment, author);
  }

  private static boolean fits(Kind kind, Content content) {
    return switch (content) {
      case Content.Choice choice ->
          kind == Kind.MULTIPLE_CHOICE || (kind == Kind.SINGLE_CHOICE && choice.key().size() == 1);
      case Content.Judgement judgement -> kind == Kind.TRUE_FALSE;
      case Content.Blank blank -> kind == Kind.FILL_IN;
      case Content.Open open -> kind == Kind.SHORT_ANSWER;
      case Content.Ordering ordering -> kind == Kind.ORDERING;
      case Content.Matching matching -> kind == Kind.MATCHING;
      case Content.Task task -> kind == Kind.HANDS_ON || kind == Kind.ORAL;
    };
  }
}
