package org.kepu.assistant.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.ingest.Quarantined;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What is not answered from and why, as a file that a person can read; new entries are logged. */
final class QuarantineList {

  private static final Logger log = LoggerFactory.getLogger(QuarantineList.class);

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path file;
  private final InstantSource clock;
  private @Nullable List<Quarantined> last;

  QuarantineList(Path file, InstantSource clock) {
    this.file = file;
    this.clock = clock;
  }

  /** Writes the list if it is another than the one before. It is an aid: a failure is logged. */
  void tell(List<Quarantined> now) {
    if (now.equals(last)) {
      return;
    }
    List<Quarantined> before = last == null ? List.of() : last;
    now.stream()
        .filter(left -> !before.contains(left))
        .forEach(left -> log.warn("Not indexed 未收录 {}: {}", left.id(), left.reason()));
    last = now;
    try {
      Path next = file.resolveSibling(file.getFileName() + ".next");
      Files.write(next, JSON.writeValueAsBytes(new Content(clock.instant(), now)));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      log.warn("{} cannot be written: {}", file, e.toString());
    }
  }

  private record Content(Instant writtenAt, List<Quarantined> quarantined) {}
}
