package org.kepu.assistant.config;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.hall.Halls;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.catalog.Catalog;
import org.kepu.knowledge.catalog.SourceLedger;
import org.kepu.knowledge.ingest.Contents;
import org.kepu.knowledge.ingest.Gathering;
import org.kepu.knowledge.ingest.Ingest;
import org.kepu.knowledge.ingest.IngestReport;
import org.kepu.knowledge.search.IndexFailureException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Brings the index up to date once the service is up, and keeps it so, on a thread of its own: an
 * older index answers meanwhile, and without one the service says that it is not ready yet. Sources
 * are looked at again and again, since not every disk tells of its changes.
 */
@Component
class CollectionLoader implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(CollectionLoader.class);

  /** What failed, a full disk perhaps, is tried again after so long. */
  private static final Duration RETRY = Duration.ofSeconds(30);

  /** Looking takes one part in so many of the time, however large the folders. */
  private static final int LOOKS_SHARE = 20;

  private final Ingest ingest;
  private final KnowledgeBase knowledge;
  private final Catalog catalog;
  private final SourceLedger ledger;
  private final SourceFactory factory;
  private final SourceSettings settings;
  private final QuarantineList quarantine;
  private final Halls halls;
  private final SearchSettings search;
  private final ApplicationContext context;
  private volatile @Nullable Thread loading;
  private volatile @Nullable OpenSources sources;
  private volatile boolean dead;
  private List<String> missing = List.of();
  private boolean announced;
  private boolean broken;

  CollectionLoader(
      Ingest ingest,
      KnowledgeBase knowledge,
      Catalog catalog,
      SourceLedger ledger,
      SourceFactory factory,
      SourceSettings settings,
      SearchSettings search,
      Halls halls,
      HomeSettings home,
      InstantSource clock,
      ApplicationContext context) {
    this.ingest = ingest;
    this.knowledge = knowledge;
    this.catalog = catalog;
    this.ledger = ledger;
    this.factory = factory;
    this.settings = settings;
    this.quarantine = new QuarantineList(home.quarantine(), clock);
    this.search = search;
    this.halls = halls;
    this.context = context;
  }

  /** After the web server, whose port is told to the person waiting. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }

  @Override
  public void start() {
    OpenSources opened = factory.open();
    sources = opened;
    Gathering gathering = new Gathering(opened.all(), catalog, ledger);
    loading = Thread.ofPlatform().name("collection-loader").start(() -> load(gathering));
  }

  @Override
  public void stop() {
    Thread thread = loading;
    loading = null;
    if (thread != null) {
      thread.interrupt();
    }
    OpenSources opened = sources;
    sources = null;
    if (opened != null) {
      opened.close();
    }
    if (thread != null) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return loading != null;
  }

  private void load(Gathering gathering) {
    try {
      if (served()) {
        announce("an earlier index");
      } else {
        attempt(() -> gathering.gatherFirst(new ConsoleProgress()));
      }
      boolean done = attempt(() -> gathering.gather(new ConsoleProgress()));
      while (loading != null) {
        pause(gathering, done);
        done = attempt(() -> gathering.gather(new ConsoleProgress()));
      }
    } catch (CancellationException e) {
      log.info("Stopped while indexing; the next start begins again");
    } catch (InterruptedException e) {
      log.debug("Stopped while nothing was to be done");
    } catch (RuntimeException | Error e) {
      if (loading == null) {
        log.info("Stopped while indexing; the next start begins again", e);
      } else {
        giveUp(e);
      }
    }
  }

  /** Whether an earlier index serves; a search cluster that is away is waited for. */
  private boolean served() throws InterruptedException {
    while (true) {
      try {
        return knowledge.ready();
      } catch (IndexFailureException e) {
        log.warn(
            "The index cannot be reached; trying again in {} s: {}",
            RETRY.toSeconds(),
            e.getMessage());
        Thread.sleep(RETRY);
      }
    }
  }

  /**
   * Nobody brings the index up to date any more, and what an error left behind cannot be trusted:
   * whoever looks after the service is told to restart it.
   */
  private void giveUp(Throwable e) {
    dead = true;
    try {
      log.error(
          "The sources are not indexed any more; liveness is DOWN, and the service must be restarted",
          e);
    } finally {
      // Also where no memory is left to log with.
      AvailabilityChangeEvent.publish(context, LivenessState.BROKEN);
    }
  }

  /** Boot calls every service alive that has started, whatever was said before. */
  @EventListener(ApplicationReadyEvent.class)
  void started() {
    if (dead) {
      AvailabilityChangeEvent.publish(context, LivenessState.BROKEN);
    }
  }

  /** Returns when a source may have changed, or it is time to try again what failed. */
  private void pause(Gathering gathering, boolean done) throws InterruptedException {
    if (!done) {
      Thread.sleep(RETRY);
      return;
    }
    boolean due = false;
    while (!due) {
      long began = System.nanoTime();
      due = due(gathering);
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      if (!due) {
        Duration share = took.multipliedBy(LOOKS_SHARE);
        Thread.sleep(share.compareTo(settings.look()) > 0 ? share : settings.look());
      }
    }
  }

  /** What cannot be looked at is gathered: that says what is wrong, and tries again. */
  private static boolean due(Gathering gathering) {
    try {
      return gathering.due();
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      return true;
    }
  }

  /**
   * Gathers and indexes.
   *
   * @return false if it must be tried again
   */
  private boolean attempt(Supplier<Contents> gathered) {
    try {
      IngestReport report = ingest.run(gathered.get(), new ConsoleProgress());
      quarantine.tell(report.quarantined());
      tell(report);
      tellWhatHallsMiss();
      if (broken) {
        broken = false;
        AvailabilityChangeEvent.publish(context, LivenessState.CORRECT);
      }
      return true;
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      if (loading == null) {
        throw new CancellationException("Stopped");
      }
      if (search.configured() && e instanceof IndexFailureException) {
        // A search cluster that is away comes back by itself: no fault of this service's.
        log.warn(
            "The sources are not indexed yet; trying again in {} s: {}",
            RETRY.toSeconds(),
            e.getMessage());
        return false;
      }
      log.error("The sources cannot be indexed; trying again in {} s", RETRY.toSeconds(), e);
      if (!knowledge.ready()) {
        broken = true;
        AvailabilityChangeEvent.publish(context, LivenessState.BROKEN);
      }
      return false;
    }
  }

  /** Once, until it is something else. */
  private void tellWhatHallsMiss() {
    List<String> now = halls.missingFrom(knowledge.documents());
    if (!now.equals(missing)) {
      missing = now;
      now.forEach(one -> log.warn("halls.yaml: {}", one));
    }
  }

  private void tell(IngestReport report) {
    switch (report.result()) {
      case BUILT ->
          log.info(
              "Indexed: {} added, {} changed, {} removed, {} as they were, {} left out; {} passages"
                  + " embedded",
              report.added().size(),
              report.changed().size(),
              report.removed().size(),
              report.kept(),
              report.quarantined().size(),
              report.embedded());
      case WITHHELD ->
          log.warn("The index that was stepped back from is not built again of the same documents");
      case UP_TO_DATE -> {}
    }
    if (!announced) {
      announced = true;
      announce(
          "%d articles, %d passages%s"
              .formatted(
                  report.documents(), report.passages(), report.built() ? ", newly indexed" : ""));
    }
  }

  private void announce(String what) {
    log.info("Ready with {}: http://localhost:{}", what, port());
  }

  private int port() {
    return context instanceof WebServerApplicationContext web && web.getWebServer() != null
        ? web.getWebServer().getPort()
        : -1;
  }
}
