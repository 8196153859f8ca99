package org.kepu.knowledge.ingest;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.catalog.Catalog;
import org.kepu.knowledge.catalog.SourceLedger;
import org.kepu.knowledge.catalog.SourceLedger.DocumentVersion;
import org.kepu.knowledge.catalog.SourceLedger.Entry;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.parse.ParseResult;
import org.kepu.knowledge.parse.QuarantineReason;
import org.kepu.knowledge.source.Item;
import org.kepu.knowledge.source.Listing;
import org.kepu.knowledge.source.Source;
import org.kepu.knowledge.source.SourceFailureException;
import org.kepu.knowledge.source.Unread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes to all sources and notes what is there: reads what is new or changed, knows the rest by its
 * hash, keeps what cannot be reached, forgets what is gone. For use by one thread at a time.
 *
 * <p>Documents go to the catalogue as they are read, a few at a time: neither many nor large ones
 * fill the memory, and a run that is stopped has not read for nothing.
 */
public final class Gathering {

  private static final Logger log = LoggerFactory.getLogger(Gathering.class);

  /** So many documents are held before they are recorded. */
  private static final int AT_A_TIME = 20;

  /** What failed is tried again after so long, and each time after twice as long. */
  private static final Duration RETRY = Duration.ofSeconds(30);

  private static final Duration LONGEST_RETRY = Duration.ofHours(6);

  /** Reasons that may lie in the machine as well as in the file. */
  private static final Set<QuarantineReason> OF_THE_MACHINE =
      Set.of(QuarantineReason.TIMEOUT, QuarantineReason.CRASHED, QuarantineReason.OUT_OF_MEMORY);

  /** A source of so many items does not lose all of them at once: its disk is not there. */
  private static final int MANY = 10;

  private final List<Source> sources;
  private final Catalog catalog;
  private final SourceLedger ledger;
  private final Map<String, Unread> failures = new HashMap<>();
  private final Map<String, List<Unread>> unread = new HashMap<>();
  private final Map<String, String> glances = new HashMap<>();
  private final Map<String, Retry> retries = new HashMap<>();

  /**
   * @param sources where two have documents of the same id, that of the first is taken
   */
  public Gathering(List<Source> sources, Catalog catalog, SourceLedger ledger) {
    this.sources = List.copyOf(sources);
    this.catalog = catalog;
    this.ledger = ledger;
    if (sources.stream().map(Source::name).distinct().count() < sources.size()) {
      throw new IllegalArgumentException(
          "Each source has a name of its own, and of %s two are the same"
              .formatted(sources.stream().map(Source::name).toList()));
    }
  }

  /** Whether a source may have something new to say since it was last gone to. */
  public boolean due() {
    return sources.stream().anyMatch(this::due);
  }

  /**
   * Goes to the first source alone and gives what it has and what is known of the others: what a
   * first start needs to be soon ready.
   *
   * @throws CancellationException if the calling thread is interrupted
   */
  public Contents gatherFirst(IngestListener listener) {
    sources.stream().limit(1).forEach(source -> visit(source, listener));
    return contents();
  }

  /**
   * Goes to the sources that are due and gives what all of them have.
   *
   * @throws org.kepu.knowledge.catalog.CatalogFailureException if the catalogue fails
   * @throws CancellationException if the calling thread is interrupted
   */
  public Contents gather(IngestListener listener) {
    for (Source source : sources) {
      if (due(source)) {
        visit(source, listener);
      }
    }
    return contents();
  }

  private boolean due(Source source) {
    Retry retry = retries.get(source.name());
    return (retry != null && retry.due()) || !source.glance().equals(glances.get(source.name()));
  }

  /** What failed may succeed without anything changing: a machine had too much to do. */
  private void tryAgain(Source source, boolean failed) {
    if (failed) {
      retries.put(source.name(), Retry.after(retries.get(source.name()), RETRY, LONGEST_RETRY));
    } else {
      retries.remove(source.name());
    }
  }

  private void visit(Source source, IngestListener listener) {
    // Taken before: what changes while it is listed is seen the next time.
    String glance = source.glance();
    SortedMap<String, Entry> known = ledger.entries(source.name());
    try {
      Listing listing = source.list();
      refuseSuddenlyEmpty(source, listing, known);
      Visit visit = new Visit(source, known, listener);
      unread.put(source.name(), visit.read(listing));
      failures.remove(source.name());
      tryAgain(source, visit.failed);
    } catch (SourceFailureException e) {
      log.warn(
          "The source {} cannot be read, what is known of it stays: {}",
          source.name(),
          e.inWords());
      failures.put(source.name(), new Unread("", e.inWords()));
      tryAgain(source, true);
    }
    glances.put(source.name(), glance);
  }

  private static void refuseSuddenlyEmpty(
      Source source, Listing listing, SortedMap<String, Entry> known) {
    if (known.size() >= MANY && listing.items().isEmpty() && listing.unread().isEmpty()) {
      throw new SourceFailureException(
          "原有 %d 项，现在一项也没有，疑似磁盘或共享未挂载，原有内容暂予保留；若确实要全部撤下，请从设置中去掉“%s”"
              .formatted(known.size(), source.name()),
          null);
    }
  }

