package org.kepu.assistant.context;

import java.util.List;
import java.util.Objects;

/**
 * A turn that is over, as far as a later question may point back to it.
 *
 * @param question what was asked, as it was understood
 * @param answer what was answered; empty if nothing was
 * @param sources the sections the answer quoted, in the order of its citations
 * @param offered the questions offered after it, in their order
 */
public record PastTurn(String question, String answer, List<Source> sources, List<String> offered) {

  public PastTurn {
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(answer, "answer");
    sources = List.copyOf(sources);
    offered = List.copyOf(offered);
  }

  /** A section that was quoted. */
  public record Source(String documentId, String title, String heading) {
    public Source {
      Objects.requireNonNull(documentId, "documentId");
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(heading, "heading");
    }

    /** As {@code document#heading}. */
    String section() {
      return documentId + "#" + heading;
    }
  }
}
