package org.kepu.assistant.config;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings the index up to date once the service is up, and keeps it so, on a thread of its own: an
 * older index answers meanwhile, and without one the service says that it is not ready yet. Sources
 * are looked at again and again, since not every disk tells of its changes.
 */
@Component
class CollectionLoader implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(CollectionLoader.class);

  /** A search cluster that is away is looked for again after so long. */
  private static final Duration AGAIN = Duration.ofSeconds(10);

  private final Ingest ingest;
  private final KnowledgeBase knowledge;
  private final SearchSettings search;
  private final ApplicationContext context;
  private volatile @Nullable Thread loading;
  private volatile @Nullable OpenSources sources;
  private boolean announced;
  private boolean broken;

  CollectionLoader(
      Ingest ingest, KnowledgeBase knowledge, SearchSettings search, ApplicationContext context) {
    this.ingest = ingest;
    this.knowledge = knowledge;
    this.search = search;
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

  private void load() {
    while (!loaded()) {
      try {
        Thread.sleep(AGAIN);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Whether nothing is left to be tried. */
  private boolean loaded() {
    try {
      if (knowledge.ready()) {
        announce("an earlier index");
      } else {
        attempt(() -> gathering.gatherFirst(new ConsoleProgress()));
      }
      IngestReport report = ingest.run(StarterCollection.documents(), new ConsoleProgress());
      tell(report);
      announce(
          "%d articles, %d passages%s"
              .formatted(
                  report.documents(), report.passages(), report.built() ? ", newly indexed" : ""));
      return true;
    } catch (CancellationException e) {
      log.info("Stopped while indexing; the next start begins again");
      return true;
    } catch (RuntimeException e) {
      return isOver(e);
    }
  }

  /** A search cluster comes back by itself; what else fails would fail again. */
  private boolean isOver(RuntimeException failure) {
    if (search.configured() && failure instanceof IndexFailureException) {
      log.warn(
          "The collection is not indexed yet and tried again in {} s: {}",
          AGAIN.toSeconds(),
          failure.getMessage());
      return false;
    }
    log.error("The collection cannot be indexed", failure);
    if (!knowledge.ready()) {
      AvailabilityChangeEvent.publish(context, LivenessState.BROKEN);
    }
    return true;
  }

  private static void tell(IngestReport report) {
    report.quarantined().forEach(left -> log.warn("Not indexed: {}: {}", left.id(), left.reason()));
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
