package org.kepu.knowledge.source.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kepu.knowledge.source.Hash;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A site's pages on disk: the service starts without the site, and a page that did not change is
 * not fetched again. It may be deleted: everything is fetched anew then.
 */
final class Mirror {

  private static final String INDEX = "pages.json";
  private static final JsonMapper JSON = new JsonMapper();

  private final Path folder;

  Mirror(Path folder) {
    this.folder = folder;
  }

  /** The pages, by their addresses; none if the index is missing or damaged. */
  SortedMap<String, Page> pages() throws IOException {
    SortedMap<String, Page> pages = new TreeMap<>();
    try {
      Index index = JSON.readValue(Files.readAllBytes(folder.resolve(INDEX)), Index.class);
      index.pages().forEach(page -> pages.put(page.url(), page));
    } catch (NoSuchFileException | JacksonException e) {
      return pages;
    }
    return pages;
  }

  /** Keeps a page's content; the same twice is kept once. */
  void keep(byte[] content) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(Hash.of(content));
    if (!Files.exists(file)) {
      Path next = folder.resolve(INDEX + ".content");
      Files.write(next, content);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * The content of a page.
   *
   * @throws IOException if it is not as it was kept
   */
  byte[] content(Page page) throws IOException {
    byte[] content = Files.readAllBytes(folder.resolve(page.hash()));
    if (!Hash.of(content).equals(page.hash())) {
      Files.delete(folder.resolve(page.hash()));
      throw new IOException("保存的网页已损坏，下次会重新抓取");
    }
    return content;
  }

  boolean has(Page page) {
    return Files.exists(folder.resolve(page.hash()));
  }

  /** Makes these the site's pages, in one step, and drops the contents of all others. */
  void write(SortedMap<String, Page> pages) throws IOException {
    Files.createDirectories(folder);
    Path next = folder.resolve(INDEX + ".next");
    Files.write(next, JSON.writeValueAsBytes(new Index(List.copyOf(pages.values()))));
    Files.move(
        next,
        folder.resolve(INDEX),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Drops the contents of pages that are no more. */
  void clear(SortedMap<String, Page> pages) throws IOException {
    Set<String> kept = pages.values().stream().map(Page::hash).collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.matches("[0-9a-f]{64}") && !kept.contains(name)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private record Index(List<Page> pages) {}
}
