package org.kepu.knowledge.collection;

import static org.kepu.knowledge.collection.Rule.ofFiles;
import static org.kepu.knowledge.collection.Rule.ofQuestions;
import static org.kepu.knowledge.collection.Rule.when;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kepu.knowledge.document.Audience;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.taxon.Concept;

/**
 * Rules for variants: they say in other words what their parent says, and nothing beside it. What a
 * machine can compare are the numbers and the names.
 */
final class VariantRules {

  private static final int LONGEST_SENTENCE = 80;

  /** Digits with their decimals and the Chinese units that belong to the figure. */
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?[万亿]*");

  static final List<Rule> ALL =
      List.of(
          ofFiles(
              Role.Variant.class,
              "A variant's parent is an article",
              "please name an article's id in variantOf",
              (collection, file) -> when(parent(collection, file).isEmpty(), variant(file).of())),
          ofFiles(
              Role.Variant.class,
              "A variant is written for children",
              "please write audience: child",
              (_, file) -> {
                Audience audience = file.metadata().audience();
                return when(audience != Audience.CHILD, audience);
              }),
          sameAsParent("title is", Document::title),
          sameAsParent("topics are", document -> document.metadata().topics()),
          sameAsParent("venues are", document -> document.metadata().venues()),
          ofQuestions(
              Role.Variant.class,
              "Every heading of a variant stands in its parent",
              "please copy the heading, character by character",
              (collection, question) ->
                  when(
                      parent(collection, question.file()).isPresent()
                          && section(collection, question).isEmpty(),
                      question.heading())),
          ofQuestions(
              Role.Variant.class,
              "Every number of a variant stands in the parent's section",
              "please use the parent's number, or add it there first",
              VariantRules::numbersOfItsOwn),
          ofQuestions(
              Role.Variant.class,
              "What a variant names near its subject is named in the parent's section",
              "please leave it out, or add it there first",
              VariantRules::namesOfItsOwn),
          QuestionRules.sentences(Role.Variant.class, " of a variant", LONGEST_SENTENCE));

  private VariantRules() {}

  private static Rule sameAsParent(String what, Function<Document, Object> value) {
    return ofFiles(
        Role.Variant.class,
        "A variant's " + what + " its parent's",
        "please copy it from the parent",
        (collection, file) ->
            parent(collection, file).stream()
                .filter(p -> !value.apply(p.document()).equals(value.apply(file.document())))
                .map(
                    p ->
                        "%s, the parent has %s"
                            .formatted(value.apply(file.document()), value.apply(p.document()))));
  }

  private static Stream<String> numbersOfItsOwn(CollectionFolder collection, Question question) {
    Optional<Question> parent = section(collection, question);
    Set<String> known = parent.map(p -> numbers(p.whole())).orElse(Set.of());
    return parent.stream()
        .flatMap(_ -> numbers(question.text()).stream())
        .filter(number -> !known.contains(number))
        .sorted();
  }

  private static Set<String> numbers(String text) {
    return NUMBER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  /**
   * Names that would be news to the parent's section. Only of concepts near the parent's subject:
   * another deer in a text about deer is a claim to be checked, a telescope to which an owl's eye
   * is compared is not.
   */
  private static Stream<String> namesOfItsOwn(CollectionFolder collection, Question question) {
    Optional<Question> parent = section(collection, question);
    if (parent.isEmpty()) {
      return Stream.empty();
    }
    String known = parent.get().whole();
    Set<String> concepts =
        collection.names().in(known).stream()
            .map(mention -> mention.concept().id())
            .collect(Collectors.toSet());
    String text = question.text();
    return collection.names().in(text).stream()
        .filter(mention -> !concepts.contains(mention.concept().id()))
        .filter(mention -> isNear(collection, parent.get().file(), mention.concept()))
        .map(mention -> mention.span().of(text))
        .filter(name -> !known.contains(name))
        .distinct();
  }

  /**
   * Whether a document that treats {@code concept} shares a narrower topic with {@code parent}.
   * What the parent itself treats is its subject, by whatever name, and no news.
   */
  private static boolean isNear(
      CollectionFolder collection, CollectionFile parent, Concept concept) {
    Set<String> topics = narrowerTopics(parent);
    return !concept.documents().contains(parent.document().id())
        && concept.documents().stream()
            .flatMap(id -> collection.file(id).stream())
            .anyMatch(file -> !Collections.disjoint(topics, narrowerTopics(file)));
  }

  private static Set<String> narrowerTopics(CollectionFile file) {
    return file.metadata().topics().stream().skip(1).collect(Collectors.toSet());
  }

  private static Optional<CollectionFile> parent(CollectionFolder collection, CollectionFile file) {
    return collection
        .file(variant(file).of())
        .filter(parent -> parent.role() instanceof Role.Article);
  }

  /** The parent's section of the same heading. */
  private static Optional<Question> section(CollectionFolder collection, Question question) {
    return collection.section(variant(question.file()).of() + "#" + question.heading());
  }

  private static Role.Variant variant(CollectionFile file) {
    return (Role.Variant) file.role();
  }
}
