package org.kepu.assistant.config;

import java.time.Duration;
import java.util.List;
import org.kepu.knowledge.intake.FileIntake;
import org.kepu.knowledge.source.Source;
import org.kepu.knowledge.source.site.SiteSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sources while the service runs, with what they need to read them. */
final class OpenSources implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(OpenSources.class);

  private final List<Source> all;
  private final FileIntake intake;
  private final List<Thread> visits;

  /**
   * @param all where two have a document of the same id, that of the first is taken
   * @param sites those of them that are visited, each on a thread of its own: a slow one keeps
   *     nobody waiting
   * @param every how long after a visit the next begins
   */
  OpenSources(List<Source> all, FileIntake intake, List<SiteSource> sites, Duration every) {
    this.all = List.copyOf(all);
    this.intake = intake;
    this.visits =
        sites.stream()
            .map(site -> Thread.ofVirtual().name(site.name()).start(() -> visit(site, every)))
            .toList();
  }

  List<Source> all() {
    return all;
  }

  private static void visit(SiteSource site, Duration every) {
    try {
      while (true) {
        try {
          site.visit();
        } catch (RuntimeException | Error e) {
          log.error("A visit to {} failed; it is visited again in {}", site.name(), every, e);
        }
        Thread.sleep(every);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends what is being read and visited, in the middle of a file if need be. */
  @Override
  public void close() {
    visits.forEach(Thread::interrupt);
    intake.close();
  }
}
