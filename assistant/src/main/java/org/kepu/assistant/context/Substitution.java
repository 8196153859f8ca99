package org.kepu.assistant.context;

import java.util.List;
import java.util.Optional;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.taxon.Mention;
import org.kepu.knowledge.taxon.Names;
import org.kepu.knowledge.text.TextForms;

/** Asks a question again of another thing. */
final class Substitution {

  private Substitution() {}

  /**
   * {@code question} with {@code other} in the place of what it is like: a name of the same kind,
   * or a word of the same length that ends or begins alike (“春天” and “夏天”, “一级” and “二级”). Empty if
   * nothing in it is like that.
   */
  static Optional<String> in(String question, String other, Names names) {
    return named(question, other, names).or(() -> alike(question, other));
  }

  private static Optional<String> named(String question, String other, Names names) {
    return names.in(other).stream()
        .findFirst()
        .flatMap(
            name ->
                likest(names.in(question), name)
                    .map(mention -> replace(question, mention.span(), other)));
  }

  private static Optional<Mention> likest(List<Mention> mentions, Mention name) {
    boolean there = mentions.stream().anyMatch(m -> m.concept().equals(name.concept()));
    return there
        ? Optional.empty()
        : mentions.stream().filter(m -> m.concept().kind() == name.concept().kind()).findFirst();
  }

  private static Optional<String> alike(String question, String other) {
    String form = TextForms.forEmbedding(question);
    String like = TextForms.forEmbedding(other);
    int length = like.length();
    if (length < 2 || form.contains(like)) {
      return Optional.empty();
    }
    for (int start = 0; start + length <= form.length(); start++) {
      String there = form.substring(start, start + length);
      if (sameBut(there, like)) {
        return Optional.of(replace(question, new Span(start, start + length), other));
      }
    }
    return Optional.empty();
  }

  /** Whether two words of one length differ in their first character alone, or in their last. */
  private static boolean sameBut(String one, String other) {
    int length = other.length();
    return one.substring(1).equals(other.substring(1))
        || one.substring(0, length - 1).equals(other.substring(0, length - 1));
  }

  private static String replace(String question, Span span, String other) {
    return question.substring(0, span.start()) + other + question.substring(span.end());
  }
}
