package org.kepu.knowledge.engine.opensearch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.index.GenerationBuilder;
import org.kepu.knowledge.index.PassageIndex;
import org.kepu.knowledge.search.Generation;
import org.kepu.knowledge.search.IndexFailureException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Generations as indices of an OpenSearch cluster; aliases name the one that answers and the one
 * before it, and a swap changes both in one step, for all services that share the cluster.
 *
 * <p>Nothing is connected to before the first question: a service starts without its cluster, says
 * that it has none, and goes on by itself once it is there.
 */
public final class OpenSearchIndex implements PassageIndex {

  private static final Logger log = LoggerFactory.getLogger(OpenSearchIndex.class);

  /** After so long a swap by another service is seen. */
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Cluster cluster;
  private final Names names;
  private final ReentrantLock looking = new ReentrantLock();

  // All of these are read and written under this object's lock, and no cluster is asked under it.
  private final Map<String, HeldGeneration> opened = new HashMap<>();
  private @Nullable Generations known;
  private @Nullable String unreadable;
  private long lookedAt;
  private int changes;
  private boolean closed;

  /** An index that will be looked for where {@code settings} say. */
  public OpenSearchIndex(OpenSearchSettings settings) {
    cluster = new Cluster(settings);
    names = new Names(settings.prefix());
  }

  /** What must change for an index of this engine to be rebuilt. */
  public static String layout() {
    return Schema.LAYOUT;
  }

  @Override
  public Optional<Generation> live() {
    while (true) {
      Generations now = current();
      String name = now == null ? null : now.live();
      if (name == null) {
        return Optional.empty();
      }
      HeldGeneration contents = contents(name);
      if (contents == null) {
        return Optional.empty();
      }
      synchronized (this) {
        if (closed) {
          return Optional.empty();
        }
        // Swapped by us between the lines above: it may be cleared away already.
        if (known != null && known.inUse(name)) {
          return Optional.of(hold(contents));
        }
      }
    }
  }

  @Override
  public GenerationBuilder begin(String fingerprint, String embedder) {
    clearAway();
    Schema.install(cluster, names);
    return OpenSearchGenerationBuilder.begin(
        this, cluster, names.freshGeneration(), fingerprint, embedder);
  }

  @Override
  public boolean stepBack() {
    Generations now = look(false);
    String live = now.live();
    String back = now.previous();
    if (live == null || back == null) {
      return false;
    }
    checkAnswers(back);
    Generations then = now.steppedBack();
    List<Map<String, Object>> actions = new ArrayList<>(moved(names.live(), live, back));
    actions.addAll(moved(names.previous(), back, live));
    actions.addAll(moved(names.withdrawn(), now.withdrawn(), then.withdrawn()));
    swap(actions, then);
    return true;
  }

