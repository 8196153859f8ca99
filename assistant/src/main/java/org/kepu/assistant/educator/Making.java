package org.kepu.assistant.educator;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.kepu.assistant.educator.Refusals.Misfit;
import org.kepu.assistant.educator.gate.Judged;
import org.kepu.assistant.educator.gate.Objection;
import org.kepu.assistant.educator.gate.Repetition;
import org.kepu.assistant.educator.generation.Limit;
import org.kepu.assistant.educator.generation.ModelMaker;
import org.kepu.assistant.educator.generation.Purse;
import org.kepu.assistant.educator.generation.Written;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Draft;
import org.kepu.assistant.educator.item.Item;
import org.kepu.assistant.educator.item.Kind;

/**
 * Makes one set: first every section gives its fair share, then whoever has more fills what is
 * left. What a model wrote for a section is judged before what the rules find there. Without a
 * model the same order over the same documents gives the same set. Used by one thread.
 */
final class Making {

  /** What was refused is counted, but of hundreds nobody reads all. */
  private static final int MOST_REFUSED = 60;

  /** Some of what a model writes is refused: it is asked for so many more than are wanted. */
  private static final int SPARE = 1;

  /** More at once would be cut off. */
  private static final int MOST_WRITTEN = 6;

  /** A model that fails so often in a row is not asked for the sections left. */
  private static final int PATIENCE = 3;

  private final Workshop.Bench bench;
  private final Repetition repetition;
  private final Order order;
  private final LocalDate today;
  private final Purse purse;
  private final Duration modelTime;
  private final Map<Kind, Integer> open;
  private final List<Judged> sound = new ArrayList<>();
  private final List<Judged> refused = new ArrayList<>();
  private final Map<Objection.Reason, Integer> objections = new EnumMap<>(Objection.Reason.class);
  private final Map<Misfit, Integer> misfits = new EnumMap<>(Misfit.class);
  private final Positions positions = new Positions();
  private int holding;
  private ModelWork modelWork = ModelWork.NONE;
  private int failed;
  private Duration spent = Duration.ZERO;

  /**
   * @param purse what models may cost
   * @param modelTime how long models may be waited for, for the whole set
   */
  Making(
      Workshop.Bench bench,
      Repetition repetition,
      Order order,
      LocalDate today,
      Purse purse,
      Duration modelTime) {
    this.bench = bench;
    this.repetition = repetition;
    this.order = order;
    this.today = today;
    this.purse = purse;
    this.modelTime = modelTime;
    this.open = order.open();
  }

  /**
   * Makes the set.
   *
   * @param stopped asked before every item
   * @param progress told after every section
   */
  Made run(List<Place> places, BooleanSupplier stopped, Consumer<ItemSet.Progress> progress) {
    List<List<Draft>> left = new ArrayList<>();
    int share = Math.ceilDiv(order.total(), Math.max(1, places.size()));
    int done = 0;
    for (Place place : places) {
      if (stopped.getAsBoolean()) {
        return made();
      }
      List<Draft> drafts =
          new ArrayList<>(
              Stream.concat(written(place, share, stopped).stream(), bench.drafts(place).stream())
                  .filter(this::fits)
                  .toList());
      take(drafts, share, true, stopped);
      left.add(drafts);
      progress.accept(new ItemSet.Progress(++done, places.size(), sound.size()));
    }
    for (List<Draft> drafts : left) {
      if (open.isEmpty() || stopped.getAsBoolean()) {
        break;
      }
      take(drafts, Integer.MAX_VALUE, false, stopped);
    }
    return made();
  }

  private Made made() {
    return new Made(slots(), new Refusals(objections, misfits), modelWork);
  }

  private List<Draft> written(Place place, int share, BooleanSupplier stopped) {
    Set<Kind> kinds = new TreeSet<>(open.keySet());
    kinds.retainAll(ModelMaker.KINDS);
    kinds.removeIf(
        kind -> !order.bloom().isEmpty() && !order.bloom().contains(ModelMaker.level(kind)));
    ModelMaker model = bench.model();
    if (model == null
        || kinds.isEmpty()
        || failed >= PATIENCE
        || modelWork.limit() != null
        || stopped.getAsBoolean()) {
      return List.of();
    }
    Clock clock = new Clock(modelTime.minus(spent));
    Written written =
        model.write(
            place.document(),
            place.section(),
            order.stage(),
            kinds,
            Math.min(share + SPARE, MOST_WRITTEN),
            purse,
            () -> clock.over() || stopped.getAsBoolean());
    spent = spent.plus(clock.past());
    failed = written.failed() ? failed + 1 : 0;
    modelWork = modelWork.and(ModelMaker.PROMPT_VERSION, written);
    if (clock.over()) {
      modelWork = modelWork.limited(Limit.TIME);
    }
    return written.drafts();
  }

  /** Takes what is wanted out of {@code drafts}, the first first. */
  private void take(List<Draft> drafts, int most, boolean balanced, BooleanSupplier stopped) {
    int taken = 0;
    for (Iterator<Draft> draft = drafts.iterator(); draft.hasNext() && taken < most; ) {
      Draft next = draft.next();
      Kind kind = next.item().kind();
      if (!open.containsKey(kind) || (balanced && tilts(next.item()))) {
        continue;
      }
      if (stopped.getAsBoolean()) {
        return;
      }
      draft.remove();
      Judged judged = repetition.look(bench.judge(next, today));
      if (judged.sound()) {
        add(judged);
        taken++;
      } else {
        objections.merge(judged.objections().getFirst().reason(), 1, Integer::sum);
        if (refused.size() < MOST_REFUSED) {
          refused.add(judged);
        }
      }
    }
  }

  private void add(Judged judged) {
    sound.add(judged.with(positions.placed(judged.item())));
    if (judged.item().content() instanceof Content.Judgement judgement) {
      holding += judgement.holds() ? 1 : -1;
    }
    open.computeIfPresent(judged.item().kind(), (kind, count) -> count > 1 ? count - 1 : null);
  }

  /**
   * Whether right and wrong statements would be further apart with it, or the keys of choices more
   * often in one place.
   */
  private boolean tilts(Item item) {
    return positions.tilts(item)
        || (item.content() instanceof Content.Judgement judgement
            && (judgement.holds() ? holding > 0 : holding < 0));
  }

  /** Whether a draft is what was asked for; one that is but of the kind is counted. */
  private boolean fits(Draft draft) {
    if (order.wanted().getOrDefault(draft.item().kind(), 0) == 0) {
      return false;
    }
    Optional<Misfit> misfit = order.misfit(draft.item().alignment());
    misfit.ifPresent(wish -> misfits.merge(wish, 1, Integer::sum));
    return misfit.isEmpty();
  }

  /** Sound items by kind, in the order in which they were found; then what was refused. */
  private List<Slot> slots() {
    List<Judged> all = new ArrayList<>(sound);
    all.sort(Comparator.comparing(judged -> judged.item().kind()));
    all.addAll(refused);
    List<Slot> slots = new ArrayList<>();
    for (Judged judged : all) {
      slots.add(Slot.fresh(slots.size() + 1, judged));
    }
    return slots;
  }

  /** Runs from when it is made. */
  private record Clock(long start, Duration most) {

    Clock(Duration most) {
      this(System.nanoTime(), most);
    }

    Duration past() {
      return Duration.ofNanos(System.nanoTime() - start);
    }

    boolean over() {
      return past().compareTo(most) >= 0;
    }
  }
}
