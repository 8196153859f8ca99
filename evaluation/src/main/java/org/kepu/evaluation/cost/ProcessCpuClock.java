package org.kepu.evaluation.cost;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The CPU time of this process, all its threads together, in nanoseconds, by POSIX {@code
 * clock_gettime(CLOCK_PROCESS_CPUTIME_ID)}. The JDK's own figure moves in steps of 10 ms, longer
 * than what is measured here.
 */
final class ProcessCpuClock {

  private static final int LINUX_PROCESS_CPUTIME = 2;
  private static final int MAC_PROCESS_CPUTIME = 12;
  private static final long NANOS = 1_000_000_000L;

  private final MethodHandle getTime;
  private final MemorySegment timespec;
  private final int clock;

  ProcessCpuClock() {
    Linker linker = Linker.nativeLinker();
    getTime =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("clock_gettime"),
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
    timespec = Arena.ofAuto().allocate(2 * ValueLayout.JAVA_LONG.byteSize());
    boolean mac = System.getProperty("os.name").startsWith("Mac");
    clock = mac ? MAC_PROCESS_CPUTIME : LINUX_PROCESS_CPUTIME;
  }

  /** Nanoseconds spent so far. */
  long nanos() {
    try {
      int failed = (int) getTime.invokeExact(clock, timespec);
      if (failed != 0) {
        throw new IllegalStateException("clock_gettime failed; measure the cost on Linux or macOS");
      }
      return timespec.getAtIndex(ValueLayout.JAVA_LONG, 0) * NANOS
          + timespec.getAtIndex(ValueLayout.JAVA_LONG, 1);
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("clock_gettime cannot be called", e);
    }
  }
}
