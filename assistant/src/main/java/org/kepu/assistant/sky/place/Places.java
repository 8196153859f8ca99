package org.kepu.assistant.sky.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The places that are known by name, and those of the venues; read from {@code places.tsv}. */
public final class Places {

  private static final String FILE = "places.tsv";

  private final Map<String, Place> venues = new LinkedHashMap<>();
  private final Map<String, Place> named = new LinkedHashMap<>();
  private final Place home;

  public Places() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Places.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#")).forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
    home = Objects.requireNonNull(named.get("北京"), "The table of places lacks 北京");
  }

  /** Every name by which a place is asked for, in the form for matching, with its place. */
  public Map<String, Place> named() {
    return Map.copyOf(named);
  }

  /** Where a venue stands; the academy's city for none and for those that are not in the table. */
  public Place of(@Nullable String venue) {
    return venue == null ? home : venues.getOrDefault(venue, home);
  }

  /**
   * A line: the venue's id or nothing, name, Traditional name, English name, latitude, longitude.
   */
  private void add(String line) {
    String[] cells = line.split("\t", -1);
    Place place =
        new Place(
            cells[1],
            cells[2],
            cells[3],
            Double.parseDouble(cells[4]),
            Double.parseDouble(cells[5]));
    if (!cells[0].isEmpty()) {
      venues.put(cells[0], place);
    }
    named.put(place.name(), place);
    named.put(place.english().toLowerCase(Locale.ROOT), place);
  }
}
