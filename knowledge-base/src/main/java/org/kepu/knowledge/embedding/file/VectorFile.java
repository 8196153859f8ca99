package org.kepu.knowledge.embedding.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.embedding.KeptVectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A header that names the model, then records of one length: a text's key, its vector, a checksum
 * of both. Records are only ever appended. One that is damaged or half written fails its checksum
 * and is not known, so nothing needs to be on disk at any certain moment.
 *
 * <p>Big-endian; the header is the length of the model's id in bytes, the id, the dimensions, and a
 * checksum of these.
 */
final class VectorFile implements KeptVectors {

  private static final Logger log = LoggerFactory.getLogger(VectorFile.class);
  private static final int KEY_BYTES = 2 * Long.BYTES;
  private static final int CHECKSUM_BYTES = Integer.BYTES;

  /** How many records are read at once. */
  private static final int CHUNK = 256;

  private final Path file;
  private final byte[] header;
  private final int dimensions;
  private final int recordBytes;
  private final Map<TextKey, Long> positions = new HashMap<>();
  private final Set<TextKey> used = new HashSet<>();
  private FileChannel channel;
  private long end;
  private boolean failing;

  VectorFile(Path file, String embedder, int dimensions) throws IOException {
    this.file = file.toAbsolutePath();
    this.dimensions = dimensions;
    header = header(embedder, dimensions);
    recordBytes = KEY_BYTES + dimensions * Float.BYTES + CHECKSUM_BYTES;
    Files.createDirectories(this.file.getParent());
    channel = open(this.file);
    try {
      readAll();
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public synchronized boolean knows(String text) {
    return positions.containsKey(TextKey.of(text));
  }

  @Override
  public float @Nullable [] find(String text) {
    TextKey key = TextKey.of(text);
    long position;
    synchronized (this) {
      Long known = positions.get(key);
      if (known == null) {
        return null;
      }
      used.add(key);
      position = known;
    }
    try {
      ByteBuffer entry = ByteBuffer.allocate(recordBytes);
      readFully(channel, entry, position);
      if (!whole(entry.array(), 0)) {
        return null;
      }
      float[] vector = new float[dimensions];
      entry.position(KEY_BYTES).slice().asFloatBuffer().get(vector);
      return vector;
    } catch (IOException e) {
      failed(e);
      return null;
    }
  }

  @Override
  public synchronized void keep(String text, float[] vector) {
    TextKey key = TextKey.of(text);
    used.add(key);
    if (failing) {
      return;
    }
    ByteBuffer entry = ByteBuffer.allocate(recordBytes);
    entry.putLong(key.first()).putLong(key.second());
    for (float value : vector) {
      entry.putFloat(value);
    }
    entry.putInt(checksum(entry.array(), 0, recordBytes - CHECKSUM_BYTES)).flip();
    try {
      writeFully(channel, entry, end);
      positions.put(key, end);
      end += recordBytes;
    } catch (IOException e) {
      failed(e);
    }
  }

  @Override
  public synchronized void forgetUnused() {
    long records = (end - header.length) / recordBytes;
    positions.keySet().retainAll(used);
    if (records <= 2L * positions.size()) {
      return;
    }
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.deleteIfExists(next);
      FileChannel target = open(next);
      try {
        copyInto(target);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        target.close();
        throw e;
      }
      channel.close();
      channel = target;
      readAll();
    } catch (IOException e) {
      failed(e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      channel.close();
    } catch (IOException e) {
      failed(e);
    }
  }

  /** Learns what is known. Whatever follows a header that is not ours is overwritten. */
  private void readAll() throws IOException {
    positions.clear();
    ByteBuffer found = ByteBuffer.allocate(header.length);
    if (channel.size() < header.length
        || !ByteBuffer.wrap(header).equals(readFully(channel, found, 0))) {
      channel.truncate(0);
      writeFully(channel, ByteBuffer.wrap(header), 0);
      end = header.length;
      return;
    }
    long records = (channel.size() - header.length) / recordBytes;
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK * recordBytes);
    for (long first = 0; first < records; first += CHUNK) {
      int count = (int) Math.min(CHUNK, records - first);
      long position = header.length + first * recordBytes;
      readFully(channel, chunk.clear().limit(count * recordBytes), position);
      for (int i = 0; i < count; i++) {
        int at = i * recordBytes;
        if (whole(chunk.array(), at)) {
          TextKey key = new TextKey(chunk.getLong(at), chunk.getLong(at + Long.BYTES));
          positions.put(key, position + at);
        }
      }
    }
    end = header.length + records * recordBytes;
  }

  private void copyInto(FileChannel target) throws IOException {
    writeFully(target, ByteBuffer.wrap(header), 0);
    long position = header.length;
    ByteBuffer entry = ByteBuffer.allocate(recordBytes);
    for (long from : positions.values().stream().sorted().toList()) {
      writeFully(target, readFully(channel, entry.clear(), from), position);
      position += recordBytes;
    }
  }

  private boolean whole(byte[] bytes, int at) {
    int content = recordBytes - CHECKSUM_BYTES;
    return checksum(bytes, at, content) == ByteBuffer.wrap(bytes).getInt(at + content);
  }

  /** Vectors are an aid: without them, texts are embedded again. */
  private synchronized void failed(IOException e) {
    // An ingest that is interrupted closes the channel under its threads.
    if (!failing && !(e instanceof ClosedChannelException)) {
      log.warn("Vectors cannot be kept in {}: {}", file, e.toString());
    }
    failing = true;
  }

  private static byte[] header(String embedder, int dimensions) {
    byte[] id = embedder.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(3 * Integer.BYTES + id.length);
    bytes.putInt(id.length).put(id).putInt(dimensions);
    bytes.putInt(checksum(bytes.array(), 0, bytes.position()));
    return bytes.array();
  }

  private static int checksum(byte[] bytes, int at, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, at, length);
    return (int) checksum.getValue();
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** Fills {@code buffer} from {@code position} on and flips it. */
  private static ByteBuffer readFully(FileChannel channel, ByteBuffer buffer, long position)
      throws IOException {
    long at = position;
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, at);
      if (read < 0) {
        throw new IOException("The file ends at " + at);
      }
      at += read;
    }
    return buffer.flip();
  }

  private static void writeFully(FileChannel channel, ByteBuffer buffer, long position)
      throws IOException {
    long at = position;
    while (buffer.hasRemaining()) {
      at += channel.write(buffer, at);
    }
  }
}
