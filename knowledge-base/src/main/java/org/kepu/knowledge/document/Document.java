package org.kepu.knowledge.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One version of a document: plain text with its sections.
 *
 * <p>The text is what citations point into, so a version names it to the character: two documents
 * with the same version have the same text, sections and metadata.
 *
 * @param id stable over versions; letters, digits, {@code . _ : -}
 * @param version {@code sha256:} and the hash of everything else
 * @param title the document's title
 * @param text plain text, lines parted by {@code \n}
 * @param sections in the order of the text, not overlapping
 * @param pages where its pages or slides begin, in the order of the text; empty where it has none
 * @param metadata what an editor says about it
 */
public record Document(
    String id,
    String version,
    String title,
    String text,
    List<Section> sections,
    List<PageStart> pages,
    Metadata metadata) {

  public Document {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(metadata, "metadata");
    if (!id.matches("[\\p{L}\\p{N}._:-]{1,200}")) {
      throw new IllegalArgumentException(
          "A document's id is 1 to 200 letters, digits, dots, colons, hyphens, not '" + id + "'");
    }
    sections = List.copyOf(sections);
    int end = 0;
    for (Section section : sections) {
      if (section.start() < end || section.end() > text.length()) {
        throw new IllegalArgumentException(
            "Section '%s' of %s overlaps or leaves the text (%d..%d of %d)"
                .formatted(section.heading(), id, section.start(), section.end(), text.length()));
      }
      end = section.end();
    }
    // Catalogues written before there were pages hold none.
    pages = pages == null ? List.of() : List.copyOf(pages);
    int before = 0;
    for (PageStart page : pages) {
      if (page.start() < before || page.start() > text.length()) {
        throw new IllegalArgumentException(
            "Page %d of %s begins at %d, outside the text or before the page that precedes it"
                .formatted(page.number(), id, page.start()));
      }
      before = page.start();
    }
  }

  /** A document without pages whose version is computed from its content. */
  public static Document of(
      String id, String title, String text, List<Section> sections, Metadata metadata) {
    return of(id, title, text, sections, List.of(), metadata);
  }

  /** A document whose version is computed from its content. */
  public static Document of(
      String id,
      String title,
      String text,
      List<Section> sections,
      List<PageStart> pages,
      Metadata metadata) {
    List<String> parts = new ArrayList<>(List.of(id, title, text));
    for (Section section : sections) {
      parts.add("section");
      parts.add(section.heading());
      parts.add(section.level() + " " + section.start() + " " + section.bodyStart());
      parts.add(String.valueOf(section.end()));
      parts.addAll(section.wordings());
    }
    for (List<String> list :
        List.of(
            metadata.topics(),
            metadata.venues(),
            // Where exhibits once stood: without it every version would be another.
            List.<String>of(),
            metadata.aliases(),
            metadata.sources())) {
      parts.add("list of " + list.size());
      parts.addAll(list);
    }
    parts.add(metadata.audience().name());
    parts.add(metadata.licence());
    parts.add(String.valueOf(metadata.reviewedOn()));
    parts.add(String.valueOf(metadata.validTo()));
    // Only where they are there, so that documents which lack them keep the versions they had.
    parts.addAll(roleParts(metadata.role()));
    if (metadata.asOf() != null || metadata.reviewBy() != null) {
      parts.add(metadata.asOf() + " " + metadata.reviewBy());
    }
    if (metadata.url() != null) {
      parts.add("url " + metadata.url());
    }
    if (!pages.isEmpty()) {
      parts.add("pages");
      pages.forEach(page -> parts.add(page.number() + " " + page.start()));
    }
    return new Document(id, "sha256:" + hash(parts), title, text, sections, pages, metadata);
  }

  /** Whether there is anything but white space in a section. */
  public boolean hasText() {
    return sections.stream()
        .anyMatch(section -> !text.substring(section.bodyStart(), section.end()).isBlank());
  }

  /** The version of each of {@code documents}, by its id. */
  public static SortedMap<String, String> versions(Collection<Document> documents) {
    SortedMap<String, String> versions = new TreeMap<>();
    documents.forEach(document -> versions.put(document.id(), document.version()));
    return versions;
  }

  private static List<String> roleParts(Role role) {
    return switch (role) {
      case Role.Article article -> List.of();
      case Role.Variant variant -> List.of("variant", variant.of());
      case Role.Myth myth -> parts(List.of("myth", myth.belief()), myth.supportedBy());
      case Role.Advice advice ->
          parts(parts(List.of("advice"), advice.triggers()), advice.supportedBy());
    };
  }

  private static List<String> parts(List<String> before, List<String> list) {
    List<String> parts = new ArrayList<>(before);
    parts.add("list of " + list.size());
    parts.addAll(list);
    return parts;
  }

  /** This document with its sections asked for in other words, each by its heading's. */
  public Document askedAs(Function<String, List<String>> wordings) {
    List<Section> asked =
        sections.stream()
            .map(section -> section.askedAs(wordings.apply(section.heading())))
            .toList();
    return of(id, title, text, asked, pages, metadata);
  }

  /**
   * The page or slide on which the character at {@code offset} stands; null if this document has no
   * pages, or before the first.
   */
  public @Nullable Integer pageAt(int offset) {
    Integer number = null;
    for (PageStart page : pages) {
      if (page.start() > offset) {
        break;
      }
      number = page.number();
    }
    return number;
  }

  private static String hash(List<String> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        // A separator that cannot stand in text keeps ("ab", "c") apart from ("a", "bc").
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
