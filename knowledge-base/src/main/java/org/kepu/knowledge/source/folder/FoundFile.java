package org.kepu.knowledge.source.folder;

import java.nio.file.Path;

/**
 * A file as the file system tells of it.
 *
 * @param key its path below the folder, with {@code /} between folders
 * @param looks its length, times and place on disk: where they are the same, so is the content
 * @param quiet whether nobody has written to it for a while
 */
record FoundFile(String key, Path path, long size, String looks, boolean quiet) {}
