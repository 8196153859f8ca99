package org.kepu.knowledge.passage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.text.TextForms;

/**
 * What a search finds and an answer quotes: a section of a document, or a part of a long one.
 *
 * @param id the document's id and the passage's number in it; unique in a generation
 * @param documentId the document it is cut from
 * @param documentVersion the version of that document which {@code span} points into
 * @param title the document's title
 * @param aliases names people use for the document's subject; it is found by them, too
 * @param heading the heading it stands under
 * @param wordings other ways in which people ask what the heading asks; it is found by them, too
 * @param span where it stands in the document's text
 * @param text the document's text between the span's ends
 * @param venues ids of the venues the document belongs to; empty for all
 * @param role what its document is for
 * @param validTo the last day it may be quoted, null where it does not expire
 */
public record Passage(
    String id,
    String documentId,
    String documentVersion,
    String title,
    List<String> aliases,
    String heading,
    List<String> wordings,
    Span span,
    String text,
    List<String> venues,
    Role role,
    @Nullable LocalDate validTo) {

  public Passage {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(documentId, "documentId");
    Objects.requireNonNull(documentVersion, "documentVersion");
    Objects.requireNonNull(title, "title");
    aliases = List.copyOf(aliases);
    Objects.requireNonNull(heading, "heading");
    wordings = List.copyOf(wordings);
    venues = List.copyOf(venues);
    Objects.requireNonNull(role, "role");
    if (span.length() != text.length()) {
      throw new IllegalArgumentException(
          "Passage %s spans %d characters but has %d".formatted(id, span.length(), text.length()));
    }
  }

  /**
   * All its words, in the form for matching, a line each: title, aliases, heading, other wordings,
   * text.
   */
  public String forMatching() {
    List<String> lines = new ArrayList<>(List.of(title, String.join(" ", aliases), heading));
    lines.addAll(wordings);
    lines.add(text);
    return TextForms.forMatching(String.join("\n", lines));
  }

  /** Its document and heading, as {@code document#heading}: what editors and evaluations name. */
  public String section() {
    return documentId + "#" + heading;
  }

  /** Whether it may still be quoted on {@code day}. */
  public boolean inForceOn(LocalDate day) {
    return validTo == null || !day.isAfter(validTo);
  }
}
