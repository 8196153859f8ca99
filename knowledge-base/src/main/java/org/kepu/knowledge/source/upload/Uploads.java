package org.kepu.knowledge.source.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.kepu.knowledge.parse.FileDescription;
import org.kepu.knowledge.source.Hash;

/**
 * Files that people hand in, in a folder that is a source like any other: each in a folder of its
 * own, named by its content. Handing in the same again changes nothing; another content under the
 * same name takes the place of the one before, as a new version of the same document. Safe for use
 * by several threads.
 */
public final class Uploads {

  private static final int NAME_LENGTH = 120;
  private static final int HASH_LENGTH = 32;
  private static final String INCOMING = ".incoming";

  private final Path folder;
  private final Predicate<String> reads;
  private final long most;

  /**
   * @param reads whether a file of this name can be read
   * @param most the largest file, in bytes
   */
  public Uploads(Path folder, Predicate<String> reads, long most) {
    this.folder = folder;
    this.reads = reads;
    this.most = most;
  }

  /**
   * Keeps a file. It is searched once the sources were looked at again.
   *
   * @param name as the person calls it; folders before it are left out
   * @param content read to its end, or to the limit; the caller closes it
   * @throws UploadRefusedException if its name or its size is not to be accepted; nothing is kept
   * @throws IOException if it cannot be read or kept; nothing is kept
   */
  public synchronized Upload store(String name, InputStream content) throws IOException {
    String safe = safe(name);
    if (!reads.test(safe)) {
      throw new UploadRefusedException("不支持“%s”这种格式".formatted(safe));
    }
    Path incoming = Files.createDirectories(folder.resolve(INCOMING)).resolve(fresh());
    try {
      String hash = receive(content, incoming);
      Path home = folder.resolve(hash.substring(0, HASH_LENGTH));
      Upload upload = new Upload(home.getFileName().toString(), safe);
      if (!Files.exists(home.resolve(safe))) {
        place(incoming, home, safe);
      }
      for (Upload other : all()) {
        if (other.name().equals(safe) && !other.equals(upload)) {
          remove(other.id());
        }
      }
      return upload;
    } finally {
      Files.deleteIfExists(incoming);
    }
  }

  /**
   * Takes a file away; it is no longer searched once the sources were looked at again.
   *
   * @return false if there is none
   */
  public synchronized boolean remove(String id) throws IOException {
    Path home = folder.resolve(id);
    if (!id.matches("[0-9a-f]{" + HASH_LENGTH + "}") || !Files.isDirectory(home)) {
      return false;
    }
    // First out of sight: half a folder would be half an upload.
    Path leaving =
        Files.move(
            home,
            Files.createDirectories(folder.resolve(INCOMING)).resolve(fresh()),
            StandardCopyOption.ATOMIC_MOVE);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(leaving)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(leaving);
    return true;
  }

  /** All uploads, in the order of their names. */
  public synchronized List<Upload> all() throws IOException {
    List<Upload> all = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return all;
    }
    try (DirectoryStream<Path> homes = Files.newDirectoryStream(folder, "[0-9a-f]*")) {
      for (Path home : homes) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(home)) {
          for (Path file : files) {
            String name = file.getFileName().toString();
            if (!name.endsWith(FileDescription.EXTENSION)) {
              all.add(new Upload(home.getFileName().toString(), name));
            }
          }
        }
      }
    }
    all.sort(Comparator.comparing(Upload::name).thenComparing(Upload::id));
    return all;
  }

  private String receive(InputStream content, Path incoming) throws IOException {
    try (OutputStream out = Files.newOutputStream(incoming)) {
      byte[] buffer = new byte[64 * 1024];
      long received = 0;
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        received += read;
        if (received > most) {
          throw new UploadRefusedException("文件超过 %d 字节".formatted(most));
        }
        out.write(buffer, 0, read);
      }
    }
    try (InputStream in = Files.newInputStream(incoming)) {
      return Hash.of(in);
    }
  }

  /** Both files in a folder that comes into sight at once; its id is that of its name. */
  private void place(Path incoming, Path home, String name) throws IOException {
    Path next = Files.createDirectory(folder.resolve(INCOMING).resolve(fresh()));
    Files.move(incoming, next.resolve(name));
    String id = "uploads:" + name.replaceAll("[^\\p{L}\\p{N}._-]", "-");
    Files.write(
        next.resolve(name + FileDescription.EXTENSION),
        "id: \"%s\"%nsources: [\"%s\"]%n"
            .formatted(id, name.replace("\\", "").replace("\"", ""))
            .getBytes(StandardCharsets.UTF_8));
    Files.move(next, home, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String fresh() {
    return UUID.randomUUID().toString();
  }

  /** A name without folders, in one form of writing, that no system takes for something else. */
  private static String safe(String name) throws UploadRefusedException {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String safe =
        Normalizer.normalize(last, Normalizer.Form.NFC)
            .replaceAll("[\\p{Cntrl}\\p{Cf}:*?\"<>|]", "")
            .strip()
            .replaceAll("^[.~]+", "");
    if (safe.isEmpty() || safe.length() > NAME_LENGTH) {
      throw new UploadRefusedException("文件名应有 1 至 %d 个字，不能是“%s”".formatted(NAME_LENGTH, name));
    }
    return safe;
  }

  /**
   * A file that was handed in.
   *
   * @param id names its content
   * @param name as the person called it
   */
  public record Upload(String id, String name) {}
}
