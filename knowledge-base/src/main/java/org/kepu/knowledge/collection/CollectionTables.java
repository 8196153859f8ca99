package org.kepu.knowledge.collection;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.kepu.knowledge.taxon.Concept;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the tables that lie beside the documents. An unknown key is refused, not lost. */
final class CollectionTables {

  static final String NAMES = "names.yaml";
  static final String WORDINGS = "questions";
  static final String ENGLISH = "english.yaml";
  static final String ILLUSTRATIONS = "illustrations.yaml";
  static final String TAXONOMY = "taxonomy.yaml";
  static final String MEDIA = "media";

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readerFor(Wording.class);

  private CollectionTables() {}

  /**
   * The table of names.
   *
   * @throws tools.jackson.core.JacksonException if it is not one
   */
  static List<Concept> concepts(byte[] yaml) {
    return List.of(YAML.readValue(yaml, Concept[].class));
  }

  /**
   * Other wordings of headings, a JSON object a line.
   *
   * @throws tools.jackson.core.JacksonException if a line is none
   */
  static List<Wording> wordings(byte[] lines) {
    return new String(lines, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> JSON.<Wording>readValue(line))
        .toList();
  }

  /** English words and their Chinese. */
  static Map<String, String> english(byte[] yaml) {
    return YAML.readValue(yaml, new TypeReference<>() {});
  }

  /**
   * The pictures and the sections they belong to.
   *
   * @throws tools.jackson.core.JacksonException if the table is none of pictures
   */
  static List<Illustration> illustrations(byte[] yaml) {
    return List.of(YAML.readValue(yaml, Illustration[].class));
  }

  /**
   * The subjects.
   *
   * @throws tools.jackson.core.JacksonException if the table is none of subjects
   */
  static Taxonomy taxonomy(byte[] yaml) {
    return Taxonomy.of(YAML.readTree(yaml));
  }
}