  @Override
  public Optional<String> withdrawn() {
    Generations now = current();
    return Optional.ofNullable(now)
        .map(Generations::withdrawn)
        .map(this::contents)
        .map(contents -> contents.description().fingerprint());
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      known = null;
      if (anyHeld()) {
        // The last question that is still being answered closes the connections.
        return;
      }
    }
    cluster.close();
  }

  /** Makes a finished generation the live one. */
  void publish(String name, String fingerprint) {
    Generations now = look(false);
    String live = now.live();
    if (live != null && publishedByAnother(live, fingerprint)) {
      log.info("Another service published the same index meanwhile; that one answers");
      discard(name);
      return;
    }
    List<Map<String, Object>> actions = new ArrayList<>(moved(names.live(), live, name));
    actions.addAll(moved(names.previous(), now.previous(), live));
    actions.addAll(moved(names.withdrawn(), now.withdrawn(), null));
    swap(actions, now.published(name));
    retire(now.previous());
  }

  /** Opens a generation that is complete and not published. */
  Generation open(String name) {
    HeldGeneration contents = contents(name);
    if (contents == null) {
      throw new IndexFailureException(
          "The index " + name + " is not in the cluster any more", null);
    }
    synchronized (this) {
      return hold(contents);
    }
  }

  /** Takes a generation away that nobody will ask; where it cannot be, it is cleared away later. */
  void discard(String name) {
    try {
      if (!look(false).inUse(name)) {
        cluster.find(Call.delete("/" + name));
      }
    } catch (IndexFailureException e) {
      log.warn("The index {} cannot be deleted yet: {}", name, e.getMessage());
    }
  }

  /** Lets go of one hold on a generation. */
  void release(HeldGeneration contents) {
    synchronized (this) {
      contents.release();
      forgetUnused();
      if (!closed || anyHeld()) {
        return;
      }
    }
    cluster.close();
  }

  private Generation hold(HeldGeneration contents) {
    HeldGeneration shared = opened.computeIfAbsent(contents.name(), name -> contents);
    shared.hold();
    return new OpenSearchGeneration(this, shared);
  }

  private boolean anyHeld() {
    return opened.values().stream().anyMatch(HeldGeneration::held);
  }

  private void forgetUnused() {
    opened
        .values()
        .removeIf(contents -> !contents.held() && (known == null || !known.inUse(contents.name())));
  }

  /** What is live and what is not, as of a moment ago; null once closed. */
  private @Nullable Generations current() {
    synchronized (this) {
      if (closed) {
        return null;
      }
      boolean fresh = known != null && System.nanoTime() - lookedAt < FRESH.toNanos();
      // While one looks, the others go by what was known: they would wait in a line for a cluster
      // that does not answer.
      if (fresh || (known != null && looking.isLocked())) {
        return known;
      }
    }
    looking.lock();
    try {
      return look(true);
    } finally {
      looking.unlock();
    }
  }

  /**
   * Asks the cluster.
   *
   * @param local of whichever node, also while none is in charge; else of the one in charge
   */
  private Generations look(boolean local) {
    int before;
    synchronized (this) {
      before = changes;
    }
    Call call = Call.get("/" + names.generations() + "/_alias").with("local", local);
    Generations seen = Generations.of(cluster.ask(call), names);
    synchronized (this) {
      // Not what was asked before our own swap and answered after.
      if (known == null || before == changes) {
        know(seen);
      }
      return known == null ? seen : known;
    }
  }

  private void know(Generations now) {
    if (!closed) {
      known = now;
      lookedAt = System.nanoTime();
      forgetUnused();
    }
  }

  /** A generation's contents, as they are known or can be asked; null if this version cannot. */
  private @Nullable HeldGeneration contents(String name) {
    synchronized (this) {
      HeldGeneration contents = opened.get(name);
      if (contents != null) {
        return contents;
      }
    }
    Optional<JsonNode> mapping = mapping(name);
    if (mapping.isEmpty()) {
      return null;
    }
    Description description = Description.of(mapping.get());
    if (!description.readable()) {
      tellUnreadable(name, description);
      return null;
    }
    return new HeldGeneration(cluster, name, description, Schema.dimension(mapping.get()));
  }

  private void tellUnreadable(String name, Description description) {
    synchronized (this) {
      if (name.equals(unreadable)) {
        return;
      }
      unreadable = name;
    }
    log.warn(
        "The index {} is of the layout “{}” and this version reads {}; it is built anew",
        name,
        description.layout(),
        Schema.LAYOUT);
  }

  private Optional<JsonNode> mapping(String name) {
    return cluster
        .find(Call.get("/" + name + "/_mapping"))
        .map(answer -> answer.path(name).path("mappings"));
  }

  private boolean publishedByAnother(String live, String fingerprint) {
    HeldGeneration contents = contents(live);
    return contents != null && contents.description().fingerprint().equals(fingerprint);
  }

  private void checkAnswers(String name) {
    if (contents(name) == null) {
      throw new IndexFailureException(
          "The earlier index %s cannot be asked by this version any more".formatted(name), null);
    }
    cluster.search(Call.post("/" + name + "/_search", Map.of("size", 0)));
  }

  /** The actions that take an alias from one generation and give it to another. */
  private static List<Map<String, Object>> moved(
      String alias, @Nullable String from, @Nullable String to) {
    List<Map<String, Object>> actions = new ArrayList<>();
    if (from != null && !from.equals(to)) {
      // Where it is not there any more another service was faster, and nothing is changed.
      actions.add(Map.of("remove", Map.of("index", from, "alias", alias, "must_exist", true)));
    }
    if (to != null && !to.equals(from)) {
      actions.add(Map.of("add", Map.of("index", to, "alias", alias)));
    }
    return actions;
  }

  /** Changes the aliases, all or none. */
  private void swap(List<Map<String, Object>> actions, Generations then) {
    try {
      cluster.write(Call.post("/_aliases", Map.of("actions", actions)));
    } catch (IndexFailureException e) {
      // It may have been done, and only the answer lost.
      if (!Objects.equals(look(false).live(), then.live())) {
        throw e;
      }
    }
    synchronized (this) {
      changes++;
      know(then);
    }
  }

  /** Has a generation that lost its use stay for those who began to ask it elsewhere. */
  private void retire(@Nullable String name) {
    try {
      if (name != null) {
        keep(name, Instant.now().plus(cluster.settings().grace()));
        clearAway();
      }
    } catch (IndexFailureException e) {
      log.warn("Earlier indices cannot be cleared away yet: {}", e.getMessage());
    }
  }

  /** Has a generation without a use stay until then. */
  void keep(String name, Instant until) {
    mapping(name)
        .map(Description::of)
        .ifPresent(
            description ->
                cluster.write(
                    Call.put(
                        "/" + name + "/_mapping",
                        Map.of("_meta", description.kept(until).meta()))));
  }

  /** Deletes what has no use and need not be kept: replaced generations and stopped builds. */
  private void clearAway() {
    Generations now = look(false);
    for (String name : now.all()) {
      if (!now.inUse(name) && !isHeld(name) && isOver(name)) {
        discard(name);
      }
    }
  }

  private synchronized boolean isHeld(String name) {
    HeldGeneration contents = opened.get(name);
    return contents != null && contents.held();
  }

  private boolean isOver(String name) {
    return mapping(name)
        .map(Description::of)
        .filter(description -> !Instant.now().isBefore(description.keepUntil()))
        .isPresent();
  }
}
