package org.kepu.knowledge.engine.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.ChecksumIndexInput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;

/**
 * The files of a generation with their lengths and checksums, in a file among them that has a
 * checksum of its own. It is written last, once everything else was checked: a generation without
 * one was never finished.
 *
 * @param writtenAt in milliseconds since 1970, UTC
 */
record Manifest(long writtenAt, SortedMap<String, Sum> files) {

  static final String FILE = "MANIFEST";

  private static final String CODEC = "kepu-manifest";
  private static final int VERSION = 0;
  private static final Set<String> UNLISTED = Set.of(FILE, IndexWriter.WRITE_LOCK_NAME);

  /** A file's length in bytes and its CRC-32. */
  record Sum(long length, long checksum) {}

  /** Lists the files as they lie there now. */
  static Manifest of(Directory generation) throws IOException {
    return new Manifest(System.currentTimeMillis(), sums(generation));
  }

  /**
   * Reads it.
   *
   * @return empty if there is none
   * @throws CorruptIndexException if it is damaged
   */
  static Optional<Manifest> read(Directory generation) throws IOException {
    if (!Set.of(generation.listAll()).contains(FILE)) {
      return Optional.empty();
    }
    try (IndexInput in = generation.openInput(FILE, IOContext.READONCE)) {
      CodecUtil.checksumEntireFile(in);
      in.seek(0);
      CodecUtil.checkHeader(in, CODEC, VERSION, VERSION);
      long writtenAt = in.readLong();
      SortedMap<String, Sum> files = new TreeMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        files.put(in.readString(), new Sum(in.readLong(), in.readLong()));
      }
      return Optional.of(new Manifest(writtenAt, files));
    }
  }

  void write(Directory generation) throws IOException {
    try (IndexOutput out = generation.createOutput(FILE, IOContext.DEFAULT)) {
      CodecUtil.writeHeader(out, CODEC, VERSION);
      out.writeLong(writtenAt);
      out.writeInt(files.size());
      for (Map.Entry<String, Sum> file : files.entrySet()) {
        out.writeString(file.getKey());
        out.writeLong(file.getValue().length());
        out.writeLong(file.getValue().checksum());
      }
      CodecUtil.writeFooter(out);
    }
    generation.sync(Set.of(FILE));
    generation.syncMetaData();
  }

  /**
   * Compares the files with what is listed, to the bit.
   *
   * @throws CorruptIndexException if one is missing, too many or another
   */
  void check(Directory generation) throws IOException {
    SortedMap<String, Sum> found = sums(generation);
    if (!found.keySet().equals(files.keySet())) {
      throw new CorruptIndexException(
          "It has the files %s and should have %s".formatted(found.keySet(), files.keySet()), FILE);
    }
    for (Map.Entry<String, Sum> file : files.entrySet()) {
      if (!file.getValue().equals(found.get(file.getKey()))) {
        throw new CorruptIndexException("It is not as it was written", file.getKey());
      }
    }
  }

  private static SortedMap<String, Sum> sums(Directory generation) throws IOException {
    SortedMap<String, Sum> sums = new TreeMap<>();
    for (String name : generation.listAll()) {
      if (!UNLISTED.contains(name)) {
        try (ChecksumIndexInput in = generation.openChecksumInput(name)) {
          in.seek(in.length());
          sums.put(name, new Sum(in.length(), in.getChecksum()));
        }
      }
    }
    return sums;
  }
}
