package org.kepu.knowledge.collection;

import java.util.function.Function;
import java.util.stream.Stream;
import org.kepu.knowledge.document.Role;

/**
 * A rule of {@code collection/WRITING.md} that a machine can check.
 *
 * @param sentence what holds where the rule is kept
 * @param wayOut what an author can do where it is not
 * @param breaches finds where it is not, in the order of the collection
 */
record Rule(String sentence, String wayOut, Function<CollectionFolder, Stream<Breach>> breaches) {

  /** Where a rule is broken and what stands there. */
  record Breach(String place, String found) {}

  /**
   * What is wrong with one thing in the collection, each as it is found; nothing if all is well.
   */
  @FunctionalInterface
  interface Search<T> {
    Stream<String> in(CollectionFolder collection, T thing);
  }

  /** A rule for the files of the documents with a role; {@code Role.class} means all of them. */
  static Rule ofFiles(
      Class<? extends Role> role, String sentence, String wayOut, Search<CollectionFile> search) {
    return new Rule(
        sentence,
        wayOut,
        collection ->
            collection.files().stream()
                .filter(file -> role.isInstance(file.role()))
                .flatMap(file -> breaches(file.path(), search.in(collection, file))));
  }

  /** A rule for the questions of the documents with a role; {@code Role.class} means all. */
  static Rule ofQuestions(
      Class<? extends Role> role, String sentence, String wayOut, Search<Question> search) {
    return new Rule(
        sentence,
        wayOut,
        collection ->
            collection.files().stream()
                .filter(file -> role.isInstance(file.role()))
                .flatMap(CollectionFile::answered)
                .flatMap(question -> breaches(question.place(), search.in(collection, question))));
  }

  /** {@code found} if it breaks the rule. */
  static Stream<String> when(boolean broken, Object found) {
    return broken ? Stream.of(String.valueOf(found)) : Stream.empty();
  }

  Stream<Violation> violations(CollectionFolder collection) {
    return breaches
        .apply(collection)
        .map(breach -> new Violation(sentence, breach.place(), breach.found(), wayOut));
  }

  private static Stream<Breach> breaches(String place, Stream<String> found) {
    return found.map(each -> new Breach(place, each));
  }
}
