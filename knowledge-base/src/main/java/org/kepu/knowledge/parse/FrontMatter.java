package org.kepu.knowledge.parse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.document.Audience;
import org.kepu.knowledge.document.Metadata;
import org.kepu.knowledge.document.Role;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The YAML block at the head of an article. Unknown keys are refused: a misspelt one would be lost
 * silently.
 */
record FrontMatter(
    String id,
    String title,
    List<String> topics,
    List<String> venues,
    @Nullable List<String> exhibits,
    List<String> aliases,
    Audience audience,
    @Nullable Kind kind,
    @Nullable String variantOf,
    @Nullable String belief,
    List<String> triggers,
    List<String> supportedBy,
    List<String> sources,
    String licence,
    LocalDate reviewedOn,
    @Nullable LocalDate asOf,
    @Nullable LocalDate reviewBy,
    @Nullable LocalDate validTo,
    @Nullable String url) {

  private static final ObjectReader READER =
      YAMLMapper.builder()
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readerFor(FrontMatter.class);

  FrontMatter {
    require("id", id);
    require("title", title);
    require("topics", topics);
    require("audience", audience);
    require("sources", sources);
    require("licence", licence);
    require("reviewedOn", reviewedOn);
    topics = whole("topics", topics);
    venues = whole("venues", venues);
    aliases = whole("aliases", aliases);
    sources = whole("sources", sources);
    triggers = whole("triggers", triggers);
    supportedBy = whole("supportedBy", supportedBy);
    kind = kind == null ? Kind.ARTICLE : kind;
    if (exhibits != null && !exhibits.isEmpty()) {
      throw new IllegalArgumentException(
          "'exhibits' says nothing here any more, please name the article at its exhibit in halls.yaml");
    }
    refuse(kind != Kind.MYTH && belief != null, "belief", "a myth");
    refuse(kind != Kind.ADVICE && !triggers.isEmpty(), "triggers", "advice");
    refuse(kind == Kind.ARTICLE && !supportedBy.isEmpty(), "supportedBy", "a myth and advice");
    refuse(kind != Kind.ARTICLE && variantOf != null, "variantOf", "an article");
    if (kind == Kind.MYTH) {
      require("belief", belief);
    }
  }

  /** What an editor calls the roles; a variant is an article that names what it is a variant of. */
  enum Kind {
    ARTICLE,
    MYTH,
    ADVICE
  }

  static FrontMatter read(String path, String yaml) {
    try {
      return READER.readValue(yaml);
    } catch (JacksonException e) {
      throw new MalformedDocumentException(
          path,
          "the front matter cannot be read: %s %s"
              .formatted(e.getOriginalMessage(), e.getPathReference()),
          e);
    }
  }

  Metadata metadata() {
    return new Metadata(
        topics,
        venues,
        aliases,
        audience,
        role(),
        sources,
        licence,
        reviewedOn,
        asOf,
        reviewBy,
        validTo,
        url);
  }

  private Role role() {
    if (variantOf != null) {
      return new Role.Variant(variantOf);
    }
    return switch (Objects.requireNonNull(kind)) {
      case ARTICLE -> Role.ARTICLE;
      case MYTH -> new Role.Myth(Objects.requireNonNull(belief), supportedBy);
      case ADVICE -> new Role.Advice(triggers, supportedBy);
    };
  }

  private static void refuse(boolean misplaced, String key, String owner) {
    if (misplaced) {
      throw new IllegalArgumentException(
          "'%s' belongs to %s alone, please take it out or change 'kind'".formatted(key, owner));
    }
  }

  private static void require(String key, @Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException("'" + key + "' is missing, please add it");
    }
  }

  /** A list without holes; a missing one is empty. */
  private static List<String> whole(String key, @Nullable List<? extends @Nullable String> list) {
    if (list == null) {
      return List.of();
    }
    List<String> whole = new ArrayList<>();
    for (String item : list) {
      if (item == null) {
        throw new IllegalArgumentException(
            "'" + key + "' has an empty item, please fill it or take it out");
      }
      whole.add(item);
    }
    return List.copyOf(whole);
  }
}
