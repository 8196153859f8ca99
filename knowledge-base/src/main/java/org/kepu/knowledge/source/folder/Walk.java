package org.kepu.knowledge.source.folder;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.source.Hash;
import org.kepu.knowledge.source.Unread;

/** Goes through a folder without following links, and knows when its files have come to rest. */
final class Walk {

  /** Deeper folders are a mistake, or a trap. */
  private static final int DEPTH = 64;

  private final Duration quiet;
  private final InstantSource clock;

  /** Since when files have looked as they do; for those whose clock is not ours. */
  private final Map<String, Seen> seen = new HashMap<>();

  Walk(Duration quiet, InstantSource clock) {
    this.quiet = quiet;
    this.clock = clock;
  }

  /**
   * What is in {@code folder} now.
   *
   * @throws IOException if the folder itself cannot be read
   */
  Found through(Path folder) throws IOException {
    Path root = folder.toRealPath();
    SortedMap<String, FoundFile> files = new TreeMap<>();
    SortedMap<String, Unread> unread = new TreeMap<>();
    Files.walkFileTree(
        root,
        EnumSet.noneOf(FileVisitOption.class),
        DEPTH,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            return !path.equals(root) && passedOver(path)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            if (!passedOver(path)) {
              String key = key(root, path);
              if (attributes.isRegularFile() && !files.containsKey(key)) {
                files.put(key, found(key, path, attributes));
              } else {
                leave(unread, key, whyNot(attributes));
              }
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path path, IOException failure)
              throws IOException {
            if (path.equals(root)) {
              throw failure;
            }
            if (!passedOver(path)) {
              leave(unread, key(root, path), "打不开（%s），请检查权限".formatted(failure));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path path, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              // What was not seen must not be taken for deleted.
              throw failure;
            }
            return FileVisitResult.CONTINUE;
          }
        });
    seen.keySet().retainAll(files.keySet());
    return new Found(files, List.copyOf(unread.values()));
  }

  private static void leave(Map<String, Unread> unread, String key, String reason) {
    unread.put(key, new Unread(key, reason));
  }

  private static String whyNot(BasicFileAttributes attributes) {
    if (attributes.isSymbolicLink()) {
      return "是符号链接，不予跟随；请放入文件本身";
    }
    return attributes.isDirectory()
        ? "文件夹嵌套超过 %d 层，没有读取".formatted(DEPTH)
        : "不是普通文件，或与另一个文件重名，没有读取";
  }

  /** Hidden files, and what systems and Office leave beside documents. */
  private static boolean passedOver(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith(".")
        || name.startsWith("~$")
        || name.equalsIgnoreCase("Thumbs.db")
        || name.equalsIgnoreCase("desktop.ini");
  }

  /**
   * By way of its address, which keeps the bytes of a name that this JVM's locale cannot say: in a
   * container without a locale, Chinese names would all be question marks.
   */
  private static String key(Path root, Path path) {
    return path.toUri().getPath().substring(root.toUri().getPath().length()).replaceAll("/$", "");
  }

  private FoundFile found(String key, Path path, BasicFileAttributes attributes) {
    FileTime written = attributes.lastModifiedTime();
    FileTime touched = changeTime(path).orElse(written);
    String looks =
        "%d %s %s %s".formatted(attributes.size(), written, touched, attributes.fileKey());
    return new FoundFile(key, path, attributes.size(), looks, atRest(key, looks, written, touched));
  }

  /** A copy may carry the time of its original, but not of the change of its entry. */
  private static Optional<FileTime> changeTime(Path path) {
    try {
      return Optional.of(
          (FileTime) Files.getAttribute(path, "unix:ctime", LinkOption.NOFOLLOW_LINKS));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean atRest(String key, String looks, FileTime written, FileTime touched) {
    Instant now = clock.instant();
    Seen before = seen.get(key);
    if (before == null || !before.looks().equals(looks)) {
      before = new Seen(looks, now);
      seen.put(key, before);
    }
    Instant restingSince = now.minus(quiet);
    return !before.since().isAfter(restingSince)
        || (!written.toInstant().isAfter(restingSince)
            && !touched.toInstant().isAfter(restingSince));
  }

  private record Seen(String looks, Instant since) {}

  /**
   * What a folder holds.
   *
   * @param files by their keys
   * @param unread what is no file that could be read
   */
  record Found(SortedMap<String, FoundFile> files, List<Unread> unread) {

    /** Another whenever a listing may differ; a file that is being written is one thing only. */
    String glance() {
      List<String> looks = new ArrayList<>();
      for (FoundFile file : files.values()) {
        looks.add(file.key());
        looks.add(file.quiet() ? file.looks() : "");
      }
      unread.forEach(left -> looks.add(left.toString()));
      return Hash.of(looks);
    }
  }
}