  private Contents contents() {
    SortedMap<String, String> versions = new TreeMap<>();
    List<Quarantined> quarantined = new ArrayList<>();
    for (Source source : sources) {
      String name = source.name();
      for (Entry entry : ledger.entries(name).values()) {
        if (!entry.refusal().isEmpty()) {
          quarantined.add(new Quarantined(place(name, entry.key()), entry.refusal()));
        }
        DocumentVersion document = entry.document();
        if (document != null && versions.putIfAbsent(document.id(), document.version()) != null) {
          quarantined.add(new Quarantined(place(name, entry.key()), Contents.SAME_ID));
        }
      }
      unread.getOrDefault(name, List.of()).stream()
          .filter(left -> !left.passing())
          .forEach(
              left -> quarantined.add(new Quarantined(place(name, left.key()), left.reason())));
      Unread failure = failures.get(name);
      if (failure != null) {
        quarantined.add(new Quarantined(name, failure.reason()));
      }
    }
    return new Contents(versions, quarantined);
  }

  /** Where an editor finds it. */
  private static String place(String source, String key) {
    // A page's address says where it is.
    return key.matches("https?://.*") ? key : source + "/" + key;
  }

  /** One look at one source. */
  private final class Visit {

    private final Source source;
    private final SortedMap<String, Entry> known;
    private final IngestListener listener;
    private final List<Document> documents = new ArrayList<>();
    private final List<Entry> seen = new ArrayList<>();
    private final List<Unread> left = new ArrayList<>();
    private boolean failed;

    Visit(Source source, SortedMap<String, Entry> known, IngestListener listener) {
      this.source = source;
      this.known = known;
      this.listener = listener;
    }

    List<Unread> read(Listing listing) {
      left.addAll(listing.unread());
      List<Item> changed = listing.items().stream().filter(this::changed).toList();
      if (!changed.isEmpty()) {
        listener.reading(source.name(), changed.size());
      }
      try {
        for (int i = 0; i < changed.size(); i++) {
          refuseInterrupted();
          read(changed.get(i));
          listener.read(i + 1);
        }
      } finally {
        note(List.of());
        if (!changed.isEmpty()) {
          listener.finished();
        }
      }
      note(gone(listing));
      return left;
    }

    private boolean changed(Item item) {
      Entry entry = known.get(item.key());
      return entry == null || !entry.hash().equals(item.hash());
    }

    private void read(Item item) {
      try {
        switch (item.opening().open()) {
          case ParseResult.Parsed parsed -> take(item, parsed.document());
          case ParseResult.Quarantined quarantined -> refuse(item, quarantined);
        }
      } catch (IOException e) {
        leave(item, "暂时读不出来（%s），原有内容暂予保留".formatted(e.getMessage()));
      }
    }

    /** It is not noted as read, so it is read again. */
    private void leave(Item item, String reason) {
      left.add(new Unread(item.key(), reason));
      failed = true;
    }

    private void refuse(Item item, ParseResult.Quarantined quarantined) {
      if (OF_THE_MACHINE.contains(quarantined.reason())) {
        leave(item, reason(quarantined));
      } else {
        refuse(item, reason(quarantined));
      }
    }

    private void take(Item item, Document document) {
      if (!document.hasText()) {
        refuse(item, Contents.WITHOUT_TEXT);
        return;
      }
      documents.add(document);
      seen(
          new Entry(
              item.key(), item.hash(), new DocumentVersion(document.id(), document.version()), ""));
    }

    /** What was made of it before stays: a file that was damaged must not take its content away. */
    private void refuse(Item item, String reason) {
      seen(new Entry(item.key(), item.hash(), before(item), reason));
    }

    private @Nullable DocumentVersion before(Item item) {
      Entry entry = known.get(item.key());
      return entry == null ? null : entry.document();
    }

    private void seen(Entry entry) {
      seen.add(entry);
      if (seen.size() == AT_A_TIME) {
        note(List.of());
      }
    }

    private void note(List<String> gone) {
      catalog.record(documents);
      ledger.note(source.name(), seen, gone);
      documents.clear();
      seen.clear();
    }

    private List<String> gone(Listing listing) {
      List<String> gone = new ArrayList<>(known.keySet());
      Set<String> there = new HashSet<>();
      listing.items().forEach(item -> there.add(item.key()));
      listing.unread().forEach(item -> there.add(item.key()));
      gone.removeIf(there::contains);
      return gone;
    }

    private static String reason(ParseResult.Quarantined quarantined) {
      String detail = quarantined.detail();
      return quarantined.reason().inWords() + (detail.isEmpty() ? "" : "（" + detail + "）");
    }

    private static void refuseInterrupted() {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("The reading of sources was interrupted");
      }
    }
  }
}
