package org.kepu.assistant.educator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.TestDatabase;
import org.kepu.assistant.answer.llm.ModelFailureException;
import org.kepu.assistant.conversation.LedgerFailureException;
import org.kepu.assistant.educator.ItemSet.Progress;
import org.kepu.assistant.educator.ItemSet.State;
import org.kepu.assistant.educator.Slot.Decision;
import org.kepu.assistant.educator.gate.Objection;
import org.kepu.assistant.educator.generation.Flaw;
import org.kepu.assistant.educator.generation.Limit;
import org.kepu.assistant.educator.item.CoreConcept;
import org.kepu.assistant.educator.item.Crosscutting;
import org.kepu.assistant.educator.item.Item;
import org.kepu.assistant.educator.item.Kind;
import org.kepu.assistant.educator.item.Stage;
import org.kepu.assistant.educator.jdbc.JdbcItemSetStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What keeps sets, on each engine. */
public abstract class ItemSetStoreContract {

  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);

  private static final ModelWork WORK =
      new ModelWork(
          "items-v2",
          List.of(
              new ModelWork.Part(
                  "qwen3",
                  2,
                  7,
                  Map.of(Flaw.QUOTE, 2),
                  Map.of(ModelFailureException.Kind.SILENT, 2)),
              new ModelWork.Part("glm", 1, 2, Map.of(), Map.of())),
          4,
          1,
          Limit.ACCOUNT);

  private static final Refusals REFUSALS =
      new Refusals(Map.of(Objection.Reason.DUPLICATE, 61), Map.of(Refusals.Misfit.STAGE, 9));

  private final TestDatabase database;
  private final ItemSetStore store;

  protected ItemSetStoreContract(TestDatabase database) {
    this.database = database;
    store =
        new JdbcItemSetStore(
            JdbcClient.create(database.pool()),
            new TransactionTemplate(new JdbcTransactionManager(database.pool())));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aSetIsKeptAsItIs() {
    store.begin(set("a", "wang"));
    List<Slot> slots = slots();

    assertThat(store.finish("a", State.READY, new Made(slots, REFUSALS, WORK), LATER)).isTrue();

    ItemSet kept = store.find("a").orElseThrow();
    assertThat(kept.slots()).isEqualTo(slots);
    assertThat(kept.order()).isEqualTo(order());
    assertThat(kept.state()).isEqualTo(State.READY);
    assertThat(kept.version()).isEqualTo(1);
    assertThat(kept.changedAt()).isEqualTo(LATER);
    assertThat(kept.modelWork()).isEqualTo(WORK);
    assertThat(kept.refusals()).isEqualTo(REFUSALS);
    assertThat(kept.venues()).containsExactly("milu", "museum");
    store.begin(set("b", "wang"));
    assertThat(store.find("b").orElseThrow().modelWork()).isEqualTo(ModelWork.NONE);
  }

  @Test
  void whatWasKeptUnderTheFirstModelsNameIsStillRead() {
    store.begin(set("a", "wang"));
    store.finish("a", State.READY, new Made(slots(), REFUSALS, WORK), LATER);
    JdbcClient.create(database.pool())
        .sql("UPDATE item_set SET model_work = ? WHERE id = 'a'")
        .param(
            """
            {"model":"qwen3","sections":3,"drafts":7,"flaws":{"QUOTE":2},"failures":{"SILENT":1}}
            """)
        .update();

    assertThat(store.find("a").orElseThrow().modelWork())
        .isEqualTo(
            new ModelWork(
                "",
                List.of(
                    new ModelWork.Part(
                        "qwen3",
                        2,
                        7,
                        Map.of(Flaw.QUOTE, 2),
                        Map.of(ModelFailureException.Kind.SILENT, 1))),
                3,
                1,
                null));
  }

  @Test
  void progressIsSeenUntilItEnds() {
    store.begin(set("a", "wang"));

    assertThat(store.progress("a", new Progress(3, 10, 7))).isTrue();
    assertThat(store.find("a").orElseThrow().progress()).isEqualTo(new Progress(3, 10, 7));

    store.finish("a", State.CANCELLED, Made.NOTHING, LATER);
    assertThat(store.progress("a", new Progress(4, 10, 9))).isFalse();
    assertThat(store.finish("a", State.READY, made(slots()), LATER)).isFalse();
    assertThat(store.find("a").orElseThrow().state()).isEqualTo(State.CANCELLED);
    assertThat(store.find("a").orElseThrow().slots()).isEmpty();
  }

  @Test
  void everyVersionIsKept() {
    store.begin(set("a", "wang"));
    List<Slot> slots = slots();
    store.finish("a", State.READY, made(slots), NOW);
    Slot accepted = slots.getFirst().decided(Decision.ACCEPTED, "好题");
    List<Integer> turned = slots.stream().map(Slot::number).toList().reversed();

    assertThat(store.change("a", 1, "新标题", turned, List.of(accepted), "wang", LATER)).contains(2);

    ItemSet now = store.find("a").orElseThrow();
    assertThat(now.version()).isEqualTo(2);
    assertThat(now.title()).isEqualTo("新标题");
    assertThat(now.slots().getLast()).isEqualTo(accepted);
    assertThat(now.slots()).extracting(Slot::number).isEqualTo(turned);
    ItemSet before = store.find("a", 1).orElseThrow();
    assertThat(before.slots()).isEqualTo(slots);
    assertThat(before.title()).isEqualTo("麋鹿");
    assertThat(store.versions("a"))
        .containsExactly(
            new ItemSetStore.Version(2, "wang", LATER), new ItemSetStore.Version(1, "wang", NOW));
    assertThat(store.find("a", 3)).isEmpty();
    assertThat(store.find("a", 0)).isEmpty();
  }

  @Test
  void ofTwoWhoChangeTheSameVersionOneIsTurnedAway() {
    store.begin(set("a", "wang"));
    store.finish("a", State.READY, made(slots()), NOW);
    List<Integer> order = slots().stream().map(Slot::number).toList();

    assertThat(store.change("a", 1, "甲", order, List.of(), "wang", LATER)).contains(2);
    assertThat(store.change("a", 1, "乙", order, List.of(), "li", LATER)).isEmpty();
    assertThat(store.find("a").orElseThrow().title()).isEqualTo("甲");
  }

  @Test
  void aDeletedSetIsGoneWithAllItsVersionsAndStillCounts() {
    store.begin(set("a", "wang"));
    store.finish("a", State.READY, made(slots()), NOW);

    assertThat(store.deleted("a")).isFalse();
    assertThat(store.delete("a", LATER)).isTrue();

    assertThat(store.find("a")).isEmpty();
    assertThat(store.find("a", 1)).isEmpty();
    assertThat(store.of("wang", 10)).isEmpty();
    assertThat(store.begunSince("wang", NOW.minusSeconds(1))).isEqualTo(1);
    assertThat(store.deleted("a")).isTrue();
    assertThat(store.delete("a", LATER)).isFalse();
    assertThat(store.delete("b", LATER)).isFalse();
    assertThat(store.deleted("b")).isFalse();
    assertThat(store.change("a", 1, "甲", List.of(), List.of(), "wang", LATER)).isEmpty();
    assertThat(rows("item_slot") + rows("item_set_layout")).isZero();
  }

  private int rows(String table) {
    return JdbcClient.create(database.pool())
        .sql("SELECT count(*) FROM " + table)
        .query(Integer.class)
        .single();
  }

  @Test
  void aSetThatIsDeletedWhileItIsMadeIsNotFinished() {
    store.begin(set("a", "wang"));
    store.delete("a", LATER);

    assertThat(store.progress("a", new Progress(1, 2, 3))).isFalse();
    assertThat(store.finish("a", State.READY, made(slots()), LATER)).isFalse();
    assertThat(store.find("a")).isEmpty();
  }

  @Test
  void whatIsStillBeingMadeIsNotChanged() {
    store.begin(set("a", "wang"));

    assertThat(store.change("a", 0, "甲", List.of(), List.of(), "wang", LATER)).isEmpty();
  }

  @Test
  void anOwnerSeesTheirOwnSetsAndTheirNumber() {
    store.begin(set("a", "wang"));
    store.begin(set("b", "wang"));
    store.begin(set("c", "li"));

    assertThat(store.of("wang", 10)).extracting(ItemSet::id).containsExactlyInAnyOrder("a", "b");
    assertThat(store.begunSince("wang", NOW)).isEqualTo(2);
    assertThat(store.begunSince("wang", LATER)).isZero();
    assertThat(store.find("d")).isEmpty();
  }

  @Test
  void nastyTextIsKept() {
    store.begin(set("a", "wang"));
    List<Item> nasty = SampleItems.nasty();
    List<Slot> slots =
        IntStream.range(0, nasty.size()).mapToObj(i -> slot(i + 1, nasty.get(i))).toList();

    store.finish("a", State.READY, made(slots), NOW);

    assertThat(store.find("a").orElseThrow().slots()).isEqualTo(slots);
  }

  @Test
  void aBrokenDatabaseIsNotAMissingSet() {
    database.close();

    assertThatThrownBy(() -> store.find("a")).isInstanceOf(LedgerFailureException.class);
  }

  private static Made made(List<Slot> slots) {
    return new Made(slots, Refusals.NONE, ModelWork.NONE);
  }

  private static List<Slot> slots() {
    List<Item> items = SampleItems.plain();
    return IntStream.range(0, items.size()).mapToObj(i -> slot(i + 1, items.get(i))).toList();
  }

  private static Slot slot(int number, Item item) {
    List<Objection> objections =
        number % 3 == 0 ? List.of(new Objection(Objection.Reason.GIVEAWAY, "题干")) : List.of();
    Set<Objection.Reason> unchecked =
        number % 2 == 0 ? Set.of(Objection.Reason.KEY_NOT_READ) : Set.of();
    return new Slot(number, item, objections, unchecked, Decision.OPEN, "", false);
  }

  private static ItemSet set(String id, String owner) {
    return new ItemSet(
        id,
        owner,
        new TreeSet<>(Set.of("milu", "museum")),
        order(),
        State.MAKING,
        Progress.NONE,
        0,
        "麋鹿",
        List.of(),
        NOW,
        NOW,
        ModelWork.NONE,
        Refusals.NONE);
  }

  private static Order order() {
    return new Order(
        "麋鹿",
        List.of("milu#麋鹿吃什么？"),
        List.of(),
        "麋鹿",
        null,
        Stage.YEARS_5_6,
        Map.of(Kind.SINGLE_CHOICE, 3),
        Set.of(),
        Set.of(),
        Set.of(CoreConcept.LIFE_AND_ENVIRONMENT),
        Set.of(Crosscutting.STRUCTURE_AND_FUNCTION),
        Set.of());
  }
}
