package org.kepu.assistant.web.educator;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.educator.Order;
import org.kepu.assistant.educator.item.Bloom;
import org.kepu.assistant.educator.item.Competence;
import org.kepu.assistant.educator.item.CoreConcept;
import org.kepu.assistant.educator.item.Crosscutting;
import org.kepu.assistant.educator.item.Difficulty;
import org.kepu.assistant.educator.item.Kind;
import org.kepu.assistant.educator.item.Stage;
import org.kepu.assistant.web.ApiException;

/** What an educator asks for, as it comes in. */
record OrderBody(
    @Schema(example = "麋鹿", description = "1 to 60 characters") @Nullable String title,
    @Schema(description = "Sections, as document#heading")
        @Nullable List<@Nullable String> sections,
    @Schema(description = "Documents, whole") @Nullable List<@Nullable String> documents,
    @Schema(example = "麋鹿", description = "An exhibit, or a thing by any of its names")
        @Nullable String exhibit,
    @Schema(description = "A topic of the taxonomy") @Nullable String topic,
    @Schema(
            allowableValues = {"years_1_2", "years_3_4", "years_5_6", "years_7_9"},
            defaultValue = "years_5_6")
        @Nullable String stage,
    @Schema(example = "{\"single_choice\": 5, \"true_false\": 5}")
        @Nullable Map<String, Integer> kinds,
    @Nullable List<@Nullable String> bloom,
    @Nullable List<@Nullable String> difficulty,
    @Schema(description = "Core concepts of the standard") @Nullable List<@Nullable String> core,
    @Schema(description = "Crosscutting concepts of the standard")
        @Nullable List<@Nullable String> crosscutting,
    @Schema(description = "Competences of the standard")
        @Nullable List<@Nullable String> competences) {

  private static final int MOST_NAMED = 500;

  Order order() {
    if (whole(sections).size() + whole(documents).size() > MOST_NAMED) {
      throw ApiException.badRequest("malformed_request");
    }
    return new Order(
        title == null ? "" : title,
        whole(sections),
        whole(documents),
        blankToNull(exhibit),
        blankToNull(topic),
        stage == null ? Stage.YEARS_5_6 : value(Stage.class, stage),
        wanted(),
        values(Bloom.class, bloom),
        values(Difficulty.class, difficulty),
        values(CoreConcept.class, core),
        values(Crosscutting.class, crosscutting),
        values(Competence.class, competences));
  }

  private Map<Kind, Integer> wanted() {
    Map<Kind, Integer> wanted = new EnumMap<>(Kind.class);
    if (kinds != null) {
      kinds.forEach(
          (kind, count) -> wanted.put(value(Kind.class, kind), count == null ? 0 : count));
    }
    return wanted;
  }

  private static <E extends Enum<E>> Set<E> values(
      Class<E> type, @Nullable List<@Nullable String> codes) {
    return whole(codes).stream().map(code -> value(type, code)).collect(Collectors.toSet());
  }

  static <E extends Enum<E>> E value(Class<E> type, String code) {
    try {
      return Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw ApiException.badRequest("choice_unknown", code.length() > 40 ? "…" : code);
    }
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static List<String> whole(@Nullable List<@Nullable String> list) {
    if (list == null) {
      return List.of();
    }
    List<String> whole = list.stream().filter(Objects::nonNull).toList();
    if (whole.size() < list.size()) {
      throw ApiException.badRequest("malformed_request");
    }
    return whole;
  }
}
