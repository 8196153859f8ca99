package org.kepu.assistant.practical;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads cards: those that an institute keeps, or the shipped ones, which know the channels alone.
 */
public final class VenueCards {

  private static final String SHIPPED = "venues.yaml";

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private VenueCards() {}

  /**
   * The cards of {@code file} where it exists, else the shipped ones.
   *
   * @throws IllegalArgumentException if the file holds no cards; the message names it
   */
  public static List<VenueCard> of(Path file) {
    if (!Files.exists(file)) {
      return shipped();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /** The cards of the academy's venues. */
  public static List<VenueCard> shipped() {
    try (InputStream in =
        Objects.requireNonNull(VenueCards.class.getResourceAsStream(SHIPPED), SHIPPED)) {
      return read(in, SHIPPED);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + SHIPPED, e);
    }
  }

  private static List<VenueCard> read(InputStream in, String name) {
    try {
      return YAML.readValue(in, new TypeReference<>() {});
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "%s holds no venue cards: %s".formatted(name, e.getOriginalMessage()), e);
    }
  }
}
