package org.kepu.knowledge.parse;

import java.time.Duration;

/**
 * What a file may cost. Each limit that is passed ends the reading of that file, and of it alone.
 *
 * @param fileBytes the size of a file, in bytes, 1 to 1 GiB
 * @param time the wall time to read a file, or one article of a dump
 * @param heapMegabytes the heap of the process that reads, in MiB, 64 and more
 * @param depth how deeply elements may be nested, 16 and more
 * @param entries how many files an archive may hold (DOCX, XLSX and EPUB are archives)
 * @param expandedBytes what an archive may unpack to, in bytes
 * @param ratio how many times its packed size an archive's file may unpack to, once it passes a
 *     megabyte
 * @param characters the length of a document's text, in UTF-16 code units
 */
public record Limits(
    int fileBytes,
    Duration time,
    int heapMegabytes,
    int depth,
    int entries,
    long expandedBytes,
    int ratio,
    int characters) {

  private static final int MEBI = 1 << 20;

  /** For a machine that also serves visitors; a book of a thousand pages passes. */
  public static final Limits STANDARD =
      new Limits(64 * MEBI, Duration.ofSeconds(20), 512, 200, 10_000, 512L * MEBI, 200, 4_000_000);

  public Limits {
    if (fileBytes < 1
        || fileBytes > 1 << 30
        || time.isNegative()
        || time.isZero()
        || heapMegabytes < 64
        || depth < 16
        || entries < 1
        || expandedBytes < 1
        || ratio < 1
        || characters < 1) {
      throw new IllegalArgumentException(
          "Limits are positive, a heap has 64 MiB and more, a file at most 1 GiB, a depth 16 and"
              + " more, not "
              + "%d bytes, %s, %d MiB, %d deep, %d entries, %d bytes unpacked, %d-fold, %d characters"
                  .formatted(
                      fileBytes,
                      time,
                      heapMegabytes,
                      depth,
                      entries,
                      expandedBytes,
                      ratio,
                      characters));
    }
  }
}
