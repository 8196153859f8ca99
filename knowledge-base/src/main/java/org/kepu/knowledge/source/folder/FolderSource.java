package org.kepu.knowledge.source.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.intake.FileIntake;
import org.kepu.knowledge.parse.FileDescription;
import org.kepu.knowledge.parse.MalformedDocumentException;
import org.kepu.knowledge.parse.ParseResult;
import org.kepu.knowledge.parse.ParseResult.Quarantined;
import org.kepu.knowledge.parse.QuarantineReason;
import org.kepu.knowledge.parse.SourceFile;
import org.kepu.knowledge.parse.fork.ForkFailureException;
import org.kepu.knowledge.source.Hash;
import org.kepu.knowledge.source.Item;
import org.kepu.knowledge.source.Listing;
import org.kepu.knowledge.source.Source;
import org.kepu.knowledge.source.SourceFailureException;
import org.kepu.knowledge.source.Unread;

/**
 * The files in a folder and the folders in it, each a document of its own. What is said about
 * {@code NAME.pdf} may stand beside it in {@code NAME.pdf.yaml}.
 *
 * <p>A file is named by its content, so one that was touched or moved back is not read again. A
 * file is read once nobody has written to it for a while, and never by way of a symbolic link: one
 * could lead anywhere. Hidden files, and those that Office keeps beside an open document, are
 * passed over.
 */
public final class FolderSource implements Source {

  /** What is said about a file is a few lines. */
  private static final int DESCRIPTION_BYTES = 64 * 1024;

  private final String name;
  private final Path folder;
  private final FileIntake intake;
  private final FileDescription description;
  private final Walk walk;
  private final Map<String, Hashed> hashes = new HashMap<>();

  /**
   * @param name begins the ids of its documents
   * @param description what holds for all its files that do not say otherwise
   * @param quiet how long nobody may have written to a file before it is read
   */
  public FolderSource(
      String name,
      Path folder,
      FileIntake intake,
      FileDescription description,
      Duration quiet,
      InstantSource clock) {
    this.name = name;
    this.folder = folder.toAbsolutePath().normalize();
    this.intake = intake;
    this.description = description;
    this.walk = new Walk(quiet, clock);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String glance() {
    try {
      return walk.through(folder).glance();
    } catch (IOException e) {
      return "unreadable: " + e;
    }
  }

  @Override
  public Listing list() {
    Walk.Found found;
    try {
      found = walk.through(folder);
    } catch (IOException e) {
      throw new SourceFailureException("文件夹 %s 打不开（%s），请检查路径、权限和挂载".formatted(folder, e), e);
    }
    List<Item> items = new ArrayList<>();
    List<Unread> unread = new ArrayList<>(found.unread());
    SortedMap<String, FoundFile> files = found.files();
    for (FoundFile file : files.values()) {
      if (!describesAnother(file, files)) {
        add(file, files.get(file.key() + FileDescription.EXTENSION), items, unread);
      }
    }
    hashes.keySet().retainAll(files.keySet());
    return new Listing(items, unread);
  }

  private static boolean describesAnother(FoundFile file, Map<String, FoundFile> files) {
    String key = file.key();
    return key.endsWith(FileDescription.EXTENSION)
        && files.containsKey(key.substring(0, key.length() - FileDescription.EXTENSION.length()));
  }

  private void add(
      FoundFile file, @Nullable FoundFile beside, List<Item> items, List<Unread> unread) {
    if (!file.quiet() || (beside != null && !beside.quiet())) {
      unread.add(new Unread(file.key(), "正在写入，写完后自动读取", true));
      return;
    }
    String path = name + "/" + file.key();
    if (!intake.reads(path)) {
      items.add(refused(file, path, QuarantineReason.UNSUPPORTED, ""));
    } else if (file.size() > intake.largestFile()) {
      String detail = "%d 字节，上限 %d".formatted(file.size(), intake.largestFile());
      items.add(refused(file, path, QuarantineReason.TOO_LARGE, detail));
    } else {
      try {
        String hash = hash(file, beside);
        items.add(new Item(file.key(), hash, () -> open(path, file, beside, hash)));
      } catch (IOException e) {
        unread.add(new Unread(file.key(), "读不出来（%s），请检查文件权限".formatted(e)));
      }
    }
  }

  /** Its content is of no matter, so it is not looked at. */
  private static Item refused(FoundFile file, String path, QuarantineReason why, String detail) {
    String hash = FileIntake.VERSION + " " + why + " " + file.size();
    return new Item(file.key(), hash, () -> new Quarantined(path, why, detail));
  }

  private String hash(FoundFile file, @Nullable FoundFile beside) throws IOException {
    return named(hashed(file), beside == null ? "" : hashed(beside));
  }

  private String named(String content, String beside) {
    return Hash.of(List.of(FileIntake.VERSION, content, beside, description.toString()));
  }

  /** A file that has the looks it had is what it was: it was quiet when it was hashed. */
  private String hashed(FoundFile file) throws IOException {
    Hashed known = hashes.get(file.key());
    if (known != null && known.looks().equals(file.looks())) {
      return known.hash();
    }
    try (InputStream in = in(file.path())) {
      Hashed now = new Hashed(file.looks(), Hash.of(in));
      hashes.put(file.key(), now);
      return now.hash();
    }
  }

  private ParseResult open(String path, FoundFile file, @Nullable FoundFile beside, String hash)
      throws IOException {
    byte[] content = content(file.path(), intake.largestFile());
    byte[] said = beside == null ? null : content(beside.path(), DESCRIPTION_BYTES);
    if (!hash.equals(named(Hash.of(content), said == null ? "" : Hash.of(said)))) {
      throw new IOException("它刚被改写");
    }
    try {
      FileDescription described =
          said == null
              ? description
              : FileDescription.read(new SourceFile(path + FileDescription.EXTENSION, said))
                  .orElse(description);
      return intake.parse(new SourceFile(path, content), described);
    } catch (MalformedDocumentException | IllegalArgumentException e) {
      return new Quarantined(path, QuarantineReason.MISDESCRIBED, String.valueOf(e.getMessage()));
    } catch (ForkFailureException e) {
      throw new SourceFailureException("无法启动读取文件的进程（%s）".formatted(e.getMessage()), e);
    }
  }

  private static byte[] content(Path file, int most) throws IOException {
    try (InputStream in = in(file)) {
      byte[] content = in.readNBytes(most + 1);
      if (content.length > most) {
        throw new IOException("超过 " + most + " 字节");
      }
      return content;
    }
  }

  /** A file that was replaced by a link meanwhile is not opened. */
  private static InputStream in(Path file) throws IOException {
    return Channels.newInputStream(
        Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
  }

  private record Hashed(String looks, String hash) {}
}
