package org.kepu.knowledge.parse;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
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
 * What is said about a file that has no front matter, by whoever put it there.
 *
 * <p>It stands beside the file, as {@code NAME.pdf.yaml} beside {@code NAME.pdf}, or holds for a
 * whole source. Everything may be left out: what the one beside the file leaves out the source's
 * says, and a title that nobody gives comes from the file. The keys are those of the front matter
 * of an article; unknown ones are refused.
 *
 * @param id the document's id; null: made from the file's path
 * @param title null: the file's own, else its name
 * @param sources where an editor can check it; null: the file's name
 * @param licence under which it may be reused
 * @param url where it is published
 */
public record FileDescription(
    @Nullable String id,
    @Nullable String title,
    @Nullable List<String> topics,
    @Nullable List<String> venues,
    @Nullable List<String> aliases,
    @Nullable Audience audience,
    @Nullable List<String> sources,
    @Nullable String licence,
    @Nullable LocalDate reviewedOn,
    @Nullable LocalDate asOf,
    @Nullable LocalDate reviewBy,
    @Nullable LocalDate validTo,
    @Nullable String url) {

  /** Says nothing. */
  public static final FileDescription NONE =
      new FileDescription(
          null, null, null, null, null, null, null, null, null, null, null, null, null);

  /** What the name of a description adds to the name of its file. */
  public static final String EXTENSION = ".yaml";

  /** Of the longest id that a document may have, what a hash leaves. */
  private static final int ID_LENGTH = 180;

  private static final ObjectReader READER =
      YAMLMapper.builder()
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readerFor(FileDescription.class);

  public FileDescription {
    topics = whole(topics);
    venues = whole(venues);
    aliases = whole(aliases);
    sources = whole(sources);
  }

  /**
   * Reads a description.
   *
   * @throws MalformedDocumentException if it is no YAML, or has a key that is none of ours
   */
  public static FileDescription read(SourceFile file) {
    if (file.text().isBlank()) {
      return NONE;
    }
    try {
      return READER.readValue(file.text());
    } catch (JacksonException e) {
      throw new MalformedDocumentException(
          file.path(),
          "the description cannot be read: %s %s"
              .formatted(e.getOriginalMessage(), e.getPathReference()),
          e);
    }
  }

  /** This description, and {@code source}'s where it says nothing. */
  public FileDescription orElse(FileDescription source) {
    return new FileDescription(
        first(id, source.id),
        first(title, source.title),
        first(topics, source.topics),
        first(venues, source.venues),
        first(aliases, source.aliases),
        first(audience, source.audience),
        first(sources, source.sources),
        first(licence, source.licence),
        first(reviewedOn, source.reviewedOn),
        first(asOf, source.asOf),
        first(reviewBy, source.reviewBy),
        first(validTo, source.validTo),
        first(url, source.url));
  }

  /** The id of the document in the file at {@code path}. */
  public String idFor(String path) {
    return id != null ? id : idFromPath(path);
  }

  /** The metadata of the document in the file at {@code path}. */
  public Metadata metadataFor(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return new Metadata(
        Objects.requireNonNullElse(topics, List.of()),
        Objects.requireNonNullElse(venues, List.of()),
        Objects.requireNonNullElse(aliases, List.of()),
        Objects.requireNonNullElse(audience, Audience.GENERAL),
        Role.ARTICLE,
        Objects.requireNonNullElse(sources, List.of(name)),
        Objects.requireNonNullElse(licence, ""),
        reviewedOn,
        asOf,
        reviewBy,
        validTo,
        url);
  }

  /**
   * Folders are parted by colons; letters and digits of any script stay, everything else becomes a
   * hyphen, and then a hash of the whole keeps apart what differs in nothing else. The extension
   * stays: {@code 馆藏.pdf} and {@code 馆藏.docx} are two documents.
   */
  private static String idFromPath(String path) {
    String id = path.codePoints().mapToObj(FileDescription::inId).collect(Collectors.joining());
    boolean exact = id.length() <= ID_LENGTH && id.replace(':', '/').equals(path);
    return exact
        ? id
        : id.substring(Math.max(0, id.length() - ID_LENGTH)) + "-%08x".formatted(path.hashCode());
  }

  private static String inId(int character) {
    if (character == '/') {
      return ":";
    }
    boolean stays = Character.isLetterOrDigit(character) || "._-".indexOf(character) >= 0;
    return stays ? Character.toString(character) : "-";
  }

  private static <T> @Nullable T first(@Nullable T own, @Nullable T other) {
    return own != null ? own : other;
  }

  private static @Nullable List<String> whole(@Nullable List<String> list) {
    return list == null ? null : List.copyOf(list);
  }
}
