package org.kepu.knowledge.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.knowledge.catalog.Catalog;
import org.kepu.knowledge.catalog.SourceLedger;
import org.kepu.knowledge.catalog.jdbc.JdbcCatalog;
import org.kepu.knowledge.catalog.jdbc.JdbcSourceLedger;
import org.kepu.knowledge.document.Metadata;
import org.kepu.knowledge.parse.DocumentText;
import org.kepu.knowledge.parse.ParseResult;
import org.kepu.knowledge.parse.ParseResult.Parsed;
import org.kepu.knowledge.parse.QuarantineReason;
import org.kepu.knowledge.source.Item;
import org.kepu.knowledge.source.Listing;
import org.kepu.knowledge.source.Source;
import org.kepu.knowledge.source.SourceFailureException;
import org.kepu.knowledge.source.Unread;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

class GatheringTest {

  @TempDir private Path folder;

  private Catalog catalog;
  private SourceLedger ledger;
  private final Shelf shelf = new Shelf("shelf");
  private final Shelf other = new Shelf("other");

  @BeforeEach
  void open() {
    SQLiteConfig config = new SQLiteConfig();
    config.enforceForeignKeys(true);
    SQLiteDataSource database = new SQLiteDataSource(config);
    database.setUrl("jdbc:sqlite:" + folder.resolve("catalog.db"));
    catalog = new JdbcCatalog(database);
    ledger = new JdbcSourceLedger(database);
  }

  @Test
  void whatIsThereIsReadOnceAndRecorded() {
    shelf.put("a", "麋鹿吃草。");
    shelf.put("b", "月球上没有空气。");

    Contents contents = gather();

    assertThat(contents.versions()).containsOnlyKeys("shelf-a", "shelf-b");
    assertThat(contents.quarantined()).isEmpty();
    contents
        .versions()
        .forEach((id, version) -> assertThat(catalog.version(id, version)).isPresent());
    assertThat(gather()).isEqualTo(contents);
    assertThat(shelf.opened).containsExactly("a", "b");
  }

  @Test
  void onlyWhatChangedIsReadAgainAndWhatWentIsForgotten() {
    shelf.put("a", "麋鹿吃草。");
    shelf.put("b", "月球上没有空气。");
    shelf.put("c", "太阳是恒星。");
    gather();
    shelf.opened.clear();
    shelf.put("a", "麋鹿吃青草。");
    shelf.remove("b");

    Contents contents = gather();

    assertThat(shelf.opened).containsExactly("a");
    assertThat(contents.versions()).containsOnlyKeys("shelf-a", "shelf-c");
    assertThat(ledger.entries("shelf")).containsOnlyKeys("a", "c");
  }

  @Test
  void aSourceThatCannotBeReachedKeepsWhatWasKnownOfItAndIsNamed() {
    shelf.put("a", "麋鹿吃草。");
    other.put("x", "太阳是恒星。");
    Contents before = gather();
    shelf.failure = "共享没有挂载";
    other.put("y", "地球是行星。");

    Contents contents = gather();

    assertThat(contents.versions()).containsAllEntriesOf(before.versions()).containsKey("other-y");
    assertThat(contents.quarantined()).containsExactly(new Quarantined("shelf", "共享没有挂载"));
  }

  @Test
  void aSourceOfManyThatIsSuddenlyEmptyIsTakenForUnreachable() {
    for (int i = 0; i < 10; i++) {
      shelf.put("a" + i, "第 " + i + " 篇。");
    }
    gather();
    shelf.items.clear();

    Contents contents = gather();

    assertThat(contents.versions()).hasSize(10);
    assertThat(contents.quarantined())
        .singleElement()
        .satisfies(left -> assertThat(left.reason()).contains("未挂载"));
  }

  @Test
  void whatCannotBeReadNowOrAnyMoreKeepsItsContentWithTheReason() {
    shelf.put("a", "麋鹿吃草。");
    shelf.put("b", "月球上没有空气。");
    shelf.put("c", "太阳是恒星。");
    Contents before = gather();
    shelf.unread("a", "正在写入");
    shelf.damage("b");
    shelf.lose("c");

    Contents contents = gather();

    assertThat(contents.versions()).isEqualTo(before.versions());
    assertThat(contents.quarantined())
        .extracting(Quarantined::id)
        .containsExactly("shelf/a", "shelf/b", "shelf/c");
    assertThat(contents.quarantined().get(1).reason())
        .isEqualTo(QuarantineReason.DAMAGED.inWords() + "（坏了）");
  }

  @Test
  void whatWasRefusedIsNotReadAgainBeforeItChangesAndIsStillNamed() {
    shelf.damage("a");
    gather();
    shelf.put("b", "月球上没有空气。");

    Contents contents = gather();

    assertThat(shelf.opened).containsExactly("a", "b");
    assertThat(contents.quarantined()).extracting(Quarantined::id).containsExactly("shelf/a");
    shelf.put("a", "修好了。");
    assertThat(gather().quarantined()).isEmpty();
  }

  @Test
  void whatTheMachineHadNoTimeForIsReadAgain() {
    shelf.put("a", "麋鹿吃草。");
    Contents before = gather();
    shelf.late("a");

    Contents contents = gather();

    assertThat(contents.versions()).isEqualTo(before.versions());
    assertThat(contents.quarantined()).extracting(Quarantined::id).containsExactly("shelf/a");
    shelf.opened.clear();
    gather();
    assertThat(shelf.opened).containsExactly("a");
  }

  @Test
  void whatWillBeReadSoonIsNoOnesConcern() {
    shelf.put("a", "麋鹿吃草。");
    shelf.unread.put("b", new Unread("b", "正在写入", true));

    assertThat(gather().quarantined()).isEmpty();
  }

