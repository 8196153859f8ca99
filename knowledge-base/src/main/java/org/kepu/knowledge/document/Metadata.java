package org.kepu.knowledge.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an editor says about a document.
 *
 * @param topics a broad subject first, then narrower ones, by their ids in the taxonomy
 * @param venues ids of the venues it belongs to; empty for all of them
 * @param aliases names people use for its subject
 * @param audience whom it is written for
 * @param role what it is for; an article where nothing else is said
 * @param sources where an editor can check it
 * @param licence under which it may be reused
 * @param reviewedOn the day a person last checked it, null where nobody recorded one
 * @param asOf the day its facts that age stood so, null where none do
 * @param reviewBy the day by which a person must look at it again, null where it does not age
 * @param validTo the last day it may be quoted, null where it does not expire
 * @param url where it is published, by http or https; null where it is not
 */
public record Metadata(
    List<String> topics,
    List<String> venues,
    List<String> aliases,
    Audience audience,
    Role role,
    List<String> sources,
    String licence,
    @Nullable LocalDate reviewedOn,
    @Nullable LocalDate asOf,
    @Nullable LocalDate reviewBy,
    @Nullable LocalDate validTo,
    @Nullable String url) {

  /** Metadata of a text about which nothing is known. */
  public static final Metadata NONE =
      new Metadata(List.of(), List.of(), List.of(), Audience.GENERAL, List.of(), "", null, null);

  public Metadata {
    topics = List.copyOf(topics);
    venues = List.copyOf(venues);
    aliases = List.copyOf(aliases);
    Objects.requireNonNull(audience, "audience");
    // Catalogues written before there were roles name none.
    role = Objects.requireNonNullElse(role, Role.ARTICLE);
    sources = List.copyOf(sources);
    Objects.requireNonNull(licence, "licence");
    if (url != null && !url.matches("https?://[^\\s<>\"]{1,2000}")) {
      throw new IllegalArgumentException(
          "An address begins with http:// or https:// and has no spaces, not '" + url + "'");
    }
  }

  /** Metadata of a document that is published nowhere. */
  public Metadata(
      List<String> topics,
      List<String> venues,
      List<String> aliases,
      Audience audience,
      Role role,
      List<String> sources,
      String licence,
      @Nullable LocalDate reviewedOn,
      @Nullable LocalDate asOf,
      @Nullable LocalDate reviewBy,
      @Nullable LocalDate validTo) {
    this(
        topics,
        venues,
        aliases,
        audience,
        role,
        sources,
        licence,
        reviewedOn,
        asOf,
        reviewBy,
        validTo,
        null);
  }

  /** Metadata of an article whose facts do not age. */
  public Metadata(
      List<String> topics,
      List<String> venues,
      List<String> aliases,
      Audience audience,
      List<String> sources,
      String licence,
      @Nullable LocalDate reviewedOn,
      @Nullable LocalDate validTo) {
    this(
        topics,
        venues,
        aliases,
        audience,
        Role.ARTICLE,
        sources,
        licence,
        reviewedOn,
        null,
        null,
        validTo);
  }

  /** Whether the document may still be quoted on {@code day}. */
  public boolean inForceOn(LocalDate day) {
    return validTo == null || !day.isAfter(validTo);
  }
}
