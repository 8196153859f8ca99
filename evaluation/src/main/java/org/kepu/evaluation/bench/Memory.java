package org.kepu.evaluation.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What this process holds.
 *
 * @param heapMib on Java's heap after it was cleared up
 * @param residentMib in the machine's memory, all together
 * @param filesMib of that, pages of files that the system takes back when it needs room
 */
record Memory(double heapMib, double residentMib, double filesMib) {

  private static final double MIB = 1024.0 * 1024;
  private static final int CLEARINGS = 3;
  private static final Path STATUS = Path.of("/proc/self/status");

  static Memory now() {
    for (int i = 0; i < CLEARINGS; i++) {
      System.gc();
    }
    double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MIB;
    try {
      List<String> status = Files.readAllLines(STATUS);
      return new Memory(heap, mib(status, "VmRSS:"), mib(status, "RssFile:"));
    } catch (IOException e) {
      throw new UncheckedIOException("Only Linux tells what of a process is resident", e);
    }
  }

  /** Puts down the figures of {@code contender}. */
  void note(String contender, Map<String, Double> figures) {
    figures.put(contender + ".heap-mib", heapMib);
    figures.put(contender + ".resident-mib", residentMib);
    figures.put(contender + ".resident-files-mib", filesMib);
  }

  static double mib(List<String> status, String name) {
    return status.stream()
            .filter(line -> line.startsWith(name))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(STATUS + " does not tell " + name))
        / 1024.0;
  }
}