  @Test
  void whatFailsIsTriedAgainAfterLongerAndLonger() {
    Duration first = Duration.ofSeconds(30);
    Duration longest = Duration.ofSeconds(100);
    Retry once = Retry.after(null, first, longest);
    Retry twice = Retry.after(once, first, longest);

    assertThat(once.due()).isFalse();
    assertThat(once.pause()).isEqualTo(first);
    assertThat(twice.pause()).isEqualTo(Duration.ofSeconds(60));
    assertThat(Retry.after(twice, first, longest).pause()).isEqualTo(longest);
    assertThat(Retry.after(null, Duration.ZERO, longest).due()).isTrue();
  }

  @Test
  void ofTwoDocumentsOfOneIdThatOfTheFirstSourceIsTaken() {
    shelf.putAs("same", "a", "麋鹿吃草。");
    other.putAs("same", "x", "麋鹿吃肉。");

    Contents contents = gather();

    assertThat(
            catalog
                .version("same", contents.versions().getOrDefault("same", ""))
                .orElseThrow()
                .text())
        .contains("吃草");
    assertThat(contents.quarantined())
        .containsExactly(new Quarantined("other/x", Contents.SAME_ID));
  }

  @Test
  void aDocumentThatMovedWithItsIdIsWhatItWas() {
    shelf.putAs("milu", "old/a", "麋鹿吃草。");
    Contents before = gather();
    shelf.remove("old/a");
    shelf.putAs("milu", "new/a", "麋鹿吃草。");

    assertThat(gather()).isEqualTo(before);
  }

  @Test
  void aSourceWithNothingNewIsNotListed() {
    Gathering gathering = new Gathering(List.of(shelf, other), catalog, ledger);
    shelf.put("a", "麋鹿吃草。");
    gathering.gather(IngestListener.NONE);
    assertThat(gathering.due()).isFalse();
    int listed = other.listed;
    shelf.put("b", "月球上没有空气。");

    assertThat(gathering.due()).isTrue();
    gathering.gather(IngestListener.NONE);

    assertThat(other.listed).isEqualTo(listed);
    assertThat(gathering.due()).isFalse();
  }

  @Test
  void theFirstSourceAloneIsGoneToForAFirstIndex() {
    shelf.put("a", "麋鹿吃草。");
    other.put("x", "太阳是恒星。");
    Gathering gathering = new Gathering(List.of(shelf, other), catalog, ledger);

    assertThat(gathering.gatherFirst(IngestListener.NONE).versions()).containsOnlyKeys("shelf-a");
    assertThat(gathering.due()).isTrue();
    assertThat(gathering.gather(IngestListener.NONE).versions())
        .containsOnlyKeys("shelf-a", "other-x");
  }

  @Test
  void aRunThatIsStoppedHasNotReadForNothing() {
    for (int i = 10; i < 60; i++) {
      shelf.put("a" + i, "第 " + i + " 篇。");
    }
    shelf.stopAt = "a45";
    assertThat(Assertions.catchThrowable(this::gather)).isInstanceOf(IllegalStateException.class);
    shelf.stopAt = null;
    shelf.opened.clear();

    assertThat(gather().versions()).hasSize(50);
    assertThat(shelf.opened).doesNotContain("a10", "a44").contains("a45", "a59");
  }

  @Test
  void twoSourcesOfOneNameAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Gathering(List.of(shelf, new Shelf("shelf")), catalog, ledger))
        .withMessageContaining("shelf");
  }

  private Contents gather() {
    return new Gathering(List.of(shelf, other), catalog, ledger).gather(IngestListener.NONE);
  }

  /** A source that a test arranges as it likes. */
  private static final class Shelf implements Source {

    private final String name;
    private final SortedMap<String, Item> items = new TreeMap<>();
    private final SortedMap<String, Unread> unread = new TreeMap<>();
    private final List<String> opened = new ArrayList<>();
    private @Nullable String failure;
    private @Nullable String stopAt;
    private int listed;
    private int changes;

    Shelf(String name) {
      this.name = name;
    }

    void put(String key, String sentence) {
      putAs(name + "-" + key, key, sentence);
    }

    void putAs(String id, String key, String sentence) {
      item(
          key,
          sentence,
          () ->
              new Parsed(
                  new DocumentText("题").block(sentence).toDocument(id, Metadata.NONE), List.of()));
    }

    void damage(String key) {
      item(key, "damaged", () -> new ParseResult.Quarantined(key, QuarantineReason.DAMAGED, "坏了"));
    }

    void late(String key) {
      item(key, "late", () -> new ParseResult.Quarantined(key, QuarantineReason.TIMEOUT, "20 秒"));
    }

    void lose(String key) {
      item(
          key,
          "lost",
          () -> {
            throw new IOException("它刚被改写");
          });
    }

    void unread(String key, String reason) {
      remove(key);
      unread.put(key, new Unread(key, reason));
    }

    void remove(String key) {
      items.remove(key);
      unread.remove(key);
      changes++;
    }

    private void item(String key, String hash, Item.Opening opening) {
      items.put(
          key,
          new Item(
              key,
              hash,
              () -> {
                if (key.equals(stopAt)) {
                  throw new IllegalStateException("killed");
                }
                opened.add(key);
                return opening.open();
              }));
      changes++;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public String glance() {
      return String.valueOf(changes);
    }

    @Override
    public Listing list() {
      listed++;
      if (failure != null) {
        throw new SourceFailureException(failure, null);
      }
      return new Listing(List.copyOf(items.values()), List.copyOf(unread.values()));
    }
  }
}
