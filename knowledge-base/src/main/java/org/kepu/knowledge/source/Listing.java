package org.kepu.knowledge.source;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is in a source now.
 *
 * @param items what can be opened
 * @param unread what is there and cannot be read now; what was known of it still holds
 */
public record Listing(List<Item> items, List<Unread> unread) {

  /** Nothing. */
  public static final Listing EMPTY = new Listing(List.of(), List.of());

  public Listing {
    items = List.copyOf(items);
    unread = List.copyOf(unread);
    Set<String> keys = new HashSet<>();
    items.forEach(item -> refuseSecond(keys, item.key()));
    unread.forEach(item -> refuseSecond(keys, item.key()));
  }

  private static void refuseSecond(Set<String> keys, String key) {
    if (!keys.add(key)) {
      throw new IllegalArgumentException(
          "A source lists each key once, and '" + key + "' stands twice in it");
    }
  }
}
