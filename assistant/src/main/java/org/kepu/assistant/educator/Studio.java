package org.kepu.assistant.educator;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.kepu.assistant.educator.ItemSet.Progress;
import org.kepu.assistant.educator.ItemSet.State;
import org.kepu.assistant.educator.Slot.Decision;
import org.kepu.assistant.educator.gate.Judged;
import org.kepu.assistant.educator.generation.Purse;
import org.kepu.assistant.educator.item.Item;
import org.kepu.assistant.hall.Halls;
import org.kepu.assistant.reach.Interaction;
import org.kepu.assistant.reach.InteractionLog;
import org.kepu.assistant.reach.Scene;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes sets in the background, and keeps what educators make of them. Whatever is made, reviewed
 * or exported is counted in the interaction log. Blocking; safe for use by several threads.
 */
public final class Studio implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Studio.class);

  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  /** How often a set in the making is written down: what another node shows is that old. */
  private static final Duration WRITTEN_EVERY = Duration.ofMillis(500);

  /** How long somebody who cancels waits for what was made by then. */
  private static final Duration PATIENCE = Duration.ofMillis(700);

  private static final int ID_BYTES = 12;
  private static final int MOST_LISTED = 100;

  private final Workshop workshop;
  private final ItemSetStore store;
  private final InteractionLog interactions;
  private final StudioSettings settings;
  private final Function<String, Purse> purses;
  private final Halls halls;
  private final InstantSource clock;
  private final ExecutorService makers;
  private final Map<String, Running> making = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final NoArgGenerator eventIds = Generators.timeBasedEpochGenerator();

  /**
   * @param purses gives what models may cost for an account's sets
   */
  public Studio(
      Workshop workshop,
      ItemSetStore store,
      InteractionLog interactions,
      StudioSettings settings,
      Function<String, Purse> purses,
      Halls halls,
      InstantSource clock) {
    this.workshop = workshop;
    this.store = store;
    this.interactions = interactions;
    this.settings = settings;
    this.purses = purses;
    this.halls = halls;
    this.clock = clock;
    this.makers =
        Executors.newFixedThreadPool(
            settings.atOnce(), Thread.ofPlatform().daemon().name("items-", 0).factory());
  }

  /**
   * Begins a set; it is made in the background.
   *
   * @param venues the houses that {@code owner} is for, empty for all
   * @throws BadOrderException if the order is too large, or the account asked too often
   */
  public ItemSet begin(Order order, String owner, SortedSet<String> venues, Scene scene) {
    if (order.total() > settings.itemsPerSet()) {
      throw new BadOrderException("too_many_items", order.total(), settings.itemsPerSet());
    }
    Instant now = clock.instant();
    if (store.begunSince(owner, now.minus(Duration.ofDays(1))) >= settings.setsPerDay()) {
      throw new BadOrderException("quota_used", settings.setsPerDay());
    }
    ItemSet set =
        new ItemSet(
            newId(),
            owner,
            venues,
            order,
            State.MAKING,
            Progress.NONE,
            0,
            order.title(),
            List.of(),
            now,
            now,
            ModelWork.NONE,
            Refusals.NONE);
    store.begin(set);
    Running running = new Running(new AtomicBoolean(), new CountDownLatch(1));
    making.put(set.id(), running);
    makers.execute(() -> make(set, scene, running));
    return set;
  }

  /** Stops the making of a set; what was made by then is kept. Says whether there was any. */
  public boolean cancel(String id) {
    Running running = making.get(id);
    if (running != null) {
      running.stop().set(true);
      if (running.ended(PATIENCE)) {
        return true;
      }
    }
    // It waits, or is another node's, which notices when it writes its progress next.
    return store.finish(id, State.CANCELLED, Made.NOTHING, clock.instant());
  }

  /** Deletes a set with all its versions; what was counted of it stays counted. */
  public boolean delete(String id) {
    cancel(id);
    return store.delete(id, clock.instant());
  }

  /** Whether there was a set of this id, and its owner deleted it. */
  public boolean deleted(String id) {
    return store.deleted(id);
  }

  public Optional<ItemSet> find(String id) {
    return store.find(id);
  }

  /** A set as it was at a version. */
  public Optional<ItemSet> find(String id, int version) {
    return store.find(id, version);
  }

  /** An owner's latest sets, without their places. */
  public List<ItemSet> of(String owner) {
    return store.of(owner, MOST_LISTED);
  }

  /**
   * A person's word on an item.
   *
   * @return the new version, empty if {@code version} is not the current one
   * @throws BadOrderException if there is no such place
   */
  public Optional<Integer> decide(
      ItemSet set,
      int version,
      int number,
      Decision decision,
      String reason,
      String by,
      Scene scene) {
    Slot slot = slot(set, number);
    Optional<Integer> next =
        change(
            set, version, set.title(), numbers(set), List.of(slot.decided(decision, reason)), by);
    next.ifPresent(
        v ->
            record(
                Interaction.itemReviewed(
                    eventIds.generate(),
                    clock.instant(),
                    scene,
                    name(set, number),
                    verdict(decision, slot))));
    return next;
  }

  /** A person's wording of an item; its place in the collection stays. */
  public Optional<Integer> reword(ItemSet set, int version, int number, Item item, String by) {
    Slot slot = slot(set, number);
    Judged judged = workshop.bench().judge(item, today());
    return change(set, version, set.title(), numbers(set), List.of(slot.reworded(judged)), by);
  }

  /**
   * Another item of the same kind in a place. It counts as the same one.
   *
   * @throws BadOrderException if the set's sections give no other, or there is no such place
   */
  public Optional<Integer> renew(ItemSet set, int version, int number, String by) {
    Slot slot = slot(set, number);
    Workshop.Bench bench = workshop.bench();
    List<Place> places =
        Place.of(set.order(), bench.documents(), bench.names(), halls, settings.sectionsPerSet());
    Judged another =
        new Renewal(bench, workshop.repetition(), today())
            .instead(set, slot, places)
            .orElseThrow(() -> new BadOrderException("nothing_else"));
    return change(set, version, set.title(), numbers(set), List.of(slot.renewed(another)), by);
  }

  /** A set's versions, the latest first. */
  public List<ItemSetStore.Version> versions(ItemSet set) {
    return store.versions(set.id());
  }

  /**
   * A set as it was at a version, as its next one; what a person said then holds again.
   *
   * @throws BadOrderException if there is no such version
   */
  public Optional<Integer> restore(ItemSet set, int version, int from, String by) {
    ItemSet then =
        store
            .find(set.id(), from)
            .orElseThrow(() -> new BadOrderException("version_unknown", from));
    return change(set, version, then.title(), numbers(then), then.slots(), by);
  }

  /** Another title, another order of the places. */
  public Optional<Integer> arrange(
      ItemSet set, int version, String title, List<Integer> order, String by) {
    if (order.size() != set.slots().size()
        || !new HashSet<>(order).equals(new HashSet<>(numbers(set)))) {
      throw new BadOrderException("order_incomplete", set.slots().size());
    }
    String stripped = title.strip();
    if (stripped.isEmpty() || stripped.length() > Order.LONGEST_TITLE) {
      throw new BadOrderException("set_title_length", Order.LONGEST_TITLE);
    }
    return change(set, version, stripped, order, List.of(), by);
  }

  /** Counts an export. */
  public void exported(ItemSet set, String format, Scene scene) {
    record(Interaction.export(eventIds.generate(), clock.instant(), scene, set.id(), format));
  }

  @Override
  public void close() {
    making.values().forEach(running -> running.stop().set(true));
    makers.shutdown();
  }

  private void make(ItemSet set, Scene scene, Running running) {
    AtomicBoolean stop = running.stop();
    try {
      if (stop.get()) {
        store.finish(set.id(), State.CANCELLED, Made.NOTHING, clock.instant());
        return;
      }
      Workshop.Bench bench = workshop.bench();
      List<Place> places =
          Place.of(set.order(), bench.documents(), bench.names(), halls, settings.sectionsPerSet());
      store.progress(set.id(), new Progress(0, places.size(), 0));
      Making items =
          new Making(
              bench,
              workshop.repetition(),
              set.order(),
              today(),
              purses.apply(set.owner()),
              settings.modelTime());
      Made made = items.run(places, stop::get, writing(set.id(), stop));
      State end = stop.get() ? State.CANCELLED : State.READY;
      if (store.finish(set.id(), end, made, clock.instant())) {
        made.slots().stream()
            .filter(slot -> slot.objections().isEmpty())
            .forEach(slot -> recordMade(set, slot, scene));
      }
    } catch (RuntimeException | Error e) {
      log.error("Set {} could not be made", set.id(), e);
      store.finish(set.id(), State.FAILED, Made.NOTHING, clock.instant());
    } finally {
      making.remove(set.id());
      running.end().countDown();
    }
  }

  private Consumer<Progress> writing(String id, AtomicBoolean stop) {
    Instant[] last = {Instant.MIN};
    return progress -> {
      Instant now = clock.instant();
      if (last[0].equals(Instant.MIN)
          || progress.done() == progress.total()
          || Duration.between(last[0], now).compareTo(WRITTEN_EVERY) >= 0) {
        last[0] = now;
        if (!store.progress(id, progress)) {
          stop.set(true);
        }
      }
    };
  }

  private void recordMade(ItemSet set, Slot slot, Scene scene) {
    record(
        Interaction.itemGenerated(
            eventIds.generate(),
            clock.instant(),
            scene,
            name(set, slot.number()),
            slot.item().kind().code()));
  }

  private void record(Interaction interaction) {
    interactions.append(interaction);
  }

  private Optional<Integer> change(
      ItemSet set, int version, String title, List<Integer> order, List<Slot> changed, String by) {
    return store.change(set.id(), version, title, order, changed, by, clock.instant());
  }

  private static String verdict(Decision decision, Slot slot) {
    return decision.code() + (slot.edited() ? " edited" : "");
  }

  private static String name(ItemSet set, int number) {
    return set.id() + ":" + number;
  }

  private static List<Integer> numbers(ItemSet set) {
    return new ArrayList<>(set.slots().stream().map(Slot::number).toList());
  }

  private static Slot slot(ItemSet set, int number) {
    return set.slots().stream()
        .filter(slot -> slot.number() == number)
        .findFirst()
        .orElseThrow(() -> new BadOrderException("slot_unknown", number));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), BEIJING);
  }

  private String newId() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * A set in the making.
   *
   * @param stop to be set by whoever wants it to end
   * @param end counted down when it has
   */
  private record Running(AtomicBoolean stop, CountDownLatch end) {

    boolean ended(Duration patience) {
      try {
        return end.await(patience.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }
}
