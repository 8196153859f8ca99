package org.kepu.knowledge.collection;

import java.util.Objects;

/**
 * Another way in which people ask what a section answers.
 *
 * @param id names it
 * @param question in a visitor's words
 * @param section the section that answers, as {@code document#heading}
 * @param answer the part of the section's text that answers
 */
public record Wording(String id, String question, String section, String answer) {

  public Wording {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(section, "section");
    Objects.requireNonNull(answer, "answer");
  }
}
