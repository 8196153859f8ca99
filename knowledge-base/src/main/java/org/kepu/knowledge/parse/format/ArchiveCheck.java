package org.kepu.knowledge.parse.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.kepu.knowledge.parse.Limits;
import org.kepu.knowledge.parse.QuarantineException;
import org.kepu.knowledge.parse.QuarantineReason;

/**
 * Unpacks every file of an archive once, into nothing, before anyone reads it: what an entry says
 * of its own size is not believed. Archives in archives are never opened by any reader, so one
 * level is enough.
 */
final class ArchiveCheck {

  private static final int FREE_OF_RATIO = 1 << 20;

  private final Limits limits;

  ArchiveCheck(Limits limits) {
    this.limits = limits;
  }

  /**
   * @throws QuarantineException if the archive holds too many files, or too much
   * @throws IOException if it is damaged
   */
  void check(byte[] content) throws IOException {
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get()) {
      List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
      if (entries.size() > limits.entries()) {
        throw new QuarantineException(
            QuarantineReason.TOO_MANY_ENTRIES, entries.size() + " 个，上限 " + limits.entries());
      }
      long total = 0;
      for (ZipArchiveEntry entry : entries) {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
          throw new QuarantineException(QuarantineReason.ENCRYPTED, entry.getName());
        }
        total += expanded(zip, entry, limits.expandedBytes() - total);
      }
    }
  }

  private long expanded(ZipFile zip, ZipArchiveEntry entry, long left) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long size = 0;
    try (InputStream in = zip.getInputStream(entry)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        size += read;
        if (size > left) {
          throw new QuarantineException(
              QuarantineReason.TOO_COMPRESSED, "解压后超过 " + limits.expandedBytes() + " 字节");
        }
        if (size > FREE_OF_RATIO
            && size / Math.max(1, entry.getCompressedSize()) > limits.ratio()) {
          throw new QuarantineException(
              QuarantineReason.TOO_COMPRESSED,
              entry.getName() + " 的压缩比超过 " + limits.ratio() + "：1");
        }
      }
    }
    return size;
  }
}
