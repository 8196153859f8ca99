package org.kepu.assistant.ledger.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the column 场馆 may say: the id of a venue, or what people call it. */
public final class VenueNames {

  private final Map<String, String> ids = new HashMap<>();
  private final List<String> shown = new ArrayList<>();

  /**
   * A venue.
   *
   * @param name its official name
   * @param others what people call it, too
   */
  public record Venue(String id, String name, List<String> others) {

    public Venue {
      others = List.copyOf(others);
    }
  }

  public VenueNames(List<Venue> venues) {
    for (Venue venue : venues) {
      shown.add(venue.id() + " " + venue.name());
      ids.put(key(venue.id()), venue.id());
      ids.put(key(venue.name()), venue.id());
      venue.others().forEach(name -> ids.putIfAbsent(key(name), venue.id()));
    }
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** The id of a venue that is named; empty: there is none such. */
  Optional<String> id(String name) {
    return Optional.ofNullable(ids.get(key(name)));
  }

  /** All that there are, by ids and official names. */
  @Override
  public String toString() {
    return String.join("、", shown);
  }
}
