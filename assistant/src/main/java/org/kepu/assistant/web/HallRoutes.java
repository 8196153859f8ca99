package org.kepu.assistant.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Language;
import org.kepu.assistant.hall.Exhibit;
import org.kepu.assistant.hall.Hall;
import org.kepu.assistant.hall.Halls;
import org.kepu.assistant.register.TraditionalScript;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which halls there are. */
@RestController
@Tag(name = "Kiosk")
final class HallRoutes {

  private final Halls halls;

  HallRoutes(Halls halls) {
    this.halls = halls;
  }

  @Operation(
      summary = "The halls and their exhibits, in the order of the museum",
      description = "What a museum writes into halls.yaml in its home folder; else examples.")
  @GetMapping("/api/v1/halls")
  List<HallBody> halls(
      @Parameter(description = "Those of this house alone", example = "milu")
          @RequestParam(required = false)
          @Nullable String venue) {
    return halls.all().stream()
        .filter(hall -> venue == null || venue.equals(hall.venue()))
        .map(HallBody::of)
        .toList();
  }

  /** A name by the languages' tags; English only where somebody gave it. */
  static Map<String, String> names(String name, @Nullable String english) {
    Map<String, String> names = new TreeMap<>();
    names.put(Language.SIMPLIFIED.tag(), name);
    names.put(Language.TRADITIONAL.tag(), TraditionalScript.of(name));
    if (english != null) {
      names.put(Language.ENGLISH.tag(), english);
    }
    return names;
  }

  /**
   * A hall.
   *
   * @param names by the languages' tags
   */
  @Schema(name = "Hall")
  record HallBody(String id, String venue, Map<String, String> names, List<ExhibitBody> exhibits) {

    static HallBody of(Hall hall) {
      return new HallBody(
          hall.id(),
          hall.venue(),
          HallRoutes.names(hall.name(), hall.english()),
          hall.exhibits().stream().map(ExhibitBody::of).toList());
    }
  }

  /**
   * An exhibit.
   *
   * @param names by the languages' tags
   */
  @Schema(name = "Exhibit")
  record ExhibitBody(String id, Map<String, String> names) {

    static ExhibitBody of(Exhibit exhibit) {
      return new ExhibitBody(exhibit.id(), HallRoutes.names(exhibit.name(), exhibit.english()));
    }
  }
}
