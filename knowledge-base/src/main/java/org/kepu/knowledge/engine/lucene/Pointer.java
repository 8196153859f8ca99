package org.kepu.knowledge.engine.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.jspecify.annotations.Nullable;

/**
 * Which generation is live: the file {@code LIVE}, with a checksum over its content.
 *
 * <p>It is replaced by an atomic rename of a file that was synced before, and the folder is synced
 * after: whoever reads it, after whatever happened, finds the old content or the new.
 *
 * @param live the live generation's folder
 * @param previous the folder of the generation to step back to, null if there is none
 * @param withdrawn the fingerprint of the generation that was stepped back from, null if none was
 */
record Pointer(String live, @Nullable String previous, @Nullable String withdrawn) {

  static final String FILE = "LIVE";

  private static final String NEXT = "LIVE.next";
  private static final String CODEC = "kepu-live";
  private static final int VERSION = 0;

  Pointer {
    Objects.requireNonNull(live, "live");
  }

  /**
   * Reads it.
   *
   * @return empty if nothing was ever published
   * @throws CorruptIndexException if it is damaged, or of an older layout
   * @throws IOException if it cannot be read
   */
  static Optional<Pointer> read(Directory folder) throws IOException {
    if (!List.of(folder.listAll()).contains(FILE)) {
      return Optional.empty();
    }
    try (IndexInput in = folder.openInput(FILE, IOContext.READONCE)) {
      CodecUtil.checksumEntireFile(in);
      in.seek(0);
      CodecUtil.checkHeader(in, CODEC, VERSION, VERSION);
      return Optional.of(
          new Pointer(in.readString(), orNull(in.readString()), orNull(in.readString())));
    }
  }

  /** The folders it names, the live one first. */
  List<String> names() {
    return previous == null ? List.of(live) : List.of(live, previous);
  }

  /** Puts it in place of the one before. */
  void write(Directory folder) throws IOException {
    if (List.of(folder.listAll()).contains(NEXT)) {
      folder.deleteFile(NEXT);
    }
    try (IndexOutput out = folder.createOutput(NEXT, IOContext.DEFAULT)) {
      CodecUtil.writeHeader(out, CODEC, VERSION);
      out.writeString(live);
      out.writeString(Objects.requireNonNullElse(previous, ""));
      out.writeString(Objects.requireNonNullElse(withdrawn, ""));
      CodecUtil.writeFooter(out);
    }
    folder.sync(Set.of(NEXT));
    folder.rename(NEXT, FILE);
    folder.syncMetaData();
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
