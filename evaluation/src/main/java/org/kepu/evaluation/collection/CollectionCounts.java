package org.kepu.evaluation.collection;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kepu.knowledge.collection.CollectionFile;
import org.kepu.knowledge.collection.CollectionFolder;
import org.kepu.knowledge.document.Audience;
import org.kepu.knowledge.document.Metadata;
import org.kepu.knowledge.document.Role;

/**
 * How much there is of what.
 *
 * @param by what is told apart
 * @param counts by name, in the order in which they are shown
 */
record CollectionCounts(String by, Map<String, Long> counts) {

  private static final List<String> VENUES = List.of("nature", "planetarium", "milu");
  private static final String EVERYWHERE = "every venue";

  CollectionCounts {
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
  }

  /** Documents by topic, venue and audience, and everything by kind. */
  static List<CollectionCounts> of(CollectionFolder collection) {
    return List.of(
        documents(collection, "topic", collection.taxonomy().all(), Metadata::topics),
        documents(
            collection,
            "venue",
            Stream.concat(VENUES.stream(), Stream.of(EVERYWHERE)).toList(),
            metadata -> metadata.venues().isEmpty() ? List.of(EVERYWHERE) : metadata.venues()),
        documents(
            collection,
            "audience",
            Stream.of(Audience.values()).map(CollectionCounts::name).toList(),
            metadata -> List.of(name(metadata.audience()))),
        new CollectionCounts("kind", kinds(collection)));
  }

  /** Every name is shown, also where there is nothing; names nobody foresaw come last. */
  private static CollectionCounts documents(
      CollectionFolder collection,
      String by,
      List<String> names,
      Function<Metadata, List<String>> namesOf) {
    Map<String, Long> counts = new LinkedHashMap<>();
    names.forEach(name -> counts.put(name, 0L));
    collection.documents().stream()
        .flatMap(document -> namesOf.apply(document.metadata()).stream())
        .forEach(name -> counts.merge(name, 1L, Long::sum));
    return new CollectionCounts(by, counts);
  }

  private static Map<String, Long> kinds(CollectionFolder collection) {
    Map<String, Long> kinds = new LinkedHashMap<>();
    kinds.put("articles", (long) filesOf(collection, Role.Article.class).size());
    kinds.put("questions of articles", questionsOf(collection, Role.Article.class));
    kinds.put("variants", (long) filesOf(collection, Role.Variant.class).size());
    kinds.put("sections of variants", questionsOf(collection, Role.Variant.class));
    kinds.put("myths", (long) filesOf(collection, Role.Myth.class).size());
    kinds.put("advice", (long) filesOf(collection, Role.Advice.class).size());
    kinds.put("pictures", (long) collection.illustrations().size());
    kinds.put("concepts", (long) collection.concepts().size());
    kinds.put(
        "names",
        collection.concepts().stream().mapToLong(concept -> 1 + concept.aliases().count()).sum());
    return kinds;
  }

  private static List<CollectionFile> filesOf(
      CollectionFolder collection, Class<? extends Role> role) {
    return collection.files().stream()
        .filter(file -> role.isInstance(file.document().metadata().role()))
        .toList();
  }

  private static long questionsOf(CollectionFolder collection, Class<? extends Role> role) {
    return filesOf(collection, role).stream().mapToLong(file -> file.questions().size()).sum();
  }

  private static String name(Audience audience) {
    return audience.name().toLowerCase(Locale.ROOT);
  }
}
