package org.kepu.knowledge.collection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The subjects of the collection.
 *
 * @param narrower a broad subject's narrower ones, in the order of the table
 */
public record Taxonomy(Map<String, List<String>> narrower) {

  /** There are no subjects. */
  static final Taxonomy NONE = new Taxonomy(Map.of());

  public Taxonomy {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    narrower.forEach((broad, topics) -> copy.put(broad, List.copyOf(topics)));
    narrower = Collections.unmodifiableMap(copy);
  }

  static Taxonomy of(JsonNode table) {
    Map<String, List<String>> narrower = new LinkedHashMap<>();
    for (String broad : table.propertyNames()) {
      narrower.put(broad, List.copyOf(table.path(broad).path("topics").propertyNames()));
    }
    return new Taxonomy(narrower);
  }

  boolean isBroad(String topic) {
    return narrower.containsKey(topic);
  }

  /** All subjects, each broad one before its narrower ones. */
  public List<String> all() {
    List<String> all = new ArrayList<>();
    narrower.forEach(
        (broad, topics) -> {
          all.add(broad);
          all.addAll(topics);
        });
    return List.copyOf(all);
  }
}
