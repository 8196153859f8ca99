package org.kepu.knowledge.parse.fork;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.parse.FileDescription;

/**
 * What the other process is to read.
 *
 * @param path the file's, as an editor knows it
 * @param description what is said about it
 * @param dump where a dump lies, to be read article by article; null: the content of one file
 *     follows
 * @param categories of the articles wanted from a dump; empty for all
 */
record Order(
    String path, FileDescription description, @Nullable String dump, Set<String> categories) {

  static Order file(String path, FileDescription description) {
    return new Order(path, description, null, Set.of());
  }
}
