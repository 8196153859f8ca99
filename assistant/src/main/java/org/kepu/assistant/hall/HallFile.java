package org.kepu.assistant.hall;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads halls: those that a museum describes, or the shipped examples, which are named for subjects
 * of the collection and know nothing of the houses.
 */
public final class HallFile {

  private static final String SHIPPED = "halls.yaml";

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private HallFile() {}

  /**
   * The halls of {@code file} where it exists, else the shipped ones that are in {@code venues}.
   *
   * @param venues ids of the houses
   * @throws IllegalArgumentException if the file describes no halls; the message names the file,
   *     the entry and what is allowed
   */
  public static Halls of(Path file, SortedSet<String> venues) {
    if (!Files.exists(file)) {
      return new Halls(
          shipped().all().stream().filter(hall -> venues.contains(hall.venue())).toList());
    }
    try (InputStream in = Files.newInputStream(file)) {
      Halls halls = read(in, file.toString());
      for (Hall hall : halls.all()) {
        if (!venues.contains(hall.venue())) {
          throw new IllegalArgumentException(
              "%s: the hall '%s' is in the venue '%s'; there are %s, see venues.yaml"
                  .formatted(file, hall.id(), hall.venue(), venues));
        }
      }
      return halls;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /** The examples. */
  public static Halls shipped() {
    try (InputStream in =
        Objects.requireNonNull(HallFile.class.getResourceAsStream(SHIPPED), SHIPPED)) {
      return read(in, SHIPPED);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + SHIPPED, e);
    }
  }

  private static Halls read(InputStream in, String name) {
    try {
      List<Hall> halls = YAML.readValue(in, new TypeReference<>() {});
      return new Halls(halls);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "%s: %s %s".formatted(name, e.getOriginalMessage(), e.getPathReference()), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }
}
